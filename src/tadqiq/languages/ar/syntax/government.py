"""Which prepositions verbs govern, and where their complement lacks one."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache

from ....model import Pos, record
from ..morphology.lexicon import rows
from ..morphology.lexicon import words as word_list
from .agreement import Line, Word
from .case_shown import NOMINATIVE, shown_case
from .nominal import is_preposition
from .verbs import COMPLEMENTISERS, RELATIVES

_GLUED = frozenset("بلك")  # written onto the next word
# «كما أشار الوزير»: what was pointed at stands around it.
_AS = frozenset({"كما", "وكما", "مثلما", "حسبما", "وحسبما", "فيما", "بحسبما", "وفقما"})
_CLAUSES = COMPLEMENTISERS | {"ما", "حين", "حيث", "إذ", "لكي", "كي", "حتى", "بل", "لو", "إذا"}
_CONFUSED = frozenset({"إلى", "على", "عن"})
_STOPS = frozenset(".؛:!؟?[]…")
_PAUSES = frozenset("،,()–—-")
_NO_NAMES = frozenset({"أدى", "وأدى"})  # which the name lists know, and news does not
_RARER = 30  # times
_FURTHEST = 6  # words between a verb and its complement


@record
class Government:
    """A verb's prepositions, the usual first, and what it takes directly all the same."""

    prepositions: tuple[str, ...]
    direct: frozenset[str]


@record
class Complement:
    """A complement without its preposition.

    ``head`` (the verb or phrase that governs it) and ``start`` are places in the line;
    ``instead`` is the place of another preposition, None where there is none. ``governed``
    are the prepositions it may take.
    """

    head: int
    start: int
    instead: int | None
    governed: tuple[str, ...]


@cache
def _table(*names: str) -> dict[str, Government]:
    return {
        verb: Government(tuple(prepositions.split()), frozenset(direct.split()))
        for name in names
        for verb, prepositions, direct in rows(name, 3)
    }


@cache
def _phrases() -> dict[str, tuple[str, ...]]:
    return {form: tuple(found.split()) for form, found in rows("government_phrases", 2)}


def governs(current: Word) -> bool:
    """Whether the word is a verb or phrase whose preposition is known."""
    return _governed(current) is not None or verb_government(current) is not None


def ungoverned(line: Line, place: int) -> Iterator[Complement]:
    """Complements of the word at ``place`` that lack its preposition, or have another one."""
    current = line.words[place]
    governed = _governed(current)
    if governed is not None:
        yield from _of_phrase(line, place, governed)
    government = verb_government(current)
    if government is not None:
        yield from _complement(line, place, government)


@lru_cache(maxsize=1 << 16)
def _governed(current: Word) -> tuple[str, ...] | None:
    if current.verbal:
        return None  # «فضّلا»
    known = _phrases()
    return known.get(current.form) or known.get(current.form.removeprefix("و"))


@lru_cache(maxsize=1 << 16)
def verb_government(current: Word, *, wide: bool = False) -> Government | None:
    """What the verb governs; None for other words. ``wide``: where its subject is known."""
    if not current.verbs or current.enclitic:
        return None
    if current.kinds != {Pos.VERB} and not _is_hardly_nominal(current):
        return None
    names = ("government", "government_by_subject") if wide else ("government",)
    return _government(current, _table(*names)) if _is_active(current) else None


def _is_hardly_nominal(current: Word) -> bool:
    """«أدى», «ساهم», «نجح»: news has the verb, and next to never the noun of the same letters."""
    if current.form in _NO_NAMES and current.name:
        return True
    return not current.name and current.verb_use > _RARER * max(current.noun_use, 1)


def _of_phrase(line: Line, head: int, governed: tuple[str, ...]) -> Iterator[Complement]:
    """«ردا سؤال», «وفقا الخبراء»: the phrase stands directly before its complement."""
    if head + 1 == len(line):
        return
    after = line.words[head + 1]
    if any(bears(one, form) for one in line.words[head + 1 : head + 4] for form in governed):
        return
    if is_preposition(after) and after.form in _CONFUSED and _is_foreign(line, head + 1):
        yield Complement(head, head + 1, head + 1, governed)
    elif _is_complement(after):
        yield Complement(head, head + 1, None, governed)


def _is_complement(word: Word) -> bool:
    """A noun, and no adjective or adverb."""
    if not word.substantive or word.proclitics or _is_adverb(word):
        return False
    return word.article or word.name or (word.bare and not word.form.endswith("ا"))


def bears(word: Word, preposition: str) -> bool:
    """Whether the word is the preposition, or has it written onto it."""
    if preposition in _GLUED:
        return _may_bear(word, preposition)
    return word.form == preposition or preposition in _lemmas(word)


