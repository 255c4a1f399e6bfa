"""Which sentences of a sibling speak of the same thing as one of ours.

A sentence that is near to everything is near to nothing in particular: similarity counts
by how far it stands out among both sentences' neighbours (the margin of Artetxe & Schwenk
2019, "Margin-based parallel corpus mining with multilingual sentence embeddings", here as a
difference, since centred cosines may be near zero).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .reading import FloatMatrix, Reading

SURE = 0.5
"""Confidence from which two sentences count as aligned."""

_NEIGHBOURS = 4
_UNRELATED = 0.3  # similarity of unlike sentences on one event, where neighbours are missing
_SHORT = 5  # words; headings are near to each other whatever they say
# Logistic regression on 15,882 pairs of 60 Arabic news texts and their English, French and
# Russian versions (NTREX-128): bias, similarity, margin.
_FIT = (-5.43, 1.24, 33.97)


@dataclass(frozen=True, slots=True)
class Pair:
    """Sentence ``ours`` of the article beside sentence ``theirs`` of a sibling."""

    ours: int
    sibling: Reading
    theirs: int
    similarity: float
    confidence: float


def align(article: Reading, sibling: Reading) -> tuple[Pair, ...]:
    """Every pair of sentences that surely speak of the same thing, many to many."""
    similarity = article.vectors @ sibling.vectors.T
    confidence = _confidence(similarity) * _length(article)[:, None] * _length(sibling)[None, :]
    return tuple(
        Pair(
            int(ours),
            sibling,
            int(theirs),
            float(similarity[ours, theirs]),
            float(confidence[ours, theirs]),
        )
        for ours, theirs in zip(*np.nonzero(confidence >= SURE), strict=True)
    )


def _confidence(similarity: FloatMatrix) -> FloatMatrix:
    if not similarity.size:
        return similarity
    around = _neighbourhood(similarity)[:, None] + _neighbourhood(similarity.T)[None, :]
    bias, weight, margin = _FIT
    logit = bias + weight * similarity + margin * (similarity - around / 2)
    sure: FloatMatrix = (1.0 / (1.0 + np.exp(-logit))).astype(np.float32)
    return sure


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
