"""Asking once per form finds what asking at every place would find."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tadqiq.detect import Condition, Index, Traced, Traits
from tadqiq.model import record


@record(eq=False)
class Number(Traced):
    value: int


ROWS = st.lists(st.lists(st.integers(0, 9), max_size=8), max_size=5)
CONDITIONS: dict[str, Condition[Number]] = {
    "even": Condition(lambda number: number.value % 2 == 0),
    "small": Condition(lambda number: number.value < 3),
    "none": Condition(lambda number: False),
}


@given(st.lists(st.tuples(ROWS, st.lists(st.sampled_from(sorted(CONDITIONS))))))
def test_every_place_that_meets_a_condition_is_found_in_order(documents: list) -> None:
    traits: Traits[Number] = Traits()
    numbers = [Number(value) for value in range(10)]
    for values, asked in documents:
        rows = [[numbers[value] for value in row] for row in values]
        index = Index(list(enumerate(rows)), traits)
        for name in asked:
            condition = CONDITIONS[name]
            assert list(index.spots(condition)) == [
                (number, place)
                for number, row in enumerate(rows)
                for place, form in enumerate(row)
                if condition.holds(form)
            ]


def test_a_form_is_judged_once_when_a_condition_is_new_and_once_for_all_time() -> None:
    asked = []
    condition: Condition[Number] = Condition(lambda form: bool(asked.append(form.value)))
    traits: Traits[Number] = Traits()
    one, two = Number(1), Number(2)
    for _ in range(3):
        Index([(0, [one, two, one]), (1, [two])], traits).spots(condition)
    assert sorted(asked) == [1, 1, 2, 2]
