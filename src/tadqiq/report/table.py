"""The ranking on a terminal, with the reasons."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..model import ArticleAudit, Audit, Locale, Severity
from . import words
from .grid import printed
from .plain import cells, clip, isolate, quotation, visible
from .provenance import provenance
from .reasons import Reason, reasons
from .refusals import refusal
from .reporter import Layout, TextReporter, arrange

if TYPE_CHECKING:
    from rich.table import Table
    from rich.text import Text

_REASONS = 5
_SHORTEST = 12  # cells; a quote cut to less gets a line of its own
_RANK, _QUALITY, _DRIFT, _MACHINE, _WORDS, _EVENT = 5, 10, 8, 4, 5, 7  # cells
_BETWEEN = 2 * 6 + 1  # padding and divider of seven columns
_GLANCE = 1000  # characters in which the first words of a text are looked for
_LEAST = 28  # cells for the article and its reasons: 80 in all, however narrow the terminal


@dataclass(frozen=True, slots=True)
class TableReporter(TextReporter):
    """A table as wide as the terminal; best article first unless the layout says otherwise."""

    layout: Layout

    def text(self, audit: Audit, locale: Locale) -> Iterator[str]:
        """The table, what the columns mean, the totals and what was not audited."""
        totals = _Totals()
        if audit.articles:
            yield self._table(audit, totals, locale) + "\n"
        yield "".join(f"{line}\n" for line in self._summary(audit, totals, locale))

    def _table(self, audit: Audit, totals: _Totals, locale: Locale) -> str:
        room = self._room()
        table = _empty_table(room, locale)
        for article in arrange(audit, self.layout.order or "best"):
            table.add_row(*_row(article, room, locale))
            totals.add(article)
        return printed(table, width=room + _fixed(), colour=self.layout.colour)

    def _room(self) -> int:
        return max(_LEAST, self.layout.width - _fixed())

    def _summary(self, audit: Audit, totals: _Totals, locale: Locale) -> Iterable[str]:
        if totals.tied:
            yield words.TIED.to(locale)
        if totals.lone:
            yield f"–: {words.NO_SIBLING.to(locale)}"
        if totals.articles:
            yield words.UNCALIBRATED.to(locale)
        if totals.short:
            yield f"{words.SHORT.to(locale)}: {words.UNRELIABLE.to(locale)}"
        yield _counted(audit, totals, locale)
        for rejection in audit.rejections:
            origin, reason = visible(rejection.origin), visible(refusal(rejection.reason, locale))
            yield f"{words.REJECTED.to(locale)}: {isolate(origin)}: {isolate(reason)}"
        yield f"{words.SIGNATURE.to(locale)}: {isolate(visible(audit.signature))}"


@dataclass(slots=True)
class _Totals:
    """What the lines beneath the table say, counted while the rows are written."""

    articles: int = 0
    tied: bool = False
    lone: bool = False
    short: bool = False
    events: set[str] = field(default_factory=set)
    severities: Counter[Severity] = field(default_factory=Counter)

    def add(self, article: ArticleAudit) -> None:
        """Counts one article."""
        self.articles += 1
        self.tied |= article.tied
        self.lone |= article.drift.value is None
        self.short |= not article.score.reliable
        self.events.add(article.event.id)
        self.severities.update(finding.severity for finding in article.findings)


def _fixed() -> int:
    return _RANK + _QUALITY + _DRIFT + _MACHINE + _WORDS + _EVENT + _BETWEEN


def _empty_table(room: int, locale: Locale) -> Table:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), show_edge=False)
    columns = (
        (words.RANK, _RANK),
        (words.QUALITY, _QUALITY),
        (words.DRIFT, _DRIFT),
        (words.MACHINE, _MACHINE),
        (words.WORDS, _WORDS),
        (words.EVENT, _EVENT),
    )
    for label, width in columns:
        table.add_column(Text(label.to(locale)), width=width, justify="right")
    table.add_column(Text(words.REASONS.to(locale)), width=room)
    return table


def _row(article: ArticleAudit, room: int, locale: Locale) -> tuple[Text, ...]:
    from rich.text import Text

    score, drift = article.score, article.drift.value
    quality = Text(f"{score.quality:.1f}")
    quality.append(f"\n{score.low:.1f}–{score.high:.1f}", style="dim")
    if not score.reliable:
        quality.append(f"\n{words.SHORT.to(locale)}", style="yellow")
    drifted = Text("–" if drift is None else f"{drift:.2f}")
    why = Text(f"{_title(article, room)}\n", style="bold")
    why.append(Text("\n".join(_lines(article, room, locale)), style="not bold"))
    return (
        Text(("=" if article.tied else "") + str(article.rank)),
        quality,
        drifted,
        Text(f"{score.mt_likelihood:.2f}"),
        Text(str(score.words)),
        Text(quotation(article.event.id, _EVENT)),
        why,
    )


def _title(article: ArticleAudit, room: int) -> str:
    """Id and title; without a title the first words of the text."""
    source = article.document.article
    title = source.title or next(iter(source.text[:_GLANCE].strip().splitlines()), "")
    name = clip(visible(source.id), room // 2)
    return f"{isolate(name)} {quotation(title.strip(), room - cells(name) - 1)}"


def _lines(article: ArticleAudit, room: int, locale: Locale) -> list[str]:
    found = reasons(article.findings)
    lines = [_line(reason, room, locale) for reason in found[:_REASONS]]
    if len(found) > _REASONS:
        lines.append(words.MORE.to(locale).format(count=len(found) - _REASONS))
    known = provenance(article)
    if known:
        lines.append(known.to(locale))
    return lines or [words.NOTHING.to(locale)]


def _line(reason: Reason, room: int, locale: Locale) -> str:
    severity = words.SEVERITIES[reason.severity].to(locale)
    if reason.gravest < reason.count:
        severity = f"{reason.gravest} {severity}"
    head = f"{reason.count}× {words.kind_name(reason.kind, locale)} ({severity}) "
    quote, left = reason.example.quote, room - cells(head)
    if left < min(_SHORTEST, cells(visible(quote))):
        return f"{head}\n  {quotation(quote, room - 2)}"
    return head + quotation(quote, left)


def _counted(audit: Audit, totals: _Totals, locale: Locale) -> str:
    graded = words.COMMA.to(locale).join(
        f"{words.SEVERITIES[severity].to(locale)} {totals.severities[severity]}"
        for severity in reversed(Severity)
    )
    said = (
        f"{words.ARTICLES.to(locale)}: {totals.articles}",
        f"{words.EVENTS.to(locale)}: {len(totals.events)}",
        f"{words.FINDINGS.to(locale)}: {totals.severities.total()} ({graded})",
        f"{words.REJECTED.to(locale)}: {len(audit.rejections)}",
    )
    return " · ".join(said)
