"""Doubts: what makes a word suspect, and the forms that would clear it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ....detect import Condition, Context, Rule
from ....model import Document, Finding, Message, record
from ..syntax.agreement import Line, Word
from .likeliest import likely_spots


@record
class Guess:
    """The words from ``first`` to ``last`` of a line may have to be one of ``forms``."""

    first: int
    last: int
    forms: tuple[str, ...]


@record
class Doubt:
    """One reason to doubt a word: ``may_be`` says of which words, ``guess`` at which places.
    ``message`` says what is wrong where the rule's own reason does not.

    Rare readings of the line's words are left out: a doubt is allowed to be wrong.
    """

    may_be: Condition[Word]
    guess: Callable[[Line, int], Guess | None]
    message: Message | None = None


class Doubting(Rule):
    """A rule that doubts words beyond those that it is sure of."""

    doubts: tuple[Doubt, ...] = ()

    def suspected(self, doc: Document, context: Context) -> Iterator[Finding]:
        for doubt in self.doubts:
            for line, place in likely_spots(doc, doubt.may_be):
                guess = doubt.guess(line, place)
                if guess is not None and guess.forms:
                    span = line.tokens[guess.first].span.cover(line.tokens[guess.last].span)
                    yield self.finding(doc, span, message=doubt.message, suggest=guess.forms)
