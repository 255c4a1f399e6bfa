"""Corrections change what they say they change, and nothing else."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from tadqiq.correct import Reason, apply, choose, settle
from tadqiq.correct.draft import Draft, Edit
from tadqiq.model import Category, Finding, Message, Severity, Span, Suggestion


def finding(
    text: str,
    start: int,
    end: int,
    *replacements: str,
    safe: bool = True,
    severity: Severity = Severity.MINOR,
    code: str = "P101",
) -> Finding:
    return Finding(
        code=code,
        kind="punctuation",
        category=Category.PUNCTUATION,
        severity=severity,
        confidence=0.9,
        span=Span(start, end),
        quote=text[start:end],
        message=Message("why", "لماذا"),
        suggestions=tuple(Suggestion(one, safe) for one in replacements),
    )


def test_safe_corrections_are_made_and_the_others_left_with_the_reason() -> None:
    text = "قال ، إن Axios نشر"
    found = [finding(text, 3, 5, "،"), finding(text, 9, 14, "أكسيوس", safe=False)]
    result = apply(text, found)
    assert result.text == "قال، إن Axios نشر"
    assert [one.finding for one in result.applied] == [found[0]]
    assert [(one.finding, one.reason) for one in result.skipped] == [(found[1], Reason.UNSAFE)]


def test_the_best_suggestion_of_the_rest_is_taken_on_demand() -> None:
    text = "إن Axios نشر"
    found = [finding(text, 3, 8, "أكسيوس", "آكسيوس", safe=False)]
    assert apply(text, found, unsafe=True).text == "إن أكسيوس نشر"


def test_of_two_that_overlap_the_graver_is_made_whatever_their_order() -> None:
    text = "abcdef"
    mild = finding(text, 0, 4, "x")
    grave = finding(text, 2, 5, "y", severity=Severity.MAJOR)
    for order in ([mild, grave], [grave, mild]):
        result = apply(text, order)
        assert result.text == "abyf"
        assert [one.reason for one in result.skipped] == [Reason.OVERLAP]


def test_a_finding_of_another_text_is_left_alone() -> None:
    found = finding("قال ، إن", 3, 5, "،")
    result = apply("غير ذلك", [found])
    assert (result.text, [one.reason for one in result.skipped]) == ("غير ذلك", [Reason.STALE])
    assert apply("", [found]).skipped[0].reason is Reason.STALE


def test_taking_out_a_line_or_a_word_leaves_no_gap() -> None:
    text = "أول.\n\nإعلان\n\nثان the ثالث the\n"
    lines = [
        finding(text, start, start + len(quote), "")
        for quote, start in (("إعلان", 6), ("the", 17), ("the", 26))
    ]
    assert [one.quote for one in lines] == ["إعلان", "the", "the"]
    assert apply(text, lines).text == "أول.\n\nثان ثالث\n"


def test_half_a_pair_of_marks_is_not_left_over() -> None:
    text = "إن الزعيمين كانا “محادثة” أمس"
    found = replace(finding(text, 12, 24, "أجريا محادثة"), kind="calque")
    assert found.quote == "كانا “محادثة"
    result = apply(text, [found])
    assert (result.text, result.skipped[0].reason) == (text, Reason.MARKS)


def test_why_nothing_was_done_is_said_in_both_languages() -> None:
    for reason in Reason:
        assert reason.message.en
        assert reason.message.ar != reason.message.en


@st.composite
def texts_with_findings(draw: st.DrawFn) -> tuple[str, list[Finding]]:
    text = draw(st.text("ab ،\n\r«»\u0627\U0001f600", max_size=40))
    places = st.integers(0, len(text))
    found = []
    for one, other in draw(st.lists(st.tuples(places, places), max_size=8)):
        suggestions = draw(st.lists(st.text("xy ", max_size=3), max_size=2))
        severity = draw(st.sampled_from(list(Severity)))
        safe = draw(st.booleans())
        span = sorted((one, other))
        found.append(finding(text, *span, *suggestions, safe=safe, severity=severity))
    return text, found


@given(texts_with_findings(), st.booleans())
def test_nothing_changes_outside_the_corrections(
    case: tuple[str, list[Finding]], unsafe: bool
) -> None:
    text, found = case
    result = apply(text, found, unsafe=unsafe)
    ends = [(one.span.start, one.span.end, one.replacement) for one in result.applied]
    rebuilt, place = "", 0
    for start, end, replacement in ends:
        assert place <= start
        rebuilt += text[place:start] + replacement
        place = end
    assert rebuilt + text[place:] == result.text
    assert len(result.applied) + len(result.skipped) == len(found)
    assert unsafe or all(
        one.finding.suggestions[0].safe or len(one.finding.suggestions) > 1
        for one in result.applied
    )


@given(texts_with_findings())
def test_the_choice_does_not_hang_on_the_order_of_the_findings(
    case: tuple[str, list[Finding]],
) -> None:
    text, found = case
    once = choose(text, found, unsafe=True)[0]
    again = choose(text, reversed(found), unsafe=True)[0]
    assert Draft.of(text).changed([Edit(one.span, one.replacement) for one in once]).text == (
        Draft.of(text).changed([Edit(one.span, one.replacement) for one in again]).text
    )


@given(st.text(max_size=40))
def test_without_corrections_the_text_is_the_same_object_of_characters(text: str) -> None:
    assert apply(text, []).text == text


@st.composite
def edits(draw: st.DrawFn, length: int) -> list[Edit]:
    cuts = sorted(draw(st.lists(st.integers(0, length), max_size=8, unique=True)))
    pairs = zip(cuts[::2], cuts[1::2], strict=False)
    return [Edit(Span(one, other), draw(st.text("xyz", max_size=4))) for one, other in pairs]


@given(st.data(), st.text("abc", max_size=30))
def test_the_edits_of_a_draft_make_it_from_the_text_it_began_with(
    data: st.DataObject, text: str
) -> None:
    draft = Draft.of(text)
    for _ in range(3):
        draft = draft.changed(data.draw(edits(len(draft.text))))
    assert Draft.of(text).changed(draft.edits()).text == draft.text


@given(st.data(), st.text("abc", min_size=1, max_size=30))
def test_a_place_in_a_draft_leads_back_to_what_stood_there(data: st.DataObject, text: str) -> None:
    draft = Draft.of(text).changed(data.draw(edits(len(text))))
    start, end = sorted(data.draw(st.tuples(*[st.integers(0, len(draft.text))] * 2)))
    back = draft.back(Span(start, end))
    assert back.end <= len(text)
    for origin in draft.origins[start:end]:
        assert origin == -1 or back.start <= origin < back.end


def words(text: str, **corrections: str) -> list[Finding]:
    """A toy audit: some words are wrong."""
    return [
        finding(text, match.start(), match.end(), corrections[match.group()], code=match.group())
        for match in re.finditer("|".join(corrections), text)
    ]


def test_everything_that_can_be_corrected_is() -> None:
    def audit(text: str) -> Sequence[Finding]:
        return words(text, bad="good", worse="worst")

    result = settle("bad worse bad", audit("bad worse bad"), audit)
    assert (result.text, result.left) == ("good worst good", ())
    assert "".join(edit.replacement for edit in result.edits) == "goodworstgood"


def test_a_correction_that_brings_another_fault_is_not_made() -> None:
    def audit(text: str) -> Sequence[Finding]:
        return words(text, bad="good", wrong="evil", evil="")

    result = settle("bad wrong bad", audit("bad wrong bad"), audit)
    assert result.text == "good wrong good"
    assert [(one.finding.quote, one.reason) for one in result.left] == [("wrong", Reason.BEGETS)]


def test_a_correction_that_leaves_its_fault_is_not_made_and_the_work_ends() -> None:
    def audit(text: str) -> Sequence[Finding]:
        return words(text, bad="badly bad")

    result = settle("so bad", audit("so bad"), audit)
    assert (result.text, [one.reason for one in result.left]) == ("so bad", [Reason.BEGETS])


def test_what_cannot_be_written_is_left() -> None:
    def audit(text: str) -> Sequence[Finding]:
        return words(text, bad="good")

    result = settle("bad bad", audit("bad bad"), audit, fits=lambda edit: edit.span.start > 0)
    assert (result.text, [one.reason for one in result.left]) == ("bad good", [Reason.PLACE])


def test_the_work_is_bounded_however_many_corrections_do_harm() -> None:
    audits = 0

    def audit(text: str) -> Sequence[Finding]:
        nonlocal audits
        audits += 1
        return words(text, bad="good", wrong="evil", evil="")

    text = "wrong bad " * 110
    result = settle(text, audit(text), audit)
    assert audits <= 202
    assert {one.reason for one in result.left} == {Reason.BEGETS, Reason.UNTRIED}
    assert "evil" not in result.text
    assert "good" in result.text
