"""Asking once per form finds what asking at every place would find."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tadqiq.detect import Condition, Index, Traits
from tadqiq.detect import spots as module

ROWS = st.lists(st.lists(st.integers(0, 9), max_size=8), max_size=5)
CONDITIONS: dict[str, Condition[int]] = {
    "even": Condition(lambda number: number % 2 == 0),
    "small": Condition(lambda number: number < 3),
    "none": Condition(lambda number: False),
}


@given(st.lists(st.tuples(ROWS, st.lists(st.sampled_from(sorted(CONDITIONS))))))
def test_every_place_that_meets_a_condition_is_found_in_order(documents: list) -> None:
    traits: Traits[int] = Traits()
    for rows, asked in documents:
        index = Index(list(enumerate(rows)), traits)
        for name in asked:
            condition = CONDITIONS[name]
            assert list(index.spots(condition)) == [
                (number, place)
                for number, row in enumerate(rows)
                for place, value in enumerate(row)
                if condition.holds(value)
            ]


def test_a_form_is_judged_once_however_often_it_stands() -> None:
    asked = []
    condition: Condition[str] = Condition(lambda form: bool(asked.append(form)))
    traits: Traits[str] = Traits()
    for _ in range(3):
        Index([(0, ["a", "b", "a"]), (1, ["b"])], traits).spots(condition)
    assert sorted(asked) == ["a", "b"]


def test_what_is_remembered_stays_bounded_and_the_answer_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(module, "_REMEMBERED", 10)
    traits: Traits[int] = Traits()
    for start in range(0, 100, 5):
        assert Index([(0, range(start, start + 5))], traits).spots(CONDITIONS["even"]) == [
            (0, place) for place in range(5) if (start + place) % 2 == 0
        ]
        assert len(traits._known) <= 12
