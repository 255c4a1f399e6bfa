"""A sentence as the lexicon of senses reads it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_

from .entries import Entry
from .lexicon import Lexicon
from .source import Confusion

WINDOW = 12
"""How many words to either side collocates and blockers are looked for."""

_QUOTES = frozenset("\"'“”„«»‘’()[]")

Risk = tuple[int, list[tuple[int, Confusion]]]
"""The place of a word, and confusions that it may be with their bits."""


class Row:
    """The words of a sentence without quote marks, each with its place in the sentence."""

    __slots__ = (
        "_blocked",
        "_collocated",
        "_cued",
        "_cues",
        "_hinted",
        "_risk",
        "places",
        "risky",
        "said",
        "words",
    )

    def __init__(self, words: Sequence[str], lexicon: Lexicon) -> None:
        self.words = words
        self.places: Sequence[int] = range(len(words))
        if not _QUOTES.isdisjoint(words):
            self.places = tuple([at for at, word in enumerate(words) if word not in _QUOTES])
            self.words = [words[at] for at in self.places]
        self.said: list[Entry] = lexicon.entries.of(self.words)
        self.risky = [(at, entry) for at, entry in enumerate(self.said) if entry.bits]
        self._risk = reduce(or_, [entry.bits for _, entry in self.risky], 0)
        self._cued = self._collocated = self._hinted = 0
        if self._risk:
            self._listen(self._risk)
        self._blocked: int | None = None
        self._cues: frozenset[str] | None = None

    def _listen(self, risk: int) -> None:
        """What the words say of the confusions that one of them may be."""
        once = twice = 0
        for entry in self.said:
            if entry.telling & risk:
                near = entry.near
                self._cued |= entry.cue
                self._hinted |= entry.hint
                if near:  # fewer than three collocates say nothing
                    self._collocated |= twice & near
                    twice |= once & near
                    once |= near

    @property
    def risks(self) -> list[tuple[int, tuple[Confusion, ...]]]:
        """The words that may be in a wrong sense, with the confusions they may be."""
        return [(at, entry.possible) for at, entry in self.risky]

    @property
    def cues(self) -> frozenset[str]:
        """All forms that any of the words may be, and ``NUMBER`` if one is in digits."""
        if self._cues is None:
            self._cues = frozenset().union(*[entry.forms for entry in self.said])
        return self._cues

    def cued(self) -> list[Risk]:
        """Those of them of which a cue stands in the sentence, or enough collocates."""
        return self._among(self._cued | self._collocated)

    def hinted(self, settled: int = 0) -> list[Risk]:
        """Those of them at which a hint stands in the sentence, or which are ``settled``."""
        return self._among(self._hinted | settled)

    def _among(self, told: int) -> list[Risk]:
        told &= self._risk
        if not told:
            return []
        return [
            (at, [one for one in entry.risks if one[0] & told])
            for at, entry in self.risky
            if entry.bits & told
        ]

    def is_cued(self, at: int, reach: int, bit: int) -> bool:
        """Whether a cue of the confusion with this bit is at most ``reach`` words off ``at``."""
        if not self._cued & bit:
            return False
        return any(entry.cue & bit for entry in self.said[max(0, at - reach) : at + reach + 1])

    def is_collocated(self, bit: int) -> bool:
        """Whether collocates of the confusion with this bit may be enough."""
        return bool(self._collocated & bit)

    def hinting(self, places: Sequence[int], bit: int) -> list[int]:
        """Which of these places hold a hint at the confusion with this bit."""
        return [place for place in places if self.said[place].hint & bit]

    def is_blocked(self, at: int, bit: int) -> bool:
        """Whether a blocker of the confusion with this bit stands near ``at``."""
        if self._blocked is None:
            self._blocked = joined_blockers(self.said)
        if not self._blocked & bit:
            return False
        return any(self.said[place].blocker & bit for place in self.around(at))

    def around(self, at: int) -> list[int]:
        """The places of the words near ``at``."""
        low, high = max(0, at - WINDOW), min(len(self.words), at + WINDOW + 1)
        return [*range(low, at), *range(at + 1, high)]


def joined_blockers(said: Iterable[Entry]) -> int:
    """The confusions of which one of the words is a blocker."""
    return reduce(or_, [entry.blocker for entry in said if entry.blocker], 0)
