"""Days that a text names: weekdays, and days of a month."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..model import Lexis, Span
from .quantities import Quantity
from .words import Word

_LONGEST_MONTH = 31


@dataclass(frozen=True, slots=True)
class Day:
    """A day as named: a weekday (Monday 0), or a month with or without its day."""

    span: Span
    weekday: int | None = None
    month: int | None = None
    day: int | None = None


def days(words: Sequence[Word], numbers: Sequence[Quantity], lexis: Lexis) -> tuple[Day, ...]:
    """The days named in one sentence, in order."""
    found = [*_weekdays(words, lexis), *_dates(words, numbers, lexis)]
    return tuple(sorted(found, key=lambda day: day.span))


def _weekdays(words: Sequence[Word], lexis: Lexis) -> Iterator[Day]:
    for word in words:
        number = next((lexis.weekdays[s] for s in sorted(word.stems) if s in lexis.weekdays), None)
        if number is not None:
            yield Day(word.span, weekday=number)


def _dates(words: Sequence[Word], numbers: Sequence[Quantity], lexis: Lexis) -> Iterator[Day]:
    for index, word in enumerate(words):
        pair = f"{word.folded} {words[index + 1].folded}" if index + 1 < len(words) else ""
        month = lexis.months.get(pair) or lexis.months.get(word.folded)
        if month is None:
            continue
        near = [n for n in numbers if _adjacent(n.span, word.span) and _is_day(n)]
        if near:
            yield Day(near[0].span.cover(word.span), month=month, day=int(min(near[0].values)))
        else:
            yield Day(word.span, month=month)


def _adjacent(one: Span, other: Span) -> bool:
    gap = max(one.start, other.start) - min(one.end, other.end)
    return 0 <= gap <= 4


def _is_day(number: Quantity) -> bool:
    value = min(number.values)
    return value.is_integer() and 1 <= value <= _LONGEST_MONTH and not number.worded
