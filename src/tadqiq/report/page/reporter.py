"""The page, section by section: the batch as a whole first, then event by event."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from ...model import ArticleAudit, Audit, Locale
from .. import words
from ..refusals import refusal
from ..reporter import Layout, TextReporter
from .body import Body, Siblings, body
from .environment import assets, environment
from .groups import Row
from .labels import labels
from .survey import survey

if TYPE_CHECKING:
    from jinja2 import Template

_PIECE = 64 * 1024  # characters written at once


@dataclass(frozen=True, slots=True)
class HtmlReporter(TextReporter):
    """Worst first unless the layout says otherwise; a single article has its page to itself."""

    layout: Layout

    def text(self, audit: Audit, locale: Locale) -> Iterator[str]:
        """The page. Articles are read once for the ranking, and once more for their texts."""
        template: Template = environment().get_template("page.html")
        found = survey(audit, self.layout, locale)
        bodied = {row.index for row in found.rows[: self.layout.bodies]}
        outlets = {group.name: number for number, group in enumerate(found.outlets)}
        pieces = template.generate(
            t=labels(locale),
            locale=locale,
            assets=assets(),
            layout=self.layout,
            survey=found,
            listed=found.rows[: self.layout.listed],
            bodied=bodied,
            outlets=outlets,
            events={members[0].event: number for number, members in enumerate(found.events)},
            texts=_Texts(audit, bodied, locale),
            rejections=[
                replace(one, reason=refusal(one.reason, locale)) for one in audit.rejections
            ],
            signature=audit.signature,
            severity={
                severity: message.to(locale) for severity, message in words.SEVERITIES.items()
            },
            kind_name=lambda kind: words.kind_name(kind, locale),
            single=len(found.rows) == 1,
        )
        yield from _gathered(pieces)


@dataclass(frozen=True, slots=True)
class _Texts:
    """Reads articles again when the template comes to them, one event at a time."""

    audit: Audit
    bodied: set[int]
    locale: Locale

    def of(self, members: Iterable[Row]) -> Iterator[tuple[ArticleAudit, Row, Body]]:
        """Each of an event's articles that has its text on the page, with its siblings known."""
        read = {
            row.id: (self.audit.articles[row.index], row)
            for row in members
            if row.index in self.bodied
        }
        siblings = Siblings(
            {name: article for name, (article, _) in read.items()},
            {name: row.index for name, (_, row) in read.items()},
        )
        for article, row in read.values():
            yield article, row, body(article, siblings, self.locale)


def _gathered(pieces: Iterable[str]) -> Iterator[str]:
    """The same text in pieces that are worth writing."""
    held: list[str] = []
    size = 0
    for piece in pieces:
        held.append(piece)
        size += len(piece)
        if size >= _PIECE:
            yield "".join(held)
            held, size = [], 0
    yield "".join(held)
