"""Where in a document something stands that a rule looks for, asked once per form, not per word."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Sequence
from itertools import chain
from threading import Lock
from typing import Generic, TypeVar

Spot = tuple[int, int]
"""The number of a row and the place in it."""

_REMEMBERED = 1 << 16  # forms whose traits are remembered

T = TypeVar("T", bound=Hashable)


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

    def learn(self, condition: Condition[T]) -> None:
        """Judge forms by this condition too from now on."""
        with self._lock:
            if condition not in self._conditions:
                self._conditions = (*self._conditions, condition)

    def of(self, forms: Iterable[T]) -> dict[Condition[T], list[T]]:
        """The forms that meet each condition in use, in their order."""
        conditions = self._conditions
        met: dict[Condition[T], list[T]] = {condition: [] for condition in conditions}
        for form in forms:
            judged, own = self._known.get(form, (0, ()))
            if judged < len(conditions):
                own = self._judge(form, conditions, judged, own)
            for condition in own:
                met[condition].append(form)
        return met

    def _judge(
        self,
        form: T,
        conditions: Sequence[Condition[T]],
        judged: int,
        own: tuple[Condition[T], ...],
    ) -> tuple[Condition[T], ...]:
        """The conditions that ``form`` meets, of which the first ``judged`` are known."""
        if len(self._known) > _REMEMBERED:
            self._known = {}
        own = (*own, *[one for one in conditions[judged:] if one.holds(form)])
        self._known[form] = (len(conditions), own)
        return own


class Index(Generic[T]):
    """Rows of forms, by form. A form is made once, so that it is equal to itself alone."""

    def __init__(self, rows: Sequence[Sequence[T]], traits: Traits[T]) -> None:
        self._traits = traits
        self._row_of: list[int] = []
        self._starts: list[int] = []
        for number, row in enumerate(rows):
            self._starts.append(len(self._row_of))
            self._row_of += [number] * len(row)
        # Places are counted through all rows: a pair for every word would take twice the time.
        self._places: dict[T, list[int]] = {}
        for at, form in enumerate(chain.from_iterable(rows)):
            if form in self._places:
                self._places[form].append(at)
            else:
                self._places[form] = [at]
        self._met = traits.of(self._places)
        self._spots: dict[Condition[T], list[Spot]] = {}

    def spots(self, condition: Condition[T]) -> list[Spot]:
        """Where in the rows a form stands that meets the condition, in order."""
        found = self._spots.get(condition)
        if found is None:
            if condition not in self._met:
                self._traits.learn(condition)
                self._met = self._traits.of(self._places)
            met = [self._places[form] for form in self._met[condition]]
            found = self._spots[condition] = [
                (row := self._row_of[at], at - self._starts[row])
                for at in sorted(chain.from_iterable(met))
            ]
        return found
