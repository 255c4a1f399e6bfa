"""The contract of a format: one opened source -> its articles and rejections."""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO, Protocol

from ..model import Article, Rejection, record


@record
class Source:
    """Opened bytes. ``origin`` is what a person calls it, ``name`` the id of its article
    where the format gives none."""

    stream: BinaryIO
    origin: str
    name: str


class Reader(Protocol):
    """One format. Every item of the source comes out once, as one or the other, in order.

    Raises IngestError where the source as a whole cannot be read, OSError where reading
    breaks off.
    """

    def __call__(self, source: Source) -> Iterator[Article | Rejection]: ...
