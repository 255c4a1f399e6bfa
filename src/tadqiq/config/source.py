"""A file of settings, and on which line of it something is set."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

from ..model import record

KeyPath = tuple[str | int, ...]
"""Keys from the outermost table inwards; a number picks one of an array of tables."""


@record
class Source:
    """Where the settings were read; ``prefix`` is the table that holds them."""

    path: Path
    text: str
    prefix: tuple[str, ...] = ()

    def at(self, path: KeyPath) -> str:
        """``file:line`` of a setting, or of the table around it if the line is not plain."""
        line = _line_of(self.text, (*self.prefix, *path), len(self.prefix))
        return f"{self.path}:{line}" if line else str(self.path)


def _line_of(text: str, path: KeyPath, at_least: int) -> int | None:
    """The line on which ``path`` is set, or that of the longest part of it that has one.

    tomllib tells no places, so the lines are read again; what stands inside a multi-line
    value can at worst be taken for a key of the same name.
    """
    seen: dict[KeyPath, int] = {}
    tables: dict[tuple[str, ...], int] = {}
    here: KeyPath = ()
    for number, line in enumerate(text.split("\n"), start=1):
        header = re.fullmatch(r"\s*(\[\[?)(.+?)\]\]?\s*(?:#.*)?", line)
        entry = re.match(r"\s*([^=#]+?)\s*=", line)
        if header and (keys := _keys(header.group(2))):
            here = keys
            if header.group(1) == "[[":
                tables[keys] = tables.get(keys, -1) + 1
                here = (*keys, tables[keys])
            seen.setdefault(here, number)
        elif entry and (keys := _keys(entry.group(1))):
            seen.setdefault((*here, *keys), number)
    for length in range(len(path), at_least, -1):
        if path[:length] in seen:
            return seen[path[:length]]
    return None


def _keys(dotted: str) -> tuple[str, ...]:
    """The parts of a dotted key, none if it is no key."""
    try:
        table = tomllib.loads(f"{dotted} = 0")
    except tomllib.TOMLDecodeError:
        return ()
    keys = []
    while isinstance(table, dict):
        name, table = next(iter(table.items()))
        keys.append(name)
    return tuple(keys)
