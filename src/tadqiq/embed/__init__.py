"""Sentences to vectors: the sentence-transformers model, its weights, its cache.

Names are loaded when first used: importing this package costs nothing, importing the model
host takes seconds.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .background import centre
    from .cache import CachedEncoder
    from .encoder import Encoder
    from .loading import load

__all__ = ["CachedEncoder", "Encoder", "centre", "load"]

_HOMES = {"CachedEncoder": "cache", "Encoder": "encoder", "centre": "background", "load": "loading"}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
