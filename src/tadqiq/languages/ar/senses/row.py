"""A sentence as the lexicon of senses reads it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from .entries import Entry
from .lexicon import Confusion, Lexicon
from .terms import cues

WINDOW = 12
"""How many words to either side collocates and blockers are looked for."""

_QUOTES = frozenset("\"'“”„«»‘’()[]")

Risk = tuple[int, list[tuple[int, Confusion]]]
"""The place of a word, and confusions that it may be with their bits."""


class Row:
    """The words of a sentence without quote marks, each with its place in the sentence."""

    __slots__ = ("_cued", "_cues", "_hinted", "_risky", "places", "said", "words")

    def __init__(self, words: Sequence[str], lexicon: Lexicon) -> None:
        self.words, self.places = words, range(len(words))
        if not _QUOTES.isdisjoint(words):
            self.places = tuple([at for at, word in enumerate(words) if word not in _QUOTES])
            self.words = [words[at] for at in self.places]
        self.said: list[Entry] = lexicon.entries.of(self.words)
        cued = hinted = 0
        for entry in self.said:
            cued |= entry.cues
            hinted |= entry.hints
        self._cued, self._hinted = cued, hinted
        self._risky = [(at, entry) for at, entry in enumerate(self.said) if entry.bits]
        self._cues: frozenset[str] | None = None

    @property
    def cues(self) -> frozenset[str]:
        """All forms that any of the words may be, and ``NUMBER`` if one is in digits."""
        if self._cues is None:
            self._cues = frozenset().union(*map(cues, self.words))
        return self._cues

    def risks(self) -> Iterator[Risk]:
        """The words that may be in a wrong sense, with the confusions they may be."""
        return self._among(-1)

    def cued(self) -> Iterator[Risk]:
        """Those of them of which a cue stands in the sentence."""
        return self._among(self._cued)

    def hinted(self, settled: int = 0) -> Iterator[Risk]:
        """Those of them at which a hint stands in the sentence, or which are ``settled``."""
        return self._among(self._hinted | settled)

    def _among(self, told: int) -> Iterator[Risk]:
        for at, entry in self._risky:
            if entry.bits & told:
                yield at, [one for one in entry.risks if one[0] & told]

    def hinting(self, places: Sequence[int], bit: int) -> tuple[int, ...]:
        """Which of these places hold a hint at the confusion with this bit."""
        return tuple([place for place in places if self.said[place].hints & bit])

    def around(self, at: int) -> list[int]:
        """The places of the words near ``at``."""
        low, high = max(0, at - WINDOW), min(len(self.words), at + WINDOW + 1)
        return [*range(low, at), *range(at + 1, high)]
