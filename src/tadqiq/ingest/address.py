"""Sources that are addresses: who fetches them is not our business, only what comes back."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import PurePath
from typing import BinaryIO, Protocol

from ..model import Rejection


class Opened(Protocol):
    """What an address gave: the bytes, the address they came from at last, and the file name
    in it, by which the format is told where the bytes do not tell it."""

    @property
    def url(self) -> str: ...

    @property
    def path(self) -> PurePath: ...

    @property
    def stream(self) -> BinaryIO: ...


Opener = Callable[[Sequence[str]], Iterable[Opened | Rejection]]
"""Addresses -> what each gave, or why it gave nothing, in the same order."""


def is_address(source: str) -> bool:
    """Whether a source is fetched instead of opened."""
    return source.lower().startswith(("http://", "https://"))
