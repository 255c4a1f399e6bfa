"""Cuts an XML stream into its items by their tags, before anything is parsed.

So memory holds one item at a time, a broken item takes no other with it, and each knows its
line. CDATA sections and comments are stepped over, unless they were never closed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from ..bounds import MAX_FILE

_CHUNK = 65_536
_LONGEST_TOKEN = 256  # bytes of a tag's name with its prefix
_MAX_HEAD = 2**20
_PREFIX = rb"(?:[A-Za-z_][\w.-]{0,60}:)?"
_SECTIONS = {b"<![CDATA[": b"]]>", b"<!--": b"-->"}


@dataclass(frozen=True, slots=True)
class Unit:
    """The bytes of one item, the line it begins on, and why it cannot be whole, if it cannot."""

    data: bytes
    line: int
    problem: str | None = None


class Scan:
    """The units of a stream in order.

    ``names`` are local names of the elements that are units, ``root`` that of the element
    around them. Once exhausted, ``complete`` says whether the root was closed, or a unit told
    that it was not.
    """

    def __init__(self, stream: BinaryIO, names: tuple[str, ...], root: str) -> None:
        any_name = b"|".join(re.escape(name.encode()) for name in names)
        self._token = re.compile(
            rb"(?P<section><!\[CDATA\[|<!--)|<(?P<close>/?)"
            + _PREFIX
            + rb"(?P<name>%b)(?=[\s/>])" % any_name
        )
        self._begin = re.compile(rb"\s*<%b(?:%b)[\s/>]" % (_PREFIX, any_name))
        self._end = re.compile(rb"</%b(?:%b)\s*>" % (_PREFIX, any_name))
        self._root_end = re.compile(rb"</%b%b\s*>" % (_PREFIX, re.escape(root.encode())))
        self._stream = stream
        self._buffer = bytearray()
        self._position = 0  # up to where the buffer holds no token
        self._line = 1  # of the buffer's first byte
        self._dropped = 0  # bytes before it
        self._found: dict[bytes, tuple[int, int]] = {}  # looked from where, found where
        self._open: str | None = None  # the name of the unit that begins the buffer
        self._tail = bytearray()
        self._seen = self._told = False  # a unit was seen; a cut was told
        self._head = bytearray()
        self.complete = False

    @property
    def head(self) -> bytes:
        """What stood before the first unit."""
        return bytes(self._head)

    def __iter__(self) -> Iterator[Unit]:
        while True:
            token = self._token.search(self._buffer, self._position)
            if token is None:
                self._position = max(self._position, len(self._buffer) - _LONGEST_TOKEN)
                yield from self._too_large()
                if not self._more():
                    break
            elif token["section"]:
                yield from self._section(token.start(), token.end(), bytes(token["section"]))
            elif token["close"]:
                yield from self._closing(token.start(), token.end())
            else:
                yield from self._opening(token.start(), token.end(), token["name"].decode())
        if self._open is not None:
            yield self._cut(len(self._buffer), f"cut off: the input ends inside <{self._open}>")
            self._told = True
        self._pass(len(self._buffer))
        self.complete = self._told or self._root_end.search(self._tail) is not None

    def _opening(self, start: int, end: int, name: str) -> Iterator[Unit]:
        if self._open is not None:
            yield self._cut(start, f"<{self._open}> is not closed before the next begins")
        else:
            self._pass(start)
        self._seen = True
        self._open, self._position = name, end - start
        close = self._find(b">", self._position)
        if close > 0 and self._buffer[close - 1] == ord("/"):
            yield self._cut(close + 1, None)

    def _closing(self, start: int, end: int) -> Iterator[Unit]:
        close = self._find(b">", end)
        if self._open is None:  # nothing was opened: left to the tail, which is no item
            self._position = end
        elif close >= 0:
            yield self._cut(close + 1, None)
        else:
            self._position = end

    def _section(self, start: int, end: int, opener: bytes) -> Iterator[Unit]:
        close = self._find(_SECTIONS[opener], end)
        limit = close if close >= 0 else len(self._buffer)
        if self._open is None:
            self._position = close + 3 if close >= 0 else end
            self._pass(self._position)
            return
        what = opener.decode()
        ended = self._end.search(self._buffer, end, limit)
        if close >= 0 and not (ended and self._begin.match(self._buffer, ended.end(), limit)):
            self._position = close + 3
        elif ended is not None:
            yield self._cut(ended.end(), f"{what} is not closed inside <{self._open}>")
        else:
            yield self._cut(limit, f"cut off: {what} inside <{self._open}> is never closed")
            self._told = True

    def _too_large(self) -> Iterator[Unit]:
        if self._open is None:
            self._pass(self._position)
        elif len(self._buffer) > MAX_FILE:
            yield self._cut(
                self._position, f"<{self._open}> is larger than {MAX_FILE:,} bytes; split it"
            )

    def _find(self, what: bytes, start: int) -> int:
        """Where ``what`` is from ``start`` on, -1 where it is not within the bounds of a unit.

        What was looked through once is not looked through again: of a million sections that
        are never closed each would look to the end.
        """
        first = self._dropped + start
        begun, end = self._found.get(what, (0, -1))
        if begun <= first <= end:
            start = end - self._dropped
            first = begun
        while (found := self._buffer.find(what, start)) < 0:
            start = max(start, len(self._buffer) - len(what) + 1)
            if len(self._buffer) > MAX_FILE or not self._more():
                break
        self._found[what] = first, self._dropped + (found if found >= 0 else start)
        return found

    def _more(self) -> bool:
        chunk = self._stream.read(_CHUNK)
        self._buffer += chunk
        return bool(chunk)

    def _cut(self, end: int, problem: str | None) -> Unit:
        unit = Unit(bytes(self._buffer[:end]), self._line, problem)
        self._drop(end)
        self._open, self._position, self._tail = None, 0, bytearray()
        return unit

    def _pass(self, end: int) -> None:
        """Leave behind what belongs to no unit."""
        if not self._seen and len(self._head) < _MAX_HEAD:
            self._head += self._buffer[:end]
        self._tail += self._buffer[:end]
        if len(self._tail) > 2 * _CHUNK:
            del self._tail[:-_CHUNK]
        self._drop(end)
        self._position = max(0, self._position - end)

    def _drop(self, end: int) -> None:
        self._line += self._buffer.count(b"\n", 0, end)
        self._dropped += end
        del self._buffer[:end]
