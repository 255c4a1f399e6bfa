"""How much it tells that two articles share a term."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from .traits import Terms, Traits

_SMOOTHING = 50.0  # articles that a small batch is thought to be drawn from


class Rarity:
    """Inverse document frequency over a batch, in nats."""

    def __init__(self, articles: Sequence[Traits]) -> None:
        terms = [article.terms for article in articles]
        every = np.concatenate(terms) if terms else np.empty(0, dtype=np.uint32)
        self._terms, counts = np.unique(every, return_counts=True)
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
