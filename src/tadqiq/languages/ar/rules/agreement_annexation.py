"""Case in annexations: the second term in the genitive."""

from __future__ import annotations

from collections.abc import Iterator

from ....detect import Analysed, Condition, Context, Form, Rule
from ....model import Category, Document, Finding, Message, Pos, Reading, Severity
from ..analysis import spots
from ..morphology.lexicon import words
from ..syntax.case_forms import bare_noun, governs_genitive, is_sure, oblique, surely

_NOMINALS = frozenset({Pos.NOUN, Pos.ADJECTIVE})
_LEADING_ON = frozenset({
    "عدد", "أحد", "حزب", "نقابة", "رابطة", "جمعية", "اتحاد", "هيئة", "لجنة", "جميع", "كل", "معظم",
    "بعض", "أغلب", "غالبية", "مئات", "آلاف", "عشرات", "وضع", "مصير", "سراح", "عائلة", "أسرة", "حق",
    "دور", "مطلب", "صف", "حياة", "جماعة", "مجموعة", "مئة", "ألف", "مجلس", "مركز", "سلامة", "إصابة",
    "مقتل", "وفاة", "عودة", "وصول", "لقاء", "محاكمة", "توقيف", "احتجاز", "إطلاق", "أمن", "ضد", "صوت",
})  # fmt: skip
_NOMINATIVE = ("ون", "ان")
_WITH_NUN = ("ون", "ان", "ين")  # what loses its ن before a second term


class NominativeSecondTerm(Rule):
    """«نقابة المحامون», «إصابة عاملان»: the second term of an annexation in the nominative."""

    code, kind, category = "A408", "agreement.case", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.9
    title = Message("nominative second term", "رفع المضاف إليه")
    reason = Message(
        "The second term of an annexation stands in the genitive.",
        "المضاف إليه مجرور.",
    )
    flags = (
        "أعلنت نقابة ⟦المحامون⟧ التونسية تنظيم وقفة",
        "أسفر الانفجار عن إصابة ⟦عاملان⟧ بحروق",
        "أُطلق سراح ⟦المحتجزون⟧ في القضية",
    )
    passes = (
        "أعلنت نقابة المحامين التونسية تنظيم وقفة",
        "أسفر الانفجار عن إصابة عاملين بحروق",
        "وجه رسالة مسؤولون في الوزارة",
        "الطعن الذي قدمه حزبان صغيران",
        "خسرت صناعة الروبيان سوقها",
        "وكّل المساهمون محاميا",
        "زار العاصمة مسؤولان",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for sentence, place in spots(doc, _SECOND):
            token = sentence.tokens[place]
            alike = place > 0 and token.quoted is sentence.tokens[place - 1].quoted
            if alike and _heads_annexation(sentence, place - 1):
                right = oblique(token.text)
                yield self.finding(doc, token.span, suggest=[right] if right else [])


def _nominative(reading: Reading) -> bool:
    plain = not reading.enclitic and not set(reading.proclitics) - {"ال"}
    ends = (reading.number == "p" and reading.state == "d") or reading.number == "d"
    name = reading.number == "d" and reading.source == "nisba"  # «صناعة الروبيان»
    return reading.pos in _NOMINALS and reading.case == "n" and ends and plain and not name


def _heads_annexation(sentence: Analysed, place: int) -> bool:
    """A bare noun that the next must complete: in ة, or after a preposition or a passive verb."""
    if _counts_or_acts_on(sentence, place):
        return True
    if place == 0 or not is_sure(sentence, place, bare_noun):
        return False
    if not any(one.human and one.source != "derived" for one in sentence.readings[place + 1]):
        return False
    if governs_genitive(sentence.tokens[place - 1]):
        return True
    wanted = _she if sentence.tokens[place].folded.endswith("ة") else _passive
    definite = all("ال" in one.proclitics for one in sentence.readings[place + 1])
    return definite and is_sure(sentence, place - 1, wanted)


def _counts_or_acts_on(sentence: Analysed, place: int) -> bool:
    """«عدد المصابون», «لدعم المزارعون», «توقيف مشتبهان»: what always leads on to its second term."""
    heads = words("deeds") | _LEADING_ON
    people = is_sure(sentence, place + 1, lambda r: r.human or r.pos is Pos.ADJECTIVE)
    nominal = [one for one in sentence.readings[place] if one.pos is not Pos.VERB]
    if sentence.tokens[place].folded.endswith(_WITH_NUN):
        return False  # «قدمه حزبان صغيران»
    if not people or not nominal or any(one.pos is Pos.VERB for one in sentence.readings[place]):
        return False
    return all(
        one.lemma in heads and not one.state and not one.enclitic and "ال" not in one.proclitics
        for one in nominal
    )


def _she(reading: Reading) -> bool:
    return reading.pos is Pos.VERB and (reading.person != "3" or reading.gender == "f")


def _passive(reading: Reading) -> bool:
    return reading.pos is Pos.VERB and (reading.person != "3" or reading.voice == "passive")


_SECOND: Condition[Form] = Condition(
    lambda form: form.folded.endswith(_NOMINATIVE) and surely(form.readings, _nominative)
)
