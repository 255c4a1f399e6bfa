"""Where in a document something stands that a rule looks for, asked once per form, not per word."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import field
from functools import cached_property
from threading import Lock
from typing import Any, Generic, TypeVar

from ..model import record

R = TypeVar("R")
T = TypeVar("T", bound="Traced")
Rows = Sequence[tuple[R, Sequence[T]]]
"""Rows of forms, each with what it stands for: a sentence, its number."""
Spot = tuple[R, int]
"""What a row stands for, and a place in it."""


class Condition(Generic[T]):
    """What can be said of a form whatever stands around it."""

    __slots__ = ("holds",)

    def __init__(self, holds: Callable[[T], bool]) -> None:
        self.holds = holds


@record(eq=False)
class Traced:
    """A form: ``traits`` are how many conditions it has been judged by, all of one ``Traits``, and
    which of them it meets. Equal only to itself."""

    traits: tuple[int, tuple[Condition[Any], ...]] = field(default=(0, ()), init=False, repr=False)


class Traits(Generic[T]):
    """Which conditions each form meets, found out once per form for all conditions in use."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._conditions: tuple[Condition[T], ...] = ()

    def learn(self, condition: Condition[T]) -> None:
        """Judge forms by this condition too from now on."""
        with self._lock:
            if condition not in self._conditions:
                self._conditions = (*self._conditions, condition)

    def places(self, rows: Rows[R, T]) -> dict[Condition[T], Sequence[Spot[R]]]:
        """For each condition in use, where in the rows forms stand that meet it."""
        conditions = self._conditions
        spots: defaultdict[Condition[T], list[Spot[R]]] = defaultdict(list)
        needed = len(conditions)
        for name, row in rows:
            for place, form in enumerate(row):
                judged, met = form.traits
                if judged < needed:
                    met = _judge(form, conditions)
                if met:
                    spot = name, place
                    for condition in met:
                        spots[condition].append(spot)
        return {**dict.fromkeys(conditions, ()), **spots}


def _judge(form: T, conditions: Sequence[Condition[T]]) -> tuple[Condition[Any], ...]:
    """The conditions that ``form`` meets, which it keeps."""
    judged, known = form.traits
    met = (*known, *[one for one in conditions[judged:] if one.holds(form)])
    # At once, so that another thread never sees the count of one judgement with those of another.
    object.__setattr__(form, "traits", (len(conditions), met))
    return met


class Index(Generic[R, T]):
    """Rows of forms, by form. A form is made once, so that it is equal to itself alone."""

    def __init__(self, rows: Rows[R, T], traits: Traits[T]) -> None:
        self._traits = traits
        self._rows = rows
        self._places = traits.places(rows)

    def spots(self, condition: Condition[T]) -> Sequence[Spot[R]]:
        """Where in the rows a form stands that meets the condition, in order."""
        found = self._places.get(condition)
        if found is None:
            self._traits.learn(condition)
            found = self._places[condition] = self._new(condition)
        return found

    def _new(self, condition: Condition[T]) -> Sequence[Spot[R]]:
        """Spots of a condition that was not in use when the rows came.

        What forms are met is not told them: of a first document every condition is new, and to
        write it down for each takes twice as long as to ask again in the next.
        """
        met = set(filter(condition.holds, self._forms))
        if not met:
            return ()
        return [
            (name, place)
            for name, row in self._rows
            for place, form in enumerate(row)
            if form in met
        ]

    @cached_property
    def _forms(self) -> tuple[T, ...]:
        """The forms of the rows, each once."""
        return tuple(dict.fromkeys(form for _, row in self._rows for form in row))
