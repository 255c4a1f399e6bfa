"""Articles of a page in groups: by outlet, by period, by kind of finding."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median
from typing import Literal

from ...model import Finding, Message, Severity
from ..provenance import LOOKS
from ..reasons import Reason

_PERIODS = ("%Y-%m-%d %H:00", "%Y-%m-%d", "%Y-%m", "%Y")
_MOST_PERIODS, _FEW_DAYS = 48, 2
Verdict = Literal["publish", "review", "reject"]


@dataclass(frozen=True, slots=True)
class Row:
    """One article in the ranking; ``index`` is its place in the batch as it came."""

    index: int
    id: str
    title: str
    lang: str
    rtl: bool
    outlet: str | None
    url: str | None
    published: datetime | None
    words: int
    quality: float
    low: float
    high: float
    reliable: bool
    rank: int
    tied: bool
    drift: float | None
    mt: float
    provenance: Message | None
    event: str
    verdict: Verdict
    kinds: tuple[str, ...]
    reasons: tuple[Reason, ...]
    severities: tuple[tuple[Severity, int], ...]

    @property
    def findings(self) -> int:
        """How many there are."""
        return sum(count for _, count in self.severities)


@dataclass(frozen=True, slots=True)
class Group:
    """Articles of one outlet or period: how many of each verdict, the median quality, the share
    that looks machine-translated, and findings per 1,000 words."""

    name: str | None
    rows: int
    verdicts: dict[Verdict, int]
    quality: float
    machine: float
    findings: float


@dataclass(frozen=True, slots=True)
class Kind:
    """Findings of one kind: in how many articles, how grave, and per 1,000 words."""

    name: str
    count: int
    articles: int
    severities: dict[Severity, int]
    rate: float


class Tally:
    """Findings by kind, counted on the way."""

    def __init__(self) -> None:
        self._severities: defaultdict[str, Counter[Severity]] = defaultdict(Counter)
        self._articles: Counter[str] = Counter()

    def add(self, findings: Sequence[Finding]) -> None:
        for finding in findings:
            self._severities[finding.kind][finding.severity] += 1
        self._articles.update({finding.kind for finding in findings})

    def kinds(self, words: int) -> tuple[Kind, ...]:
        """The most frequent first."""
        made = (
            Kind(
                name,
                counts.total(),
                self._articles[name],
                dict(counts),
                _rate(counts.total(), words),
            )
            for name, counts in self._severities.items()
        )
        return tuple(sorted(made, key=lambda kind: (-kind.count, kind.name)))


def grouped(
    rows: Sequence[Row], names: Sequence[str | None], *, worst_first: bool = False
) -> tuple[Group, ...]:
    """Rows of one name together, by name or the lowest median quality first."""
    members: defaultdict[str | None, list[Row]] = defaultdict(list)
    for row, name in zip(rows, names, strict=True):
        members[name].append(row)
    made = [_group(name, group) for name, group in members.items()]
    if worst_first:
        return tuple(sorted(made, key=lambda group: (group.quality, -group.rows, group.name or "")))
    return tuple(sorted(made, key=lambda group: group.name or ""))


def _group(name: str | None, rows: Sequence[Row]) -> Group:
    return Group(
        name=name,
        rows=len(rows),
        verdicts=verdicts(rows),
        quality=median(row.quality for row in rows),
        machine=sum(row.mt >= LOOKS for row in rows) / len(rows),
        findings=_rate(sum(row.findings for row in rows), sum(row.words for row in rows)),
    )


def verdicts(rows: Iterable[Row]) -> dict[Verdict, int]:
    """How many rows of each verdict, the worst first."""
    counts = Counter(row.verdict for row in rows)
    return {"reject": counts["reject"], "review": counts["review"], "publish": counts["publish"]}


def periods(rows: Sequence[Row]) -> tuple[Group, ...]:
    """By the hour, day, month or year, as fine as stays readable."""
    dated = [(row, row.published) for row in rows if row.published is not None]
    days = len({when.date() for _, when in dated})
    for form in _PERIODS if days <= _FEW_DAYS else _PERIODS[1:]:
        names = [when.strftime(form) for _, when in dated]
        if len(set(names)) <= _MOST_PERIODS:
            break
    return grouped([row for row, _ in dated], names)


def _rate(count: int, words: int) -> float:
    return 1000 * count / words if words else 0.0
