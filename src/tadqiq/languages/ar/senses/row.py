"""A sentence as the lexicon of senses reads it."""

from __future__ import annotations

from collections.abc import Sequence

from .lexicon import Confusion, Lexicon
from .terms import cues

WINDOW = 12
"""How many words to either side collocates and blockers are looked for."""

_QUOTES = frozenset("\"'“”„«»‘’()[]")


class Row:
    """The words of a sentence without quote marks, each with its place in the sentence.

    ``cues`` are all forms that any of the words may be, and ``NUMBER`` if one is in digits;
    ``risks`` the words that may be in a wrong sense, with the confusions they may be; ``told``
    those of them of which something in the sentence tells.
    """

    __slots__ = ("cues", "places", "risks", "told", "words")

    def __init__(self, words: Sequence[str], lexicon: Lexicon) -> None:
        self.places = tuple([at for at, word in enumerate(words) if word not in _QUOTES])
        self.words = tuple([words[at] for at in self.places])
        possible = lexicon.possible
        self.risks: tuple[tuple[int, tuple[Confusion, ...]], ...] = tuple(
            [(at, found) for at, word in enumerate(self.words) if (found := possible(word))]
        )
        here: frozenset[str] = frozenset().union(*map(cues, self.words))
        self.cues = here
        self.told: tuple[tuple[int, tuple[Confusion, ...]], ...] = tuple(
            [
                (at, some)
                for at, found in self.risks
                if (some := tuple([one for one in found if not one.telling.isdisjoint(here)]))
            ]
        )

    def around(self, at: int) -> list[int]:
        """The places of the words near ``at``."""
        low, high = max(0, at - WINDOW), min(len(self.words), at + WINDOW + 1)
        return [*range(low, at), *range(at + 1, high)]
