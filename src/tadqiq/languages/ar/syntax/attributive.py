"""Adjectives that can only describe the definite noun before them: neither predicate nor state."""

from __future__ import annotations

from functools import lru_cache

from ....model import Pos
from ..morphology.lexicon import words as word_list
from .agreement import Line, Word
from .clauses import is_ethnic
from .nominal import candidate_heads, fits, is_preposition

_PERIODS = frozenset({
    "العام", "الأسبوع", "الشهر", "السنة", "الصيف", "الشتاء", "الربيع", "الخريف", "الأحد",
    "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت", "القرن", "الليلة", "الموسم",
    "الأيام", "الأشهر", "السنوات", "الأسابيع", "الأعوام", "الشهور",
})  # fmt: skip
_OF_PERIODS = frozenset({"ماضي", "مقبل", "قادم", "جاري", "حالي", "منصرم", "فائت"})
_OF_PERIODS |= {form + "ة" for form in _OF_PERIODS}
# Adjectives that hardly ever say in what state somebody acts.
_NEVER_STATES = frozenset({
    "جديد", "جديدة", "حديثة", "سابق", "سابقة", "حالي", "حالية", "مقبل", "مقبلة", "أخير", "أخيرة",
    "رئيسي", "رئيسية", "قادم", "قادمة", "ماضي", "ماضية",
})  # fmt: skip
# Of the verbs that may take a predicate those of motion, beside which it ends in ا.
_MOTION = frozenset({"وصل", "خرج", "رجع", "وقف", "جلس", "وقع", "مضى", "ذهب", "سار"})
# Nisbas that do: «انتهت المباراة سلبية», «تقدم الخدمات مجانية».
_STATES = frozenset({
    "سلبية", "إيجابية", "طبيعية", "عادية", "مجانية", "رسمية", "إلزامية", "وهمية", "سرية", "علنية",
    "استثنائية", "نسائية", "ندية", "نهائية", "مأساوية", "عشوائية", "تدريجية", "نظرية", "وردية",
    "سلمية", "دموية", "عدائية", "متساوية", "كارثية", "ضرورية", "كافية", "خالية", "عالية", "غالية",
})  # fmt: skip
# «اعتقلت الشرطة أمريكية»: what a body or a thing does to a person.
_UPON_PEOPLE = frozenset({
    "اعتقل", "قتل", "أوقف", "احتجز", "طعن", "دهس", "أصاب", "اتهم", "حاكم", "أدان", "رحل", "خطف",
    "كرم", "استقبل", "التقى", "استدعى", "عين", "منح", "أنقذ", "طرد", "اغتال", "أعدم", "اختار",
    "هزم", "ضرب", "صدم", "سجن", "شمل", "ضم", "قابل", "وظف", "كلف", "أقصى", "واجه", "انتخب",
    "أطلق", "سلم", "استجوب", "غرم", "حكم", "برأ", "أسر", "تزوج", "لاحق", "زار", "هاجم", "عض",
    "انتقد", "هدد", "سب", "درب", "قاد", "خلف", "رافق", "أقال", "استبدل", "هنأ", "ودع", "رشح",
})  # fmt: skip
_ADJECTIVAL = frozenset({Pos.ADJECTIVE, Pos.NOUN, Pos.NAME, Pos.VERB})
_CLAUSE_WORDS = frozenset({"أن", "إن", "أنه", "أنها", "أنهم", "إنه", "إنها", "إنهم"})
_REACH = 7


def is_of_period(current: Word) -> bool:
    """«ماضي», «مقبلة»: what the year and the week are."""
    return current.form in _OF_PERIODS


def of_period(line: Line, place: int) -> bool:
    """«العام ماضي»: the adjective of a period of time, without its article."""
    adjective, period = line.form(place), line.form(place - 1)
    if adjective not in _OF_PERIODS or period not in _PERIODS:
        return False
    after = line.form(place + 1)
    feminine = adjective.endswith("ة")
    return after not in {"في", "نحو"} and feminine == _takes_feminine(line.words[place - 1])


def _takes_feminine(noun: Word) -> bool:
    return any(gender == "f" for gender, number in noun.demanded if number == "s")


def only_describes(line: Line, place: int) -> bool:
    """«أعلنت السلطات محلية حالة», «تخضع القواعد جديدة لموافقة».

    The clause's verb takes no predicate, the adjective is one that names no state, and what
    comes after goes on with the clause.
    """
    adjective, before = line.words[place], line.words[place - 1]
    if not may_only_describe(adjective) or not before.article or not before.nominal:
        return False
    lone = before.adjectival and not line.words[place - 2].article
    if before.proclitics & {"و", "ف"} or lone or place + 1 == len(line):
        return False
    if Pos.RELATIVE in line.words[place + 1].kinds and line.form(place + 1).startswith("ال"):
        heads = candidate_heads(line, place - 1) or (place - 1,)
        return any(fits(line.words[one].demanded, adjective.attribute) for one in heads)
    verb = _verb_before(line, place - 1)
    if verb is None or not _goes_on(line, place, line.words[verb]):
        return False
    heads = candidate_heads(line, place - 1) or ()
    near = [head for head in heads if head > verb]
    return any(fits(line.words[one].demanded, adjective.attribute) for one in near)


@lru_cache(maxsize=1 << 16)
def may_only_describe(current: Word) -> bool:
    """A bare adjective that names no state."""
    plain = current.bare and not current.proclitics and current.kinds <= _ADJECTIVAL
    if not plain or not current.attribute or current.form.endswith(("ا", "ات", "ين")):
        return False
    if current.form in _NEVER_STATES:
        return True
    if current.form in _STATES:
        return False
    sure = current.nisba and current.adjectival
    return sure and (Pos.NAME not in current.kinds or not is_ethnic(current))


def names_state(adjective: Word) -> bool:
    """«انتهت المباراة سلبية»: a nisba that says in what state."""
    return adjective.form in _STATES


def is_upon_people(verb: Word) -> bool:
    """«اعتقلت الشرطة أمريكية», «طعن الجندي فلسطيني»: the adjective may be who did or bore it."""
    return bool(verb.verbs & _UPON_PEOPLE)


def _verb_before(line: Line, last: int) -> int | None:
    """The verb whose subject or object the definite noun at ``last`` belongs to."""
    for place in range(last, max(-1, last - _REACH), -1):
        current = line.words[place]
        if Pos.VERB in current.kinds and (current.verbal or place == 0) and current.verb:
            return place
        if is_preposition(current) or (place < last and current.tanwin):
            return None
        if place < last and current.article and not line.words[place + 1].attribute:
            return None
        if not current.nominal or current.proclitics:
            return None
    return None


def _goes_on(line: Line, place: int, verb: Word) -> bool:
    """Whether the words after the adjective go on with the verb's clause."""
    adjective, after = line.words[place], line.words[place + 1]
    if verb.may_have_enclitic and not verb.verbal:
        return False
    object_follows = after.nominal and after.bare and not after.adjectival and not after.proclitics
    masculine = adjective.attribute == {("m", "s")}
    if verb.verbs & word_list("copulas") and not (masculine and verb.verbs & _MOTION):
        return "أعلن" in verb.verbs and (object_follows or after.form in {"عن", "أن"})
    if is_ethnic(adjective) and not masculine and is_upon_people(verb):
        return False
    return _is_complement(after) or (object_follows and adjective.attribute == {("f", "s")})


def _is_complement(after: Word) -> bool:
    joined = bool(after.proclitics & {"ب", "ل"})
    return is_preposition(after) or joined or after.form in _CLAUSE_WORDS
