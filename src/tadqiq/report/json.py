"""The whole audit as one JSON object."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from textwrap import indent

from ..model import Audit, Locale
from .records import Json, dump, record
from .refusals import refusal
from .reporter import Layout, TextReporter, arrange


@dataclass(frozen=True, slots=True)
class JsonReporter(TextReporter):
    """``{"signature", "articles": [record...], "rejections": [{"origin", "reason"}...]}``."""

    layout: Layout

    def text(self, audit: Audit, locale: Locale) -> Iterator[str]:
        """One object, indented, for people and for tools that read a file at once."""
        yield f'{{\n  "signature": {dump(audit.signature)},\n  "articles": '
        articles = arrange(audit, self.layout.order or "input")
        yield from elements(record(article, audit.signature, locale) for article in articles)
        yield ',\n  "rejections": '
        yield from elements(
            {"origin": rejection.origin, "reason": refusal(rejection.reason, locale)}
            for rejection in audit.rejections
        )
        yield "\n}\n"


def elements(values: Iterable[Json]) -> Iterator[str]:
    """A JSON array, one element at a time, indented as a member of an object."""
    opened = False
    for value in values:
        yield ",\n" if opened else "[\n"
        yield indent(dump(value, indent=2), "    ", lambda line: True)
        opened = True
    yield "\n  ]" if opened else "[]"
