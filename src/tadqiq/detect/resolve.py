"""One cause, one finding."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from ..model import Finding


def resolve(findings: Iterable[Finding]) -> list[Finding]:
    """The findings in order of place, without the weaker of two that share a cause.

    Two findings share a cause if they overlap and are of one family (the first part of
    their kind), or cover exactly the same characters. The graver stays, then the surer,
    then the longer.
    """
    kept: list[Finding] = []  # in order of place
    starts: list[int] = []
    longest = 0
    for finding in sorted(findings, key=lambda finding: finding.strength):
        span = finding.span
        # Whatever overlaps begins before this ends, and not further back than the longest.
        first = bisect_left(starts, span.start - longest)
        last = bisect_right(starts, span.end)
        if not any(_one_cause(finding, other) for other in kept[first:last]):
            at = bisect_right(starts, span.start)
            starts.insert(at, span.start)
            kept.insert(at, finding)
            longest = max(longest, len(span))
    return sorted(kept, key=lambda finding: finding.order)


def _one_cause(one: Finding, other: Finding) -> bool:
    if one.span == other.span:
        return True
    if not one.span.overlap(other.span):
        return False
    return one.kind.partition(".")[0] == other.kind.partition(".")[0]
