"""Reading the lexicon of wrong senses line by line; the format is in lexicon/senses/README.md."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from ...errors import PackError
from .sense_terms import Terms, parse_terms

_BODY = frozenset({"frame", "guarded", "near", "near3", "not", "fix", "severity", "flag", "pass"})
_SINGLE = frozenset({"fix", "severity", "near", "near3", "not"})


@dataclass(frozen=True, slots=True)
class Line:
    """One row: its kind (first field) and the rest; ``origin`` is file:line."""

    kind: str
    value: str
    origin: str

    def fields(self, count: int) -> list[str]:
        """The tab-separated fields of the value. Raises PackError if there are not ``count``."""
        found = [part.strip() for part in self.value.split("\t")]
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


def lines(text: str, name: str) -> Iterator[Line]:
    """Every row that says something; blank rows and those that begin with # say nothing."""
    for number, row in enumerate(text.splitlines(), 1):
        if not row or row.isspace() or row.startswith("#"):
            continue
        kind, tab, value = row.partition("\t")
        origin = f"{name}:{number}"
        if not tab or not value.strip():
            raise PackError(f"{origin}: a row is a kind, a tab and its value, not {row!r}")
        yield Line(kind, value.strip(), origin)


def blocks(text: str, name: str) -> Iterator[Block]:
    """The source words of one file. Raises PackError for a row out of place."""
    block: Block | None = None
    for line in lines(text, name):
        if line.kind == "word":
            if block:
                yield block
            block = Block(line)
        elif block is None:
            raise PackError(f"{line.origin}: `{line.kind}` before the first `word`")
        else:
            _place(line, block)
    if block:
        yield block


def _place(line: Line, block: Block) -> None:
    if line.kind == "sense":
        block.senses.append(line)
    elif line.kind == "wrong":
        block.confusions.append([line])
    elif line.kind in _BODY and block.confusions:
        rows = block.confusions[-1]
        if line.kind in _SINGLE and any(row.kind == line.kind for row in rows):
            raise PackError(f"{line.origin}: a second `{line.kind}` for one `wrong`")
        rows.append(line)
    else:
        raise PackError(f"{line.origin}: `{line.kind}` is unknown or stands before `wrong`")


def contexts(text: str, name: str) -> dict[str, Terms]:
    """The named contexts; one may use those above it. Raises PackError for a broken row."""
    known: dict[str, Terms] = {}
    for line in lines(text, name):
        if line.kind != "context":
            raise PackError(f"{line.origin}: only `context` rows belong here")
        label, words = line.fields(2)
        if label in known:
            raise PackError(f"{line.origin}: context @{label} is defined twice")
        known[label] = parse_terms(words, known, line)
    return known
