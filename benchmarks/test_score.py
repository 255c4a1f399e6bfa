"""Speed of scoring: an article of 500 words with 40 findings, more than 1,000 a second."""

from __future__ import annotations

from typing import Any

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
from tadqiq.score import rank, score

WORD = "كلمات "
SENTENCES, WORDS = 20, 25


def _sentence(number: int) -> Sentence:
    start = number * WORDS * len(WORD)
    spans = [
        Span(at, at + len(WORD) - 1) for at in range(start, start + WORDS * len(WORD), len(WORD))
    ]
    tokens = tuple(
        Token(WORD.strip(), span, TokenKind.WORD, "Arabic", WORD.strip()) for span in spans
    )
    return Sentence(spans[0].cover(spans[-1]), tokens)


@pytest.fixture(scope="module")
def doc() -> Document:
    text = WORD * WORDS * SENTENCES
    profile = Profile(code="ar", name="Arabic", script="Arabic", foldings={"ـ": ""})
    sentences = tuple(_sentence(number) for number in range(SENTENCES))
    return Document(
        Article(id="a", text=text), profile, (Paragraph(Span(0, len(text)), "ar", sentences),)
    )


@pytest.fixture(scope="module")
def findings(doc: Document) -> list[Finding]:
    return [
        Finding(
            code="C101",
            kind="calque",
            category=Category.MISTRANSLATION,
            severity=Severity.MAJOR,
            confidence=0.8,
            span=Span(at, at + 5),
            quote=f"{WORD}{at % 11}",
            message=Message("wrong", "خطأ"),
        )
        for at in range(0, 40 * 70, 70)
    ]


def test_score_one_article(benchmark: Any, doc: Document, findings: list[Finding]) -> None:
    verdict = benchmark(score, doc, findings)
    assert verdict.words == SENTENCES * WORDS


def test_rank_ten_thousand_articles(benchmark: Any, doc: Document, findings: list[Finding]) -> None:
    scores = [score(doc, findings[:count]) for count in range(40)] * 250
    ids = [f"{number:05}" for number in range(len(scores))]
    ranks = benchmark(rank, ids, scores, [None] * len(ids))
    assert sorted(place.position for place in ranks) == list(range(1, len(ids) + 1))
