"""A sentence as the lexicon of senses reads it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import reduce
from operator import or_

from .entries import Entry
from .lexicon import Lexicon
from .source import Confusion
from .terms import cues

WINDOW = 12
"""How many words to either side collocates and blockers are looked for."""

_QUOTES = frozenset("\"'“”„«»‘’()[]")

Risk = tuple[int, list[tuple[int, Confusion]]]
"""The place of a word, and confusions that it may be with their bits."""


class Row:
    """The words of a sentence without quote marks, each with its place in the sentence."""

    __slots__ = ("_blocked", "_cued", "_cues", "_hinted", "_risky", "places", "said", "words")

    def __init__(self, words: Sequence[str], lexicon: Lexicon) -> None:
        self.words = words
        self.places: Sequence[int] = range(len(words))
        if not _QUOTES.isdisjoint(words):
            self.places = tuple([at for at, word in enumerate(words) if word not in _QUOTES])
            self.words = [words[at] for at in self.places]
        self.said: list[Entry] = lexicon.entries.of(self.words)
        self._risky: list[tuple[int, Entry]] = []
        cued = hinted = collocated = 0
        for at, entry in enumerate(self.said):
            if entry.bits:
                self._risky.append((at, entry))
            if entry.telling:
                cued |= entry.cue | collocated & entry.near  # one collocate alone says nothing
                collocated |= entry.near
                hinted |= entry.hint
        self._cued, self._hinted = cued, hinted
        self._blocked: int | None = None
        self._cues: frozenset[str] | None = None

    @property
    def risks(self) -> list[tuple[int, tuple[Confusion, ...]]]:
        """The words that may be in a wrong sense, with the confusions they may be."""
        return [(at, entry.possible) for at, entry in self._risky]

    @property
    def cues(self) -> frozenset[str]:
        """All forms that any of the words may be, and ``NUMBER`` if one is in digits."""
        if self._cues is None:
            self._cues = frozenset().union(*map(cues, self.words))
        return self._cues

    def cued(self) -> Iterator[Risk]:
        """Those of them of which a cue stands in the sentence, or two collocates."""
        return self._among(self._cued)

    def hinted(self, settled: int = 0) -> Iterator[Risk]:
        """Those of them at which a hint stands in the sentence, or which are ``settled``."""
        return self._among(self._hinted | settled)

    def _among(self, told: int) -> Iterator[Risk]:
        for at, entry in self._risky:
            if entry.bits & told:
                yield at, [one for one in entry.risks if one[0] & told]

    def hinting(self, places: Sequence[int], bit: int) -> list[int]:
        """Which of these places hold a hint at the confusion with this bit."""
        return [place for place in places if self.said[place].hint & bit]

    def is_blocked(self, places: Sequence[int], bit: int) -> bool:
        """Whether a blocker of the confusion with this bit stands at one of these places."""
        if self._blocked is None:
            self._blocked = reduce(or_, [entry.blocker for entry in self.said], 0)
        if not self._blocked & bit:
            return False
        return any(self.said[place].blocker & bit for place in places)

    def around(self, at: int) -> list[int]:
        """The places of the words near ``at``."""
        low, high = max(0, at - WINDOW), min(len(self.words), at + WINDOW + 1)
        return [*range(low, at), *range(at + 1, high)]
