"""The elements of one long JSON array, one by one: the document is never in memory as a whole."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from typing import BinaryIO

from ..errors import IngestError
from .bounds import MAX_LINE
from .encoding import decode
from .record import value_of

_CHUNK = 1 << 20  # bytes
_BLANK = re.compile(r"[ \t\r\n]*")
_CONTAINERS = ("articles", "items")
# Possessive, so that a long string is walked once: an opening quote, what it holds, its end.
_MARK = re.compile(r'[\[\]{}]|"[^"\\]*+(?:\\.[^"\\]*+)*+"?', re.DOTALL)
_SCALAR = re.compile(r"[^,\]}\s]*")


class Elements:
    """The elements of an array, or of the member "articles" or "items" of an object.

    Iterating gives the text of every element. ``header`` has the object's members before the
    array, once it is begun. Raises IngestError, while iterating, where the document is neither,
    breaks off or has an element of more than ``MAX_LINE`` characters.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._chunks = _text(stream)
        self._held = ""
        self._at = 0
        self.header: dict[str, object] = {}

    def __iter__(self) -> Iterator[str]:
        first = self._next()
        if first == "{":
            self._find_array()
        elif first != "[":
            raise IngestError("not valid JSON: neither an array nor an object")
        self._at += 1
        if self._next() == "]":
            return
        while True:
            yield self._value()
            if self._next() != ",":
                break
            self._at += 1
            self._next()
        if self._next() != "]":
            raise IngestError(
                "not valid JSON after this element: expected a comma or the end of the array"
            )

    def _find_array(self) -> None:
        """Goes through the members of an object up to the array that is wanted."""
        while True:
            self._at += 1
            if self._next() != '"':
                break
            name = str(value_of(self._value()))
            if self._next() != ":":
                break
            self._at += 1
            if self._next() == "[" and name in _CONTAINERS:
                return
            self.header[name] = value_of(self._value())
            if self._next() != ",":
                break
        raise IngestError(
            'too large for one article, and no array of articles, nor an object with "articles" '
            'or "items"; write one record a line (.jsonl)'
        )

    def _next(self) -> str:
        """The next character that is not blank, still ahead; raises where there is none."""
        while True:
            self._at = _end(_BLANK, self._held, self._at)
            if self._at < len(self._held):
                return self._held[self._at]
            if not self._more():
                raise IngestError("not valid JSON: the document breaks off here")

    def _value(self) -> str:
        """The text of the value ahead; goes past it."""
        if self._held[self._at] not in '[{"':
            while _end(_SCALAR, self._held, self._at) == len(self._held) and self._more():
                pass
            return self._taken(_end(_SCALAR, self._held, self._at) - self._at)
        depth = size = 0  # of what has been gone through
        while True:
            found = _MARK.search(self._held, self._at + size)
            if found is None or _open(found[0]):
                size = (len(self._held) if found is None else found.start()) - self._at
                self._go_on()
                continue
            size = found.end() - self._at
            depth += {"[": 1, "{": 1, "]": -1, "}": -1}.get(found[0], 0)
            if not depth:
                return self._taken(size)

    def _go_on(self) -> None:
        if len(self._held) - self._at > MAX_LINE:
            raise IngestError(
                f"longer than {MAX_LINE:,} characters, and nothing behind it was read; "
                "split the article"
            )
        if not self._more():
            raise IngestError("not valid JSON: the document breaks off here")

    def _taken(self, size: int) -> str:
        start, self._at = self._at, self._at + size
        return self._held[start : self._at]

    def _more(self) -> bool:
        chunk = next(self._chunks, "")
        self._held, self._at = self._held[self._at :] + chunk, 0
        return bool(chunk)


def _open(text: str) -> bool:
    """Whether what was found is a string whose end has not been read yet."""
    return text[0] == '"' and (len(text) < 2 or text[-1] != '"' or _escaped(text))


def _escaped(text: str) -> bool:
    """Whether the quote that ends the text is escaped, so that it ends nothing."""
    before = text[1:-1]
    return (len(before) - len(before.rstrip("\\"))) % 2 == 1


def _end(pattern: re.Pattern[str], text: str, at: int) -> int:
    found = pattern.match(text, at)
    return found.end() if found else at


def _text(stream: BinaryIO) -> Iterator[str]:
    """The document's text piece by piece, in the encoding that its beginning shows."""
    head = stream.read(_CHUNK)
    whole = head[: head.rfind(b"\n") + 1 or len(head)]
    try:
        whole.decode("utf-8-sig")
        encoding = "utf-8-sig"
    except UnicodeDecodeError as error:
        at_the_end = error.start > len(whole) - 4
        encoding = "utf-8-sig" if at_the_end else decode(whole).encoding
    decoder = codecs.getincrementaldecoder(encoding)("replace")
    while head:
        text = decoder.decode(head).removeprefix("\ufeff")
        if text:  # a chunk may end inside a character
            yield text
        head = stream.read(_CHUNK)
    yield decoder.decode(b"", final=True)
