"""A second opinion on two sentences that are aligned: does the one contradict the other?

Off unless a model is named. Importing this package costs nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .crossencoder import load
    from .opinion import SecondOpinion

__all__ = ["SecondOpinion", "load"]

_HOMES = {"SecondOpinion": "opinion", "load": "crossencoder"}


def __getattr__(name: str) -> object:
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
