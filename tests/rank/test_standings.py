"""Who sends what: the order, how sure it is, and where it is going."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from tadqiq.model import Measure, Standing, Unit
from tadqiq.rank import Question, Sample, standings

START = datetime(2026, 11, 1, tzinfo=UTC)
BY_OUTLET = Question(by=Unit.OUTLET)


def sample(number: int, quality: float = 95.0, **facts: object) -> Sample:
    plain = Sample(
        id=f"a{number:04}",
        title=f"خبر {number}",
        outlet="wire",
        origin=f"https://wire.example/feed.xml[{number}]",
        event=f"e{number % 3}",
        moment=START + timedelta(hours=number),
        words=400,
        quality=quality,
        low=quality - 3,
        high=min(100, quality + 3),
        drift=None,
        mt_likelihood=0.1,
        findings=0,
        names=0,
    )
    return replace(plain, **facts)  # type: ignore[arg-type]


def rows(samples: list[Sample], question: Question = BY_OUTLET) -> dict[str, Standing]:
    return {row.name: row for row in standings(samples, question).rows}


def outlet(name: str, start: int, qualities: list[float]) -> list[Sample]:
    return [sample(start + n, one, outlet=name) for n, one in enumerate(qualities)]


def test_a_group_is_as_good_as_its_words() -> None:
    short, long = sample(1, 50.0, words=100), sample(2, 100.0, words=900)
    assert rows([short, long])["wire"].value == 95.0


def test_clear_differences_are_no_ties_and_unclear_ones_are() -> None:
    random.seed(1)
    good = outlet("good", 0, [random.uniform(97, 100) for _ in range(40)])
    bad = outlet("bad", 100, [random.uniform(60, 80) for _ in range(40)])
    alike = outlet("alike", 200, [random.uniform(60, 80) for _ in range(40)])
    found = rows([*bad, *good, *alike])
    assert [found[name].rank for name in ("good",)] == [1]
    assert not found["good"].tied
    assert found["bad"].tied
    assert found["alike"].tied


def test_a_few_articles_are_said_to_be_few() -> None:
    found = rows([*outlet("two", 0, [90, 91]), *outlet("ten", 10, [90.0 + n for n in range(10)])])
    assert found["two"].few
    assert not found["ten"].few


def test_a_single_article_keeps_its_own_interval() -> None:
    row = rows([sample(1, 92.0)])["wire"]
    assert (row.low, row.high) == (89.0, 95.0)


def test_the_share_below_the_gate_and_the_mean_likelihood_are_told() -> None:
    found = [sample(1, 95, mt_likelihood=0.1), sample(2, 85, mt_likelihood=0.9)]
    row = rows(found, Question(by=Unit.OUTLET, gate=90))["wire"]
    assert (row.below, row.mt_likelihood) == (0.5, 0.5)


def test_findings_of_a_kind_are_counted_in_a_thousand_words() -> None:
    question = Question(by=Unit.OUTLET, measure=Measure.FINDINGS, kind="latin")
    found = [sample(1, findings=3, words=500), sample(2, findings=0, words=1500)]
    assert rows(found, question)["wire"].value == 1.5
    fewer, more = sample(1, findings=1), sample(2, findings=2)
    ranked = standings([more, fewer], replace(question, by=Unit.ARTICLE))
    assert [row.name for row in ranked.rows] == [fewer.id, more.id]


def test_what_has_no_sibling_or_no_outlet_is_left_out_and_counted() -> None:
    question = Question(by=Unit.OUTLET, measure=Measure.DRIFT)
    found = standings(
        [sample(1, drift=0.2), sample(2), sample(3, drift=0.1, outlet=None)], question
    )
    assert [(row.name, row.value) for row in found.rows] == [("wire", 0.2)]
    assert found.left_out == 2


def test_names_are_judged_where_there_are_siblings_to_judge_by() -> None:
    compared = sample(1, names=2, words=1000, drift=0.0)
    assert rows([compared, sample(2, words=1000)])["wire"].names == 2.0
    assert rows([sample(2)])["wire"].names is None


def test_a_feed_is_where_its_items_were_read() -> None:
    found = [sample(1), sample(2), sample(3, origin="wire.jsonl:7"), sample(4, origin="a.txt")]
    assert set(rows(found, Question(by=Unit.FEED))) == {
        "https://wire.example/feed.xml",
        "wire.jsonl",
        "a.txt",
    }


def test_an_outlet_that_gets_worse_is_seen_to() -> None:
    random.seed(2)
    worse = [sample(24 * n, 99 - n + random.uniform(-1, 1), outlet="worse") for n in range(20)]
    even = [sample(24 * n + 1, 95 + (-1) ** n, outlet="even") for n in range(20)]
    found = rows(worse + even)
    assert found["worse"].trend
    assert found["worse"].trend.direction == -1
    assert -7.5 < found["worse"].trend.weekly < -6.5
    assert found["even"].trend
    assert found["even"].trend.direction == 0
    assert rows(worse[:5])["worse"].trend is None


@given(st.permutations([sample(n, 80 + n % 7, outlet="ab"[n % 2]) for n in range(12)]))
def test_the_order_of_the_archive_does_not_matter(samples: list[Sample]) -> None:
    ordered = sorted(samples, key=lambda one: one.id)
    for by in Unit:
        question = Question(by=by)
        assert standings(samples, question) == standings(ordered, question)


def test_what_else_is_ranked_does_not_move_an_interval() -> None:
    one = outlet("one", 0, [90, 95, 97, 99, 85])
    alone = rows(one)["one"]
    beside = rows([*one, *outlet("other", 50, [70, 60, 80])])["one"]
    assert (alone.low, alone.high) == (beside.low, beside.high)


def test_nothing_ranks_as_nothing() -> None:
    assert standings([], BY_OUTLET).rows == ()
