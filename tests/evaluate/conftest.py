"""Gold and findings made by hand."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tadqiq.evaluate import GoldArticle, GoldSpan
from tadqiq.model import Category, Finding, Message, Severity, Span

TEXT = "0123456789" * 10


def gold_span(
    start: int, end: int, kind: str = "calque", severity: str = "major", *, optional: bool = False
) -> GoldSpan:
    return GoldSpan(Span(start, end), TEXT[start:end], kind, Severity(severity), optional=optional)


@pytest.fixture(scope="session")
def finding() -> Callable[..., Finding]:
    """A finding between two offsets, by default a major calque."""

    def build(
        start: int, end: int, kind: str = "calque", severity: str = "major", code: str = "C101"
    ) -> Finding:
        return Finding(
            code=code,
            kind=kind,
            category=Category.MISTRANSLATION,
            severity=Severity(severity),
            confidence=1.0,
            span=Span(start, end),
            quote=TEXT[start:end],
            message=Message("", ""),
        )

    return build


@pytest.fixture(scope="session")
def gold() -> tuple[GoldArticle, ...]:
    """Two articles: three required spans and an optional one; none."""
    spans = (
        gold_span(0, 10),
        gold_span(20, 30, "agreement.gender", "critical"),
        gold_span(40, 50, "grammar", "minor"),
        gold_span(60, 70, "style", "minor", optional=True),
    )
    return (GoldArticle("a", TEXT, spans), GoldArticle("b", TEXT, ()))