def _is_adverb(word: Word) -> bool:
    return bool(word.lemmas & word_list("times")) or word.form in word_list("adverbials")


def _government(verb: Word, table: dict[str, Government]) -> Government | None:
    """What every verb that the word may be has in common; None if one is not known."""
    known = [table.get(lemma) for lemma in sorted(verb.verbs)]
    found = [one for one in known if one is not None]
    if len(found) < len(known) or not found:
        return None
    prepositions = dict.fromkeys(form for one in found for form in one.prepositions)
    return Government(tuple(prepositions), frozenset().union(*(one.direct for one in found)))


def _is_active(verb: Word) -> bool:
    return any(one.voice != "passive" for one in verb.readings)


def _complement(line: Line, verb: int, government: Government) -> Iterator[Complement]:
    if line.form(verb - 1) in _AS or is_satisfied(line, verb, government):
        return
    start = _start(line, verb, government)
    if start is None:
        return
    instead = start if is_preposition(line.words[start]) else None
    yield Complement(verb, start, instead, government.prepositions)


def is_satisfied(line: Line, verb: int, government: Government) -> bool:
    """Whether one of the prepositions stands in the sentence, or a clause is the complement."""
    for place, current in enumerate(line.words):
        for form in government.prepositions:
            if (place > verb or form not in _GLUED) and bears(current, form):
                return True
    after = line.words[verb + 1 : verb + 1 + _FURTHEST]
    return any(one.form in _CLAUSES for one in after)


@lru_cache(maxsize=1 << 16)
def _lemmas(word: Word) -> frozenset[str]:
    """What a preposition with a suffix or a conjunction is: «إليه», «وعن»."""
    return frozenset(one.lemma for one in word.readings if one.pos is Pos.PREPOSITION)


@lru_cache(maxsize=1 << 16)
def _may_bear(word: Word, form: str) -> bool:
    return word.form.startswith((form, "و" + form, "ف" + form)) or any(
        form in one.proclitics or one.lemma == form for one in word.readings
    )


def _start(line: Line, verb: int, government: Government) -> int | None:
    """Where the complement begins; None where none can be told from a subject."""
    has_subject = _subject_before(line, verb)
    for place in range(verb + 1, min(len(line), verb + 1 + _FURTHEST)):
        current = line.words[place]
        if current.form in _STOPS | _PAUSES or current.kinds & {Pos.CONJUNCTION}:
            return None
        if is_preposition(current):
            return place if has_subject and _is_foreign(line, place) else None
        if not (current.nominal or _is_annexed(line, place)) or current.proclitics:
            return None
        if has_subject and _opens_complement(line, place, verb):
            return None if current.lemmas & government.direct else place
        has_subject = has_subject or current.article or current.name or current.enclitic
    return None


def _subject_before(line: Line, verb: int) -> bool:
    """«الحادث أسفر», «الذي أدى»: the verb has its subject before it."""
    if verb == 0:
        return False
    before = line.words[verb - 1]
    return line.form(verb - 1) in RELATIVES or (before.nominal and not before.proclitics)


def _opens_complement(line: Line, place: int, verb: int) -> bool:
    """An indefinite noun after a definite one, or after a verb that has its subject."""
    current, before = line.words[place], line.words[place - 1]
    if current.article or current.name or (current.bare and current.adjectival):
        return False
    if shown_case(current) == NOMINATIVE:
        return False  # «الذي أدى أعضاؤه اليمين»
    if _is_adverb(current) or current.lemmas & word_list("adjuncts") or _is_accusative(current):
        return False
    return place == verb + 1 or before.article or before.enclitic


def _is_accusative(word: Word) -> bool:
    """«ممثلا», «ضمنيا»: what is indefinite and accusative needs no preposition."""
    return word.tanwin or (word.bare and word.form.endswith("ا"))


def _is_annexed(line: Line, place: int) -> bool:
    """«صرف الشريحة»: what may be a verb too, but a noun stands behind it as its second term."""
    current = line.words[place]
    after = line.words[place + 1] if place + 1 < len(line) else None
    return current.maybe_nominal and after is not None and after.nominal and after.article


def _is_foreign(line: Line, place: int) -> bool:
    """A preposition that a complement may have in another language, and no adjunct."""
    after = line.words[place + 1] if place + 1 < len(line) else None
    return (
        line.form(place) in _CONFUSED
        and after is not None
        and after.maybe_nominal
        and not after.lemmas & {"رغم", "هامش", "خلفية", "مدى", "ضوء", "أساس", "أقل", "أرجح", "حد"}
    )
