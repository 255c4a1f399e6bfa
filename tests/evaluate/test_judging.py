"""Pairs, human text and rankings, with a judge that finds one word."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from math import isnan

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import kendalltau

from tadqiq.evaluate import (
    GoldArticle,
    GoldSpan,
    Judge,
    Judged,
    Pair,
    Passage,
    Verdict,
    as_json,
    evaluate_pairs,
    evaluate_ranking,
    evaluate_ranking_beside,
    evaluate_spans,
    false_alarms,
    kendall,
    render,
)
from tadqiq.model import Article, Finding, Severity, Span

Make = Callable[..., Finding]
BAD = "xx"


@pytest.fixture
def judge(finding: Make) -> Judge:
    """Finds every "xx", which costs ten points; "X" is critical."""

    def read(text: str, lang: str) -> Verdict:
        assert lang == "ar"
        starts = [at for at in range(len(text)) if text.startswith(BAD, at)]
        found = [finding(at, at + 2, severity="minor") for at in starts]
        found += [
            finding(at, at + 1, severity="critical") for at in range(len(text)) if text[at] == "X"
        ]
        return Verdict(tuple(found), len(text.split()), 100.0 - 10 * len(found))

    return read


def pair(name: str, wrong: str, right: str, at: int, *, kind: str = "calque") -> Pair:
    span = GoldSpan(Span(at, at + 2), wrong[at : at + 2], kind, Severity.MAJOR)
    return Pair(name, kind, "ar", wrong, right, (span,))


def test_pairs_tell_how_often_the_artefact_is_found_and_the_correction_flagged(
    judge: Judge,
) -> None:
    pairs = [
        pair("found", "a xx b", "a b", 2),
        pair("missed", "a yy b", "a b", 2),
        pair("flagged", "xx b xx", "b xx", 0),
        pair("misnamed", "xx", "a", 0, kind="name"),
    ]
    result = evaluate_pairs(pairs, judge)
    assert (result.overall.found_rate, result.overall.flagged_rate) == (0.75, 0.25)
    assert result.overall.named == 2
    assert result.missed == ("missed",)
    assert [name for name, _ in result.flagged] == ["flagged"]
    assert result.by_kind["name"].found_rate == 1


def test_false_alarms_are_counted_per_thousand_words_of_human_text(judge: Judge) -> None:
    passages = [Passage("a", "ar", "word " * 998 + "xx X"), Passage("b", "ar", "word " * 1000)]
    result = false_alarms(passages, judge)
    assert (result.words, result.per_thousand, result.grave_per_thousand) == (2000, 1.0, 0.5)
    assert result.by_code == {"C101": 2}


def test_no_text_has_no_rate_of_false_alarms(judge: Judge) -> None:
    assert false_alarms([], judge).per_thousand is None


def judged(system: str, paragraphs: list[str], scores: list[float], event: str = "e") -> Judged:
    return Judged(f"{event}-{system}", event, "ar", system, tuple(paragraphs), {"M": tuple(scores)})


def test_our_order_is_compared_where_the_metric_is_sure_and_ties_count_half(judge: Judge) -> None:
    documents = [
        judged("one", ["ok", "xx", "ok", "ok"], [90, 80, 50, 52]),
        judged("two", ["xx", "ok", "ok", "xx"], [60, 60, 90, 50]),
        judged("other event", ["xx", "xx", "xx", "xx"], [0, 0, 0, 0], event="f"),
        judged("cut otherwise", ["xx"], [0]),
    ]
    (result,) = evaluate_ranking(documents, judge, margins={"M": 10})
    assert result.comparisons == 3  # right, wrong, a tie of ours; the last is too close to call
    assert result.agreement == pytest.approx(0.5)
    assert result.tied == pytest.approx(1 / 3)


def test_whole_documents_are_compared_by_the_mean_of_the_metric(judge: Judge) -> None:
    documents = [
        judged("one", ["ok", "ok"], [90, 80]),
        judged("two", ["xx", "ok"], [60, 70]),
        judged("three", ["ok", "ok"], [60, 68]),
    ]
    (result,) = evaluate_ranking(documents, judge, margins={"M": 10})
    assert (result.documents, result.document_agreement) == (2, 0.75)  # one right, one tie of ours


def test_renderings_are_ordered_beside_those_of_the_same_original_and_paragraph() -> None:
    asked: list[Article] = []

    def longest_first(articles: Sequence[Article]) -> Sequence[float]:
        asked.extend(articles)
        return [len(article.text) for article in articles]

    documents = [
        judged("one", ["long", "x"], [90, 10]),
        judged("two", ["mid", "yy"], [60, 10]),
        judged("cut otherwise", ["whole"], [40]),
    ]
    (result,) = evaluate_ranking_beside(documents, longest_first, margins={"M": 10})
    assert (result.comparisons, result.agreement) == (1, 1.0)
    beside = {article.text: article.event for article in asked}
    assert beside["long"] == beside["mid"] != beside["x"] == beside["yy"]
    assert beside["long\n\nx"] == beside["mid\n\nyy"] == "e"
    assert beside["whole"] not in (beside["long"], beside["x"])


def test_a_metric_nobody_gave_is_answered_with_those_there_are(judge: Judge) -> None:
    with pytest.raises(ValueError, match="no scores of 'N'; choose one of M"):
        evaluate_ranking([judged("one", ["a"], [1])], judge, margins={"N": 1})


@given(st.lists(st.tuples(st.integers(0, 3), st.integers(0, 3)), min_size=2, max_size=12))
def test_kendall_is_scipys(scores: list[tuple[int, int]]) -> None:
    ours, theirs = zip(*scores, strict=True)
    tau = kendall(ours, theirs)
    expected = kendalltau(ours, theirs).statistic
    if tau is None:
        assert isnan(expected)
    else:
        assert tau == pytest.approx(expected)


def test_every_evaluation_prints_as_a_table_and_as_json(
    judge: Judge, gold: tuple[GoldArticle, ...], finding: Make
) -> None:
    spans = evaluate_spans(gold, {"a": [finding(0, 10)], "b": [finding(3, 5)]})
    pairs = evaluate_pairs([pair("p", "xx b", "b", 0)], judge)
    alarms = false_alarms([Passage("h", "ar", "xx b")], judge)
    ranking = evaluate_ranking([judged("one", ["a"], [1])], judge, margins={"M": 10})
    for result, name in (
        (spans, "spans"),
        (pairs, "pairs"),
        (alarms, "alarms"),
        (ranking, "ranking"),
    ):
        assert len(render(result).splitlines()) >= 2
        assert list(json.loads(as_json(result))) == [name]
    assert "0.500" in render(spans)
    assert json.loads(as_json(spans))["spans"]["overall"]["precision"] == 0.5
    assert json.loads(as_json(alarms))["alarms"]["per_thousand"] == 500


def test_errors_are_listed_only_when_asked_for(
    gold: tuple[GoldArticle, ...], finding: Make
) -> None:
    result = evaluate_spans(gold, {"b": [finding(3, 5)]})
    assert "wrong b major C101 calque" in render(result, errors=True)
    assert "missed a critical agreement.gender" in render(result, errors=True)
    assert "wrong b" not in render(result)
