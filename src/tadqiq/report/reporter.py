"""The contract of a report format."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Iterator, Sequence
from typing import Literal, Protocol, runtime_checkable

from ..model import ArticleAudit, Audit, Category, Locale, Message, Severity, record

Order = Literal["input", "best", "worst"]
"""As the articles came, or ranked with the best or the worst first."""


class RuleFacts(Protocol):
    """What a report may say of a rule beyond its findings; every rule is one."""

    @property
    def code(self) -> str: ...
    @property
    def kind(self) -> str: ...
    @property
    def category(self) -> Category: ...
    @property
    def severity(self) -> Severity: ...
    @property
    def title(self) -> Message: ...
    @property
    def reason(self) -> Message: ...


def _unknown(lang: str) -> Sequence[RuleFacts]:
    return ()


@record(kw_only=True)
class Layout:
    """How a report is laid out: ``width`` in terminal cells, ``colour`` only for a terminal.

    ``order`` None leaves it to the format: ranked tables, records in input order. ``rules`` gives
    the rules of a language, for formats that explain them. From the quality ``publish`` on an
    article may go out, from ``review`` on it is worth an editor's look. A page lists the first
    ``listed`` articles in its order, and has the texts of the first ``bodies`` of them.
    """

    width: int = 100
    colour: bool = False
    order: Order | None = None
    rules: Callable[[str], Sequence[RuleFacts]] = _unknown
    publish: float = 98.0
    review: float = 90.0
    listed: int = 5000
    bodies: int = 1000


class Reporter(Protocol):
    """Turns an audit into a report, the same to the byte for the same audit."""

    def parts(self, audit: Audit, locale: Locale) -> Iterator[bytes]:
        """The report piece by piece, so that no batch need be held twice."""


class TextReporter(ABC):
    """A reporter whose format is text, written in UTF-8."""

    @abstractmethod
    def text(self, audit: Audit, locale: Locale) -> Iterator[str]:
        """The report piece by piece, ending in a newline unless it is empty."""

    def parts(self, audit: Audit, locale: Locale) -> Iterator[bytes]:
        """The report in UTF-8; what UTF-8 cannot hold is escaped."""
        for piece in self.text(audit, locale):
            yield piece.encode("utf-8", "backslashreplace")

    def render(self, audit: Audit, locale: Locale) -> str:
        """The whole report at once."""
        return "".join(self.text(audit, locale))


@runtime_checkable
class StreamingReporter(Reporter, Protocol):
    """A reporter that can also write one article at a time, before the batch is complete."""

    def record(self, article: ArticleAudit, signature: str, locale: Locale) -> str:
        """One article's part of the report, ending in a newline."""


def arrange(audit: Audit, order: Order) -> Sequence[ArticleAudit]:
    """The articles of ``audit`` in ``order``."""
    if order == "input":
        return audit.articles
    ranked = audit.ranked()
    return ranked if order == "best" else ranked[::-1]
