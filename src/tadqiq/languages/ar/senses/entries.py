"""What the lexicon of senses says of a word: found out once per word, for all confusions at once.

A set of confusions is an integer with a bit for each, so that what all the words of a sentence
tell is their bits joined.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from ....model import record
from .terms import cues

if TYPE_CHECKING:
    from .source import Confusion

_REMEMBERED = 1 << 16  # words

_Table = dict[str, list[int]]
Told = tuple[_Table, _Table, _Table, _Table]
"""By stem, the numbers of the confusions of which it is a cue, a collocate, a hint, a blocker."""


def told(confusions: Iterable[Confusion]) -> Told:
    """What the clues of the confusions say, numbered from 0."""
    tables: Told = ({}, {}, {}, {})
    for number, confusion in enumerate(confusions):
        clues = confusion.clues
        for words, table in zip(
            (clues.cues, clues.near, clues.hints, clues.blockers), tables, strict=True
        ):
            for word in words:
                table.setdefault(word, []).append(number)
    return tables


@record(eq=False)
class Entry:
    """A word and all forms that it may be; the confusions it may be, alone, with the bit of each
    and these joined; those of which it is a cue, a collocate, a hint or a blocker; those of which
    it is any but the last."""

    word: str
    forms: frozenset[str]
    possible: tuple[Confusion, ...]
    risks: tuple[tuple[int, Confusion], ...]
    bits: int
    cue: int
    near: int
    hint: int
    blocker: int
    telling: int


class Entries:
    """The entries of a lexicon. ``find`` gives the confusions a word may be."""

    def __init__(
        self,
        find: Callable[[str], Iterable[Confusion]],
        told: Told,
    ) -> None:
        self._find = find
        self._tables = told
        self._entries: dict[str, Entry] = {}

    def of(self, words: Iterable[str]) -> list[Entry]:
        """The entry of each of the words."""
        known = self._entries.get
        return [known(word) or self._made(word) for word in words]

    def bits(self, confusions: Iterable[Confusion]) -> int:
        """The bits of these confusions, joined."""
        return _joined([confusion.number for confusion in confusions])

    def _made(self, word: str) -> Entry:
        found = tuple(self._find(word))
        forms = cues(word)
        cue, near, hint, blocker = (
            _joined([number for form in forms for number in table.get(form, ())])
            for table in self._tables
        )
        telling = cue | near | hint
        risks = tuple([(1 << one.number, one) for one in found])
        if len(self._entries) > _REMEMBERED:
            self._entries.clear()
        entry = self._entries[word] = Entry(
            word, forms, found, risks, self.bits(found), cue, near, hint, blocker, telling
        )
        return entry


def _joined(numbers: Iterable[int]) -> int:
    bits = 0
    for number in numbers:
        bits |= 1 << number
    return bits
