"""Noun phrases, as far as they are sure without a parser."""

from __future__ import annotations

from ...model import Pos
from .agreement import Form, Forms, Line, Word

PREPOSITIONS = frozenset({
    "من", "إلى", "على", "في", "عن", "مع", "بين", "لدى", "عند", "منذ", "ضد", "تحت", "فوق",
    "أمام", "خلف", "حول", "نحو", "دون", "عبر", "وراء", "خلال", "بعد", "قبل", "باسم", "لدي",
    "بشأن", "بسبب", "وفق", "حسب", "بحسب", "مثل", "رغم", "ضمن", "داخل", "خارج", "قرب", "وسط",
})  # fmt: skip
_LINKING = frozenset({"ب", "ل", "ك"})
_JOINING = frozenset({"و", "ف"})
_COORDINATORS = frozenset({"و", "أو", "أم", "ثم", "بل", "ف"})
_ONE_OF = ("أحد", "إحدى")
_STOPS = frozenset("،,.؛:!؟?")
_FURTHEST = 9


def candidate_heads(line: Line, last: int) -> tuple[int, ...] | None:
    """Every noun that an adjective after the word at ``last`` may describe.

    None where that is not sure: a conjunction, an unknown word or a bracket comes before.
    """
    heads: list[int] = []
    place = last
    while place >= 0 and last - place < _FURTHEST:
        current = line.words[place]
        heads.append(place)
        if place == 0:
            break
        if current.proclitics & _JOINING:
            return None
        before = line.words[place - 1]
        if before.kinds == {Pos.DEMONSTRATIVE}:
            if before.proclitics & _LINKING or place < 2:
                return None
            place -= 1
            before = line.words[place - 1]
        if current.proclitics & _LINKING:
            if "ب" in current.proclitics and not _takes_complement(before):
                return tuple(heads) if _is_border(line, place - 1) else None
            place -= 1
        elif is_preposition(before):
            place -= 2
        elif _continues(before, current):
            place -= 1
        else:
            return tuple(heads) if _is_border(line, place - 1) else None
        if place >= 0 and not line.words[place].maybe_nominal:
            return tuple(heads) if _is_border(line, place) else None
    return tuple(heads)


def _takes_complement(noun: Word) -> bool:
    """Whether what stands in ب after the noun may belong to it: «الخاص بالشركة»."""
    return any(
        one.masdar or one.participle or one.pos is not Pos.NOUN
        for one in noun.readings
        if one.pos in {Pos.NOUN, Pos.ADJECTIVE}
    )


def _is_border(line: Line, place: int) -> bool:
    """Whether a noun phrase surely begins after ``place``."""
    current = line.words[place]
    if not current.kinds:
        return current.form in _STOPS
    if current.form in _COORDINATORS or current.form.endswith(_ONE_OF):
        return False
    if any(Pos.RELATIVE in one.kinds for one in line.words[max(0, place - 2) : place]):
        return False
    return current.kinds.isdisjoint({Pos.NUMERAL, Pos.FOREIGN})


def _continues(before: Word, current: Word) -> bool:
    """Whether ``before`` may have ``current`` as its second term or its adjective."""
    if not before.maybe_nominal:
        return False
    if before.kinds == {Pos.NAME}:
        return current.name or (current.article and bool(current.attribute))
    if before.maybe_construct:
        return True
    return current.name or current.adjectival or fits(before.demanded, current.attribute)


def is_preposition(current: Word) -> bool:
    """A preposition and nothing else that matters, with or without و."""
    form = current.form
    return form in PREPOSITIONS or (form[:1] in "وف" and form[1:] in PREPOSITIONS)


def fits(demanded: Forms, offered: Forms) -> bool:
    """Whether any demanded form is offered, any gender of plural counting as ("", "p")."""
    if demanded & offered:
        return True
    return any(_alike(one, other) for one in demanded for other in offered)


def _alike(one: Form, other: Form) -> bool:
    return one[1] == other[1] and "" in (one[0], other[0])


def inflected(form: str, wanted: Forms) -> list[str]:
    """An adjective's form in the wanted gender and number, where that is regular."""
    if form.endswith("ة") and ("m", "s") in wanted:
        return [form[:-1]]
    if not form.endswith(("ة", "ى", "ا", "ء", "ات", "ون", "ين")) and ("f", "s") in wanted:
        return [form + "ة"]
    return []
