"""Which of many patterns may match a sentence, found by the words that must stand there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain
from typing import Generic, Protocol, TypeVar

from .analysed import Analysed, Form
from .pattern import Pattern, meets_all


class HasPattern(Protocol):
    """Anything that a pattern looks for."""

    @property
    def pattern(self) -> Pattern:
        """The pattern."""


T = TypeVar("T", bound=HasPattern)

_REMEMBERED = 1 << 16  # forms
_RANKS = 3  # words of a pattern that are looked for at once


Candidate = tuple[T, int, Sequence[int]]
"""An item whose necessary words all stand in a sentence, the number among its pattern's keys of
the word it was looked up by (0 if there is none), and where this word stands."""

Plan = tuple[list[list[int]], list[dict[str, list[int]]]]
"""For every pattern the order in which its words are looked for; for the words that come first in
it, second and third the numbers of the patterns by word. A pattern of fewer words begins again.
"""


def plan(patterns: Sequence[Sequence[frozenset[str]]]) -> Plan:
    """By which words each pattern, given as its keys, is looked up: first by the one that fewest
    others need."""
    needed = Counter(key for keys in patterns for choice in keys for key in choice)
    orders: list[list[int]] = []
    tables: list[dict[str, list[int]]] = [{} for _ in range(_RANKS)]
    for number, keys in enumerate(patterns):
        crowds = [sum(needed[key] for key in choice) for choice in keys]
        order = sorted(range(len(keys)), key=crowds.__getitem__)
        orders.append(order)
        for place, table in zip(order * _RANKS, tables, strict=False):
            for key in keys[place]:
                table.setdefault(key, []).append(number)
    return orders, tables


class Lookup(Generic[T]):
    """Items by the words that their patterns need.

    A sentence is asked once for all items: a set of items is an integer with a bit for each, so
    that the items whose words all stand there are the bits that its forms have in common. What
    an item costs that has nothing to do with the sentence is next to nothing. ``planned`` is the
    plan of the items' patterns, where it is known from an earlier run.
    """

    def __init__(self, items: Sequence[T], planned: Plan | None = None) -> None:
        self._items = items
        self._orders, self._tables = planned or plan([item.pattern.keys for item in items])
        self._always = _bits([at for at, order in enumerate(self._orders) if not order])
        self._by_form: dict[Form, tuple[int, ...]] = {}

    def candidates(self, sentence: Analysed) -> Sequence[Candidate[T]]:
        """The items whose every necessary word stands in the sentence, in their order."""
        known = self._by_form.get
        first = second = third = 0
        leading: list[tuple[int, int]] = []
        for place, form in enumerate(sentence.forms):
            own = known(form)
            if own is None:
                own = self._of(form)
            leads, follows, closes = own
            if leads:
                first |= leads
                leading.append((place, leads))
            if follows:
                second |= follows
            if closes:
                third |= closes
        found: list[Candidate[T]] = []
        bits = first & second & third | self._always
        while bits:
            bit = bits & -bits  # the lowest
            bits ^= bit
            number = bit.bit_length() - 1
            order = self._orders[number]
            further = order[_RANKS:]
            if not further or self._has_all(sentence, number, further):
                places = [place for place, leads in leading if leads & bit]
                found.append((self._items[number], order[0] if order else 0, places))
        return found

    def _has_all(self, sentence: Analysed, number: int, wanted: Sequence[int]) -> bool:
        """Whether these of the words needed by an item stand in the sentence."""
        needed = self._items[number].pattern.keys
        return meets_all(sentence.words, [needed[one] for one in wanted])

    def _of(self, form: Form) -> tuple[int, ...]:
        """The items of which this form is the first word needed, the second, the third."""
        if len(self._by_form) > _REMEMBERED:
            self._by_form.clear()
        own = self._by_form[form] = tuple([_joined(table, form.keys) for table in self._tables])
        return own


def _joined(table: Mapping[str, Sequence[int]], keys: Iterable[str]) -> int:
    """The items that ``table`` has by one of the keys."""
    return _bits(chain.from_iterable([table.get(key, ()) for key in keys]))


def _bits(numbers: Iterable[int]) -> int:
    bits = 0
    for number in numbers:
        bits |= 1 << number
    return bits
