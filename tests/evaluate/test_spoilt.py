"""Recall on text spoiled by made errors, with a judge that finds one word."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator

import pytest

from tadqiq.evaluate import Judge, Passage, Verdict, as_json, evaluate_spoilt, render
from tadqiq.model import Finding, Span, Spoilt

Make = Callable[..., Finding]
GOOD = (Passage("p", "ar", "ab cd ab cd\nab xx\n\ncd"), Passage("q", "ar", "cd ab"))


@pytest.fixture
def judge(finding: Make) -> Judge:
    """Finds every "xx"."""

    def read(text: str, lang: str) -> Verdict:
        found = [finding(hit.start(), hit.end()) for hit in re.finditer("xx", text)]
        return Verdict(tuple(found), len(text.split()), 100.0)

    return read


def spoil(text: str, lang: str) -> Iterator[tuple[str, Spoilt]]:
    for hit in re.finditer("ab", text):
        yield "seen", Spoilt(Span(hit.start(), hit.end()), "xx")
    for hit in re.finditer("cd", text):
        yield "unseen", Spoilt(Span(hit.start(), hit.end()), "yy")


def test_tells_by_class_how_many_of_the_errors_made_are_found(judge: Judge) -> None:
    result = evaluate_spoilt(GOOD, spoil, judge)
    assert result.by_class["unseen"].recall == 0
    assert (result.by_class["unseen"].places, result.by_class["unseen"].tried) == (4, 4)
    assert {name for name, _ in result.missed if name != "seen"} == {"unseen"}


def test_does_not_count_what_was_found_in_the_good_text_already(judge: Judge) -> None:
    seen = evaluate_spoilt(GOOD, spoil, judge).by_class["seen"]
    assert (seen.tried, seen.found) == (4, 4)
    elsewhere = evaluate_spoilt([Passage("p", "ar", "cd xx")], spoil, judge)
    assert elsewhere.by_class["unseen"].found == 0


def test_reports_what_is_found_in_the_good_text(judge: Judge) -> None:
    result = evaluate_spoilt(GOOD, spoil, judge)
    assert (len(result.alarms.findings), result.alarms.words) == (1, 9)
    assert "the good text:" in render(result)


def test_tries_the_same_errors_for_the_same_seed_and_no_more_than_asked(judge: Judge) -> None:
    def tried(seed: int, *, more: tuple[Passage, ...] = ()) -> list[str]:
        result = evaluate_spoilt((*GOOD, *more), spoil, judge, sample=2, seed=seed)
        assert result.by_class["unseen"].tried == 2
        return [one.text for name, one in result.missed if name == "unseen"]

    assert tried(0) == tried(0)
    assert len({tuple(tried(seed)) for seed in range(20)}) > 1


def test_makes_only_the_errors_asked_for(judge: Judge) -> None:
    assert set(evaluate_spoilt(GOOD, spoil, judge, only=("un",)).by_class) == {"unseen"}


def test_gives_the_same_figures_as_json(judge: Judge) -> None:
    told = json.loads(as_json(evaluate_spoilt(GOOD, spoil, judge)))["spoilt"]
    assert told["by_class"]["seen"]["recall"] == 1
    assert told["missed"][0]["class"] == "unseen"
    assert told["alarms"]["words"] == 9
