"""Spoilings that change one word of a line."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ....model import Document, Pos, Spoiling, Spoilt
from ..morphology import readings
from ..syntax.agreement import Line, lines
from ..syntax.words import Word, word

Change = Callable[[Line, int], Iterator[str]]
"""What is written in place of the word at a place of a line; nothing where it stays right."""

_MADE_UP = frozenset({"guess", "derived"})


def of_words(name: str, change: Change) -> Spoiling:
    """The spoiling that ``change`` makes of words; what it makes must be a known form."""

    def spoil(doc: Document) -> Iterator[Spoilt]:
        for line in lines(doc):
            for place, token in enumerate(line.tokens):
                if not line.words[place].readings or token.quoted:
                    continue
                for other in change(line, place):
                    if other != token.text and is_known(other):
                        yield Spoilt(token.span, other)

    return Spoiling(name, spoil)


def is_known(form: str) -> bool:
    """Whether the dictionaries have the form, so that the error is none of spelling."""
    return any(one.source not in _MADE_UP for one in readings(form))


def as_written(form: str) -> Word:
    """What agreement sees in a form."""
    return word(form, form)


def only(current: Word, *kinds: Pos) -> bool:
    """Whether the word has readings, all of these kinds."""
    return bool(current.kinds) and current.kinds <= set(kinds)
