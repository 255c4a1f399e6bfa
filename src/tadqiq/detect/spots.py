"""Where in a document something stands that a rule looks for, asked once per form, not per word."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from typing import Generic, TypeVar

Spot = tuple[int, int]
"""The number of a row and the place in it."""

_REMEMBERED = 1 << 15  # forms a condition is remembered for

T = TypeVar("T", bound=Hashable)


class Index(Generic[T]):
    """Rows of forms, by form. A form is made once, so that it is equal to itself alone."""

    def __init__(self, rows: Iterable[Sequence[T]]) -> None:
        self._spots: dict[T, list[Spot]] = {}
        for number, row in enumerate(rows):
            for place, form in enumerate(row):
                if form in self._spots:
                    self._spots[form].append((number, place))
                else:
                    self._spots[form] = [(number, place)]
        self.forms = frozenset(self._spots)

    def spots(self, forms: Iterable[T]) -> list[Spot]:
        """Where any of these forms stands, in order."""
        return sorted([spot for form in forms for spot in self._spots[form]])


class Condition(Generic[T]):
    """What can be said of a form whatever stands around it; found out once per form."""

    def __init__(self, holds: Callable[[T], bool]) -> None:
        self._holds = holds
        self._known: tuple[set[T], set[T]] = (set(), set())

    def spots(self, index: Index[T]) -> list[Spot]:
        """Where in the rows a form stands that meets the condition, in order."""
        judged, met = self._known
        if len(judged) > _REMEMBERED:
            judged, met = self._known = (set(), set())
        fresh = index.forms - judged
        if fresh:
            # In this order: whoever finds a form judged must find the verdict too.
            met.update(filter(self._holds, fresh))
            judged |= fresh
        here = index.forms & met
        return index.spots(here) if here else []
