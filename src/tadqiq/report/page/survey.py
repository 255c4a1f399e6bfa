"""What a page says of a batch as a whole, gathered in one reading of it."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from statistics import median
from typing import Literal
from urllib.parse import urlsplit

from ...model import ArticleAudit, Audit, Finding, Locale, Message, Severity
from ..provenance import LOOKS, provenance
from ..reasons import Reason, count_severities, reasons
from ..reporter import Layout

Verdict = Literal["publish", "review", "reject"]

_GLANCE = 120  # characters of a text that has no title
_REASONS = 4
_CONTROL = re.compile(r"[\x00-\x20\x7f]")


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


@dataclass(frozen=True, slots=True)
class Survey:
    """The batch: every row, worst first unless ordered otherwise, and the groups they form."""

    rows: tuple[Row, ...]
    outlets: tuple[Group, ...]
    periods: tuple[Group, ...]
    kinds: tuple[Kind, ...]
    events: tuple[tuple[Row, ...], ...]

    @property
    def findings(self) -> int:
        """How many there are in all."""
        return sum(row.findings for row in self.rows)

    @property
    def named(self) -> bool:
        """Whether anything is said of outlets at all."""
        return any(group.name is not None for group in self.outlets)

    @property
    def verdicts(self) -> dict[Verdict, int]:
        """How many articles of each verdict."""
        return _verdicts(self.rows)


def survey(audit: Audit, layout: Layout, locale: Locale) -> Survey:
    """Reads every article once and keeps none."""
    tally = _Tally()
    rows = []
    for index, article in enumerate(audit.articles):
        rows.append(_row(index, article, layout))
        tally.add(article.findings)
    words = sum(row.words for row in rows)
    ordered = _ordered(rows, layout)
    return Survey(
        rows=ordered,
        outlets=_groups(ordered, [row.outlet for row in ordered], worst_first=True),
        periods=_periods(ordered),
        kinds=tally.kinds(words),
        events=_events(ordered),
    )


def safe_url(url: str | None) -> str | None:
    """``url`` where it is one of the web's that a reader may be sent to, else None."""
    if not url or _CONTROL.search(url):
        return None
    try:
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.netloc else None


def title_of(article: ArticleAudit) -> str:
    """The title, or the first words of the text."""
    source = article.document.article
    title = source.title or next(iter(source.text.strip()[: 2 * _GLANCE].splitlines()), "")
    title = " ".join(title.split())
    return title if len(title) <= _GLANCE else title[: _GLANCE - 1] + "…"


class _Tally:
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


def _row(index: int, article: ArticleAudit, layout: Layout) -> Row:
    source, score, profile = article.document.article, article.score, article.document.profile
    why = reasons(article.findings)
    return Row(
        index=index,
        id=source.id,
        title=title_of(article),
        lang=profile.code,
        rtl=profile.rtl,
        outlet=source.outlet,
        url=safe_url(source.url),
        published=source.published,
        words=score.words,
        quality=score.quality,
        low=score.low,
        high=score.high,
        reliable=score.reliable,
        rank=article.rank,
        tied=article.tied,
        drift=article.drift.value,
        mt=score.mt_likelihood,
        provenance=provenance(article),
        event=article.event.id,
        verdict=_verdict(score.quality, layout),
        kinds=tuple(reason.kind for reason in why),
        reasons=why[:_REASONS],
        severities=count_severities(article.findings),
    )


def _verdict(quality: float, layout: Layout) -> Verdict:
    if quality >= layout.publish:
        return "publish"
    return "review" if quality >= layout.review else "reject"


def _ordered(rows: list[Row], layout: Layout) -> tuple[Row, ...]:
    if layout.order == "input":
        return tuple(rows)
    return tuple(sorted(rows, key=lambda row: row.rank, reverse=layout.order != "best"))


def _events(rows: Sequence[Row]) -> tuple[tuple[Row, ...], ...]:
    """The rows event by event, events in the order of their first row."""
    members: defaultdict[str, list[Row]] = defaultdict(list)
    for row in rows:
        members[row.event].append(row)
    return tuple(tuple(group) for group in members.values())


def _groups(
    rows: Sequence[Row], names: Sequence[str | None], *, worst_first: bool = False
) -> tuple[Group, ...]:
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
        verdicts=_verdicts(rows),
        quality=median(row.quality for row in rows),
        machine=sum(row.mt >= LOOKS for row in rows) / len(rows),
        findings=_rate(sum(row.findings for row in rows), sum(row.words for row in rows)),
    )


def _verdicts(rows: Iterable[Row]) -> dict[Verdict, int]:
    counts = Counter(row.verdict for row in rows)
    return {"reject": counts["reject"], "review": counts["review"], "publish": counts["publish"]}


_PERIODS = ("%Y-%m-%d %H:00", "%Y-%m-%d", "%Y-%m", "%Y")
_MOST_PERIODS, _FEW_DAYS = 48, 2


def _periods(rows: Sequence[Row]) -> tuple[Group, ...]:
    """By the hour, day, month or year, as fine as stays readable."""
    dated = [(row, row.published) for row in rows if row.published is not None]
    days = len({when.date() for _, when in dated})
    for form in _PERIODS if days <= _FEW_DAYS else _PERIODS[1:]:
        names = [when.strftime(form) for _, when in dated]
        if len(set(names)) <= _MOST_PERIODS:
            break
    return _groups([row for row, _ in dated], names)


def _rate(count: int, words: int) -> float:
    return 1000 * count / words if words else 0.0
