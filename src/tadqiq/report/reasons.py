"""Why an article stands where it stands, in a few lines."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence

from ..model import Finding, Severity, record


@record
class Reason:
    """All findings of one kind: how many, of them how many of the gravest severity, and the
    best example."""

    kind: str
    count: int
    severity: Severity
    gravest: int
    example: Finding


def reasons(findings: Iterable[Finding]) -> tuple[Reason, ...]:
    """One reason a kind, the gravest first, then by the points that the findings weigh."""
    by_kind: defaultdict[str, list[Finding]] = defaultdict(list)
    for finding in findings:
        by_kind[finding.kind].append(finding)
    groups = sorted(by_kind.items(), key=lambda group: (_heaviness(group[1]), group[0]))
    return tuple(_reason(kind, group) for kind, group in groups)


def count_severities(findings: Iterable[Finding]) -> tuple[tuple[Severity, int], ...]:
    """How many findings of each severity, gravest first."""
    counts = Counter(finding.severity for finding in findings)
    return tuple((severity, counts[severity]) for severity in reversed(Severity))


def _reason(kind: str, group: Sequence[Finding]) -> Reason:
    example = min(group, key=lambda finding: (_gravity(finding), finding.order))
    gravest = sum(finding.severity is example.severity for finding in group)
    return Reason(kind, len(group), example.severity, gravest, example)


def _gravity(finding: Finding) -> tuple[int, float]:
    return (-finding.severity.rank, -finding.confidence)


def _heaviness(group: Sequence[Finding]) -> tuple[int, float]:
    """Sort key. Severity first: twenty misplaced spaces must not hide a reversed role."""
    gravest = max(finding.severity.rank for finding in group)
    return (-gravest, -sum(sorted(f.severity.points * f.confidence for f in group)))
