"""A sentence as the lexicon of senses reads it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from .terms import NUMBER, stems

WINDOW = 12
"""How many words to either side collocates and blockers are looked for."""

_QUOTES = frozenset("\"'“”„«»‘’()[]")


class Row:
    """The words of a sentence without quote marks, each with its place in the sentence."""

    def __init__(self, words: Sequence[str]) -> None:
        self.places = tuple([at for at, word in enumerate(words) if word not in _QUOTES])
        self.words = tuple([words[at] for at in self.places])

    @cached_property
    def stems(self) -> frozenset[str]:
        """Every form that any of the words may be, and ``NUMBER`` if one is in digits."""
        digits = {NUMBER} if any(word[0].isdigit() for word in self.words) else frozenset()
        return frozenset().union(digits, *map(stems, self.words))

    def around(self, at: int) -> list[int]:
        """The places of the words near ``at``."""
        low, high = max(0, at - WINDOW), min(len(self.words), at + WINDOW + 1)
        return [place for place in range(low, high) if place != at]
