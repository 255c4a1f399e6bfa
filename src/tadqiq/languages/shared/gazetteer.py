"""Names, words and abbreviations in Latin script with their form in another script.

Data: ``<language>/lexicon/latin*.tsv``, see the head of each file. What a Latin name names is
the same in every language, so that one pack's lists tell persons and places apart for all.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import product

from ...errors import PackError

_LANGUAGES = files(__package__.rpartition(".")[0])
_PLAIN = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "-": " ", "‐": " ", "‑": " ", "+": " "})
_LETTERS = str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe"})

CASED = frozenset({"abbreviation", "month", "keep"})
"""Kinds whose Latin form counts only in the case in which it is listed."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What a Latin form stands for; ``forms`` in the other script, the usual one first."""

    kind: str
    forms: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """One language's entries by their normalised Latin form."""

    plain: Mapping[str, Entry]
    cased: Mapping[str, Entry]

    def find(self, text: str) -> Entry | None:
        """The entry of a name or word, whatever its accents, hyphens and (mostly) case."""
        return self.cased.get(text) or self.plain.get(normalised(text))


@lru_cache(maxsize=8192)
def normalised(text: str) -> str:
    """``text`` without case, accents, hyphens, an English article and a possessive."""
    folded = text if text.isascii() else _without_accents(text)
    plain = folded.translate(_PLAIN).casefold().removesuffix("'s").removeprefix("the ")
    return " ".join(plain.split())


def _without_accents(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    bare = "".join(char for char in parts if not unicodedata.combining(char))
    return bare if text.islower() else bare.capitalize()


@cache
def gazetteer(lang: str) -> Gazetteer:
    """The entries of ``lang``; for a language without lists, kinds without forms."""
    own = list(_lists(_LANGUAGES / lang / "lexicon"))
    lists = own or [one for folder in _packs() for one in _lists(folder / "lexicon")]
    plain: dict[str, Entry] = {}
    cased: dict[str, Entry] = {}
    for path in lists:
        for kind, latin, native in _rows(path):
            table = cased if kind in CASED else plain
            for form, entry in _entries(kind, latin, native if own else ""):
                table.setdefault(form if kind in CASED else normalised(form), entry)
    return Gazetteer(plain, cased)


def _packs() -> Iterator[Traversable]:
    folders = (item for item in _LANGUAGES.iterdir() if item.is_dir() and item.name != "shared")
    return iter(sorted(folders, key=lambda folder: folder.name))


def _lists(folder: Traversable) -> Iterator[Traversable]:
    if folder.is_dir():
        found = (item for item in folder.iterdir() if item.name.startswith("latin"))
        yield from sorted(found, key=lambda item: item.name)


def _rows(path: Traversable) -> Iterator[tuple[str, str, str]]:
    """Kind, Latin and native cells. A line ``[kind]`` heads the rows of that kind.

    Raises PackError for a row of other than two cells and for one before any heading.
    """
    kind = ""
    for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
        if not line or line[0] == "#":
            continue
        if line[0] == "[":
            kind = line.strip("[] ")
            continue
        cells = line.split("\t")
        if len(cells) != 2 or not kind:
            raise PackError(f"{path}:{number}: two cells under a [kind] are due, not {line!r}")
        yield kind, cells[0], cells[1]


def _entries(kind: str, latin: str, native: str) -> Iterator[tuple[str, Entry]]:
    if kind == "person":
        yield from _people(latin.split(), native.split())
        return
    entry = Entry(kind, tuple(native.split("|")) if native else ())
    for form in latin.split("|"):
        yield form, entry


def _people(latin: Sequence[str], native: Sequence[str]) -> Iterator[tuple[str, Entry]]:
    """The full name, the surname and the given names, each with all its spellings."""
    whole = Entry("person", (" ".join(slot.split("|")[0] for slot in native).replace("+", " "),))
    for words in product(*(slot.split("|") for slot in latin)):
        yield " ".join(words), whole if native else Entry("person", ())
    if len(latin) < 2 or (native and len(latin) != len(native)):
        return
    for place, slot in enumerate(latin):
        kind = "person" if place == len(latin) - 1 else "given"
        forms = tuple(native[place].replace("+", " ").split("|")) if native else ()
        for spelling in slot.split("|"):
            yield spelling, Entry(kind, forms)
