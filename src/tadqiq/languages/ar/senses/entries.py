"""What the lexicon of senses says of a word: found out once per word, for all confusions at once.

A set of confusions is an integer with a bit for each, so that what all the words of a sentence
tell is their bits joined.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .terms import cues

if TYPE_CHECKING:
    from .lexicon import Confusion

_REMEMBERED = 1 << 16  # words

Told = tuple[dict[str, int], dict[str, int]]
"""By stem, the confusions it is a cue for and those it is a hint at."""


def told(confusions: Iterable[Confusion]) -> Told:
    """What the clues of the confusions say, the first with the lowest bit."""
    cued: dict[str, int] = {}
    hinted: dict[str, int] = {}
    for number, confusion in enumerate(confusions):
        for words, table in ((confusion.cues, cued), (confusion.hints, hinted)):
            for word in words:
                table[word] = table.get(word, 0) | 1 << number
    return cued, hinted


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """A word: the confusions it may be, each with its bit (``risks``) and joined (``bits``), those
    it is a cue for (``cues``) and those it is a hint at (``hints``)."""

    word: str
    risks: tuple[tuple[int, Confusion], ...]
    bits: int
    cues: int
    hints: int


class Entries:
    """The entries of a lexicon. ``find`` gives the confusions a word may be."""

    def __init__(
        self,
        find: Callable[[str], Iterable[Confusion]],
        order: Mapping[Confusion, int],
        told: Told,
    ) -> None:
        self._find = find
        self._order = order
        self._cued, self._hinted = told
        self._entries: dict[str, Entry] = {}

    def of(self, words: Iterable[str]) -> list[Entry]:
        """The entry of each of the words."""
        known = self._entries.get
        return [known(word) or self._made(word) for word in words]

    def bits(self, confusions: Iterable[Confusion]) -> int:
        """The bits of these confusions, joined."""
        joined = 0
        for confusion in confusions:
            joined |= 1 << self._order[confusion]
        return joined

    def _made(self, word: str) -> Entry:
        found = tuple(self._find(word))
        cued = hinted = 0
        for stem in cues(word):
            cued |= self._cued.get(stem, 0)
            hinted |= self._hinted.get(stem, 0)
        risks = tuple([(1 << self._order[one], one) for one in found])
        if len(self._entries) > _REMEMBERED:
            self._entries.clear()
        entry = self._entries[word] = Entry(word, risks, self.bits(found), cued, hinted)
        return entry
