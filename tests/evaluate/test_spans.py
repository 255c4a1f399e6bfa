"""What counts as found, and what as a false alarm."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tadqiq.evaluate import GoldArticle, Tally, evaluate_spans, family, hits
from tadqiq.model import Finding, Span

Gold = tuple[GoldArticle, ...]
Make = Callable[..., Finding]


@pytest.mark.parametrize(
    ("one", "other", "hit"),
    [
        (Span(0, 10), Span(0, 10), True),
        (Span(0, 10), Span(5, 25), True),  # half of the shorter
        (Span(0, 10), Span(6, 25), False),
        (Span(0, 100), Span(40, 42), True),
        (Span(0, 10), Span(10, 20), False),
        (Span(5, 5), Span(0, 10), False),
    ],
)
def test_two_spans_hit_if_they_share_half_of_the_shorter(one: Span, other: Span, hit: bool) -> None:
    assert hits(one, other) is hit
    assert hits(other, one) is hit


def test_finding_everything_and_nothing_else_is_perfect(gold: Gold, finding: Make) -> None:
    found = {"a": [finding(span.span.start, span.span.end) for span in gold[0].spans[:3]]}
    result = evaluate_spans(gold, found)
    assert (result.overall.precision, result.overall.recall) == (1, 1)
    assert result.overall.f(1) == 1
    assert result.tightness == 1
    assert not result.missed
    assert not result.wrong


def test_an_optional_span_is_never_missed_and_reporting_it_is_never_wrong(
    gold: Gold, finding: Make
) -> None:
    silent, spoken = evaluate_spans(gold, {}), evaluate_spans(gold, {"a": [finding(60, 70)]})
    assert silent.overall == Tally(gold=3)
    assert spoken.overall == Tally(gold=3, findings=1, right=1)
    assert len(silent.missed) == len(spoken.missed) == 3


def test_a_finding_in_a_clean_article_is_a_false_alarm(gold: Gold, finding: Make) -> None:
    result = evaluate_spans(gold, {"b": [finding(0, 10)]})
    assert result.overall.precision == 0
    assert [name for name, _ in result.wrong] == ["b"]


def test_without_findings_there_is_no_precision_to_speak_of(gold: Gold) -> None:
    result = evaluate_spans(gold, {})
    assert result.overall.precision is None
    assert result.overall.f(1) is None
    assert result.overall.recall == 0


def test_the_kind_matters_by_kind_but_not_overall(gold: Gold, finding: Make) -> None:
    result = evaluate_spans(
        gold, {"a": [finding(20, 30, "agreement.number"), finding(0, 10, "name")]}
    )
    assert result.overall == Tally(3, 2, 2, 2)
    assert result.by_kind["agreement"] == Tally(1, 1, 1, 1)
    assert result.by_kind["calque"] == Tally(1, 0, 0, 0)
    assert result.by_kind["name"] == Tally(0, 0, 1, 0)


def test_grammar_and_syntax_are_one_family(gold: Gold, finding: Make) -> None:
    result = evaluate_spans(gold, {"a": [finding(40, 50, "syntax")]})
    assert family("grammar") == family("syntax.order")
    assert result.by_kind["syntax"] == Tally(1, 1, 1, 1)


def test_by_severity_recall_goes_by_the_gold_and_precision_by_the_finding(
    gold: Gold, finding: Make
) -> None:
    result = evaluate_spans(gold, {"a": [finding(20, 30, severity="minor")]})
    assert result.by_severity["critical"] == Tally(1, 1, 0, 0)
    assert result.by_severity["minor"] == Tally(1, 0, 1, 1)


def test_a_finding_over_the_whole_text_is_given_away_by_its_looseness(
    gold: Gold, finding: Make
) -> None:
    result = evaluate_spans(gold, {"a": [finding(0, 100)]})
    assert result.overall.recall == 1
    assert result.tightness == pytest.approx(0.1)


def test_a_tight_threshold_prefers_precision() -> None:
    careful, eager = Tally(10, 5, 5, 5), Tally(10, 10, 20, 10)
    assert careful.f(1) == eager.f(1)
    careful_half, eager_half = careful.f(0.5), eager.f(0.5)
    assert careful_half is not None
    assert eager_half is not None
    assert careful_half > eager_half


@given(
    st.lists(st.tuples(st.integers(0, 90), st.integers(0, 9)), max_size=8),
)
def test_rates_are_shares_whatever_was_found(
    gold: Gold, finding: Make, found: list[tuple[int, int]]
) -> None:
    findings = [finding(start, start + length) for start, length in found]
    result = evaluate_spans(gold, {"a": findings})
    assert result.overall.found + len(result.missed) == result.overall.gold == 3
    assert result.overall.right + len(result.wrong) == result.overall.findings == len(findings)
    assert result.overall == result.by_article["a"] + result.by_article["b"]
