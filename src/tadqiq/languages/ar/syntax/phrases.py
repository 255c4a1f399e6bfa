"""Noun phrases from their head on: where they end, and which word may be a head."""

from __future__ import annotations

from ....model import Pos
from ..morphology.lexicon import words as word_list
from .agreement import Line, Word
from .nominal import fits, is_preposition
from .tagging import is_mark
from .verbs import may_act

_LINKING = frozenset({"ب", "ل", "ك"})
_JOINING = frozenset({"و", "ف"})
_ADVERBS = frozenset({
    "طوال", "جراء", "إزاء", "تجاه", "عقب", "إثر", "بدون", "قبيل", "بعيد", "حيال", "رغم", "سوى",
    "طيلة", "غداة", "أثناء", "وفقا", "عكس", "غير", "مثل", "جدا", "أيضا", "بسبب", "بفضل", "هناك",
})  # fmt: skip


def may_begin_phrase(line: Line, place: int, *, verb: int = -1) -> bool:
    """Whether the word may be the head of a phrase that no preposition governs, after ``verb``."""
    current, before = line.words[place], line.words[place - 1]
    if not _may_be_head(current) or current.proclitics & _LINKING or is_preposition(before):
        return False
    if current.kinds == {Pos.NAME}:
        titled = before.name or before.human or before.lemmas & word_list("people")
        return not (titled or before.proclitics & _LINKING or (before.nominal and before.bare))
    if current.article and current.attribute and before.article:
        return False
    construct = before.maybe_nominal and before.bare and not (before.tanwin or before.name)
    return place - 1 == verb or not construct


def _may_be_head(current: Word) -> bool:
    """A noun, a numeral or a foreign word, of no time, in no accusative, hardly a verb."""
    if not current.maybe_nominal and not current.kinds & {Pos.NUMERAL, Pos.FOREIGN}:
        return False
    apart = is_preposition(current) or current.form in _ADVERBS or current.proclitics & _JOINING
    verb = current.verb_use > current.noun_use and "ولي" not in current.lemmas  # «ولي العهد»
    if apart or verb or current.tanwin:
        return False
    own = current.enclitic and not may_act(current)
    return not (own or current.lemmas & word_list("times"))


def noun_phrase_end(line: Line, start: int) -> int | None:
    """The place after the noun phrase whose head is at ``start``; None where it is not sure."""
    if line.words[start].kinds == {Pos.NAME}:
        return start + 1 if _is_closed(line, start + 1) else None
    place, head = start, line.words[start]
    while line.words[place].bare and not line.words[place].name:
        place += 1
        current = line.words[place] if place < len(line) else None
        if current is not None and (current.may_have_enclitic or current.tanwin):
            return None
        if current is None or current.proclitics or is_mark(current) or not current.nominal:
            return place
        if current.bare and current.adjectival and fits(head.demanded, current.attribute):
            return _past_adjectives(line, place + 1, article=False)
    return _past_adjectives(line, place + 1, article=True)


def _past_adjectives(line: Line, place: int, *, article: bool) -> int:
    while place < len(line):
        current = line.words[place]
        joined = not current.proclitics - _JOINING and current.adjectival
        if not joined or current.article is not article or not current.attribute:
            break
        place += 1
    return place


def _is_closed(line: Line, place: int) -> bool:
    """Whether no further name and no adjective follows a name."""
    if place >= len(line):
        return True
    after = line.words[place]
    return not after.name and not (after.article and bool(after.attribute))
