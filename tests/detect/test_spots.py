"""Asking once per form finds what asking at every place would find."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tadqiq.detect import Condition, Index
from tadqiq.detect import spots as module

ROWS = st.lists(st.lists(st.integers(0, 9), max_size=8), max_size=5)


@given(st.lists(ROWS, max_size=4))
def test_every_place_that_meets_the_condition_is_found_in_order(documents: list[list]) -> None:
    even = Condition(lambda number: number % 2 == 0)
    for rows in documents:
        expected = [
            (number, place)
            for number, row in enumerate(rows)
            for place, value in enumerate(row)
            if value % 2 == 0
        ]
        assert even.spots(Index(rows)) == expected


def test_a_form_is_judged_once_however_often_it_stands() -> None:
    asked = []
    condition = Condition(lambda form: bool(asked.append(form)))
    for _ in range(3):
        condition.spots(Index([["a", "b", "a"], ["b"]]))
    assert sorted(asked) == ["a", "b"]


def test_what_is_remembered_stays_bounded_and_the_answer_the_same(monkeypatch) -> None:
    monkeypatch.setattr(module, "_REMEMBERED", 10)
    odd = Condition(lambda number: number % 2 == 1)
    for start in range(0, 100, 5):
        assert odd.spots(Index([range(start, start + 5)])) == [
            (0, place) for place in range(5) if (start + place) % 2
        ]
        judged, met = odd._known
        assert len(judged) <= 20
        assert met <= judged
