"""Pairs of articles worth comparing, without looking at all pairs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import timedelta

import numpy as np
from numpy.typing import NDArray

from .rarity import Rarity
from .traits import FloatMatrix, Traits

Indices = NDArray[np.intp]

NEIGHBOURS = 16  # by vector, and as many by rare terms
RARE = 48  # articles in which a term may occur and still count as rare
_TERMS = 24  # rarest terms of an article that are looked up
_EXACT = 2048  # articles up to which all vectors are compared
_PER_CELL = 64
_CELLS = 5  # that an article is in
_NEAR_IN_CELL = 8
_BLOCK = 1024  # rows of one matrix product
_WINDOW = timedelta(days=14)


def candidates(articles: Sequence[Traits], rarity: Rarity) -> tuple[tuple[int, int], ...]:
    """Ordered pairs of indices, each once: near in vector space or sharing rare terms.

    ``articles`` must be in the order of their keys; the cost grows near-linearly.
    """
    pairs = set(_by_vector(articles))
    pairs.update(_by_terms(articles, rarity))
    return tuple(sorted(pair for pair in pairs if in_window(*(articles[i] for i in pair))))


def in_window(one: Traits, other: Traits) -> bool:
    """Whether the times of publication, where both are known, allow one happening."""
    if one.published is None or other.published is None:
        return True
    return abs(one.published - other.published) <= _WINDOW


def _by_terms(articles: Sequence[Traits], rarity: Rarity) -> Iterator[tuple[int, int]]:
    postings: dict[int, list[int]] = defaultdict(list)
    chosen: list[dict[int, float]] = []
    for index, article in enumerate(articles):
        chosen.append(_rarest(article, rarity))
        for term in chosen[-1]:
            postings[term].append(index)
    for index, weights in enumerate(chosen):
        shared: dict[int, float] = defaultdict(float)
        for term, weight in weights.items():
            for other in postings[term]:
                shared[other] += weight
        shared.pop(index, None)
        nearest = sorted(shared, key=lambda other: (-shared[other], other))
        yield from (_pair(index, other) for other in nearest[:NEIGHBOURS])


def _rarest(article: Traits, rarity: Rarity) -> dict[int, float]:
    """The rarest terms that another article has too, with their weights."""
    terms = article.terms
    counts = rarity.frequencies(terms)
    rare = (counts >= 2) & (counts <= RARE)
    order = np.argsort(counts[rare], kind="stable")[:_TERMS]
    kept = terms[rare][order]
    return dict(zip(kept.tolist(), rarity.weights(kept).tolist(), strict=True))


def _by_vector(articles: Sequence[Traits]) -> Iterator[tuple[int, int]]:
    if len(articles) < 2:
        return
    matrix = np.stack([article.mean for article in articles]).astype(np.float32)
    if len(articles) <= _EXACT:
        yield from _nearest(matrix, np.arange(len(articles)), NEIGHBOURS)
        return
    yield from _by_cells(matrix)


def _by_cells(matrix: FloatMatrix) -> Iterator[tuple[int, int]]:
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


def _nearest(matrix: FloatMatrix, members: Indices, count: int) -> Iterator[tuple[int, int]]:
    """Every member with the ``count`` members nearest to it."""
    pool = matrix[members]
    for at in range(0, len(members), _BLOCK):
        best = _top(pool[at : at + _BLOCK] @ pool.T, count + 1)
        for row, places in zip(members[at : at + _BLOCK], best, strict=True):
            for other in members[places]:
                if other != row:
                    yield _pair(int(row), int(other))


def _top(similarity: FloatMatrix, count: int) -> Indices:
    """Columns of the largest values in every row, largest first."""
    count = min(count, similarity.shape[1])
    part = np.argpartition(-similarity, count - 1, axis=1)[:, :count]
    order = np.argsort(-np.take_along_axis(similarity, part, axis=1), axis=1, kind="stable")
    return np.take_along_axis(part, order, axis=1)


def _pair(one: int, other: int) -> tuple[int, int]:
    return (one, other) if one < other else (other, one)
