"""Which of many patterns may match a sentence, found by the words that must stand there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Generic, NamedTuple, Protocol, TypeVar

from .analysed import Analysed, Form
from .pattern import Pattern, meets_all


class HasPattern(Protocol):
    """Anything that a pattern looks for."""

    @property
    def pattern(self) -> Pattern:
        """The pattern."""


T = TypeVar("T", bound=HasPattern)

_REMEMBERED = 1 << 16  # forms


class Candidate(NamedTuple, Generic[T]):
    """An item whose necessary words all stand in a sentence, those of its ``anchor`` at
    ``places``; the anchor is a number among the pattern's keys, which may have none."""

    item: T
    anchor: int
    places: Sequence[int]


Plan = tuple[list[list[int]], dict[str, list[int]], dict[str, list[int]]]
"""For every pattern the order in which its words are looked for; by the words that come first in
it, and by those that come second, the numbers of the patterns."""


def plan(patterns: Sequence[Sequence[frozenset[str]]]) -> Plan:
    """By which words each pattern, given as its keys, is looked up: first by the one that fewest
    others need."""
    needed = Counter(key for keys in patterns for choice in keys for key in choice)
    orders: list[list[int]] = []
    first: dict[str, list[int]] = {}
    second: dict[str, list[int]] = {}
    for number, keys in enumerate(patterns):
        crowds = [sum(needed[key] for key in choice) for choice in keys]
        orders.append(sorted(range(len(keys)), key=crowds.__getitem__))
        for place, table in zip(orders[-1], (first, second), strict=False):
            for key in keys[place]:
                table.setdefault(key, []).append(number)
    return orders, first, second


class Lookup(Generic[T]):
    """Items by the words that their patterns need.

    A sentence is asked once for all items: a set of items is an integer with a bit for each, so
    that the items whose words all stand there are the bits that its forms have in common. What
    an item costs that has nothing to do with the sentence is next to nothing. ``planned`` is the
    plan of the items' patterns, where it is known from an earlier run.
    """

    def __init__(self, items: Iterable[T], planned: Plan | None = None) -> None:
        self._items = tuple(items)
        self._needed = [item.pattern.keys for item in self._items]
        self._orders, self._first, self._second = planned or plan(self._needed)
        needs = [len(order) for order in self._orders]
        self._always = _bits([number for number, count in enumerate(needs) if not count])
        self._frugal = _bits([number for number, count in enumerate(needs) if count < 2])
        self._by_form: dict[Form, tuple[int, int]] = {}

    def candidates(self, sentence: Analysed) -> Sequence[Candidate[T]]:
        """The items whose every necessary word stands in the sentence, in their order."""
        known = self._by_form.get
        first, second = 0, self._frugal  # those that need no second word
        leading: list[tuple[int, int]] = []
        for place, form in enumerate(sentence.forms):
            own = known(form)
            if own is None:
                own = self._of(form)
            leads, follows = own
            if leads:
                first |= leads
                leading.append((place, leads))
            if follows:
                second |= follows
        found = []
        bits = first & second | self._always
        while bits:
            bit = bits & -bits  # the lowest
            bits ^= bit
            number = bit.bit_length() - 1
            if self._has_further(sentence, number):
                places = [place for place, leads in leading if leads & bit]
                order = self._orders[number]
                found.append(Candidate(self._items[number], order[0] if order else 0, places))
        return found

    def _has_further(self, sentence: Analysed, number: int) -> bool:
        """Whether the words of an item from the third on stand there."""
        order, needed = self._orders[number], self._needed[number]
        return len(order) < 3 or meets_all(sentence.words, [needed[one] for one in order[2:]])

    def _of(self, form: Form) -> tuple[int, int]:
        """The items of which this form is the first word needed, and the second."""
        if len(self._by_form) > _REMEMBERED:
            self._by_form.clear()
        own = self._by_form[form] = (
            _joined(self._first, form.keys),
            _joined(self._second, form.keys),
        )
        return own


def _joined(table: Mapping[str, Sequence[int]], keys: Iterable[str]) -> int:
    """The items that ``table`` has by one of the keys."""
    return _bits(chain.from_iterable([table.get(key, ()) for key in keys]))


def _bits(numbers: Iterable[int]) -> int:
    bits = 0
    for number in numbers:
        bits |= 1 << number
    return bits
