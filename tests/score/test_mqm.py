"""What a newsroom may rely on when it reads a quality."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tadqiq.model import Category, Document, Finding, Severity
from tadqiq.score import MQM, Weights, score

Build = Callable[[str], Document]
Make = Callable[..., Finding]
SENTENCE = "قال الوزير في بيان رسمي إن الحكومة ستدرس المقترح الجديد غدا."  # 11 words
HUNDRED_TEN = " ".join([SENTENCE] * 10)


def test_nothing_found_is_full_marks(document: Build) -> None:
    verdict = score(document(HUNDRED_TEN), ())
    assert (verdict.quality, verdict.high, verdict.words, verdict.penalty) == (100, 100, 110, 0)


def test_nothing_found_in_few_words_proves_less_than_nothing_found_in_many(document: Build) -> None:
    short, long = score(document(SENTENCE), ()), score(document(HUNDRED_TEN), ())
    assert short.low < long.low < 100
    assert long.low == pytest.approx(100 * (1 - 3 / 110))


@pytest.mark.parametrize(
    ("severity", "points"),
    [(Severity.MINOR, 1), (Severity.MAJOR, 5), (Severity.CRITICAL, 25)],
)
def test_severity_costs_one_five_or_twenty_five_points(
    document: Build, finding: Make, severity: Severity, points: float
) -> None:
    verdict = score(document(HUNDRED_TEN), [finding(severity=severity)])
    assert verdict.penalty == points
    assert verdict.quality == pytest.approx(100 * (1 - points / 110))


def test_an_unsure_finding_costs_in_proportion_to_its_confidence(
    document: Build, finding: Make
) -> None:
    verdict = score(document(HUNDRED_TEN), [finding(severity=Severity.MAJOR, confidence=0.5)])
    assert verdict.penalty == 2.5


@pytest.mark.parametrize("category", [Category.PUNCTUATION, Category.NON_CONTENT])
def test_minor_punctuation_and_page_leftovers_cost_a_tenth(
    document: Build, finding: Make, category: Category
) -> None:
    verdict = score(document(HUNDRED_TEN), [finding(category=category)])
    assert verdict.penalty == pytest.approx(0.1)


def test_style_never_costs_more_than_a_minor_finding(document: Build, finding: Make) -> None:
    styled = finding(category=Category.UNIDIOMATIC, severity=Severity.CRITICAL)
    assert score(document(HUNDRED_TEN), [styled]).penalty == 1


def test_the_same_artefact_again_costs_less_each_time(document: Build, finding: Make) -> None:
    nine = [finding(start, "Axios", code="L101") for start in range(0, 90, 10)]
    assert score(document(HUNDRED_TEN), nine).penalty == pytest.approx(2.829, abs=1e-3)


def test_marks_and_case_do_not_make_an_artefact_a_new_one(document: Build, finding: Make) -> None:
    pair = [finding(0, "كـلمَة"), finding(20, "كلمة")]
    assert score(document(HUNDRED_TEN), pair).penalty == 1.5


def test_of_repetitions_the_surest_is_charged_in_full(document: Build, finding: Make) -> None:
    pair = [finding(0, confidence=0.2), finding(20, confidence=1.0)]
    assert score(document(HUNDRED_TEN), pair).penalty == pytest.approx(1.1)


def test_different_artefacts_are_charged_in_full(document: Build, finding: Make) -> None:
    pair = [finding(0, "كلمة"), finding(20, "عبارة"), finding(40, "كلمة", code="C102")]
    assert score(document(HUNDRED_TEN), pair).penalty == 3


def test_a_newsroom_can_set_its_own_weights(document: Build, finding: Make) -> None:
    strict = Weights(minor=2.0)
    assert score(document(HUNDRED_TEN), [finding()], weights=strict).penalty == 2
    assert str(strict) != str(MQM)


def test_quality_never_falls_below_nought(document: Build, finding: Make) -> None:
    worst = [finding(0, severity=Severity.CRITICAL)]
    verdict = score(document(SENTENCE), worst)
    assert (verdict.quality, verdict.low) == (0, 0)


def test_a_text_too_short_to_score_is_said_to_be(document: Build) -> None:
    assert not score(document(" ".join([SENTENCE] * 7)), ()).reliable
    assert score(document(" ".join([SENTENCE] * 8)), ()).reliable


def test_a_text_without_words_is_scored_without_fault(document: Build, finding: Make) -> None:
    assert score(document(""), ()).quality == 100
    assert score(document("... "), [finding(0, "...")]).quality == 0


def test_faults_heaped_in_one_sentence_leave_more_doubt_than_faults_spread_evenly(
    document: Build, finding: Make
) -> None:
    doc = document(HUNDRED_TEN)
    starts = [sentence.span.start for sentence in doc.sentences]
    spread = score(doc, [finding(start, f"س{start}") for start in starts])
    heaped = score(doc, [finding(starts[3] + shift, f"س{shift}") for shift in range(10)])
    assert spread.quality == heaped.quality
    assert heaped.high - heaped.low > spread.high - spread.low


def test_a_book_is_scored_like_an_article(document: Build, finding: Make) -> None:
    sentence, count = "كلمة ثانية.", 3000
    doc = document(sentence * count)
    found = [finding(at, f"س{at}") for at in range(0, len(sentence) * count, 100)]
    verdict = score(doc, found)
    assert verdict.words == 2 * count
    assert verdict.low < verdict.quality < verdict.high
    assert verdict.high - verdict.low < 5


def test_scoring_twice_gives_the_same_verdict_whatever_the_order(
    document: Build, finding: Make
) -> None:
    doc = document(HUNDRED_TEN)
    found = [finding(at, f"ك{at % 7}", confidence=0.1 + at / 120) for at in range(0, 100, 3)]
    assert score(doc, found) == score(doc, list(reversed(found)))


@settings(max_examples=30, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.integers(0, len(HUNDRED_TEN) - 1),
            st.sampled_from(Severity),
            st.sampled_from(Category),
            st.floats(0, 1),
        ),
        max_size=30,
    )
)
def test_whatever_is_found_the_quality_lies_in_its_interval_and_one_more_never_helps(
    document: Build,
    finding: Make,
    found: list[tuple[int, Severity, Category, float]],
) -> None:
    doc = document(HUNDRED_TEN)
    findings = [
        replace(finding(at, f"ك{at % 9}"), severity=severity, category=category, confidence=sure)
        for at, severity, category, sure in found
    ]
    verdict = score(doc, findings)
    assert 0 <= verdict.low <= verdict.quality <= verdict.high <= 100
    assert 0 <= verdict.mt_likelihood <= 1
    assert verdict.quality <= score(doc, findings[1:]).quality + 1e-5  # millionths are rounded
