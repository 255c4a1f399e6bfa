"""Rows of tokens through a graph: batches of like length, on every core."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import DTypeLike, NDArray

from ..neural.runtime import compiled_on_cpu, openvino

Row = NDArray[np.float32]
Beside = Callable[[list[int], int], list[NDArray[Any]]]
"""What a graph takes beside the tokens: for the rows at some places, padded to a width."""

_STEP = 16  # widths are whole tiles of the matrix units
_BATCH = 512  # tokens computed at once


class Runner:
    """The graph at ``path``. Safe in several threads; calls wait in line."""

    def __init__(self, path: Path) -> None:
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 0
        streams = cores or os.cpu_count() or 1
        options = {
            "NUM_STREAMS": str(streams),
            "INFERENCE_NUM_THREADS": str(streams),
            "ENABLE_CPU_PINNING": "NO",
            "INFERENCE_PRECISION_HINT": "bf16",
        }
        self._queue = openvino().AsyncInferQueue(compiled_on_cpu(path, options), streams)
        self._queue.set_callback(_collect)
        self._lock = threading.Lock()

    def run(
        self, rows: Sequence[Sequence[int]], beside: Beside = lambda places, width: []
    ) -> list[Row]:
        """What the graph gives for each row of tokens, in order: one number a token that it
        speaks of."""
        found: list[Row] = [np.empty(0, np.float32)] * len(rows)
        with self._lock:
            for width, places in _batches([len(row) for row in rows]):
                ids = padded([rows[place] for place in places], width, np.int64)
                lengths = [len(rows[place]) for place in places]
                inputs = dict(enumerate([ids, *beside(places, width)]))
                self._queue.start_async(inputs, (found, places, lengths))
            self._queue.wait_all()
        return found


def padded(rows: Sequence[Any], width: int, kind: DTypeLike) -> NDArray[Any]:
    """Rows as one array, ``width`` columns wide, zeros behind their ends."""
    found = np.zeros((len(rows), width), kind)
    for line, row in enumerate(rows):
        found[line, : len(row)] = row
    return found


_Target = tuple[list[Row], list[int], list[int]]


def _collect(request: Any, target: _Target) -> None:
    found, places, lengths = target
    given = request.get_output_tensor(0).data
    for line, (place, length) in enumerate(zip(places, lengths, strict=True)):
        found[place] = given[line, :length].copy()


def _batches(lengths: Sequence[int]) -> Iterator[tuple[int, list[int]]]:
    """Widths and places of rows, longest first: few batches, for each reads all weights."""
    places = sorted(range(len(lengths)), key=lambda place: -lengths[place])
    while places:
        width = -(-lengths[places[0]] // _STEP) * _STEP
        size = max(1, _BATCH // width)
        yield width, places[:size]
        places = places[size:]
