"""A byte stream line by line, whatever its lines hold."""

from __future__ import annotations

import codecs
import io
from collections.abc import Callable, Iterator
from typing import BinaryIO

from .bounds import MAX_LINE

_SKIPPED_AT_ONCE = 2**20


class Rejoined(io.RawIOBase):
    """A stream whose first bytes were read already, whole again. Closing leaves ``rest`` open."""

    def __init__(self, head: bytes, rest: BinaryIO) -> None:
        super().__init__()
        self._head = io.BytesIO(head)
        self._rest = rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill ``buffer`` with at most one line, so that a slow pipe is passed on at once."""
        size = len(buffer)
        chunk = self._head.read(size) or self._rest.readline(size)
        buffer[: len(chunk)] = chunk
        return len(chunk)


def whole(head: bytes, rest: BinaryIO) -> io.BufferedReader:
    """``head`` and what follows it, as one stream."""
    return io.BufferedReader(Rejoined(head, rest))


def lines(stream: BinaryIO) -> Iterator[tuple[int, bytes | None]]:
    """Line numbers from 1, and lines without their end; None for one beyond ``MAX_LINE``.

    A byte order mark is dropped; UTF-16 comes out as UTF-8.
    """
    readline = _readline(stream)
    number = 0
    while line := readline(MAX_LINE + 1):
        number += 1
        if len(line) > MAX_LINE and not line.endswith(b"\n"):
            _skip_line(readline)
            yield number, None
        else:
            yield number, line.rstrip(b"\r\n")


def _readline(stream: BinaryIO) -> Callable[[int], bytes]:
    head = stream.readline(MAX_LINE + 1)
    if not head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return whole(head.removeprefix(codecs.BOM_UTF8), stream).readline
    recoded = io.TextIOWrapper(whole(head, stream), "utf-16", errors="replace", newline="\n")

    def readline(size: int) -> bytes:
        return recoded.readline(size).encode()

    return readline


def _skip_line(readline: Callable[[int], bytes]) -> None:
    while (chunk := readline(_SKIPPED_AT_ONCE)) and not chunk.endswith(b"\n"):
        pass
