"""Case in clauses: predicates of كان, subjects of verbs."""

from __future__ import annotations

from functools import cache

from ....detect import Analysed, Form
from ....model import Message, Pos, Reading
from ..morphology.lexicon import words
from ..syntax.case_forms import is_sure, nominative, plural_in, surely
from .case import CaseRule

_NOMINALS = frozenset({Pos.NOUN, Pos.ADJECTIVE})
_PHRASAL = _NOMINALS | {Pos.NAME, Pos.PREPOSITION}
# Verbs of saying that may have a person as object: «هدد المتظاهرين».
ADDRESSING = frozenset({"هدد", "وعد", "ذكر", "حذر", "أجاب", "رد", "أعد", "روى", "ألقى", "علم"})
_KANA = frozenset({"كان", "ليس", "أصبح", "صار", "ظل", "بات", "أضحى", "أمسى", "زال", "بقي", "برح"})


class NominativePredicate(CaseRule):
    """«كانوا مستعدون»: the predicate of كان stands in the accusative."""

    code = "A405"
    title = Message("nominative predicate of كان", "رفع خبر كان")
    reason = Message(
        "The predicate of كان and its sisters stands in the accusative.",
        "خبر «كان» وأخواتها منصوب.",
    )
    flags = (
        "قال إن الجنود كانوا ⟦مستعدون⟧ للقتال",
        "أصبح المسؤولون ⟦قادرون⟧ على اتخاذ القرار",
        "سيكون الفائزون في الدورة ⟦مطالبون⟧ بالحفاظ على مستواهم",
    )
    passes = (
        "قال إن الجنود كانوا مستعدين للقتال",
        "كان المسؤولون يدرسون القرار",
        "كان مسؤولون أميركيون قد زاروا المنطقة",
    )

    def suspect(self, form: Form) -> bool:
        return surely(
            form.readings, lambda r: plural_in(r, "n") and not r.state and r.pos is not Pos.VERB
        )

    def wrong(self, sentence: Analysed, place: int) -> bool:
        before = place - 1
        if before >= 0 and is_sure(sentence, before, lambda r: _kana(r) and r.number in "dp"):
            return True
        subject = _subject_before(sentence, place)
        return subject > 0 and any(_kana(one) for one in sentence.readings[subject - 1])


class ObliqueSubject(CaseRule):
    """«أعلن المسؤولين أن»: the subject of a verb of saying stands in the nominative."""

    code = "A406"
    title = Message("oblique subject", "فاعل غير مرفوع")
    reason = Message(
        "The subject of the verb stands in the nominative.",
        "الفاعل مرفوع.",
    )
    flags = (
        "أعلن ⟦المسؤولين⟧ أن المحادثات فشلت",
        "أصيب ⟦شرطيين⟧ بجروح في المواجهات",
        "يتوقع أن يصبح ⟦المسنين⟧ ثلث السكان",
        "وصل ⟦اللاجئين⟧ إلى الحدود",
    )
    passes = (
        "أعلن المسؤولون أن المحادثات فشلت",
        "كانوا المسؤولين عن القرار",
        "وصلوا متأخرين إلى القمة",
        "عاد مسرعين إلى البلدة",
        "بقي يومين في المدينة",
        "أبلغ المسؤولين أن المحادثات فشلت",
        "وهدد المتظاهرين بالسجن",
        "جرف التيار قاربا يقل مهاجرين",
    )

    def suspect(self, form: Form) -> bool:
        return surely(form.readings, _oblique_person)

    def wrong(self, sentence: Analysed, place: int) -> bool:
        return (
            place > 0
            and _needs_subject(sentence, place - 1)
            and (
                sentence.tokens[place].folded.startswith("ال") or not _is_kana(sentence, place - 1)
            )
        )

    def corrected(self, form: str) -> str | None:
        return nominative(form)


def _subject_before(sentence: Analysed, place: int) -> int:
    """Where a definite nominative plural stands, nouns and prepositions alone after it; or -1."""
    for subject in range(place - 1, max(-1, place - 6), -1):
        if is_sure(sentence, subject, lambda r: plural_in(r, "n") and r.state == "d"):
            return subject
        if any(r.pos not in _PHRASAL or "و" in r.proclitics for r in sentence.readings[subject]):
            return -1
    return -1


def _needs_subject(sentence: Analysed, place: int) -> bool:
    """Whether the word is a verb in the masculine singular whose subject must come next."""
    readings = sentence.readings[place]
    verb = is_sure(sentence, place, lambda r: r.pos is Pos.VERB)
    opens = place == 0 and not any(one.masdar for one in readings)
    third = [one for one in readings if one.pos is Pos.VERB and one.person == "3"]
    if not (verb or opens) or any(one.enclitic or not _is_he(one) for one in third):
        return False
    passive = bool(third) and all(one.voice == "passive" for one in third)
    whole = [one for one in third if not _is_shortened(one)]
    lemmas = {one.lemma for one in whole}  # «يوقع» is of «أوقع» too
    return passive or (bool(lemmas & _must_have_subject()) and "أوقع" not in lemmas)


def _is_shortened(reading: Reading) -> bool:
    """«يقل» of «قال», which stands after «لم» alone."""
    hollow = len(reading.lemma) == 3 and reading.lemma[1] == "ا"
    return hollow and reading.aspect == "imperfect" and len(reading.stem) == 2


def _is_he(reading: Reading) -> bool:
    return reading.gender + reading.number in {"ms", "fp"}


def _is_kana(sentence: Analysed, place: int) -> bool:
    return any(_kana(reading) for reading in sentence.readings[place])


@cache
def _must_have_subject() -> frozenset[str]:
    return (words("speaking_verbs") | words("intransitive_verbs") | _KANA) - ADDRESSING


def _oblique_person(reading: Reading) -> bool:
    person = reading.human or reading.lemma in words("people")
    free = not set(reading.proclitics) - {"ال"}
    return plural_in(reading, "ag") and free and (person or reading.pos is Pos.ADJECTIVE)


def _kana(reading: Reading) -> bool:
    return reading.pos is Pos.VERB and reading.lemma in _KANA
