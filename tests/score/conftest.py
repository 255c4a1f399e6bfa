"""Documents and findings made by hand, so that scoring is tested without any other room."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from tadqiq.model import (
    Article,
    Category,
    Document,
    Finding,
    Message,
    Paragraph,
    Profile,
    Sentence,
    Severity,
    Span,
    Token,
    TokenKind,
)

PROFILE = Profile(code="ar", name="Arabic", script="Arabic", rtl=True, foldings={"َ": "", "ـ": ""})
WORD = re.compile(r"\w+|[^\w\s]")


def _kind(text: str) -> TokenKind:
    if text.isdigit():
        return TokenKind.NUMBER
    return TokenKind.WORD if text[0].isalpha() else TokenKind.PUNCTUATION


def _sentence(match: re.Match[str]) -> Sentence:
    tokens = tuple(
        Token(
            text=word.group(),
            span=Span(*word.span()).shift(match.start()),
            kind=_kind(word.group()),
            script="Arabic",
            folded=word.group(),
        )
        for word in WORD.finditer(match.group())
    )
    return Sentence(Span(*match.span()), tokens)


@pytest.fixture
def document() -> Callable[[str], Document]:
    """Text to document: a sentence ends at a full stop."""

    def build(text: str) -> Document:
        sentences = tuple(_sentence(match) for match in re.finditer(r"[^.]+\.?", text))
        whole = (Paragraph(Span(0, len(text)), "ar", sentences),) if sentences else ()
        return Document(Article(id="a", text=text), PROFILE, whole)

    return build


@pytest.fixture
def finding() -> Callable[..., Finding]:
    """A finding with everything but what a test is about filled in."""

    def build(
        start: int = 0,
        quote: str = "كلمة",
        *,
        code: str = "C101",
        kind: str = "calque",
        category: Category = Category.MISTRANSLATION,
        severity: Severity = Severity.MINOR,
        confidence: float = 1.0,
    ) -> Finding:
        return Finding(
            code=code,
            kind=kind,
            category=category,
            severity=severity,
            confidence=confidence,
            span=Span(start, start + len(quote)),
            quote=quote,
            message=Message("wrong", "خطأ"),
        )

    return build
