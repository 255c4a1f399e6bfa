"""A sentence-transformers model as one graph: token ids in, sentence vectors out.

Everything between is inside, pooling included, so that neither torch nor sentence-transformers
is imported to run it. Every row runs on one thread, in a width that it has by itself, with
padding masked out: it gets the same bits in any company (tested for every batch size).
"""

from __future__ import annotations

import os
import threading
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

import numpy as np

from .fast import Facts
from .feeds import Feed, batches, packed, padded

if TYPE_CHECKING:
    from .encoder import FloatMatrix


class Engine(Protocol):
    """A graph that a runtime has made ready for as many batches at a time as there are cores."""

    @property
    def inputs(self) -> frozenset[str]:
        """Names of what it takes."""

    @property
    def dimension(self) -> int:
        """Length of a vector."""

    @property
    def fewest(self) -> int:
        """Rows that a batch must have, lest its vectors get other bits than in a larger one."""

    def run(self, feeds: Iterable[tuple[Feed, list[int]]], found: FloatMatrix) -> None:
        """Put the vectors of every batch's first rows into the places of ``found`` with it."""


class Graph:
    """A graph on an engine. ``vectors`` may be called from several threads; calls wait in line."""

    def __init__(self, engine: Engine, facts: Facts) -> None:
        self._engine = engine
        self._facts = facts
        self._feed = packed if "places" in engine.inputs else padded
        self._lock = threading.Lock()
        self.dimension = engine.dimension

    def vectors(self, rows: Sequence[Sequence[int]]) -> FloatMatrix:
        """One vector per row of at most as many token ids as the facts' limit says."""
        found = np.zeros((len(rows), self.dimension), np.float32)
        with self._lock:
            self._engine.run(self._feeds(rows), found)
        return found

    def _feeds(self, rows: Sequence[Sequence[int]]) -> Iterator[tuple[Feed, list[int]]]:
        lengths = [len(row) for row in rows]
        for width, places in batches(lengths, self._facts.limit, cores()):
            taken = [rows[place] for place in places]
            taken += [taken[0][:1]] * (self._engine.fewest - len(taken))
            yield self._feed(taken, width, self._facts.padding), places


def cores() -> int:
    """Cores that this process may use."""
    allowed = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 0
    return allowed or os.cpu_count() or 1
