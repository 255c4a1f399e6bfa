"""The constructions of TOML files: read, their word lists put in, and compiled when needed."""

from __future__ import annotations

import marshal
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from importlib.resources.abc import Traversable
from typing import Any, overload

from ..errors import PackError
from ..model import Severity, record
from .kept import kept
from .lookup import Plan, plan
from .pattern import Pattern

_VERSION = "7"  # raised whenever the same files are read otherwise
_RULE_KEYS = frozenset(
    [
        "code",
        "kind",
        "severity",
        "confidence",
        "title",
        "reason",
        "flags",
        "passes",
        "match",
        "quoted",
        "enabled",
        "base_rate",
        "standard",
    ]
)
_MATCH_KEYS = frozenset({"pattern", "suggest", "unless", "confidence", "severity", "source"})

Described = tuple[str, dict[str, Any]]
"""A rule: where it stands, and what the file says of it; its patterns stand by themselves."""


@record
class Construction:
    """One pattern of the rule ``code``, what it suggests, and what takes it back."""

    code: str
    pattern: Pattern
    suggest: tuple[str, ...]
    unless: tuple[Pattern, ...]
    confidence: float | None
    severity: Severity | None
    source: str


class Constructions(Sequence[Construction]):
    """The constructions of many rules, each made when it is first asked for: of thousands an
    article has need of dozens."""

    def __init__(self, packed: Sequence[bytes]) -> None:
        self._packed = packed
        self._made: dict[int, Construction] = {}

    def __len__(self) -> int:
        return len(self._packed)

    @overload
    def __getitem__(self, place: int) -> Construction: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[Construction]: ...
    def __getitem__(self, place: int | slice) -> Construction | Sequence[Construction]:
        if isinstance(place, slice):
            return Constructions(self._packed[place])
        made = self._made.get(place)
        if made is None:
            made = self._made[place] = _unpacked(self._packed[place])
        return made


def read(
    files: Iterable[Traversable], proclitics: Sequence[str]
) -> tuple[list[Described], Constructions, Plan]:
    """The rules of TOML files and their constructions, both in order, and by which words these
    are looked up; kept from one run to the next. A pattern is compiled when it is first tried.

    Raises PackError for a broken file, an unknown key or a pattern that does not compile,
    naming the file and the rule.
    """
    sources = tuple(files)
    rules, packed, planned = kept(
        "constructions",
        sources,
        lambda: _packed(_entries(sources, proclitics)),
        settings=f"{_VERSION} {' '.join(proclitics)}",
    )
    return rules, Constructions(packed), planned


def _packed(entries: Iterable[Described]) -> tuple[list[Described], list[bytes], Plan]:
    rules: list[Described] = []
    packed: list[bytes] = []
    keys: list[Sequence[frozenset[str]]] = []
    for where, entry in entries:
        matches = entry.pop("match")
        rules.append((where, entry))
        packed += [marshal.dumps((entry["code"], match)) for match in matches]
        keys += [match["pattern"][1] for match in matches]
    return rules, packed, plan(keys)


def _unpacked(packed: bytes) -> Construction:
    code, match = marshal.loads(packed)
    return Construction(
        code,
        Pattern(*match["pattern"]),
        tuple(match.get("suggest", ())),
        tuple(Pattern(*known) for known in match["unless"]),
        match.get("confidence"),
        Severity(match["severity"]) if "severity" in match else None,
        match.get("source", ""),
    )


def _entries(files: Iterable[Traversable], proclitics: Sequence[str]) -> Iterator[Described]:
    import tomllib  # not where all is kept

    for file in files:
        try:
            table = tomllib.loads(file.read_text("utf-8"))
        except tomllib.TOMLDecodeError as error:
            raise PackError(f"{file.name}: {error}") from error
        lists = _Lists(table.get("words", {}), proclitics)
        for entry in table.get("rule", []):
            where = f"{file.name}, rule {entry.get('code', '?')}"
            yield where, _checked(entry, where, lists)


def _checked(entry: Mapping[str, Any], where: str, lists: _Lists) -> dict[str, Any]:
    """The entry with every pattern compiled once, and its keys beside it."""
    unknown = set(entry) - _RULE_KEYS
    matches = entry.get("match", [])
    for match in matches:
        unknown |= set(match) - _MATCH_KEYS
    if unknown:
        raise PackError(f"{where}: unknown key {', '.join(sorted(unknown))}")
    if not matches:
        raise PackError(f"{where}: no [[rule.match]]")
    try:
        read = [
            dict(match)
            | {
                "pattern": lists.pattern(match["pattern"]),
                "unless": [lists.pattern(line) for line in match.get("unless", ())],
            }
            for match in matches
        ]
        for match in matches:
            Severity(match.get("severity", Severity.MINOR))
    except (PackError, KeyError, ValueError) as error:
        raise PackError(f"{where}: {error}") from error
    return dict(entry) | {"match": read}


class _Lists:
    """Puts in the words that stand for others."""

    def __init__(self, words: Mapping[str, str], proclitics: Sequence[str]) -> None:
        self._words = words
        self._proclitics = ("", *proclitics)

    def pattern(self, line: str) -> tuple[str, tuple[frozenset[str], ...]]:
        """A pattern in full, and its keys.

        Raises PackError for a word list that is not there and a line that is no pattern.
        """
        line = re.sub(r"@(\w+)", self._listed, line)
        line = re.sub(r"(?<=[:|])~(\w+)", self._forms, line)
        whole = re.sub(r"~(\w+)", lambda word: f"<form:{self._forms(word)}>", line)
        return whole, Pattern(whole).keys

    def _listed(self, name: re.Match[str]) -> str:
        try:
            return self._words[name[1]]
        except KeyError:
            raise PackError(f"no word list {name[0]}") from None

    def _forms(self, word: re.Match[str]) -> str:
        return "|".join(proclitic + word[1] for proclitic in self._proclitics)
