"""The string members of JSON objects, with the place of every character in the JSON text."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_DECODER = json.JSONDecoder()
_BLANK = " \t\r\n"
_CHARACTER = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|.",
    re.DOTALL,
)
_SURROGATE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Literal:
    """A JSON string: its value, and where each of its characters begins in the JSON text; the
    last offset is that of the closing quote. ``ascii``: other characters are escaped in it."""

    value: str
    offsets: tuple[int, ...]
    ascii: bool

    def escaped(self, text: str) -> str:
        """``text`` as it is written inside this literal."""
        return json.dumps(text, ensure_ascii=self.ascii)[1:-1]


def members(content: str) -> Iterator[Mapping[str, Literal]]:
    """The string members of every record in JSON Lines, a JSON object or an array of objects.

    Nothing for a line that is no JSON object.
    """
    stripped = content.lstrip()
    if stripped.startswith("["):
        yield from _of_array(content, content.index("[") + 1)
        return
    whole = _object(content, len(content) - len(stripped))
    if whole is not None and not content[whole[1] :].strip():
        yield whole[0]
        return
    for line in re.finditer(r"[^\n]+", content):
        found = _object(content, _skipped(content, line.start()))
        if found is not None:
            yield found[0]


def _of_array(content: str, place: int) -> Iterator[Mapping[str, Literal]]:
    while True:
        place = _skipped(content, place)
        if content[place : place + 1] == ",":
            place = _skipped(content, place + 1)
        found = _object(content, place)
        if found is None:
            end = _value_end(content, place)
            if end is None:
                return
            place = end
        else:
            yield found[0]
            place = found[1]


def _object(content: str, place: int) -> tuple[dict[str, Literal], int] | None:
    """The string members of the object at ``place``, and where it ends; None if none is there.

    Of a name that is given twice the last holds, as in JSON readers everywhere.
    """
    if content[place : place + 1] != "{":
        return None
    found: dict[str, Literal] = {}
    place = _skipped(content, place + 1)
    try:
        while content[place] != "}":
            name, place = _DECODER.raw_decode(content, place)
            place = _skipped(content, content.index(":", place) + 1)
            end = _value_end(content, place)
            if end is None:
                return None
            found.pop(str(name), None)
            if content[place] == '"':
                found[str(name)] = _literal(content, place + 1, end - 1)
            place = _skipped(content, end)
            if content[place] == ",":
                place = _skipped(content, place + 1)
    except (IndexError, ValueError):
        return None
    return found, place + 1


def _literal(content: str, start: int, end: int) -> Literal:
    offsets = [match.start() for match in _CHARACTER.finditer(content, start, end)]
    value, _ = _DECODER.raw_decode(content, start - 1)
    source = content[start:end]
    ascii_only = source.isascii() and "\\u" in source
    return Literal(_SURROGATE.sub("\ufffd", value), (*offsets, end), ascii_only)


def _value_end(content: str, place: int) -> int | None:
    try:
        return _DECODER.raw_decode(content, place)[1]
    except (ValueError, RecursionError):
        return None


def _skipped(content: str, place: int) -> int:
    while place < len(content) and content[place] in _BLANK:
        place += 1
    return place
