"""The language model from the cache, built there first from the installed wheels."""

from __future__ import annotations

import zlib
from functools import cache, partial
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING

from . import wheel

if TYPE_CHECKING:
    from ..neural.built import Progress
    from .cached import CachedReader
    from .model import LanguageModel

BUILD = 2
"""Raised whenever the same wheels give other graphs or another vocabulary."""

LEARNED = "marks.npz"
"""What was learned beyond the wheels: how an error looks."""


def available(lang: str) -> bool:
    """Whether texts in ``lang`` can be read: the model is installed and knows the script."""
    return lang == "ar" and wheel.installed()


def load(cache_dir: Path, progress: Progress) -> CachedReader:
    """The model's answers, opened and built (30 s, 440 MB in the cache) when first needed.

    Raises ModelError where the wheels are missing, as asking does where the cache cannot be
    written.
    """
    from .cached import CachedReader  # with numpy

    opening = partial(open_model, cache_dir, progress)
    return CachedReader(opening, cache_dir / "likelihoods.sqlite", digest=_digest())


def open_model(cache_dir: Path, progress: Progress) -> LanguageModel:
    """The model itself. Raises ModelError as ``load`` does."""
    from ..neural import built

    folder = cache_dir / "models" / f"{_digest()}-fluency"
    if built.damage(folder, full=False) is not None:
        built.build(folder, partial(_write, progress=progress), full=False)
    from .model import LanguageModel

    return LanguageModel(folder)


@cache
def _digest() -> str:
    learned = files(__package__).joinpath(LEARNED).read_bytes()
    return f"{wheel.digest()}-{BUILD}-{zlib.crc32(learned):08x}"


def _write(target: Path, progress: Progress) -> None:
    from ..neural.apart import apart
    from .convert import write_model

    apart(partial(write_model, target), progress)
