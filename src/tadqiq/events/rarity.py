"""How much it tells that two articles share a term."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .traits import Terms, Traits

_SMOOTHING = 50.0  # articles that a small batch is thought to be drawn from
_TOGETHER = 1 << 20  # terms counted at a time: those of all articles at once would fill the memory

_Counts = NDArray[np.int64]


class Rarity:
    """Inverse document frequency over a batch, in nats."""

    def __init__(self, articles: Sequence[Traits]) -> None:
        self._terms, counts = _counted(articles)
        # One more for terms that occur nowhere, so that every look-up has a place.
        self._counts = np.append(counts, 0)
        self._weights = np.log((len(articles) + _SMOOTHING) / (self._counts + 0.5))

    def frequencies(self, terms: Terms) -> NDArray[np.int64]:
        """In how many articles each term occurs."""
        found: NDArray[np.int64] = self._counts[self._places(terms)]
        return found

    def weights(self, terms: Terms) -> NDArray[np.float64]:
        """The information of each term."""
        found: NDArray[np.float64] = self._weights[self._places(terms)]
        return found

    def mass(self, terms: Terms) -> float:
        """The information of several terms."""
        return float(self.weights(terms).sum())

    def _places(self, terms: Terms) -> NDArray[np.intp]:
        places = np.searchsorted(self._terms, terms)
        absent = len(self._terms)
        if not absent:
            return places
        known = self._terms[np.minimum(places, absent - 1)] == terms
        return np.where(known, places, absent)


def _counted(articles: Sequence[Traits]) -> tuple[Terms, _Counts]:
    """Every term of the articles in ascending order, and how many of them have it."""
    known: tuple[Terms, _Counts] = np.empty(0, np.uint32), np.empty(0, np.int64)
    waiting: list[Terms] = []
    held = 0
    for article in articles:
        waiting.append(article.terms)
        held += len(waiting[-1])
        if held >= _TOGETHER:
            known, waiting, held = _added(known, waiting), [], 0
    return _added(known, waiting)


def _added(known: tuple[Terms, _Counts], waiting: Sequence[Terms]) -> tuple[Terms, _Counts]:
    new, often = np.unique(np.concatenate([*waiting, known[0][:0]]), return_counts=True)
    terms, place = np.unique(np.concatenate([known[0], new]), return_inverse=True)
    counts = np.zeros(len(terms), np.int64)
    np.add.at(counts, place, np.concatenate([known[1], often]))
    return terms, counts
