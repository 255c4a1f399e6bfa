"""What the machine's matrix units give at best: the mark that an encoder is held against."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

from .timing import Timing, timed

if TYPE_CHECKING:
    from types import ModuleType

INT8 = "10¹² operations in int8"

_GROUP = "machine"
_BLOCK = 1 << 28  # bytes: far more than any cache holds
_SIDE, _LAYERS = 1024, 16
_CHAINS = 4  # a core, one after another


def machine(*, rounds: int) -> Iterator[Timing]:
    """Seconds for a million million operations in int8 and bfloat16, and for reading 1 GB.

    Without OpenVINO, which runs the products, only the last.
    """
    for bits, name in ((8, INT8), (16, "10¹² operations in bfloat16")):
        try:
            run, count = chain(bits)
        except ImportError:
            break
        run()
        seconds = timed(run, rounds=rounds) * 1e12 / count
        yield Timing(group=_GROUP, name=name, seconds=seconds)
    yield Timing(group=_GROUP, name="1 GB read, one core", seconds=_reading(rounds))


def _reading(rounds: int) -> float:
    import numpy as np

    block = np.ones(_BLOCK // 8)
    return timed(block.sum, rounds=rounds) * 1e9 / _BLOCK


def chain(bits: int) -> tuple[Callable[[], None], int]:
    """A chain of square products on every core at once, and how many operations it takes.

    ``bits`` is 8 for int8, 16 for bfloat16. Raises ImportError without OpenVINO, which runs it.
    """
    import numpy as np

    from ..neural.runtime import openvino

    ov = openvino()
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    cores = cores or 1
    options = {"NUM_STREAMS": str(cores), "INFERENCE_NUM_THREADS": str(cores)}
    options["INFERENCE_PRECISION_HINT"] = "bf16"
    queue = ov.AsyncInferQueue(ov.Core().compile_model(_chain(ov, bits), "CPU", options), cores)
    start = np.random.default_rng(0).normal(0, 1, (_SIDE, _SIDE)).astype(np.float32)

    def run() -> None:
        for _ in range(_CHAINS * cores):
            queue.start_async({0: start})
        queue.wait_all()

    return run, _CHAINS * cores * _LAYERS * 2 * _SIDE**3


def _chain(ov: ModuleType, bits: int) -> Any:
    import numpy as np

    def eight(node: Any, end: float) -> Any:
        low, high = np.float32(-end), np.float32(end * 127 / 128)
        return op.fake_quantize(node, low, high, low, high, 256)

    op, rng = ov.opset13, np.random.default_rng(0)
    node = start = op.parameter([_SIDE, _SIDE], np.float32)
    for _ in range(_LAYERS):
        weights = rng.normal(0, 0.03, (_SIDE, _SIDE)).astype(np.float32)
        matrix = op.constant(weights)
        if bits == 8:
            node, matrix = eight(node, 1.28), eight(matrix, 0.128)
        node = op.matmul(node, matrix, False, True)
    return ov.Model([op.result(node)], [start])
