"""Which of many patterns may match a sentence, found by the words that must stand there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from .analysed import Analysed, Form
from .pattern import Pattern


class HasPattern(Protocol):
    """Anything that a pattern looks for."""

    @property
    def pattern(self) -> Pattern:
        """The pattern."""


T = TypeVar("T", bound=HasPattern)

_REMEMBERED = 1 << 16  # forms


@dataclass(frozen=True, slots=True)
class Candidate(Generic[T]):
    """An item whose necessary words all stand in a sentence, those of its ``anchor`` at
    ``places``; the anchor is a number among the pattern's keys, which may have none."""

    item: T
    anchor: int
    places: Sequence[int]


Plan = tuple[list[int], list[int], dict[str, list[int]]]
"""The anchor of every pattern, the numbers of those without one, and those of the others by the
words of their anchors."""


def plan(patterns: Sequence[Sequence[frozenset[str]]]) -> Plan:
    """By which word each pattern, given as its keys, is looked up: the one that fewest others
    need."""
    needed = Counter(key for keys in patterns for choice in keys for key in choice)
    anchors: list[int] = []
    always: list[int] = []
    by_key: dict[str, list[int]] = {}
    for number, keys in enumerate(patterns):
        crowds = [sum(needed[key] for key in choice) for choice in keys]
        anchors.append(crowds.index(min(crowds)) if crowds else 0)
        if not crowds:
            always.append(number)
            continue
        for key in keys[anchors[number]]:
            by_key.setdefault(key, []).append(number)
    return anchors, always, by_key


class Lookup(Generic[T]):
    """Items by one word each of their pattern: the word that fewest other patterns need.

    A sentence is asked once for all items, so the cost of an item that has nothing to do with
    the sentence is nothing. ``planned`` is the plan of the items' patterns, where it is known
    from an earlier run.
    """

    def __init__(self, items: Iterable[T], planned: Plan | None = None) -> None:
        self._items = tuple(items)
        self._needed = [item.pattern.keys for item in self._items]
        self._anchors, self._always, self._by_key = planned or plan(self._needed)
        self._by_form: dict[Form, tuple[int, ...]] = {}

    def candidates(self, sentence: Analysed) -> Sequence[Candidate[T]]:
        """The items whose every necessary word stands in the sentence, in their order."""
        known = self._by_form.get
        places: dict[int, list[int]] = {number: [] for number in self._always}
        for place, form in enumerate(sentence.forms):
            own = known(form)
            if own is None:
                own = self._of(form)
            for number in own:
                if number in places:
                    places[number].append(place)
                else:
                    places[number] = [place]
        if not places:
            return ()
        words = sentence.words
        found = []
        for number in sorted(places):
            for wanted in self._needed[number]:
                if words.isdisjoint(wanted):
                    break
            else:
                item, anchor = self._items[number], self._anchors[number]
                found.append(Candidate(item, anchor, places[number]))
        return found

    def _of(self, form: Form) -> tuple[int, ...]:
        """The items that are looked up by this form."""
        if len(self._by_form) > _REMEMBERED:
            self._by_form.clear()
        found = {number for key in form.keys for number in self._by_key.get(key, ())}
        own = self._by_form[form] = tuple(found)
        return own
