"""Whether a number comes out of what a text states: summed, shared out, multiplied, dated back."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from itertools import combinations

from ..facts import Quantity
from .counted import Counted, counted
from .reading import Reading, kept

_MOST = 24  # numbers of a text that are added up: of more, anything comes out
_SHARES_ALIKE = 0.03  # difference of two shares that are told as one
_SHARE_BOUND = 0.15  # and of one from that which it is more or less than
_EXACT = 1e-6
_ROUGHLY = 0.04  # relative difference that "about" allows for in what has been reckoned
_SMALLEST = 3.0  # one and two are articles, duals and pronouns as much as numbers
_PERIODS = (7.0, 12.0, 24.0, 30.0, 52.0, 60.0, 365.0)  # of which one rate is told by another
_NOW = range(2015, 2031)  # when an article without a date may have been written
_FREEZING, _DEGREES = 32.0, 1.8


def reckoned(number: Counted, reading: Reading) -> bool:
    """Whether a number is the sum or the difference of two that a text states of one kind, twice
    one of them, how many times the other it is, their share (a third, where 88 of 275 are
    told), the years since, or the same in the other degrees; in round terms also a product or
    another rate."""
    values = number.quantity.values
    room = _ROUGHLY if number.quantity.loose or number.bound else _EXACT
    if any(_comes_out(value, _results(reading, 0), room) for value in values):
        return True
    multiple = room > _EXACT or "times" in number.answers
    if multiple and any(_comes_out(value, _products(reading, 0), room) for value in values):
        return True
    return (
        _since(number, reading)
        or any(_comes_out(value, _other_degrees(reading, 0), _ROUGHLY) for value in values)
        or _is_share(number, reading)
    )


def _is_share(number: Counted, reading: Reading) -> bool:
    """Whether a number is the share that two others make, or more or less than that."""
    room = _SHARE_BOUND if number.bound else _SHARES_ALIKE
    return any(
        abs(_share_of(number.quantity, value) - share) <= room
        for value in number.quantity.values
        if value < 1 or number.quantity.kind == "percent"
        for share in _parts(reading, 0)
    )


def _share_of(quantity: Quantity, value: float) -> float:
    return value / 100 if quantity.kind == "percent" else value


@kept
def _parts(reading: Reading, _: int) -> frozenset[float]:
    """The shares that two counts of one sentence make, and what is left of every share told."""
    found = set()
    for index in range(len(reading.terms)):
        told = [other.quantity for other in counted(reading, index)]
        counts = sorted(min(one.values) for one in told if one.kind in {"count", "percent"})
        found |= {few / many for few, many in combinations(counts[:_MOST], 2) if few > 1}
        found |= {
            1 - _share_of(one, min(one.values))
            for one in told
            if one.kind == "percent" or max(one.values) < 1
        }
    return frozenset(found)


def _comes_out(value: float, results: Sequence[float], room: float) -> bool:
    """Whether a value is among results, which are in order, give or take a share of it."""
    room *= max(value, 1.0)
    near = slice(bisect_left(results, value - 2 * room), bisect_right(results, value + 2 * room))
    return any(abs(value - result) <= room for result in results[near])


@kept
def _counts(reading: Reading, _: int) -> Sequence[float]:
    """The counts and shares of a text, as far as they are reckoned with."""
    return [
        min(other.quantity.values)
        for index in range(len(reading.terms))
        for other in counted(reading, index)
        if other.quantity.kind in {"count", "percent"}
    ][:_MOST]


@kept
def _results(reading: Reading, _: int) -> Sequence[float]:
    """The sums and differences of two numbers of a text, and twice each, in order."""
    values = _counts(reading, 0)
    sums = {one + two for one, two in combinations(values, 2)}
    return _in_order(sums | {abs(one - two) for one, two in combinations(values, 2)}
                     | {2 * value for value in values})  # fmt: skip


@kept
def _products(reading: Reading, _: int) -> Sequence[float]:
    """The products and ratios of two numbers of a text, and every number by another period."""
    values = [value for value in _counts(reading, 0) if value > 1]
    pairs = [sorted(pair) for pair in combinations(values, 2)]
    found = {few * many for few, many in pairs} | {many / few for few, many in pairs}
    found |= {value * period for value in values for period in _PERIODS}
    return _in_order(found | {value / period for value in values for period in _PERIODS})


@kept
def _other_degrees(reading: Reading, _: int) -> Sequence[float]:
    """The degrees that a text states, in Fahrenheit for Celsius and the other way round."""
    degrees = [
        min(other.quantity.values)
        for index in range(len(reading.terms))
        for other in counted(reading, index)
        if "degree" in other.answers
    ]
    found = {_DEGREES * value + _FREEZING for value in degrees}
    return _in_order(found | {(value - _FREEZING) / _DEGREES for value in degrees})


def _in_order(results: Iterable[float]) -> Sequence[float]:
    return sorted(result for result in results if result >= _SMALLEST)


def _since(number: Counted, reading: Reading) -> bool:
    """Whether a number of years leads from a year that a text states to the article's own, or
    from one to another."""
    span = number.answers.get("span")
    if span is None or span.answer != "year":
        return False
    told = _years(reading, 0)
    ends = {*_NOW, *told}
    return any(
        abs(value) >= 1 and round(year + value) in ends
        for value in number.quantity.values
        for year in told
    )


@kept
def _years(reading: Reading, _: int) -> frozenset[int]:
    """The years that a text states."""
    return frozenset(
        int(value)
        for index in range(len(reading.terms))
        for other in counted(reading, index)
        if other.quantity.kind == "year"
        for value in other.quantity.values
    )
