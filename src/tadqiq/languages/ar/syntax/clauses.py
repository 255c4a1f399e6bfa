"""The clause around a noun phrase: whether a verb governs it, so that it can be no topic."""

from __future__ import annotations

from functools import lru_cache

from ....model import Pos, TokenKind
from ..morphology.lexicon import words as word_list
from .agreement import Line, Word
from .nominal import is_preposition

_REACH = 10
_SEES = ("يرى", "ترى", "يرون")
_WHAT = frozenset({"ما", "وما", "من", "ومن", "أن", "كما", "فما"})
_VERB_OR_NAME = frozenset({Pos.VERB, Pos.NAME})


def governing_verb(line: Line, last: int, *, ethnic: bool = False) -> int | None:
    """The verb whose clause the phrase ending at ``last`` stands in, if none can begin between.

    With ``ethnic`` a verbal noun that opens the sentence is taken for a verb: no such adjective is
    its predicate. None where a topic with a predicate of its own may stand between: after a
    conjunction, a relative, a mark, or a definite noun joined by و.
    """
    for place in range(last, max(-1, last - _REACH), -1):
        current = line.words[place]
        if Pos.VERB in current.kinds and _is_sure_verb(line, place, ethnic=ethnic):
            return place
        if not _may_stand_between(line, place):
            return None
    return None


def _is_sure_verb(line: Line, place: int, *, ethnic: bool) -> bool:
    current = line.words[place]
    if current.form.endswith(_SEES):
        return False
    if place == 0 and (ethnic or not any(one.masdar for one in current.readings)):
        return not current.verbs & word_list("copulas")
    return current.kinds <= _VERB_OR_NAME and not current.verbs & word_list("copulas")


def _may_stand_between(line: Line, place: int) -> bool:
    current = line.words[place]
    if line.tokens[place].kind is TokenKind.NUMBER:
        return True
    joined = current.proclitics & {"و", "ف"}
    if joined and not (is_preposition(current) or current.bare):
        return False
    return current.nominal or is_preposition(current)


@lru_cache(maxsize=1 << 16)
def is_ethnic(current: Word) -> bool:
    """A nisba that names people too: «الأمريكي»."""
    return any(one.nisba and one.human for one in current.readings)


def opens_topic(line: Line, verb: int) -> bool:
    """«ما قاله الوزير صحيح»: the clause of the verb is itself what is spoken of."""
    return verb > 0 and line.form(verb - 1) in _WHAT
