"""A graph run by OpenVINO."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..neural.runtime import compiled_on_cpu, openvino
from .fast import Facts
from .feeds import Feed
from .graph import Graph, cores

if TYPE_CHECKING:
    from .encoder import FloatMatrix

FILE = "graph.xml"


def open_graph(folder: Path, facts: Facts) -> Graph:
    """The graph in ``folder``. Raises ModelError for one that cannot be loaded."""
    return Graph(_Engine(folder / FILE, bf16=facts.bf16), facts)


class _Engine:
    fewest = 1

    def __init__(self, path: Path, *, bf16: bool) -> None:
        streams = cores()
        options = {
            "NUM_STREAMS": str(streams),
            "INFERENCE_NUM_THREADS": str(streams),  # one a stream: see the graph's promise
            "ENABLE_CPU_PINNING": "NO",  # several jobs would all sit on the same cores
            "INFERENCE_PRECISION_HINT": "bf16" if bf16 else "f32",
        }
        compiled = compiled_on_cpu(path, options)
        self.inputs = frozenset(name for one in compiled.inputs for name in one.names)
        self.dimension = int(compiled.output(0).partial_shape[1].get_length())
        self._queue = openvino().AsyncInferQueue(compiled, streams)
        self._queue.set_callback(_collect)

    def run(self, feeds: Iterable[tuple[Feed, list[int]]], found: FloatMatrix) -> None:
        for feed, places in feeds:
            self._queue.start_async(feed, (found, places))
        self._queue.wait_all()


def _collect(request: Any, target: tuple[FloatMatrix, list[int]]) -> None:
    found, places = target
    found[places] = request.get_output_tensor(0).data
