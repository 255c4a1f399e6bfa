"""A graph run by ONNX Runtime, in fp32: for whoever has that and not OpenVINO."""

from __future__ import annotations

from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import ModelError
from .fast import Facts
from .feeds import Feed
from .graph import Graph, cores

if TYPE_CHECKING:
    from .encoder import FloatMatrix

FILE = "graph.onnx"
WEIGHTS = "graph.bin"
"""Beside the graph, so that it is mapped: inside, loading takes 1 s and 700 MB more."""


def open_graph(folder: Path, facts: Facts) -> Graph:
    """The graph in ``folder``. Raises ModelError for one that cannot be loaded."""
    return Graph(_Engine(folder / FILE), facts)


@cache
def onnxruntime() -> Any:
    """The package, without the telemetry that it has on Windows."""
    import onnxruntime

    onnxruntime.disable_telemetry_events()
    return onnxruntime


class _Engine:
    # The mean over the tokens of a single sentence is summed up in another order.
    fewest = 2

    def __init__(self, path: Path) -> None:
        options = onnxruntime().SessionOptions()
        options.intra_op_num_threads = 1  # see the graph's promise; cores take different batches
        options.enable_mem_pattern = False  # plans for a shape that comes again: few do
        try:
            self._session = onnxruntime().InferenceSession(
                str(path), options, providers=["CPUExecutionProvider"]
            )
        except Exception as error:  # each status has a class, and no base of their own
            said = (str(error).strip().splitlines() or [repr(error)])[-1]
            raise ModelError(
                f"{path}: ONNX Runtime cannot load this graph ({said}); choose the backend torch"
            ) from error
        self.inputs = frozenset(one.name for one in self._session.get_inputs())
        self.dimension = int(self._session.get_outputs()[0].shape[1])

    def run(self, feeds: Iterable[tuple[Feed, list[int]]], found: FloatMatrix) -> None:
        def work(batch: tuple[Feed, list[int]]) -> None:
            feed, places = batch
            (vectors,) = self._session.run(None, feed)
            found[places] = vectors[: len(places)]

        with ThreadPoolExecutor(cores()) as pool:
            list(pool.map(work, feeds))  # a failure comes out here
