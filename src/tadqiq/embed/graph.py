"""A sentence-transformers model as one OpenVINO graph: token ids in, sentence vectors out.

Everything between is inside, pooling included, so that neither torch nor sentence-transformers
is imported to run it. Every row runs on one thread, in a width that it has by itself, with
padding masked out: it gets the same bits in any company (tested for every batch size).
"""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np

from ..errors import ModelError
from .feeds import batches, packed, padded

if TYPE_CHECKING:
    from .encoder import FloatMatrix

FILE = "graph.xml"


@cache
def openvino() -> Any:
    """The package, without its telemetry: nothing about a newsroom leaves it.

    OpenVINO itself goes on without the package openvino_telemetry where that is missing.
    """
    sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type]
    import openvino

    return openvino


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
        compiled = _compile(path, options)
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


def _compile(path: Path, options: dict[str, str]) -> Any:
    core = openvino().Core()
    try:
        # Attention as single operations is 8-10 % faster than as one generated kernel.
        return core.compile_model(str(path), "CPU", {**options, "SNIPPETS_MODE": "DISABLE"})
    except RuntimeError as unknown:
        # The option is not among the documented ones; a release may do without it.
        try:
            return core.compile_model(str(path), "CPU", options)
        except RuntimeError as error:
            said = (str(error).strip().splitlines() or [repr(unknown)])[-1]
            raise ModelError(
                f"{path}: OpenVINO cannot load this graph ({said}); choose the backend torch"
            ) from error


def _collect(request: Any, target: tuple[FloatMatrix, list[int]]) -> None:
    found, places = target
    found[places] = request.get_output_tensor(0).data
