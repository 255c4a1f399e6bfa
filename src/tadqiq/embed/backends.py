"""The ways to run a model, and which one this machine gets.

    torch           fp32, the reference; any model that sentence-transformers loads
    torch-bf16      torch in bfloat16
    openvino        the model as one OpenVINO graph, in bfloat16 where the processor computes in
                    it, else in fp32
    openvino-int8   the same in 8 bit but for attention and the second matrix of every
                    feed-forward block
    onnx            a BERT with mean pooling, as the default model is, as one graph run by ONNX
                    Runtime in fp32; its 8 bits are too far from the reference
    amx             the default model by kernels of our own on the matrix units of Intel processors
                    (Linux), in bfloat16; a C compiler builds them once
    cuda            torch in fp32 on an NVIDIA card; any model

``auto`` takes the card where there is one and torch is built for it; else, for the default model,
amx where it runs (2.5 times as fast as openvino), then openvino, then onnx, where the packages are
installed. int8 was 5-10 % faster than the same graph in bfloat16, no more, and is farther from the
reference (benchmarks/README.md). A model of one's own runs on torch unless another way is asked
for: the fast ones are proved on the default. On a card vectors may differ in their last bits with
the batch that a sentence is in.
"""

from __future__ import annotations

import logging
import platform
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

from ..errors import ModelError

GRAPH = 4
"""Raised whenever a graph is made or run so that the same model gives other vectors."""

NAMES = ("auto", "torch", "torch-bf16", "openvino", "openvino-int8", "onnx", "amx", "cuda")
_NEEDED = {
    "openvino": ("openvino",),
    "openvino-int8": ("openvino", "nncf"),
    "onnx": ("onnxruntime", "onnx"),
}
_TORCH = {"torch": "fp32", "torch-bf16": "bf16", "cuda": "fp32-cuda"}
_GRAPHS = ("openvino", "onnx")  # that auto takes, the fastest first
_EXTRAS = {"openvino": "fast", "openvino-int8": "int8", "onnx": "onnx"}
_CPU_FACTS = Path("/proc/cpuinfo")
_CARD = Path("/dev/nvidiactl")  # asking torch would take seconds
_log = logging.getLogger("tadqiq")

Kernels = Callable[[], str]
"""Gives the digest of kernels that run this model; raises ModelError where none do."""


@dataclass(frozen=True, slots=True)
class Backend:
    """One way to run a model: ``precision`` as in `Encoder`, ``runtime`` what computes."""

    name: str
    precision: str
    runtime: str = ""

    @property
    def key(self) -> str:
        """Changes whenever the same weights may give other vectors; "" for the reference."""
        return "" if self.name == "torch" else f"{self.name} {self.precision} {self.runtime}"

    @property
    def runs_graph(self) -> bool:
        """Whether the model is made a graph for it."""
        return self.name in _NEEDED


def choose(name: str, *, default_model: bool, kernels: Kernels | None = None) -> Backend:
    """The backend called ``name``, of "auto" the best that is installed.

    Raises ModelError for an unknown name, one whose packages are not installed, and amx where it
    does not run.
    """
    if name not in NAMES:
        raise ModelError(f"backend {name!r} is unknown; choose one of {', '.join(NAMES)}")
    if name == "amx":
        return _on_tiles(kernels)
    if name == "auto":
        return _best(default_model, kernels)
    missing = _missing(_NEEDED.get(name, ()))
    if missing:
        raise ModelError(
            f"backend {name} needs {' and '.join(missing)}, not installed here: run "
            f"\"pip install 'tadqiq[{_EXTRAS[name]}]'\", or choose the backend torch"
        )
    if name.startswith("openvino"):
        runtime = f"openvino {version('openvino')} graph {GRAPH}"
        full = "bf16" if native_bf16() else "fp32"
        eight = "" if full == "bf16" else "-fp32"
        precision = f"int8-openvino{eight}" if name == "openvino-int8" else f"{full}-openvino"
        return Backend(name, precision, runtime)
    if name == "onnx":
        return Backend(name, "fp32-onnx", f"onnxruntime {version('onnxruntime')} graph {GRAPH}")
    return Backend(name, _TORCH[name])


def _best(default_model: bool, kernels: Kernels | None) -> Backend:
    if has_card():
        return choose("cuda", default_model=default_model)
    if default_model and kernels:
        try:
            return _on_tiles(kernels)
        except ModelError as error:
            _log.debug("%s", error)
    ways = [way for way in _GRAPHS if default_model and not _missing(_NEEDED[way])]
    return choose((*ways, "torch")[0], default_model=default_model)


def _on_tiles(kernels: Kernels | None) -> Backend:
    if kernels is None:
        raise ModelError("backend amx runs the default model alone; choose openvino or torch")
    return Backend("amx", "bf16-amx", f"kernels {kernels()}")


def has_card() -> bool:
    """Whether there is an NVIDIA card and a torch that is built for it (told on Linux only)."""
    return _CARD.exists() and "+cpu" not in version("torch")


@cache
def native_bf16() -> bool:
    """Whether this processor multiplies bfloat16 matrices itself (Linux on x86-64 tells)."""
    if platform.machine() not in ("x86_64", "AMD64") or not _CPU_FACTS.is_file():
        return False
    flags = _CPU_FACTS.read_text("utf-8", "replace").split()
    return "amx_bf16" in flags or "avx512_bf16" in flags


def _missing(packages: Sequence[str]) -> list[str]:
    return [name for name in packages if not _installed(name)]


def _installed(package: str) -> bool:
    try:
        version(package)
    except PackageNotFoundError:
        return False
    return True
