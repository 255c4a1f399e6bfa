"""The ranking for a spreadsheet: one row an article, best first.

The file begins with a byte order mark, without which Excel takes Arabic for another encoding. A
text that a spreadsheet would run as a formula gets an apostrophe before it.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from io import StringIO

from ..model import ArticleAudit, Audit, Locale
from .reasons import count_severities, reasons
from .records import Json, record
from .reporter import Layout, TextReporter, arrange

COLUMNS = (
    "rank", "tied", "id", "title", "outlet", "url", "published", "lang", "words", "quality", "low",
    "high", "reliable", "drift", "mt_likelihood", "declared_mt", "event", "siblings", "findings",
    "critical", "major", "minor", "kinds", "text_sha256", "signature",
)  # fmt: skip
"""Names as in the records of ``jsonl``; ``siblings`` and ``findings`` are numbers here, ``low`` and
``high`` the interval of the quality, ``kinds`` as in ``calque 3; latin 1``, the gravest first."""

_FORMULA = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class CsvReporter(TextReporter):
    """A line of column names, then a row an article; RFC 4180, with LF line ends."""

    layout: Layout

    def text(self, audit: Audit, locale: Locale) -> Iterator[str]:
        """Row by row."""
        yield "\ufeff" + line(COLUMNS)
        for article in arrange(audit, self.layout.order or "best"):
            yield line(cell(value) for value in _row(article, audit.signature, locale))


def _row(article: ArticleAudit, signature: str, locale: Locale) -> Iterator[Json]:
    found, score = article.findings, article.score
    known = record(article, signature, locale) | {
        "low": round(score.low, 2),
        "high": round(score.high, 2),
        "siblings": len(article.event.siblings(article.document.id)),
        "findings": len(found),
        "kinds": "; ".join(f"{reason.kind} {reason.count}" for reason in reasons(found)),
        **{severity.value: count for severity, count in count_severities(found)},
    }
    return (known[name] for name in COLUMNS)


def cell(value: Json) -> str:
    """A value as it stands in a cell."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_FORMULA) else value
    return str(value)


def line(cells: Iterable[str], delimiter: str = ",") -> str:
    """A row, quoted where it must be."""
    sink = StringIO()
    csv.writer(sink, delimiter=delimiter, lineterminator="\n").writerow(cells)
    return sink.getvalue()
