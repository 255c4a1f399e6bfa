"""Reading the lexicon of wrong senses line by line; the format is in lexicon/senses/README.md."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ....errors import PackError
from .terms import parse_terms

_BODY = frozenset({"frame", "near", "near4", "not", "fix", "severity", "flag", "pass"})
SINGLE = frozenset({"fix", "severity", "near", "near4", "not"})


@dataclass(slots=True)
class Line:
    """One row: its kind (first field), the rest, and where it stands."""

    kind: str
    value: str
    name: str
    number: int

    @property
    def origin(self) -> str:
        """file:line"""
        return f"{self.name}:{self.number}"

    def fields(self, count: int) -> list[str]:
        """The tab-separated fields of the value. Raises PackError if there are not ``count``."""
        found = self.value.split("\t")
        if len(found) != count or not all(found):
            raise PackError(
                f"{self.origin}: `{self.kind}` needs {count} fields after it, parted by tabs, "
                f"but has {len(found)}"
            )
        return found


@dataclass(slots=True)
class Block:
    """The rows of one source word."""

    head: Line
    senses: list[Line] = field(default_factory=list)
    confusions: list[list[Line]] = field(default_factory=list)


def lines(text: str, name: str, first: int = 1) -> Iterator[Line]:
    """Every row that says something; blank rows and those that begin with # say nothing.

    ``first`` is the number of the text's first row in its file.
    """
    for number, row in enumerate(text.split("\n"), first):
        if not row or row[0] == "#":
            continue
        kind, _, value = row.partition("\t")
        if not value or value.isspace():
            raise PackError(f"{name}:{number}: a row is a kind, a tab and its value, not {row!r}")
        yield Line(kind, value, name, number)


def blocks(text: str, name: str, first: int = 1) -> Iterator[Block]:
    """The source words of one file, or of rows of it from the ``first`` on.

    Raises PackError for a row out of place.
    """
    block: Block | None = None
    for line in lines(text, name, first):
        kind = line.kind
        if kind == "word":
            if block:
                yield block
            block = Block(line)
        elif block is None:
            raise PackError(f"{line.origin}: `{kind}` before the first `word`")
        elif kind == "sense":
            block.senses.append(line)
        elif kind == "wrong":
            block.confusions.append([line])
        elif kind in _BODY and block.confusions:
            block.confusions[-1].append(line)
        else:
            raise PackError(f"{line.origin}: `{kind}` is unknown or stands before `wrong`")
    if block:
        yield block


def contexts(text: str, name: str) -> dict[str, dict[str, str]]:
    """The named contexts; one may use those above it. Raises PackError for a broken row."""
    known: dict[str, dict[str, str]] = {}
    for line in lines(text, name):
        if line.kind != "context":
            raise PackError(f"{line.origin}: only `context` rows belong here")
        label, words = line.fields(2)
        if label in known:
            raise PackError(f"{line.origin}: context @{label} is defined twice")
        known[label] = parse_terms(words, known, line)
    return known
