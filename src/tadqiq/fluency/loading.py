"""The language model from the cache, built there first from the installed wheels."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from ..neural import built
from ..neural.built import Progress
from . import wheel

if TYPE_CHECKING:
    from .model import LanguageModel

BUILD = 1
"""Raised whenever the same wheels give another graph or another vocabulary."""


def available(lang: str) -> bool:
    """Whether texts in ``lang`` can be read: the model is installed and knows the script."""
    return lang == "ar" and wheel.installed()


def load(cache_dir: Path, progress: Progress) -> LanguageModel:
    """The model, built into the cache where it is missing (15 s, 240 MB).

    Raises ModelError where the wheels are missing or the cache cannot be written.
    """
    digest = f"{wheel.digest()}-{BUILD}"
    folder = cache_dir / "models" / f"{digest}-fluency"
    if built.damage(folder, full=False) is not None:
        from .convert import write_model

        built.build(folder, partial(write_model, progress=progress), full=False)
    from .model import LanguageModel

    return LanguageModel(folder, digest=digest)
