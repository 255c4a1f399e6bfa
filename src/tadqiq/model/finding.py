"""One artefact found in one article."""

from __future__ import annotations

from .message import Message
from .mqm import Category, Severity
from .record import record
from .span import Span


@record
class Suggestion:
    """What to write in place of the finding's span. ``safe``: no editor need look."""

    replacement: str
    safe: bool = False


@record
class Evidence:
    """A place in a sibling article that speaks against the span; ``similarity`` is 0–1."""

    article: str
    span: Span
    quote: str
    similarity: float


@record(kw_only=True)
class Finding:
    """An artefact: where, of what kind, how grave, how sure (0–1), why, and the correction."""

    code: str
    kind: str
    category: Category
    severity: Severity
    confidence: float
    span: Span
    quote: str
    message: Message
    suggestions: tuple[Suggestion, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    quoted: bool = False

    @property
    def order(self) -> tuple[int, int, str]:
        """Sort key: by place, then by code."""
        return (self.span.start, self.span.end, self.code)

    @property
    def strength(self) -> tuple[float, float, int, int, str]:
        """Sort key: the graver first, then the surer, then the longer, then by place and code."""
        return (
            -self.severity.rank,
            -self.confidence,
            -len(self.span),
            self.span.start,
            self.code,
        )
