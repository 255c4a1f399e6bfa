"""Which of many patterns may match a sentence, found by the words that must stand there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Generic, Protocol, TypeVar

from .analysed import Analysed
from .pattern import Pattern


class HasPattern(Protocol):
    """Anything that a pattern looks for."""

    @property
    def pattern(self) -> Pattern:
        """The pattern."""


T = TypeVar("T", bound=HasPattern)


class Lookup(Generic[T]):
    """Items by one word each of their pattern: the word that fewest other patterns need.

    A sentence is asked once for all items, so the cost of an item that has nothing to do with
    the sentence is nothing.
    """

    def __init__(self, items: Iterable[T]) -> None:
        self._items = tuple(items)
        needed = Counter(key for one in self._items for keys in one.pattern.keys for key in keys)
        self._needed = [item.pattern.keys for item in self._items]
        self._always: list[int] = []
        self._by_key: dict[str, list[int]] = {}
        for number, item in enumerate(self._items):
            if not item.pattern.keys:
                self._always.append(number)
                continue
            for key in min(item.pattern.keys, key=lambda keys: _crowd(keys, needed)):
                self._by_key.setdefault(key, []).append(number)

    def candidates(self, sentence: Analysed) -> Sequence[T]:
        """The items whose every necessary word stands in the sentence, in their order."""
        words = sentence.words
        numbers = set(self._always)
        for key in words & self._by_key.keys():
            numbers.update(self._by_key[key])
        found = []
        for number in sorted(numbers):
            for wanted in self._needed[number]:
                if words.isdisjoint(wanted):
                    break
            else:
                found.append(self._items[number])
        return found


def _crowd(keys: frozenset[str], needed: Mapping[str, int]) -> int:
    return sum(needed[key] for key in keys)
