"""One JSON record an article and line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..model import ArticleAudit, Audit, Locale
from .records import dump, record
from .reporter import Layout, TextReporter, arrange


@dataclass(frozen=True, slots=True)
class JsonlReporter(TextReporter):
    """Records that can be streamed; rejections have no line, they are no articles."""

    layout: Layout

    def record(self, article: ArticleAudit, signature: str, locale: Locale) -> str:
        """One article's line."""
        return dump(record(article, signature, locale)) + "\n"

    def text(self, audit: Audit, locale: Locale) -> Iterator[str]:
        """Every article's line."""
        for article in arrange(audit, self.layout.order or "input"):
            yield self.record(article, audit.signature, locale)
