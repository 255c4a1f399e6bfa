"""One JSON record an article and line."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import ArticleAudit, Audit, Locale
from .records import dump, record
from .reporter import Layout, arrange


@dataclass(frozen=True, slots=True)
class JsonlReporter:
    """Records that can be streamed; rejections have no line, they are no articles."""

    layout: Layout

    def record(self, article: ArticleAudit, signature: str, locale: Locale) -> str:
        """One article's line."""
        return dump(record(article, signature, locale)) + "\n"

    def render(self, audit: Audit, locale: Locale) -> str:
        """Every article's line."""
        return "".join(
            self.record(article, audit.signature, locale)
            for article in arrange(audit, self.layout.order or "input")
        )
