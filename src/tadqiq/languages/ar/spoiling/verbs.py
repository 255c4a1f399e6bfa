"""Verbs in the wrong gender, number and person."""

from __future__ import annotations

from collections.abc import Iterator

from ....model import Pos
from ..morphology import inflect
from ..syntax.agreement import Forms, Line, Word
from ..syntax.nominal import fits
from ..syntax.verbs import RELATIVES, clause_end, first_free_noun
from .words import Change, as_written, of_words

_OTHER = {"m": "f", "f": "m"}
_PASSED_OVER = frozenset({"قد", "لم", "لن", "لا", "سوف", "لقد", "وقد", "ولم", "ولن", "ولا"})
_FIRST = {"ي": "ن", "ت": "ن"}


def _is_verb(current: Word) -> bool:
    return current.verbal and bool(current.verb)


def _before(line: Line, place: int) -> int:
    """The place before the verb, negations and tenses passed over; -1 at the beginning."""
    place -= 1
    while place >= 0 and line.form(place) in _PASSED_OVER:
        place -= 1
    return place


def _other_gender(line: Line, place: int) -> str | None:
    """The verb in the other gender, its number kept, where only one gender is shown."""
    genders = {gender for gender, _ in line.words[place].verb}
    if not _is_verb(line.words[place]) or len(genders) != 1:
        return None
    return inflect(line.form(place), gender=_OTHER[genders.pop()], pos=Pos.VERB)


def _fits_other(line: Line, place: int, other: str, forms: Forms) -> bool:
    """Whether the verb's subject may take the other form too."""
    return not fits(forms, line.words[place].verb) or fits(forms, as_written(other).verb)


def _is_subject_after(line: Line, place: int) -> bool:
    after = line.words[place + 1] if place + 1 < len(line) else None
    noun = after is not None and after.substantive and not after.proclitics and not after.tanwin
    return after is not None and noun and fits(after.opening, line.words[place].verb)


def _topic(line: Line, place: int) -> Word | None:
    """The noun right before the verb, or the one that its noun and adjectives lead back to."""
    last = _before(line, place)
    while last > 0 and line.words[last].adjectival and line.words[last].article:
        last -= 1
    noun = line.words[last] if last >= 0 else None
    return noun if noun is not None and noun.substantive else None


def _gender_before_subject(line: Line, place: int) -> Iterator[str]:
    other = _other_gender(line, place)
    if not other or not _is_subject_after(line, place):
        return
    if not _fits_other(line, place, other, line.words[place + 1].opening):
        yield other


def _gender_after_subject(line: Line, place: int) -> Iterator[str]:
    other = _other_gender(line, place)
    topic = _topic(line, place)
    if not other or topic is None or _is_subject_after(line, place):
        return
    if not _fits_other(line, place, other, topic.subject):
        yield other


def _gender_of_relative(line: Line, place: int) -> Iterator[str]:
    forms = RELATIVES.get(line.form(_before(line, place)))
    other = _other_gender(line, place)
    if not other or not forms or _is_subject_after(line, place):
        return
    bound = line.words[place].may_have_enclitic
    if not bound and not _fits_other(line, place, other, forms):
        yield other


def _gender_from_afar(line: Line, place: int) -> Iterator[str]:
    """A subject that stands neither right before nor right after the verb."""
    other = _other_gender(line, place)
    subject = None if other is None else _subject_afar(line, place)
    if other and subject is not None and not _fits_other(line, place, other, subject.opening):
        yield other


def _gender_of_unsaid(line: Line, place: int) -> Iterator[str]:
    """A subject that stands before in the sentence or not at all, and a phrase after the verb."""
    other = _other_gender(line, place)
    after = line.words[place + 1] if place + 1 < len(line) else None
    near = _topic(line, place) or line.form(_before(line, place)) in RELATIVES
    if other and not near and after is not None and Pos.PREPOSITION in after.kinds:
        subject = _subject_afar(line, place)
        if subject is None or not fits(subject.opening, as_written(other).verb):
            yield other


def _subject_afar(line: Line, place: int) -> Word | None:
    """The noun after the verb that no preposition governs, something else standing between."""
    found = first_free_noun(line, place + 1, clause_end(line, place + 1))
    return line.words[found] if found is not None and found > place + 1 else None


def _one_for_several(line: Line, place: int) -> Iterator[str]:
    """«المتظاهرون خرج»: people before their verb, which has lost its plural."""
    current = line.words[place]
    if not _is_verb(current) or current.verb != {("m", "p")}:
        return
    topic = _topic(line, place)
    relative = line.form(_before(line, place)) == "الذين"
    if relative or (topic is not None and fits(topic.subject, current.verb)):
        one = inflect(line.form(place), number="s", pos=Pos.VERB)
        may_be = topic is not None and not relative and fits(topic.subject, frozenset({("m", "s")}))
        if one and not may_be and not _is_subject_after(line, place):
            yield one


def _several_before_subject(line: Line, place: int) -> Iterator[str]:
    """«قالوا المسؤولون»: the plural before its subject."""
    current = line.words[place]
    if not _is_verb(current) or not _is_subject_after(line, place):
        return
    people = line.words[place + 1]
    if not (people.human and people.article) or ("m", "s") not in current.verb:
        return
    several = inflect(line.form(place), number="p", gender="m", pos=Pos.VERB)
    if several and all(number == "p" for _, number in people.demanded - {("f", "s")}):
        yield several


def _first_person(line: Line, place: int) -> Iterator[str]:
    """«إن الحكومة نعتزم»: we, where a noun of the third person is spoken of."""
    current, form = line.words[place], line.form(place)
    present = all(one.aspect == "imperfect" and one.number != "p" for one in current.readings)
    if not _is_verb(current) or not present or form.endswith(("ون", "وا", "ان", "ا")):
        return
    near = _topic(line, place) is not None or _is_subject_after(line, place)
    cut = len(form) - len(form.lstrip("وفس"))
    if near and form[cut : cut + 1] in _FIRST:
        yield form[:cut] + _FIRST[form[cut]] + form[cut + 1 :]


_CLASSES: dict[str, Change] = {
    "verb.gender.before-subject": _gender_before_subject,
    "verb.gender.after-subject": _gender_after_subject,
    "verb.gender.relative": _gender_of_relative,
    "verb.gender.afar": _gender_from_afar,
    "verb.gender.unsaid": _gender_of_unsaid,
    "verb.number.one-for-several": _one_for_several,
    "verb.number.before-subject": _several_before_subject,
    "verb.person": _first_person,
}
SPOILINGS = tuple(of_words(name, change) for name, change in _CLASSES.items())
