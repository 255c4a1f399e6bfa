"""One made-up audit with everything that is hard to print."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tadqiq.model import (
    Article,
    ArticleAudit,
    Audit,
    Category,
    Document,
    Drift,
    Event,
    Evidence,
    Finding,
    Message,
    Profile,
    Rejection,
    Score,
    Severity,
    Span,
    Suggestion,
)

ARABIC = Profile(code="ar", name="Arabic", script="Arabic", rtl=True)
ENGLISH = Profile(code="en", name="English", script="Latin")

RAW = (
    "بوتين روسيا يتحدث مع Zelenskyy\n\n"
    "قال الوزير في 14 أكتوبر 2025 إن الحكومة الجديد ستدرس طلبا بقيمة 3.5 مليارات دولار ، وإنها سترسل "
    "صواريخ Patriot إلى كييف قبل نهاية العام، في خطوة وصفها مراقبون بأنها تصعيد خطير للحرب التي دخلت "
    "عامها الرابع.\r\n"
    "كان لديهم محادثة طويلة 🇺🇦 عبر الهاتف.\n"
    "إعلان"
)
CLEAN = "أجرى الرئيس اتصالا هاتفيا أمس 📞 بنظيره."
HOSTILE = "Breaking\x1b[31m news \u202eevil\u202c text\nsecond\tline"


def found(text: str, quote: str, **facts: object) -> Finding:
    start = text.index(quote)
    base: dict[str, object] = {
        "code": "C101",
        "kind": "calque",
        "category": Category.MISTRANSLATION,
        "severity": Severity.MINOR,
        "confidence": 0.9,
        "span": Span(start, start + len(quote)),
        "quote": quote,
        "message": Message("A literal rendering.", "ترجمة حرفية."),
    }
    return Finding(**base | facts)  # type: ignore[arg-type]


def raw_findings() -> tuple[Finding, ...]:
    return (
        found(RAW, "بوتين روسيا", code="C201", suggestions=(Suggestion("الرئيس الروسي بوتين"),)),
        found(
            RAW,
            "Zelenskyy",
            code="L101",
            kind="latin",
            category=Category.UNTRANSLATED,
            severity=Severity.MAJOR,
            message=Message("A name left in Latin letters.", "اسم تُرك بحروف لاتينية."),
            suggestions=(Suggestion("زيلينسكي", safe=True), Suggestion("زيلنسكي")),
        ),
        found(
            RAW,
            "14 أكتوبر 2025 إن الحكومة",
            code="M101",
            kind="meaning",
            severity=Severity.CRITICAL,
            confidence=0.7,
            message=Message("The siblings give another date.", "تذكر المقالات النظيرة تاريخا آخر."),
            evidence=(Evidence("b", Span(0, 11), "15 أكتوبر 2025", 0.875),),
        ),
        found(
            RAW,
            "الحكومة الجديد",
            code="A201",
            kind="agreement.gender",
            category=Category.GRAMMAR,
            severity=Severity.MAJOR,
            message=Message("Noun and adjective disagree in gender.", "الصفة لا تطابق الموصوف."),
            suggestions=(Suggestion("الحكومة الجديدة", safe=True),),
        ),
        found(
            RAW,
            " ،",
            code="P101",
            kind="punctuation.spacing",
            category=Category.PUNCTUATION,
            message=Message("Space before a comma.", "مسافة قبل الفاصلة."),
            suggestions=(Suggestion("،", safe=True),),
        ),
        found(RAW, "Patriot", code="L101", kind="latin", category=Category.UNTRANSLATED),
        found(RAW, "كان لديهم محادثة طويلة", code="C102"),
        found(
            RAW,
            "🇺🇦",
            code="E101",
            kind="encoding",
            category=Category.ENCODING,
            message=Message("A symbol in the prose.", "رمز داخل النص."),
            suggestions=(Suggestion(""),),
        ),
        found(
            RAW, "إعلان", code="B101", kind="boilerplate", category=Category.NON_CONTENT, confidence=1.0
        ),
    )  # fmt: skip


def article(text: str, profile: Profile = ARABIC, **facts: object) -> Document:
    return Document(Article(text=text, **facts), profile, ())  # type: ignore[arg-type]


@pytest.fixture(scope="session")
def audit() -> Audit:
    """Arabic with Latin digits and emoji, overlapping spans, nothing found, hostile input."""
    one_event = Event("e-1", ("a", "b"))
    raw = ArticleAudit(
        article(
            RAW,
            id="a",
            origin="feed/a.txt",
            outlet="صحيفة",
            url="https://example.org/a?x=1&y=2",
            published=datetime(2025, 10, 14, 9, 30, tzinfo=UTC),
            extra={"desk": "عالم", "score": float("nan"), "tags": ("a", 1)},
        ),
        raw_findings(),
        Drift(0.25, unsupported=2),
        Score(52.345, 40.1, 61.987, False, 34.0, 61, 0.8125, 41.239, 57.249),
        one_event,
        rank=3,
    )
    clean = ArticleAudit(
        article(CLEAN, id="b", origin="feed/b.jsonl:2", title="اتصال هاتفي"),
        (),
        Drift(0.0),
        Score(100.0, 98.5, 100.0, True, 0.0, 200, 0.0759, 41.239),
        one_event,
        rank=1,
        tied=True,
    )
    hostile = ArticleAudit(
        article(HOSTILE, ENGLISH, id="a-very-long-identifier-from-somebody's-feed-0123456789"),
        (found(HOSTILE, "news \u202eevil", code="E102", kind="encoding"),),
        Drift(None),
        Score(99.5, 97.0, 100.0, True, 1.0, 200, 0.2),
        Event("a-very-long-event-identifier", ("a-very-long-identifier",)),
        rank=2,
        tied=True,
    )
    rejections = (Rejection("feed/empty.txt", "empty file; there is nothing to audit"),)
    return Audit((raw, clean, hostile), rejections, "tadqiq:0.1.0|lang:ar|rules:f00d")
