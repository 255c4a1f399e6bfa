"""Dates of the Islamic calendar, by that of Umm al-Qura.

It is the civil calendar of Saudi Arabia, calculated in advance. Countries that wait for the new
moon to be seen may be a day off it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from ..model import Lexis, Span

if TYPE_CHECKING:
    from .quantities import Quantity
    from .words import Word

_YEARS = range(1343, 1501)  # that the calendar is known for: 1924 to 2077
_LONGEST_MONTH = 30
_BESIDE = 6  # characters at most: a space, a comma, «عام», «سنة»
_SEEN = timedelta(days=1)  # by which a month that begins on sight may be off


@dataclass(frozen=True, slots=True)
class HijriDate:
    """A date as a sentence names it: the places of its numbers, and the day that it is."""

    span: Span
    day: int
    year: int
    gregorian: date

    @property
    def candidates(self) -> tuple[date, date, date]:
        """The days that it may be where months begin on sight."""
        return self.gregorian - _SEEN, self.gregorian, self.gregorian + _SEEN


def gregorian(year: int, month: int, day: int) -> date | None:
    """The Gregorian day; None where there is no such day, or the calendar ends before it."""
    from hijridate import Hijri

    if year not in _YEARS:
        return None
    try:
        found = Hijri(year, month, day).to_gregorian()
    except (ValueError, OverflowError):
        return None
    return date(found.year, found.month, found.day)


def hijri_dates(
    words: Sequence[Word], numbers: Sequence[Quantity], lexis: Lexis
) -> Iterator[HijriDate]:
    """The dates of one sentence that name day, month and year."""
    for index, word in enumerate(words):
        pair = f"{word.folded} {words[index + 1].folded}" if index + 1 < len(words) else ""
        two = pair in lexis.hijri_months
        month = lexis.hijri_months.get(pair if two else word.folded)
        if month is None:
            continue
        name = word.span.cover(words[index + 1].span) if two else word.span
        day = _beside(numbers, name, before=True)
        year = _beside(numbers, name, before=False)
        if day is None or year is None:
            continue
        found = gregorian(_value(numbers[year]), month, _value(numbers[day]))
        if found is not None:
            yield HijriDate(numbers[day].span.cover(numbers[year].span), day, year, found)


def _beside(numbers: Sequence[Quantity], name: Span, *, before: bool) -> int | None:
    """The place of the number in digits right before or after the name of a month."""
    for place, number in enumerate(numbers):
        gap = name.start - number.span.end if before else number.span.start - name.end
        fits = _value(number) <= _LONGEST_MONTH if before else _value(number) in _YEARS
        if 0 <= gap <= _BESIDE and fits and not number.worded:
            return place
    return None


def _value(number: Quantity) -> int:
    return int(max(number.values))
