"""Findings that the language model keeps, drops and confirms."""

from __future__ import annotations

import math

import pytest

from tadqiq.fluency import Claim, surest, upheld
from tadqiq.model import Category, Finding, Message, Severity, Span, Suggestion

TEXT = "أعلنت الحكومة الجديد خفض الضرائب. ورحب التجار بالقرار."
WORD = "الجديد"


class Scale:
    """Gives what it is told for a replacement, and notes the texts it is shown."""

    digest = "scale"

    def __init__(self, **gains):
        self.known = gains
        self.shown = []

    def gains(self, changes):
        self.shown += [change.text for change in changes]
        return [self.known[change.replacement] for change in changes]


def finding(*suggestions, start=None, end=None):
    start = TEXT.index(WORD) if start is None else start
    span = Span(start, end or start + len(WORD))
    return Finding(
        code="A201",
        kind="agreement.gender",
        category=Category.GRAMMAR,
        severity=Severity.MAJOR,
        confidence=0.9,
        span=span,
        quote=span.of(TEXT),
        message=Message("", ""),
        suggestions=tuple(Suggestion(one) for one in suggestions),
    )


@pytest.fixture
def doc(document):
    return document("a", TEXT)


def test_a_correction_that_gains_enough_stands(doc):
    one = finding("الجديدة")
    assert upheld(doc, [Claim(one, 2.0)], Scale(الجديدة=3.0)) == [one]


def test_a_correction_that_gains_too_little_falls(doc):
    assert upheld(doc, [Claim(finding("الجديدة"), 2.0)], Scale(الجديدة=1.0)) == []


def test_the_best_suggestion_comes_first(doc):
    one = finding("جديد", "الجديدة")
    kept = upheld(doc, [Claim(one, 2.0, choices=2)], Scale(جديد=-4.0, الجديدة=3.0))
    assert [s.replacement for s in kept[0].suggestions] == ["الجديدة", "جديد"]


def test_only_as_many_suggestions_are_tried_as_the_claim_allows(doc):
    one = finding("جديد", "الجديدة")
    assert upheld(doc, [Claim(one, 2.0)], Scale(جديد=-4.0)) == []


def test_a_finding_without_suggestion_is_kept_unasked(doc):
    reader = Scale()
    assert upheld(doc, [Claim(finding(), 2.0)], reader)
    assert not reader.shown


def test_a_finding_that_needs_no_gain_is_kept_unasked(doc):
    reader = Scale()
    assert upheld(doc, [Claim(finding("x"), -math.inf)], reader)
    assert not reader.shown


def test_a_span_over_two_sentences_is_kept_unasked(doc):
    reader = Scale()
    assert upheld(doc, [Claim(finding("x", start=10, end=40), 2.0)], reader)
    assert not reader.shown


def test_only_the_sentence_around_is_read(doc):
    reader = Scale(الجديدة=3.0)
    upheld(doc, [Claim(finding("الجديدة"), 2.0)], reader)
    assert len(reader.shown) == 1
    assert "ورحب" not in reader.shown[0]


def test_a_suspicion_that_cannot_be_asked_about_falls(doc):
    one = finding("x", start=10, end=40)
    assert upheld(doc, [Claim(one, 2.0, sure=False)], Scale()) == []


def test_of_rivals_the_one_that_gains_most_beyond_its_need_is_told(doc):
    other = finding("حكومة", start=TEXT.index("الحكومة"), end=TEXT.index("الحكومة") + 7)
    rivals = [Claim(finding("الجديدة"), 2.0), Claim(other, 2.0)]
    told = surest(doc, [rivals], Scale(الجديدة=9.0, حكومة=3.0))
    assert [one.quote for one in told] == [WORD]


def test_of_rivals_that_all_gain_too_little_none_is_told(doc):
    assert surest(doc, [[Claim(finding("الجديدة"), 2.0)], []], Scale(الجديدة=1.0)) == []


def test_what_is_told_suggests_only_what_gains_enough_the_best_first(doc):
    one = finding("الجدد", "الجديدة", "جديد", "الجديدتان")
    gains = Scale(الجدد=2.5, الجديدة=9.0, جديد=-4.0, الجديدتان=1.0)
    (told,) = surest(doc, [[Claim(one, 2.0, choices=4)]], gains)
    assert [suggestion.replacement for suggestion in told.suggestions] == ["الجديدة", "الجدد"]
