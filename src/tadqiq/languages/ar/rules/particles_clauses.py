"""Conjunctions that only a verb follows, and the subject that English puts before it."""

from __future__ import annotations

from ....model import Message
from ..morphology.lexicon import words as word_list
from ..syntax.agreement import Line, Word
from ..syntax.nominal import fits
from ..syntax.predicative import phrase_end
from ..syntax.tagging import mostly_verb
from .particles import ParticleRule

_WHEN = frozenset(
    before + form
    for before in ("", "و", "ف")
    for form in ("عندما", "بعدما", "حالما", "حينما", "كلما", "ريثما", "قبلما")
)
_MODAL = frozenset(
    before + form
    for before in ("", "و", "ف")
    for form in ("يجب", "ينبغي", "يتعين", "يستحسن", "يستطيع", "تستطيع")
)


class SubjectBeforeVerbOfClause(ParticleRule):
    """«عندما الرئيس وصل», «يجب أن الحكومة ترد»: the verb follows such a conjunction directly."""

    code = "S240"
    particles = _WHEN | {"أن"}
    title = Message("subject between conjunction and verb", "فاعل بين الأداة وفعلها")
    reason = Message(
        "After «عندما», «كلما», «يجب أن» the verb comes first, its subject after it.",
        "يلي الفعلُ «عندما» و«كلما» و«يجب أن» مباشرة، ثم يأتي فاعله.",
    )
    flags = (
        "وبدأ الحفل ⟦عندما الرئيس وصل⟧ إلى القصر",
        "وكان يجب ⟦أن الحكومة ترد⟧ على الاتهامات",
        "واندلع الحريق ⟦بعدما رئيس الوزراء غادر⟧ المبنى",
    )
    passes = (
        "وبدأ الحفل عندما وصل الرئيس إلى القصر",
        "وكان يجب أن ترد الحكومة على الاتهامات",
        "وأكد أن الحكومة ترد على الاتهامات",
        "ويجب أن نعلم أن الحكومة ترد",
    )

    def wrong(self, line: Line, place: int) -> int | None:
        if line.form(place) == "أن" and line.form(place - 1) not in _MODAL:
            return None
        subject = line.words[place + 1]
        if not _may_be_subject(subject):
            return None
        end = phrase_end(line, place + 1)
        if end is None or end >= len(line):
            return None
        verb = line.words[end]
        known = verb.verbal or mostly_verb(verb)
        finite = known and bool(verb.verb) and not verb.proclitics and not verb.enclitic
        return end if finite and fits(subject.subject, verb.verb) else None

    def right(self, line: Line, place: int, last: int) -> list[str]:
        verb, subject = line.words[last], line.words[place + 1]
        if not fits(subject.opening, verb.verb):
            return []
        phrase = " ".join(one.text for one in line.tokens[place + 1 : last])
        return [f"{line.tokens[place].text} {line.tokens[last].text} {phrase}"]


def _may_be_subject(noun: Word) -> bool:
    plain = noun.substantive and not noun.proclitics and not noun.tanwin
    return plain and not noun.lemmas & word_list("times")
