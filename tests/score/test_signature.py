"""Equal signature, equal output: so whatever bears on the output shows in it."""

from __future__ import annotations

from typing import Any

import pytest

from tadqiq.score import Weights, digest, signature

BASE: dict[str, Any] = {
    "version": "0.1.0",
    "langs": ["ar"],
    "codes": ["A101", "L101"],
    "source": "f00d",
    "model": "abc123",
}


def test_the_signature_reads_like_sacrebleus() -> None:
    fields = [part.partition(":") for part in signature(**BASE).split("|")]
    assert [name for name, _, _ in fields] == [
        "tadqiq", "lang", "rules", "model", "prec", "mqm", "mt",
    ]  # fmt: skip
    assert {name: value for name, _, value in fields}["mt"] == "uncalibrated"


@pytest.mark.parametrize(
    "change",
    [
        {"version": "0.2.0"},
        {"langs": ["ar", "fa"]},
        {"codes": ["A101"]},
        {"source": "beef"},
        {"model": "none"},
        {"precision": "int8"},
        {"weights": Weights(minor=2)},
        {"settings": {"align": "2"}},
    ],
)
def test_whatever_bears_on_the_output_changes_the_signature(change: dict[str, Any]) -> None:
    assert signature(**BASE | change) != signature(**BASE)


def test_the_order_in_which_rules_and_languages_were_met_does_not_show() -> None:
    one = signature(**BASE | {"codes": ["L101", "A101"], "langs": ["fa", "ar", "fa"]})
    assert one == signature(**BASE | {"langs": ["ar", "fa"]})


def test_a_value_cannot_break_the_line_apart() -> None:
    assert "C__models_x" in signature(**BASE | {"model": "C:|models|x"})


def test_moving_a_letter_from_one_part_to_the_next_changes_the_digest() -> None:
    assert digest(["ab", "c"]) != digest(["a", "bc"])
