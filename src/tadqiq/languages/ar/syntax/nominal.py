"""Noun phrases, as far as they are sure without a parser."""

from __future__ import annotations

from functools import lru_cache

from ....model import Pos
from ..morphology import inflect
from ..morphology.lexicon import words as word_list
from .agreement import Forms, Line, Word
from .words import Form, word

PREPOSITIONS = frozenset({
    "من", "إلى", "على", "في", "عن", "مع", "بين", "لدى", "عند", "منذ", "ضد", "تحت", "فوق",
    "أمام", "خلف", "حول", "نحو", "دون", "عبر", "وراء", "خلال", "بعد", "قبل", "باسم", "لدي",
    "بشأن", "بسبب", "وفق", "حسب", "بحسب", "مثل", "رغم", "ضمن", "داخل", "خارج", "قرب", "وسط",
})  # fmt: skip
# Ministries by their field alone: «الدفاع الروسية تعلن».
MINISTRIES = frozenset({"الدفاع", "العدل", "التعليم", "النفط", "الإعلام"})
_LINKING = frozenset({"ب", "ل", "ك"})
_JOINING = frozenset({"و", "ف"})
_COORDINATORS = frozenset({"و", "أو", "أم", "ثم", "بل", "ف"})
_ONE_OF = ("أحد", "إحدى")
_RELATIVES = frozenset({"الذي", "التي", "الذين", "اللذان", "اللذين", "اللواتي"})
_COMPARED = frozenset({"أكثر", "أقل", "أعلى", "أدنى", "نحو", "حوالي"})
# From three to ten: the noun counted begins a phrase of its own.
_COUNTS = frozenset({"ثلاث", "أربع", "خمس", "ست", "سبع", "ثماني", "تسع", "عشر"})
_COUNTS |= {form + "ة" for form in _COUNTS - {"ثماني"}} | {"ثمانية"}
# Countries whose name begins with a masculine word.
_COUNTRIES = {
    "ساحل": frozenset({"العاج"}),
    "جنوب": frozenset({"أفريقيا", "إفريقيا", "السودان"}),
    "شمال": frozenset({"مقدونيا"}),
    "الرأس": frozenset({"الأخضر"}),
    "الجبل": frozenset({"الأسود"}),
}
_STOPS = frozenset("،,.؛:!؟?")
_FURTHEST = 9
_TRILITERAL = 3
_WIDEST = 14


def candidate_heads(
    line: Line, last: int, *, classifying: bool = False, near: bool = False
) -> tuple[int, ...] | None:
    """Every noun that an adjective after the word at ``last`` may describe.

    A ``classifying`` adjective («الحدودي») does not describe a verbal noun over its complement;
    of nouns before a preposition a ``near`` one describes people only («المتحدث باسم الوزارة
    الأمريكي»), and it may describe one of several that «و» joins.

    None where that is not sure: a conjunction, an unknown word or a bracket comes before.
    """
    heads: list[int] = []
    place = last
    while place >= 0 and last - place < _FURTHEST:
        current = line.words[place]
        if not current.maybe_nominal:
            return tuple(heads) if _is_border(line, place) else None
        if current.form in _COMPARED:
            break
        heads.append(place)
        if place and current.proclitics & _JOINING:
            if not near:
                return None
            place -= 1
            continue
        earlier = _linked_before(line, place)
        if earlier is not None and classifying and earlier == place - 2 and _is_act(line, earlier):
            break
        if near and earlier is not None and not _reaches_back(line, place, earlier):
            break
        if earlier is None:
            return tuple(heads) if not place or _is_border(line, place - 1) else None
        place = earlier
    return tuple(heads)


def all_heads(line: Line, last: int) -> tuple[int, ...]:
    """Every noun before the place in its sentence, where no phrase is sure: () after a number."""
    heads: list[int] = []
    for place in range(last, max(-1, last - _WIDEST), -1):
        current = line.words[place]
        if current.form in _STOPS:
            break
        if place < last and not current.kinds and heads == [last]:
            return ()
        if current.maybe_nominal:
            heads.append(place)
    return tuple(heads)


def _reaches_back(line: Line, place: int, earlier: int) -> bool:
    """Whether an adjective may describe the noun at ``earlier`` over the phrase at ``place``."""
    if "ل" in line.words[place].proclitics:
        return True
    over = not line.words[place].proclitics & _LINKING and not is_preposition(line.words[place - 1])
    noun = line.words[earlier]
    people = noun.human or noun.name or bool(noun.lemmas & word_list("people"))
    if earlier and line.words[earlier - 1].bare and line.words[earlier - 1].maybe_nominal:
        holder = line.words[earlier - 1].readings  # «بطل القفز بالزانة السويدي»
        people = people or any(one.human and one.pos is Pos.NOUN for one in holder)
        over = over or people
    return over or people or noun.form.endswith("باسم")


