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


class Lookup(Generic[T]):
    """Items by one word each of their pattern: the word that fewest other patterns need.

    A sentence is asked once for all items, so the cost of an item that has nothing to do with
    the sentence is nothing.
    """

    def __init__(self, items: Iterable[T]) -> None:
        self._items = tuple(items)
        needed = Counter(key for one in self._items for keys in one.pattern.keys for key in keys)
        self._needed = [item.pattern.keys for item in self._items]
        self._anchors: list[int] = []
        self._always: list[int] = []
        self._by_key: dict[str, list[int]] = {}
        for number, item in enumerate(self._items):
            crowds = [sum(needed[key] for key in keys) for keys in item.pattern.keys]
            self._anchors.append(crowds.index(min(crowds)) if crowds else 0)
            if not crowds:
                self._always.append(number)
                continue
            for key in item.pattern.keys[self._anchors[number]]:
                self._by_key.setdefault(key, []).append(number)
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
