"""Sorted stretches that do not overlap."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence

Interval = tuple[int, int]


def merge(stretches: Iterable[Interval]) -> list[Interval]:
    """The same characters as disjoint stretches in order."""
    merged: list[Interval] = []
    for start, end in sorted(stretches):
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return merged


def holds(stretches: Sequence[Interval], at: int) -> bool:
    """Whether one of the merged ``stretches`` covers the character at ``at``."""
    index = bisect_right(stretches, (at, at)) - 1
    if index + 1 < len(stretches) and stretches[index + 1][0] == at:
        index += 1
    return index >= 0 and stretches[index][0] <= at < stretches[index][1]


def overlapping(stretches: Sequence[Interval], start: int, end: int) -> Sequence[Interval]:
    """Those of the merged ``stretches`` that share a character with ``start``-``end``."""
    first = max(0, bisect_right(stretches, (start, start)) - 1)
    last = bisect_right(stretches, (end, end))
    return [part for part in stretches[first:last] if part[0] < end and start < part[1]]