def _is_act(line: Line, place: int) -> bool:
    """A verbal noun before a preposition: «التوجه إلى»."""
    readings = line.words[place].readings
    return bool(readings) and all(one.masdar for one in readings if one.pos is not Pos.VERB)


def _linked_before(line: Line, place: int) -> int | None:
    """The place before ``place`` from which its phrase may go on to the left; None at its edge."""
    current = line.words[place]
    if place and line.words[place - 1].kinds == {Pos.DEMONSTRATIVE}:
        place -= 1
    if not place:
        return None
    before = line.words[place - 1]
    if current.proclitics & _LINKING:
        goes_on = "ب" not in current.proclitics or _takes_complement(before)
        return place - 1 if goes_on else None
    if is_preposition(before):
        return place - 2
    return place - 1 if _continues(before, current) else None


def _takes_complement(noun: Word) -> bool:
    """Whether what stands in ب after the noun may belong to it: «الخاص بالشركة»."""
    return any(
        one.masdar or one.participle or one.pos is not Pos.NOUN or _is_of_verb(one.lemma)
        for one in noun.readings
        if one.pos in {Pos.NOUN, Pos.ADJECTIVE}
    )


@lru_cache(maxsize=1 << 12)
def _is_of_verb(lemma: str) -> bool:
    """«قفز», «رمي»: the verbal noun of three letters that is written like its verb."""
    return len(lemma) == _TRILITERAL and bool(word(lemma, lemma).verb)


def _is_border(line: Line, place: int) -> bool:
    """Whether a noun phrase surely begins after ``place``."""
    current = line.words[place]
    if not current.kinds:
        return current.form in _STOPS
    if current.form in _COORDINATORS or current.form.endswith(_ONE_OF):
        return False
    if any(one.form in _RELATIVES for one in line.words[max(0, place - 2) : place]):
        return False
    return current.form in _COUNTS or current.kinds.isdisjoint({Pos.NUMERAL, Pos.FOREIGN})


def _continues(before: Word, current: Word) -> bool:
    """Whether ``before`` may have ``current`` as its second term or its adjective."""
    if not before.maybe_nominal:
        return False
    if before.kinds == {Pos.NAME}:
        return current.name or (current.article and bool(current.attribute))
    if before.maybe_construct:
        return True
    alike = current.adjectival and current.article == before.article
    return current.name or alike or fits(before.demanded, current.attribute)


@lru_cache(maxsize=1 << 16)
def is_preposition(current: Word) -> bool:
    """A preposition and nothing else that matters, with or without و."""
    form = current.form
    if is_verb_sooner(current):
        return False
    return form in PREPOSITIONS or (form[:1] in "وف" and form[1:] in PREPOSITIONS)


@lru_cache(maxsize=1 << 16)
def is_verb_sooner(current: Word) -> bool:
    """«خلّف», whose doubled letter is written; «فتحت», hardly ever "and under"."""
    doubled = Pos.PREPOSITION not in current.kinds
    return bool(current.verb) and (doubled or current.form.startswith("ف"))


@lru_cache(maxsize=1 << 16)
def fits(demanded: Forms, offered: Forms) -> bool:
    """Whether any demanded form is offered, any gender of plural counting as ("", "p")."""
    if demanded & offered:
        return True
    return any(_alike(one, other) for one in demanded for other in offered)


def _alike(one: Form, other: Form) -> bool:
    return one[1] == other[1] and "" in (one[0], other[0])


def names_country(line: Line, place: int) -> bool:
    """«ساحل العاج», «جنوب أفريقيا»: a country by two words, feminine whatever the first is."""
    after = line.form(place + 1) if place + 1 < len(line) else ""
    return after in _COUNTRIES.get(line.words[place].form, ())


def inflected(form: str, wanted: Forms) -> list[str]:
    """An adjective's form in the wanted gender and number, where that is regular."""
    if form.endswith("ة") and ("m", "s") in wanted:
        return [form[:-1]]
    if not form.endswith(("ة", "ى", "ا", "ء", "ات", "ون", "ين")) and ("f", "s") in wanted:
        known = inflect(form, gender="f", number="s")
        return [known or form + "ة"] if known or form.endswith("ي") else []
    return []


def describes_earlier(line: Line, place: int) -> bool:
    """«مصعد للتزلج جديد»: the adjective is of the indefinite noun before the phrase."""
    if place < 2 or not line.words[place - 1].proclitics & {"ل", "ب"}:
        return False
    noun = line.words[place - 2]
    alike = fits(noun.demanded, line.words[place].attribute)
    return noun.bare and noun.maybe_nominal and alike
