"""Whether two numbers may be one: rounded, in another unit, or as a share."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from math import floor, log10

from ..facts import Quantity
from .counted import Counted

_LOOSE = 0.1  # relative difference that "about" allows for
_EXACT = 1e-6
_ROUNDLY = 1.2  # how far a number may be from the bound by which it is told
_SIDE = 0.005  # by which a number is beyond a bound
_PARTLY = 2.0  # and how far from a fraction: less than a half is also a third
_APART = 1.21  # from this ratio on they are not one number rounded
# Units that a writer converts for his readers: mile, foot, inch, yard, pound, stone, acre,
# ounce, gallon (both), square mile.
_CONVERSIONS = (1.609, 0.3048, 2.54, 0.9144, 0.4536, 6.35, 0.4047, 28.35, 3.785, 4.546, 2.59)
_FACTORS = sorted({*_CONVERSIONS, *(1 / factor for factor in _CONVERSIONS)})
_ROUNDING = 0.07  # 200 miles are 300 kilometres to a newsroom
# What the units of a measure are of one another; months and years are not of one length.
UNITS: Mapping[str, Mapping[str, float]] = {
    "span": {"second": 1.0, "minute": 60.0, "hour": 3600.0, "day": 86_400.0, "week": 604_800.0,
             "month": 2_629_800.0, "year": 31_557_600.0, "decade": 315_576_000.0,
             "century": 3_155_760_000.0},
    "area": {"m2": 1.0, "donum": 1000.0, "feddan": 4200.0, "hectare": 10_000.0, "km2": 1e6},
    "point": {"basis": 0.01, "point": 1.0},
    "volume": {"litre": 1.0, "m3": 1000.0},
    "power": {"kilowatt": 1e3, "megawatt": 1e6, "gigawatt": 1e9},
    "length": {"cm": 0.01, "m": 1.0, "km": 1000.0, "mile": 1609.0},
    "weight": {"g": 1.0, "kg": 1e3, "ton": 1e6},
}  # fmt: skip
_CALENDAR = 0.03  # months and years are not of one length
_NOON = 12.0
_POINTS, _ROUGH_POINTS = 1.0, 5.0  # per cent by which a share in words may be off
_NOUN_LETTERS = 3
_LEAST_ROUND = 10.0  # smaller numbers are not told in round terms
_SMALLEST = 3.0  # one and two are articles, duals and pronouns as much as numbers


# Who may be one and the same: the rescued are evacuated, workers and policemen are men. A
# soldier is no civilian, the dead are not the hurt.
_ALSO = {
    "casualty": (frozenset({"displaced", "saved", "freed"}), frozenset({"displaced", "hurt"})),
    "people": tuple(
        frozenset({general, special})
        for general in ("man", "woman", "civilian", "child")
        for special in ("student", "migrant", "tourist", "worker", "journalist", "doctor",
                        "policeman", "soldier", "militant", "woman", "man", "child")
        if (general, special) not in {
            ("man", "woman"), ("woman", "man"), ("man", "child"), ("child", "man"),
            ("woman", "child"), ("child", "woman"), ("child", "soldier"), ("child", "policeman"),
            ("child", "doctor"), ("child", "worker"), ("child", "journalist"),
            ("child", "militant"), ("civilian", "soldier"), ("civilian", "militant"),
            ("civilian", "policeman"),
        }
    ),
}  # fmt: skip


def exclusive(question: str, one: str, other: str) -> bool:
    """Whether two answers as to what a number counts cannot both hold."""
    return one != other and not any({one, other} <= both for both in _ALSO.get(question, ()))


def telling(quantity: Quantity) -> bool:
    """Whether a number can hardly be a mere article, dual or pronoun."""
    return all(value >= _SMALLEST or not value.is_integer() for value in quantity.values)


def compatible(one: Counted, other: Counted) -> bool:
    """Whether both may state one number."""
    ours, theirs = one.quantity, other.quantity
    if _in_round_terms(one, other) or _in_round_terms(other, one):
        return True
    if _within(one, other) or _within(other, one):
        return True
    if _beyond(one, other) or _beyond(other, one):
        return _converted(one, other) or same_measure(one, other)
    if one.most * _APART < other.least or other.most * _APART < one.least:
        return _converted(one, other) or same_measure(one, other) or _same_share(ours, theirs)
    loose = ours.loose or theirs.loose
    if ours.agrees(theirs, tolerance=_LOOSE if loose else _EXACT):
        return True
    return _converted(one, other) or same_measure(one, other) or _same_share(ours, theirs)


def _in_round_terms(vague: Counted, exact: Counted) -> bool:
    """Whether a round number that is told as a bound, or roughly, says the other as far as its
    first digit goes: "more than ten" for 14, "less than a hundred million" for 88."""
    if not (vague.bound or vague.quantity.loose) or exact.bound:
        return False
    return any(
        _has_first_digit(vague.bound, round_one, other)
        for round_one in vague.quantity.values
        if round_one >= _LEAST_ROUND
        for other in exact.quantity.values
    )


def _has_first_digit(bound: str, round_one: float, other: float) -> bool:
    unit = 10.0 ** floor(log10(round_one))
    if round_one % unit:
        return False
    if bound == "more":
        return round_one <= other < round_one + unit
    if bound == "less":
        return max(round_one - unit, round_one / 2) <= other <= round_one
    return abs(round_one - other) <= unit / 2


def _beyond(bounded: Counted, exact: Counted) -> bool:
    """Whether a number is on the wrong side of a bound."""
    if exact.bound or exact.quantity.loose or bounded.quantity.kind != exact.quantity.kind:
        return False
    if bounded.bound == "more":
        return exact.most < bounded.least * (1 - _SIDE)
    return bounded.bound == "less" and exact.least > bounded.most * (1 + _SIDE)


def _within(bounded: Counted, exact: Counted) -> bool:
    """Whether "more than" the one number, or "less than" it, says the other roundly."""
    if not bounded.bound or exact.bound:
        return False
    ratios = [b / a for a in bounded.quantity.values for b in exact.quantity.values if a]
    roundly = _PARTLY if bounded.most < 1 else _ROUNDLY
    if bounded.bound == "more":
        return any(1.0 <= ratio <= roundly for ratio in ratios)
    return any(1.0 / roundly <= ratio <= 1.0 for ratio in ratios)


def _converted(one: Counted, other: Counted) -> bool:
    """Whether the two may be one measure in two units, as unlike nouns would show."""
    if not one.measured or not other.measured or same_noun(one.quantity, other.quantity):
        return False
    return any(_is_conversion(ratio) for ratio in _ratios(one.quantity, other.quantity))


def _ratios(one: Quantity, other: Quantity) -> Sequence[float]:
    return [a / b for a in one.values for b in other.values if a and b]


def _is_conversion(ratio: float) -> bool:
    """Whether a ratio is that of two units, as far as writers round."""
    first = bisect_left(_FACTORS, ratio / (1 + 2 * _ROUNDING))
    last = bisect_right(_FACTORS, ratio / (1 - 2 * _ROUNDING))
    return any(abs(ratio / factor - 1) <= _ROUNDING for factor in _FACTORS[first:last])


def same_measure(one: Counted, other: Counted) -> bool:
    """Whether both are one measure in two units: 24 hours and a day, hectares and square
    kilometres; or one hour of the day."""
    room = _LOOSE if one.quantity.loose or other.quantity.loose else _CALENDAR
    for measure, units in UNITS.items():
        ours, theirs = one.answers.get(measure), other.answers.get(measure)
        if ours is None or theirs is None:
            continue
        if ours.answer == theirs.answer == "hour":
            return any(
                abs(a - b) == _NOON for a in one.quantity.values for b in other.quantity.values
            )
        if ours.answer in units and theirs.answer in units:
            factor = units[theirs.answer] / units[ours.answer]
            return any(abs(r / factor - 1) <= room for r in _ratios(one.quantity, other.quantity))
    return False


def _same_share(one: Quantity, other: Quantity) -> bool:
    """Whether one is a fraction and the other the same in per cent."""
    if "percent" not in (one.kind, other.kind):
        return False
    share, hundredths = (one, other) if min(one.values) < 1 else (other, one)
    if min(share.values) >= 1 or hundredths.kind != "percent":
        return False
    room = _ROUGH_POINTS if share.loose or hundredths.loose else _POINTS
    return any(abs(100 * a - b) <= room for a in share.values for b in hundredths.values)


def same_noun(one: Quantity, other: Quantity) -> bool:
    """Whether the words after two counts begin alike; other kinds have no noun."""
    if one.kind != "count":
        return True
    letters = min(_NOUN_LETTERS, len(one.noun), len(other.noun))
    return letters > 0 and one.noun[:letters] == other.noun[:letters]
