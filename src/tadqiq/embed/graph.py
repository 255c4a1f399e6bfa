"""A sentence-transformers model as one OpenVINO graph: token ids in, sentence vectors out.

Everything between is inside, pooling included, so that neither torch nor sentence-transformers
is imported to run it. Every row runs on one thread, in a width that it has by itself, with
padding masked out: it gets the same bits in any company (tested for every batch size).
"""

from __future__ import annotations

import os
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from ..neural.runtime import compiled_on_cpu, openvino
from .feeds import batches, packed, padded

if TYPE_CHECKING:
    from .encoder import FloatMatrix

FILE = "graph.xml"


class Graph:
    """A compiled graph. ``vectors`` may be called from several threads; calls wait in line."""

    def __init__(self, path: Path, *, bf16: bool, limit: int, padding: int) -> None:
        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 0
        streams = cores or os.cpu_count() or 1
        options = {
            "NUM_STREAMS": str(streams),
            "INFERENCE_NUM_THREADS": str(streams),  # one a stream: see the module's promise
            "ENABLE_CPU_PINNING": "NO",  # several jobs would all sit on the same cores
            "INFERENCE_PRECISION_HINT": "bf16" if bf16 else "f32",
        }
        compiled = compiled_on_cpu(path, options)
        named = {name for one in compiled.inputs for name in one.names}
        self._feed = packed if "places" in named else padded
        self._streams = streams
        self._queue = openvino().AsyncInferQueue(compiled, streams)
        self._queue.set_callback(_collect)
        self._lock = threading.Lock()
        self._limit = limit
        self._padding = padding
        self.dimension = int(compiled.output(0).partial_shape[1].get_length())

    def vectors(self, rows: Sequence[Sequence[int]]) -> FloatMatrix:
        """One vector per row of at most ``limit`` token ids."""
        found = np.zeros((len(rows), self.dimension), np.float32)
        with self._lock:
            lengths = [len(row) for row in rows]
            for width, places in batches(lengths, self._limit, self._streams):
                feed = self._feed([rows[place] for place in places], width, self._padding)
                self._queue.start_async(feed, (found, places))
            self._queue.wait_all()
        return found


def _collect(request: Any, target: tuple[FloatMatrix, list[int]]) -> None:
    found, places = target
    found[places] = request.get_output_tensor(0).data
