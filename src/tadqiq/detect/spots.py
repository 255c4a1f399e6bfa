"""Where in a document something stands that a rule looks for, asked once per form, not per word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from itertools import chain
from threading import Lock
from typing import Generic, TypeVar

_REMEMBERED = 1 << 16  # forms whose traits are remembered

R = TypeVar("R")
T = TypeVar("T", bound=Hashable)
Rows = Sequence[tuple[R, Sequence[T]]]
"""Rows of forms, each with what it stands for: a sentence, its number."""
Spot = tuple[R, int]
"""What a row stands for, and a place in it."""

_UNJUDGED: tuple[int, tuple[()]] = (0, ())


class Condition(Generic[T]):
    """What can be said of a form whatever stands around it."""

    __slots__ = ("holds",)

    def __init__(self, holds: Callable[[T], bool]) -> None:
        self.holds = holds


class Traits(Generic[T]):
    """Which conditions each form meets, found out once per form for all conditions in use."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._conditions: tuple[Condition[T], ...] = ()
        self._known: dict[T, tuple[int, tuple[Condition[T], ...]]] = {}

    def learn(self, condition: Condition[T]) -> tuple[Condition[T], ...]:
        """Judge forms by this condition too from now on; gives all in use."""
        with self._lock:
            if condition not in self._conditions:
                self._conditions = (*self._conditions, condition)
            return self._conditions

    def places(self, rows: Rows[R, T]) -> Places[R, T]:
        """Where in the rows forms stand that meet the conditions in use."""
        conditions = self._conditions
        spots: defaultdict[Condition[T], list[Spot[R]]] = defaultdict(list)
        known, needed = self._known.get, len(conditions)
        for name, row in rows:
            for place, form in enumerate(row):
                judged, met = known(form, _UNJUDGED)
                if judged < needed:
                    met = self._judge(form, conditions, judged, met)
                if met:
                    spot = name, place
                    for condition in met:
                        spots[condition].append(spot)
        return Places(spots, frozenset(conditions))

    def places_of(self, condition: Condition[T], rows: Rows[R, T]) -> list[Spot[R]]:
        """Where in the rows forms stand that meet this condition, which is in use from now on."""
        conditions = self.learn(condition)
        known, needed = self._known.get, len(conditions)
        forms = set()
        for form in set(chain.from_iterable([row for _, row in rows])):
            judged, met = known(form, _UNJUDGED)
            if judged < needed:
                met = self._judge(form, conditions, judged, met)
            if condition in met:
                forms.add(form)
        if not forms:
            return []
        return [
            (name, place) for name, row in rows for place, form in enumerate(row) if form in forms
        ]

    def _judge(
        self,
        form: T,
        conditions: Sequence[Condition[T]],
        judged: int,
        met: tuple[Condition[T], ...],
    ) -> tuple[Condition[T], ...]:
        """The conditions that ``form`` meets, of which the first ``judged`` are known."""
        if len(self._known) > _REMEMBERED:
            self._known.clear()
        met = (*met, *[one for one in conditions[judged:] if one.holds(form)])
        self._known[form] = (len(conditions), met)
        return met


@dataclass(frozen=True, slots=True)
class Places(Generic[R, T]):
    """The spots of each condition that is met anywhere, out of those ``asked``."""

    spots: dict[Condition[T], list[Spot[R]]]
    asked: frozenset[Condition[T]]


class Index(Generic[R, T]):
    """Rows of forms, by form. A form is made once, so that it is equal to itself alone."""

    def __init__(self, rows: Rows[R, T], traits: Traits[T]) -> None:
        self._traits = traits
        self._rows = rows
        self._places = traits.places(rows)

    def spots(self, condition: Condition[T]) -> Sequence[Spot[R]]:
        """Where in the rows a form stands that meets the condition, in order."""
        found = self._places.spots.get(condition)
        if found is None:
            if condition in self._places.asked:
                return ()
            found = self._traits.places_of(condition, self._rows)
            self._places.spots[condition] = found
        return found
