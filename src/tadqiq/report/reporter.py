"""The contract of a report format."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Protocol, runtime_checkable

from ..model import ArticleAudit, Audit, Locale

Order = Literal["input", "best", "worst"]
"""As the articles came, or ranked with the best or the worst first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """How a report is laid out: ``width`` in terminal cells, ``colour`` only for a terminal.

    ``order`` None leaves it to the format: ranked tables, records in input order.
    """

    width: int = 100
    colour: bool = False
    order: Order | None = None


class Reporter(Protocol):
    """Turns an audit into text, the same to the byte for the same audit."""

    def render(self, audit: Audit, locale: Locale) -> str:
        """The whole report, ending in a newline unless it is empty."""


@runtime_checkable
class StreamingReporter(Reporter, Protocol):
    """A reporter that can also write one article at a time, before the batch is complete."""

    def record(self, article: ArticleAudit, signature: str, locale: Locale) -> str:
        """One article's part of the report, ending in a newline."""


def arrange(audit: Audit, order: Order) -> tuple[ArticleAudit, ...]:
    """The articles of ``audit`` in ``order``."""
    if order == "input":
        return audit.articles
    ranked = audit.ranked()
    return ranked if order == "best" else ranked[::-1]
