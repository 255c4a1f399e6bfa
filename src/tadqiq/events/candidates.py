"""Pairs of articles worth comparing, without looking at all pairs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from .rarity import Rarity
from .traits import FloatMatrix, Terms, Traits

Indices = NDArray[np.intp]
Pairs = NDArray[np.intp]
"""Two columns of indices."""

NEIGHBOURS = 16  # by vector, and as many by rare terms
RARE = 48  # articles in which a term may occur and still count as rare
_TERMS = 24  # rarest terms of an article that are looked up
_EXACT = 2048  # articles up to which all vectors are compared
_PER_CELL = 64
_CELLS = 5  # that an article is in
_NEAR_IN_CELL = 8
_BLOCK = 1024  # rows of one matrix product
_SHIFT = 1 << 31  # larger than any index
WINDOW = timedelta(days=14)
"""Between the publication of two reports of one happening, at most."""


def candidates(articles: Sequence[Traits], rarity: Rarity) -> Pairs:
    """Ordered pairs of indices, each once: near in vector space or sharing rare terms.

    ``articles`` must be in the order of their keys; the cost grows near-linearly.
    """
    found = np.unique(np.concatenate([*_by_vector(articles), *_by_terms(articles, rarity)]))
    pairs = np.stack(np.divmod(found, _SHIFT), axis=1)
    kept = (in_window(articles[one], articles[other]) for one, other in each(pairs))
    found_in_window: Pairs = pairs[np.fromiter(kept, bool, len(pairs))]
    return found_in_window


def each(pairs: Pairs) -> Iterator[tuple[int, int]]:
    """The pairs one by one; millions of them at once would be objects of a gigabyte."""
    for at in range(0, len(pairs), _BLOCK):
        yield from map(tuple, pairs[at : at + _BLOCK].tolist())


def in_window(one: Traits, other: Traits) -> bool:
    """Whether the times of publication, where both are known, allow one happening."""
    if one.published is None or other.published is None:
        return True
    return abs(one.published - other.published) <= WINDOW


def _by_terms(articles: Sequence[Traits], rarity: Rarity) -> Iterator[Indices]:
    """Every article with those that share most of its rarest terms, by their weight."""
    chosen = [_rarest(article, rarity) for article in articles]
    starts = np.cumsum([0, *map(len, chosen)])
    terms = np.concatenate([*chosen, np.empty(0, np.uint32)])
    del chosen
    weights = rarity.weights(terms)
    owners = np.repeat(np.arange(len(articles)), np.diff(starts))
    order = np.argsort(terms, kind="stable")
    first = np.searchsorted(terms[order], terms)
    behind = np.searchsorted(terms[order], terms, side="right")
    holders = owners[order]
    for index, (start, end) in enumerate(pairwise(starts.tolist())):
        if start == end:
            continue
        held = [holders[first[at] : behind[at]] for at in range(start, end)]
        others, place = np.unique(np.concatenate(held), return_inverse=True)
        shared = np.bincount(place, np.repeat(weights[start:end], [len(part) for part in held]))
        nearest = others[np.argsort(-shared, kind="stable")][: NEIGHBOURS + 1]
        yield _packed(index, nearest[nearest != index][:NEIGHBOURS])


def _rarest(article: Traits, rarity: Rarity) -> Terms:
    """The rarest terms that another article has too."""
    terms = article.terms
    counts = rarity.frequencies(terms)
    rare = (counts >= 2) & (counts <= RARE)
    order = np.argsort(counts[rare], kind="stable")[:_TERMS]
    kept: Terms = terms[rare][order]
    return kept


def _by_vector(articles: Sequence[Traits]) -> Iterator[Indices]:
    yield np.empty(0, dtype=np.intp)
    if len(articles) < 2:
        return
    matrix = np.empty((len(articles), len(articles[0].marks.mean)), np.float32)
    for row, article in enumerate(articles):  # one by one: what is on disk need not come at once
        matrix[row] = article.marks.mean
    if len(articles) <= _EXACT:
        yield from _nearest(matrix, np.arange(len(articles)), NEIGHBOURS)
        return
    yield from _by_cells(matrix)


def _by_cells(matrix: FloatMatrix) -> Iterator[Indices]:
    """Neighbours within cells around evenly drawn articles (an inverted file index).

    Every article is in the few cells that are nearest to it, so that no two neighbours are
    kept apart by one border.
    """
    centres = matrix[::_PER_CELL]
    blocks = range(0, len(matrix), _BLOCK)
    homes = np.concatenate([_top(matrix[at : at + _BLOCK] @ centres.T, _CELLS) for at in blocks])
    order = np.argsort(homes.ravel(), kind="stable")
    cells, starts = np.unique(homes.ravel()[order], return_index=True)
    for members in np.split(order // homes.shape[1], starts[1:]) if len(cells) else []:
        yield from _nearest(matrix, members, _NEAR_IN_CELL)


def _nearest(matrix: FloatMatrix, members: Indices, count: int) -> Iterator[Indices]:
    """Every member with the ``count`` members nearest to it, packed."""
    pool = matrix[members]
    for at in range(0, len(members), _BLOCK):
        rows = members[at : at + _BLOCK]
        others = members[_top(pool[at : at + _BLOCK] @ pool.T, count + 1)]
        packed = _packed(rows[:, None], others)
        yield packed[rows[:, None] != others]


def _top(similarity: FloatMatrix, count: int) -> Indices:
    """Columns of the largest values in every row, largest first."""
    count = min(count, similarity.shape[1])
    part = np.argpartition(-similarity, count - 1, axis=1)[:, :count]
    order = np.argsort(-np.take_along_axis(similarity, part, axis=1), axis=1, kind="stable")
    return np.take_along_axis(part, order, axis=1)


def _packed(one: Indices | int, other: Indices) -> Indices:
    """Pairs of indices, the smaller first, as one number each: millions must fit in memory."""
    packed: Indices = np.minimum(one, other) * _SHIFT + np.maximum(one, other)
    return packed
