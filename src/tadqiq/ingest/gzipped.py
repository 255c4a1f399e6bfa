"""A file compressed with gzip, as sitemaps and dumps often are."""

from __future__ import annotations

import io
import zlib
from typing import BinaryIO, cast

from .zipped import MAX_UNPACKED, BombError

MAGIC = b"\x1f\x8b\x08"


class _Unpacked(io.RawIOBase):
    """What is inside, up to a bound; damage is an OSError."""

    def __init__(self, stream: BinaryIO) -> None:
        from gzip import GzipFile

        super().__init__()
        self._inner = GzipFile(fileobj=stream)
        self._left = MAX_UNPACKED

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill ``buffer``. Raises BombError beyond bounds, OSError where the file is damaged."""
        try:
            chunk = self._inner.read(len(buffer))
        except (zlib.error, EOFError, OSError) as error:
            raise OSError(f"its gzip compression is damaged: {error}") from error
        self._left -= len(chunk)
        if self._left < 0:
            raise BombError(f"unpacks to more than {MAX_UNPACKED:,} bytes; split it")
        buffer[: len(chunk)] = chunk
        return len(chunk)


def unpacked(stream: BinaryIO) -> BinaryIO:
    """The stream of what is inside ``stream``."""
    return cast(BinaryIO, io.BufferedReader(_Unpacked(stream)))
