"""Which sentences of a sibling speak of the same thing as one of ours.

A sentence that is near to everything is near to nothing in particular: similarity counts
by how far it stands out among both sentences' neighbours (the margin of Artetxe & Schwenk
2019, "Margin-based parallel corpus mining with multilingual sentence embeddings", here as a
difference, since centred cosines may be near zero).
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from .common import common, lengths
from .reading import FloatMatrix, Reading

SURE = 0.5
"""Confidence from which two sentences count as aligned."""

CERTAIN = 0.9
"""Confidence from which whole sentences are compared, beyond the words that they share."""

POSSIBLE = 0.05
"""Confidence from which they may be, if what is compared shows that it is the same thing."""

_FEW = 3  # sentences of a sibling that are compared with one of ours though it is not sure
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
    """Every pair of sentences of two texts of an event that may speak of the same thing, many
    to many."""
    similarity, confidence = _matrices(article, sibling)
    rows, columns = np.nonzero((confidence >= SURE) | _likeliest(confidence))
    near, sure = similarity[rows, columns].tolist(), confidence[rows, columns].tolist()
    places = zip(rows.tolist(), columns.tolist(), near, sure, strict=True)
    return tuple(Pair(mine, sibling, theirs, *how) for mine, theirs, *how in places)


def _matrices(one: Reading, other: Reading) -> tuple[FloatMatrix, FloatMatrix]:
    """Similarity and confidence of every two sentences: the same whichever text is asked first,
    so computed once for two texts of an event."""
    if one.doc.id > other.doc.id:
        similarity, confidence = _matrices(other, one)
        return similarity.T, confidence.T
    event, key = one.told.compared.found, f"align {one.doc.id}\n{other.doc.id}"
    kept = event.get(key)
    if kept is None or kept[0] is not one.vectors or kept[1] is not other.vectors:
        similarity = one.vectors @ other.vectors.T
        meaning = _confidence(similarity) * _length(one)[:, None] * _length(other)[None, :]
        kept = event[key] = (
            one.vectors, other.vectors, similarity, _with_words(one, other, meaning),
        )  # fmt: skip
    return kept[2], kept[3]


def _likeliest(confidence: FloatMatrix) -> NDArray[np.bool_]:
    """The few sentences that may speak of the same thing as one of ours, by row."""
    order = np.argsort(-confidence, axis=1, kind="stable")[:, :_FEW]
    likely = np.zeros(confidence.shape, dtype=np.bool_)
    np.put_along_axis(likely, order, np.take_along_axis(confidence, order, 1) >= POSSIBLE, 1)
    return likely


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
    both = common(article, sibling)
    fewest = np.minimum(lengths(article)[:, None], lengths(sibling)[None, :])
    share = 1.0 / (1.0 + np.exp(-_STEEP * (both / np.maximum(fewest, 1) - _HALF)))
    enough = both >= _FEWEST_SHARED
    raised: FloatMatrix = np.where(enough, 1 - (1 - meaning) * (1 - share), meaning)
    return raised.astype(np.float32)


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
