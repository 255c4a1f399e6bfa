"""Where a noun phrase begins, and the clause around it."""

from __future__ import annotations

from ....model import Pos, TokenKind
from .agreement import Line, Word
from .heads import is_noun_here
from .nominal import is_preposition
from .verbs import COMPLEMENTISERS, RELATIVES

_GLUED = frozenset({"ب", "ل", "ك"})
_LINKS = frozenset({Pos.PREPOSITION, Pos.DEMONSTRATIVE, Pos.NUMERAL})
_REACH = 12


def phrase_start(line: Line, last: int) -> int:
    """The first word of the noun phrase that ends at ``last``, as far left as it surely reaches."""
    place = last
    while place > 0 and not line.words[place].proclitics - {"ال"}:
        before = line.words[place - 1]
        noun = before.nominal or is_noun_here(line, place - 1)
        if is_preposition(before) or not _leads_to(before, line.words[place], noun=noun):
            break
        place -= 1
    return place


def is_governed(line: Line, start: int) -> bool:
    """Whether a preposition stands before the phrase, or is written onto its first word."""
    if line.words[start].proclitics & _GLUED:
        return True
    return start > 0 and is_preposition(line.words[start - 1])


def clause_verb(line: Line, place: int, *, masdar: bool = False) -> int | None:
    """The verb that opens the clause which the word at ``place`` stands in.

    None where the clause may have a topic: after a mark, a conjunction, إنّ, or a definite
    noun that «و» joins; and at a word that may be a verbal noun too, unless ``masdar`` allows it.
    """
    for back in range(place, max(-1, place - _REACH), -1):
        current = line.words[back]
        if current.verbal and current.verb:
            return back
        if line.tokens[back].kind is TokenKind.NUMBER or is_preposition(current):
            continue
        if current.kinds <= _LINKS and current.kinds:
            continue
        joined = current.proclitics & {"و", "ف"} and not current.bare and back != place
        if joined or current.form in COMPLEMENTISERS or current.form in RELATIVES:
            return None
        if back == 0 and current.verb:
            return 0 if masdar or not any(one.masdar for one in current.readings) else None
        if not current.maybe_nominal:
            return None
    return None


def _leads_to(before: Word, current: Word, *, noun: bool) -> bool:
    """Whether ``before`` belongs to one phrase with the word after it."""
    if before.kinds == {Pos.DEMONSTRATIVE}:
        return current.article
    if not noun:
        return False
    if before.article:
        return current.article and bool(current.attribute) and Pos.NOUN in before.kinds
    if before.kinds == {Pos.NAME}:
        return current.name or (current.article and bool(current.attribute))
    return before.bare and not before.tanwin and not before.adjectival
