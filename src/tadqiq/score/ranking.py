"""The order of a batch: total, deterministic, and honest about ties."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from ..model import Score, record


@record
class Rank:
    """``position`` 1 is the best; ``tied`` if a neighbour in the order is no different."""

    position: int
    tied: bool


def rank(
    ids: Sequence[str], scores: Sequence[Score], drifts: Sequence[float | None]
) -> tuple[Rank, ...]:
    """The rank of every article, in the order given.

    Better is: higher quality, then lower drift (no sibling counts as none), then lower
    mt_likelihood, then id. Two neighbours are tied where each one's quality lies inside the
    other's interval. Raises ValueError if the three sequences differ in length.
    """
    entries = list(zip(ids, scores, drifts, strict=True))
    order = sorted(range(len(entries)), key=lambda index: _key(*entries[index]))
    tied = [False] * len(entries)
    for better, worse in pairwise(order):
        if _alike(scores[better], scores[worse]):
            tied[better] = tied[worse] = True
    position = {index: place for place, index in enumerate(order, start=1)}
    return tuple(Rank(position[index], tied[index]) for index in range(len(entries)))


def _key(name: str, score: Score, drift: float | None) -> tuple[float, float, float, str]:
    return (-score.quality, drift or 0.0, score.mt_likelihood, name)


def _alike(one: Score, other: Score) -> bool:
    return one.low <= other.quality <= one.high and other.low <= one.quality <= other.high
