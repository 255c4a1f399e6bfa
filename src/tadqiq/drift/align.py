"""Which sentences of a sibling speak of the same thing as one of ours.

A sentence that is near to everything is near to nothing in particular: similarity counts
by how far it stands out among both sentences' neighbours (the margin of Artetxe & Schwenk
2019, "Margin-based parallel corpus mining with multilingual sentence embeddings", here as a
difference, since centred cosines may be near zero).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from ..facts import Term
from .reading import FloatMatrix, Reading

SURE = 0.5
"""Confidence from which two sentences count as aligned."""

POSSIBLE = 0.05
"""Confidence from which they may be, if what is compared shows that it is the same thing."""

_NEIGHBOURS = 4
_UNRELATED = 0.3  # similarity of unlike sentences on one event, where neighbours are missing
_SHORT = 5  # words; headings are near to each other whatever they say
# Logistic regression on 15,882 pairs of 60 Arabic news texts and their English, French and
# Russian versions (NTREX-128): bias, similarity, margin.
_FIT = (-5.43, 1.24, 33.97)
# Words shared: from how many on they tell, the share of the shorter sentence at which they
# make even odds, and how fast the odds change.
_FEWEST_SHARED, _HALF, _STEEP = 3, 0.5, 10.0


@dataclass(frozen=True, slots=True)
class Pair:
    """Sentence ``ours`` of the article beside sentence ``theirs`` of a sibling."""

    ours: int
    sibling: Reading
    theirs: int
    similarity: float
    confidence: float


def align(article: Reading, sibling: Reading) -> tuple[Pair, ...]:
    """Every pair of sentences that may speak of the same thing, many to many."""
    similarity = article.vectors @ sibling.vectors.T
    meaning = _confidence(similarity) * _length(article)[:, None] * _length(sibling)[None, :]
    confidence = _with_words(article, sibling, meaning)
    return tuple(
        Pair(
            int(ours),
            sibling,
            int(theirs),
            float(similarity[ours, theirs]),
            float(confidence[ours, theirs]),
        )
        for ours, theirs in zip(*np.nonzero(confidence >= POSSIBLE), strict=True)
    )


def _confidence(similarity: FloatMatrix) -> FloatMatrix:
    if not similarity.size:
        return similarity
    around = _neighbourhood(similarity)[:, None] + _neighbourhood(similarity.T)[None, :]
    bias, weight, margin = _FIT
    logit = bias + weight * similarity + margin * (similarity - around / 2)
    sure: FloatMatrix = (1.0 / (1.0 + np.exp(-logit))).astype(np.float32)
    return sure


def _with_words(article: Reading, sibling: Reading, meaning: FloatMatrix) -> FloatMatrix:
    """Confidence raised by the words that two sentences share: either witness may suffice."""
    confidence = meaning.copy()
    ours = [_content(terms) for terms in article.terms]
    theirs = [_content(terms) for terms in sibling.terms]
    for row, mine in enumerate(ours):
        for column, other in enumerate(theirs):
            common = min(_matched(mine, other), _matched(other, mine))
            fewest = min(len(mine), len(other))
            if common >= _FEWEST_SHARED:
                share = 1.0 / (1.0 + np.exp(-_STEEP * (common / fewest - _HALF)))
                confidence[row, column] = 1 - (1 - meaning[row, column]) * (1 - share)
    return confidence


def _content(terms: tuple[Term, ...]) -> list[Term]:
    return [term for term in terms if term.content]


def _matched(ours: list[Term], theirs: list[Term]) -> int:
    """How many of our words are among theirs, by lemma, name, synonym or root."""
    keys = frozenset().union(*(term.keys for term in theirs))
    return sum(not term.keys.isdisjoint(keys) for term in ours)


def _neighbourhood(similarity: FloatMatrix) -> FloatMatrix:
    """Every row's mean similarity to its nearest others, the very nearest left out."""
    padding = np.full((len(similarity), _NEIGHBOURS), _UNRELATED, dtype=np.float32)
    others = -np.sort(-similarity, axis=1)[:, 1 : _NEIGHBOURS + 1]
    mean: FloatMatrix = np.hstack([others, padding])[:, :_NEIGHBOURS].mean(axis=1)
    return mean


def _length(reading: Reading) -> FloatMatrix:
    """1 for full sentences, less for shorter ones."""
    counts = [min(1.0, len(words) / _SHORT) for words in reading.words]
    return np.asarray(counts, dtype=np.float32)
