"""Connected parts of a graph, by union-find (Tarjan 1975)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence


class Parts:
    """The parts that connections make of things 0, 1, 2 …; those of one label are connected."""

    def __init__(self, labels: Sequence[str | None]) -> None:
        self._above = list(range(len(labels)))
        first: dict[str, int] = {}
        for index, label in enumerate(labels):
            if label is not None:
                self.connect(first.setdefault(label, index), index)

    def of(self, thing: int) -> int:
        """The smallest thing of the same part."""
        above = self._above
        while above[thing] != thing:
            above[thing] = thing = above[above[thing]]
        return thing

    def connect(self, one: int, other: int) -> None:
        """Makes the parts of two things one."""
        low, high = sorted((self.of(one), self.of(other)))
        self._above[high] = low

    def all(self) -> list[tuple[int, tuple[int, ...]]]:
        """Every part by its smallest thing, with all its things in order."""
        found: dict[int, list[int]] = defaultdict(list)
        for thing in range(len(self._above)):
            found[self.of(thing)].append(thing)
        return [(part, tuple(things)) for part, things in found.items()]
