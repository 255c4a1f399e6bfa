"""Where another preposition stands than a word usually has: too weak to tell, enough to doubt."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ....model import Pos, record
from ..morphology.lexicon import rows
from .agreement import Line, Word
from .government import bears
from .nominal import is_preposition

_TABLES = ("government", "government_by_subject")
_FOREIGN = frozenset({"إلى", "على", "عن", "من", "في", "مع", "ضد", "حول", "نحو", "لدى", "بشأن"})
_COMMON = frozenset({"في", "من"})  # which an adjunct of any verb may have
_BREAKING = frozenset({Pos.CONJUNCTION, Pos.PARTICLE, Pos.RELATIVE})
_GLUED = frozenset("بل")
_FURTHEST = 7  # words between a word and what may be its complement
_CHOICES = 3
# «على رغم», «في بيان», «من جانب»: what stands with any verb.
_ADJUNCTS = """
رغم هامش خلفية مدى ضوء أساس أقل أرجح حد وقت يوم بيان مؤتمر تصريح أول حين ظل إطار حال حالة خلال
بعد قبل جانب جديد جهة تغريدة منشور تقرير حديث مقابلة خطاب كلمة رسالة حساب صفحة عام شهر أسبوع
"""


@record
class Unusual:
    """The preposition at ``place`` of a line behind a word that usually has one of ``usual``."""

    place: int
    usual: tuple[str, ...]


def usually_governs(current: Word) -> bool:
    """Whether the word's usual prepositions are known."""
    return bool(_usual(current))


def unusual(line: Line, head: int) -> Iterator[Unusual]:
    """The first preposition behind the word at ``head`` that may be put for its usual one."""
    usual = _usual(line.words[head])
    for place in range(head + 1, min(len(line) - 1, head + 2 + _FURTHEST)):
        current, after = line.words[place], line.words[place + 1]
        if not line.tokens[place].is_word or any(bears(current, one) for one in usual):
            return
        if current.form in _FOREIGN and is_preposition(current):
            common = current.form in _COMMON
            if _is_complement(line, place + 1) and not (common and place > head + 1):
                yield Unusual(place, tuple(sorted(usual)[:_CHOICES]))
            if not common:
                return
        elif not after.readings or current.kinds & _BREAKING or not current.maybe_nominal:
            return


def _is_complement(line: Line, place: int) -> bool:
    """Whether a noun stands there that no adjunct begins with."""
    current = line.words[place]
    return (
        line.tokens[place].is_word
        and current.lemmas.isdisjoint(_ADJUNCTS.split())
        and not current.kinds & _BREAKING
    )


def _usual(current: Word) -> frozenset[str]:
    known = _known()
    found = [
        known.get((hit.pos, hit.lemma), ())
        for hit in current.readings
        if hit.pos is not Pos.VERB or not hit.enclitic  # «اتهمته»: what follows is further off
    ]
    return frozenset(one for prepositions in found for one in prepositions)


@cache
def _known() -> dict[tuple[Pos, str], tuple[str, ...]]:
    """The prepositions by part of speech and lemma."""
    found: dict[tuple[Pos, str], tuple[str, ...]] = {}
    for table in _TABLES:
        for verb, prepositions, _ in rows(table, 3):
            found[Pos.VERB, verb] = tuple(prepositions.split())
    for lemma, kind, prepositions in rows("usual_prepositions", 3):
        found[Pos(kind), lemma] = tuple(prepositions.split())
    return found


def put_for(line: Line, one: Unusual, preposition: str) -> tuple[int, str]:
    """The last place that is replaced, and what by, if ``preposition`` shall stand there."""
    if preposition not in _GLUED:
        return one.place, preposition
    noun = line.tokens[one.place + 1].text
    if preposition == "ل" and noun.startswith("ال"):
        return one.place + 1, "لل" + noun.removeprefix("ال")
    return one.place + 1, preposition + noun
