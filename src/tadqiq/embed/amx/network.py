"""Token ids to sentence vectors by the kernels, on all cores."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import TYPE_CHECKING

import numpy as np

from ...errors import ModelError
from ..fast import Facts
from .library import Library
from .weights import FILE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ..encoder import FloatMatrix

_MOST = 512  # tokens of a call: what its layers hand on stays in the second cache
_LEAST = 128  # tokens that are worth a thread
_FILLED = 90  # per cent of a call that are planned, for rows are not cut
_STEP = 32  # as SIDE in tiles.h
_LINE = 64  # bytes


class Network:
    """The model in ``folder``. ``vectors`` may be called from several threads.

    Threads live as long as a call, so that the process can be copied between calls.
    """

    def __init__(self, kernels: Library, folder: Path, facts: Facts, *, dimension: int) -> None:
        self._encode = kernels.code.encode
        self._weights = np.memmap(folder / FILE, np.uint8, "r")
        if len(self._weights) != kernels.code.weights_size():
            raise ModelError(f"{folder}: weights of another shape; delete the folder")
        self._most = max(_MOST, _up(facts.limit))
        self._rooms: SimpleQueue[NDArray[np.uint8]] = SimpleQueue()
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 0
        self._cores = cores or os.cpu_count() or 1
        for _ in range(self._cores):
            self._rooms.put(_aligned(kernels.code.room_size(self._most)))
        self.dimension = dimension

    def vectors(self, rows: Sequence[Sequence[int]]) -> FloatMatrix:
        """One vector per row of token ids."""
        found = np.zeros((len(rows), self.dimension), np.float32)

        def work(part: slice) -> None:
            self._run(rows[part], found[part])

        parts = list(portions([len(row) for row in rows], self._most, self._cores))
        if len(parts) < 2:
            for part in parts:
                work(part)
        else:
            with ThreadPoolExecutor(min(self._cores, len(parts))) as threads:
                list(threads.map(work, parts))
        return found

    def _run(self, rows: Sequence[Sequence[int]], found: FloatMatrix) -> None:
        lengths = np.array([len(row) for row in rows], np.int32)
        ids = np.concatenate([np.asarray(row, np.int32) for row in rows])
        room = self._rooms.get()
        try:
            self._encode(
                self._weights.ctypes.data,
                ids.ctypes.data,
                lengths.ctypes.data,
                len(rows),
                room.ctypes.data,
                self._most,
                found.ctypes.data,
            )
        finally:
            self._rooms.put(room)


def portions(lengths: Sequence[int], most: int, cores: int) -> Iterator[slice]:
    """Runs of rows of no more than ``most`` tokens, about as many tokens for every core."""
    total = sum(lengths)
    turns = -(-total // (most * cores * _FILLED // 100))
    share = max(_LEAST, total / max(1, turns * cores))
    start = held = 0
    before = 0.0
    for place, length in enumerate(lengths):
        if held and (before + held + length / 2 > share or held + length > most):
            yield slice(start, place)
            # What a run has more or less than its share, the next has less or more.
            start, before, held = place, before + held - share, 0
        held += length
    if held:
        yield slice(start, len(lengths))


def _up(count: int) -> int:
    return -(-count // _STEP) * _STEP


def _aligned(size: int) -> NDArray[np.uint8]:
    """Zeros that begin where a line of the cache does."""
    space = np.zeros(size + _LINE, np.uint8)
    start = -space.ctypes.data % _LINE
    return space[start : start + size]
