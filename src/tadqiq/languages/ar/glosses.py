"""The English words by which Buckwalter's dictionary renders a lemma.

Two words that share one may mean the same; by them words of Arabic meet words of English, too.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ...model import Pos, Reading
from ..shared.vocabulary import english_stem
from .morphology.stems import Stem, tables
from .morphology.transliteration import to_ascii

_REMEMBERED = 1 << 16  # lemmas
_NOMINAL = frozenset({Pos.NOUN, Pos.ADJECTIVE})
_FEMININE = "ة"
_ASIDE = re.compile(r"\([^)]*\)|\[[^]]*\]")
_IDLE = re.compile(r"^(?:be|become|make|the|a|to|get|more|very|more/most|most)\s+")
# What says nothing by itself, or renders too much: "make up", "in the end", "part of".
_VAGUE = """
act action affair amount another apply arise be become begin big bring broad business carry
case cause certain clear close come condition consider course cover cut deal direct do draw
end enter especially fall far fix follow form free full general get give go good great group
hand hard have head high hold human important include individual issue item keep kind large
lay lead leave level limit long look lose lower main make man manner many matter mean
measure mention middle mind most move much new next number old one open order other part
party pass people person place point position power present private produce public put raise
reach real receive relate return right rise run section see serve set show side situation
size small some special stand state stay step stop strong subject such system take that the
thing this throw time turn type use various view way well whole work year
"""


def glosses(reading: Reading) -> frozenset[str]:
    """English stems that render a reading's lemma, the vague ones left out."""
    if reading.pos is Pos.VERB or reading.pos in _NOMINAL:
        return _glosses(reading.lemma, reading.root, reading.pos is Pos.VERB)
    return frozenset()


@lru_cache(maxsize=_REMEMBERED)
def _glosses(lemma: str, root: str, verb: bool) -> frozenset[str]:
    feminine = lemma.endswith(_FEMININE)
    spelt = to_ascii(lemma.removesuffix(_FEMININE))
    return frozenset(
        gloss
        for stem in tables().stems(spelt)
        if _fits(stem, verb=verb, feminine=feminine)
        for gloss in _words(stem.base_gloss if not feminine else stem.gloss)
    )


def _fits(stem: Stem, *, verb: bool, feminine: bool) -> bool:
    if verb:
        return stem.category[:2] in {"PV", "IV", "CV"} and "Pass" not in stem.category
    return stem.category[:1] == "N" and ("ap" in stem.category) == feminine


@cache
def _vague() -> frozenset[str]:
    return frozenset(_VAGUE.split())


def _words(gloss: str) -> list[str]:
    found = []
    for part in re.split(r"[;,/]", _ASIDE.sub("", gloss)):
        word = _IDLE.sub("", part.strip().lower())
        stem = english_stem(word) if word.isalpha() else word.replace(" ", "-")
        if stem and word not in _vague() and stem not in _vague():
            found.append(stem)
    return found
