"""Names, words and abbreviations in Latin script with their form in another script.

Data: ``<language>/lexicon/latin*.tsv``, see the head of each file. What a Latin name names is
the same in every language, so that one pack's lists tell persons and places apart for all.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from itertools import product

from ...detect import kept
from ...errors import PackError
from ...model import record

_LANGUAGES = files(__package__.rpartition(".")[0])
_JOINS = str.maketrans("-‐‑+", "____")
_LETTERS = str.maketrans(
    {"ł": "l", "ø": "o", "đ": "d", "ð": "d", "ı": "i", "æ": "ae", "œ": "oe", "’": "'", "ʼ": "'"}
)
_IDLE = re.compile(r"'s(?=\||$)|(?:(?<=\|)|^)the (?=.)", re.M)
_COMBINING = re.compile("[\u0300-\u036f]+")
_CASED = frozenset({"abbreviation", "keep"})
_NUMBERED = frozenset({"abbreviation", "word"})

_VERSION = "1"  # raised whenever the same lists are read otherwise

_Row = tuple[str, str]  # kind, native forms separated by |
_Table = dict[str, _Row]


@record
class Entry:
    """What a Latin form stands for; ``forms`` in the other script, the usual one first."""

    kind: str
    forms: tuple[str, ...]


@record
class Gazetteer:
    """One language's entries by their normalised Latin form; ``cased`` ones as listed.

    A surname yields to anything else that is written like it, a given name to a surname.
    """

    plain: dict[str, _Row]
    cased: dict[str, _Row]
    surnames: dict[str, _Row]
    given: dict[str, _Row]

    def find(self, text: str) -> Entry | None:
        """The entry of a name or word, whatever its accents, hyphens and (mostly) case."""
        key = normalised(text)
        row = self.cased.get(text) or self.plain.get(key)
        row = row or self.surnames.get(key) or self.given.get(key)
        if row is None:
            return None
        return Entry(row[0], tuple(row[1].replace("_", " ").split("|")) if row[1] else ())

    def is_ambiguous(self, text: str) -> bool:
        """Whether ``text`` names several things that the other script writes differently:
        Jordan is الأردن and جوردان."""
        key = normalised(text)
        tables = (self.plain, self.surnames, self.given)
        rows = (table[key] for table in tables if key in table)
        return len({native.partition("|")[0] for _, native in rows}) > 1


@lru_cache(maxsize=4096)
def normalised(text: str) -> str:
    """``text`` without case, accents, hyphens, an English article and a possessive."""
    return " ".join(_folded(text).replace("_", " ").split())


def _folded(text: str) -> str:
    plain = text if text.isascii() else _without_accents(text)
    return _IDLE.sub("", plain.casefold().translate(_JOINS))


def _without_accents(text: str) -> str:
    parts = unicodedata.normalize("NFKD", text.casefold().translate(_LETTERS))
    return _COMBINING.sub("", parts)


@cache
def gazetteer(lang: str) -> Gazetteer:
    """The entries of ``lang``; for a language without lists, kinds without forms.

    Raises PackError for a row that has other than two cells or stands before any heading.
    """
    own = list(_lists(_LANGUAGES / lang / "lexicon"))
    lists = own or [one for folder in _packs() for one in _lists(folder / "lexicon")]
    name = f"latin-{lang if own else 'kinds'}"
    return Gazetteer(*kept(name, lists, lambda: _tables(lists, own=bool(own)), settings=_VERSION))


def _tables(lists: Sequence[Traversable], *, own: bool) -> tuple[_Table, _Table, _Table, _Table]:
    known = Gazetteer({}, {}, {}, {})
    for path in lists:
        kinds, latin, native = _columns(path)
        plain = [cell if cell.isascii() else _without_accents(cell) for cell in latin]
        folded = _folded("\n".join(plain)).split("\n")  # at once: ASCII folds fast
        forms = "\n".join(native).replace("+", "_").split("\n") if own else [""] * len(native)
        for row in zip(kinds, latin, folded, forms, strict=True):
            _add(known, *row)
    return known.plain, known.cased, known.surnames, known.given


@cache
def native_forms(lang: str) -> frozenset[str]:
    """The native forms of names, word by word for people."""
    known = gazetteer(lang)
    tables = (known.plain, known.surnames, known.given)
    cells = (native for table in tables for kind, native in table.values() if kind != "word")
    return frozenset(form for cell in cells for form in cell.replace("_", " ").split("|"))


def _packs() -> Iterator[Traversable]:
    folders = (item for item in _LANGUAGES.iterdir() if item.is_dir() and item.name != "shared")
    return iter(sorted(folders, key=lambda folder: folder.name))


def _lists(folder: Traversable) -> Iterator[Traversable]:
    if folder.is_dir():
        found = (item for item in folder.iterdir() if item.name.startswith("latin"))
        yield from sorted(found, key=lambda item: item.name)


def _columns(path: Traversable) -> tuple[list[str], list[str], list[str]]:
    """Kinds, Latin cells and native cells. A line ``[kind]`` heads the rows of that kind."""
    kinds: list[str] = []
    latin: list[str] = []
    native: list[str] = []
    kind = ""
    for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
        if not line or line[0] == "#":
            continue
        if line[0] == "[":
            kind = line.strip("[] ")
            continue
        left, tab, right = line.partition("\t")
        if not tab or not kind or "\t" in right:
            raise PackError(f"{path}:{number}: two cells under a [kind] are due, not {line!r}")
        kinds.append(kind)
        latin.append(left)
        native.append(right)
    return kinds, latin, native


def _add(known: Gazetteer, kind: str, latin: str, folded: str, native: str) -> None:
    if kind == "person":
        _add_person(known, folded, native)
        return
    table = known.cased if kind in _CASED else known.plain
    keys = (latin if kind in _CASED else folded.replace("_", " ")).split("|")
    values = native.split("|")
    if len(keys) == len(values) > 1 and kind in _NUMBERED:  # singular and plural
        for key, value in zip(keys, values, strict=True):
            table.setdefault(key, (kind, value))
        return
    row = (kind, native)
    for key in keys:
        table.setdefault(key, row)


def _add_person(known: Gazetteer, latin: str, native: str) -> None:
    """The full name, and where the words correspond the surname and the given names."""
    names, slots = latin.split(" "), native.split(" ")
    usual = " ".join([slot.partition("|")[0] for slot in slots]) if "|" in native else native
    row = ("person", usual)
    if "|" not in latin:
        known.plain.setdefault(latin.replace("_", " "), row)
    else:
        for words in product(*[name.split("|") for name in names]):
            known.plain.setdefault(" ".join(words).replace("_", " "), row)
    if len(names) < 2 or (native and len(names) != len(slots)):
        return
    for name, slot in zip(names[:-1], slots if native else names, strict=False):
        for key in name.replace("_", " ").split("|"):
            known.given.setdefault(key, ("given", slot if native else ""))
    for key in names[-1].replace("_", " ").split("|"):
        known.surnames.setdefault(key, ("person", slots[-1]))
