"""The order of a batch: total, deterministic, and honest about ties."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise
from math import fsum

from ..model import Score, record

OrderKey = tuple[float, float, float, float]

_WORDED_ALIKE = 40.0  # mean chrF of an event's renderings; of 120 pairs of short reports in other
# words that tell one thing in one order (corpora/drift/dev_fifth, dev_sixth) 95 % are below 37


@record
class Rank:
    """``position`` 1 is the best; ``tied`` if a neighbour in the order is no different."""

    position: int
    tied: bool


def rank(
    ids: Sequence[str],
    scores: Sequence[Score],
    drifts: Sequence[float | None],
    events: Sequence[str],
) -> tuple[Rank, ...]:
    """The rank of every article, in the order given.

    Better is what :func:`order_keys` puts first, then the lower id. Two neighbours are tied
    where each one's quality lies inside the other's interval. Raises ValueError if the sequences
    differ in length.
    """
    entries = list(zip(order_keys(scores, drifts, events), ids, strict=True))
    order = sorted(range(len(entries)), key=entries.__getitem__)
    tied = [False] * len(entries)
    for better, worse in pairwise(order):
        if _alike(scores[better], scores[worse]):
            tied[better] = tied[worse] = True
    position = {index: place for place, index in enumerate(order, start=1)}
    return tuple(Rank(position[index], tied[index]) for index in range(len(entries)))


def order_keys(
    scores: Sequence[Score], drifts: Sequence[float | None], events: Sequence[str]
) -> tuple[OrderKey, ...]:
    """What articles are ordered by, the better the lower; equal where nothing tells two apart.

    Higher quality; then, where siblings render the same original (``events`` says who are
    siblings), nearer to their consensus than they are on average; then lower drift (no sibling
    counts as none), then lower mt_likelihood. Where they are worded too differently to have a
    consensus, it says nothing. Raises ValueError if the sequences differ in length.
    """
    usual = _usual_consensus(scores, events)
    return tuple(
        (
            -score.quality,
            _distance(score.consensus, usual.get(event)),
            drift or 0.0,
            score.mt_likelihood,
        )
        for score, drift, event in zip(scores, drifts, events, strict=True)
    )


def _distance(consensus: float | None, usual: float | None) -> float:
    """How much farther from the others an article stands than usual in its event: what renderings
    have in common depends on their original, so only there does it tell one from another."""
    if consensus is None or usual is None or usual < _WORDED_ALIKE:
        return 0.0
    return usual - consensus


def _usual_consensus(scores: Sequence[Score], events: Sequence[str]) -> dict[str, float]:
    """The mean consensus in every event that has any."""
    told: defaultdict[str, list[float]] = defaultdict(list)
    for score, event in zip(scores, events, strict=True):
        if score.consensus is not None:
            told[event].append(score.consensus)
    return {event: fsum(values) / len(values) for event, values in told.items()}


def _alike(one: Score, other: Score) -> bool:
    return one.low <= other.quality <= one.high and other.low <= one.quality <= other.high
