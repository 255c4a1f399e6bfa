"""What a page says of a batch as a whole, gathered in one reading of it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlsplit

from ...model import ArticleAudit, Audit, Locale
from ..provenance import provenance
from ..reasons import count_severities, reasons
from ..reporter import Layout
from .groups import Group, Kind, Row, Tally, Verdict, grouped, periods, verdicts

_GLANCE = 120  # characters of a text that has no title
_REASONS = 4
_CONTROL = re.compile(r"[\x00-\x20\x7f]")


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
        return verdicts(self.rows)


def survey(audit: Audit, layout: Layout, locale: Locale) -> Survey:
    """Reads every article once and keeps none."""
    tally = Tally()
    rows = []
    for index, article in enumerate(audit.articles):
        rows.append(_row(index, article, layout))
        tally.add(article.findings)
    words = sum(row.words for row in rows)
    ordered = _ordered(rows, layout)
    return Survey(
        rows=ordered,
        outlets=grouped(ordered, [row.outlet for row in ordered], worst_first=True),
        periods=periods(ordered),
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
        published=_utc(source.published),
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


def _utc(moment: datetime | None) -> datetime | None:
    """One clock for all; a time without a zone is taken for UTC."""
    if moment is None or moment.tzinfo is None:
        return moment and moment.replace(tzinfo=UTC)
    return moment.astimezone(UTC)


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
