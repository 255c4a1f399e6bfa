"""Reading a TOML table strictly: by name, by type, and nothing left unread."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from ..errors import ConfigError
from .source import KeyPath, Source

_PREFIX = re.compile(r"[A-Z][0-9]{0,3}")


class Table:
    """Reads one table by name and type, and knows what it was not asked for."""

    def __init__(self, source: Source, path: KeyPath, values: object) -> None:
        self.source, self.path, self.asked = source, path, list[str]()
        if not isinstance(values, dict):
            raise self.error((), f"{_shown(path)} must be a table")
        self.values: dict[str, Any] = values

    def error(self, path: KeyPath, complaint: str) -> ConfigError:
        """The error to raise for a setting under this table, with its place."""
        return ConfigError(f"{self.source.at((*self.path, *path))}: {complaint}")

    def _get(self, name: str, kind: type | tuple[type, ...], what: str, default: Any) -> Any:
        self.asked.append(name)
        value = self.values.get(name, default)
        wrong = isinstance(value, bool) or not isinstance(value, kind)
        if name in self.values and wrong:
            raise self.error((name,), f"{_shown((*self.path, name))} must be {what}, not {value!r}")
        return value

    def text(self, name: str, default: str | None = None) -> Any:
        """A text, or ``default`` where it is not set."""
        return self._get(name, str, "a text", default)

    def flag(self, name: str, default: bool) -> bool:
        """True or false."""
        self.asked.append(name)
        value = self.values.get(name, default)
        if not isinstance(value, bool):
            shown = _shown((*self.path, name))
            raise self.error((name,), f"{shown} must be true or false, not {value!r}")
        return value

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts."""
        values = self._get(name, list, "a list of texts", [])
        if not all(isinstance(value, str) for value in values):
            raise self.error((name,), f"{_shown((*self.path, name))} must be a list of texts")
        return tuple(values)

    def prefixes(self, name: str) -> tuple[str, ...]:
        """A list of rule codes or prefixes of them."""
        values = self.texts(name)
        for value in values:
            self.check_prefix((name,), value)
        return values

    def check_prefix(self, path: KeyPath, value: str) -> None:
        """Raises ConfigError if ``value`` cannot be a rule code or the beginning of one."""
        if not _PREFIX.fullmatch(value):
            raise self.error(
                path, f'"{value}" is no rule code or prefix of one; write A, A1 or A101'
            )

    def quality(self, name: str, default: float) -> float:
        """A number from 0 to 100."""
        value = float(self._get(name, (int, float), "a number", default))
        if not 0 <= value <= 100:
            raise self.error((name,), f"{_shown((*self.path, name))} must lie between 0 and 100")
        return value

    def table(self, name: str) -> Table:
        """The table under ``name``, empty where it is not set."""
        self.asked.append(name)
        return Table(self.source, (*self.path, name), self.values.get(name, {}))

    def tables(self, name: str) -> list[Table]:
        """The array of tables under ``name``."""
        values = self._get(name, list, f"tables, each under [[{name}]]", [])
        return [
            Table(self.source, (*self.path, name, number), value)
            for number, value in enumerate(values)
        ]

    def pairs(self) -> dict[str, str]:
        """All of the table as texts."""
        return {name: self.text(name) for name in self.values}

    def finish(self) -> None:
        """Raises ConfigError for the first key that nobody asked for."""
        for name in self.values:
            if name not in self.asked:
                close = get_close_matches(name, self.asked, n=1)
                hint = f'did you mean "{close[0]}"?' if close else choices(self.asked)
                shown = _shown((*self.path, name))
                raise self.error((name,), f'unknown key "{shown}"; {hint}')


def choices(names: Iterable[str]) -> str:
    """What to do about a name that is none of ``names``."""
    return f"choose one of {', '.join(names)}"


def _shown(path: KeyPath) -> str:
    return ".".join(str(part) for part in path if not isinstance(part, int))
