"""A plural where eleven and more count the singular."""

from __future__ import annotations

from collections.abc import Iterator

from ....detect import Analysed, Condition, Context, Form, Rule
from ....model import Category, Document, Finding, Message, Pos, Reading, Severity
from ..analysis import spots
from ..syntax.agreement import word
from .numerals import BEFORE_MASCULINE, DIGITS, PROCLITICS, UNITS, count, counts_several
from .numerals_compound import TENS

_TENS = frozenset(before + tens for before in PROCLITICS for tens in TENS)
_TEEN = frozenset({"عشر", "عشرة"})
_OPENERS = frozenset(
    before + unit
    for before in PROCLITICS
    for unit in (*UNITS, *BEFORE_MASCULINE, "أحد", "إحدى", "اثنا", "اثني", "اثنتا", "اثنتي")
)
_YEARS = frozenset({"عام", "سنة", "العام", "سنوات", "القرن", "ألفين", "وألفين", "ألف"})
_FAR = 4
_NO_TANWIN = ("ة", "اء", "ى", "ا")
_WRITTEN: Condition[Form] = Condition(lambda form: form.folded in _TENS | _TEEN)


class PluralAfterTens(Rule):
    """From 11 to 99 the counted noun is singular: «23 مباني», «عشرين مطاعم»."""

    code, kind, category = "A502", "agreement.number", Category.GRAMMAR
    severity, confidence = Severity.MINOR, 0.9
    title = Message("plural after 11–99", "معدود مجموع بعد 11–99")
    reason = Message(
        "After numbers from 11 to 99 the counted noun stands in the accusative singular.",
        "المعدود بعد الأعداد من 11 إلى 99 مفرد منصوب.",
    )
    flags = (
        "أسفر القصف عن إصابة ⟦23 ممرضات⟧ في المدينة",
        "أغلقت السلطات الصحية ⟦عشرين مطاعم⟧ بعد تسمم الزبائن",
        "اعتقلت الشرطة خمسة ⟦وثلاثين رجال⟧ في المدينة",
        "أصيب خمسة ⟦عشر عمال⟧ باختناق",
        "يعمل في المصنع منذ ⟦ثلاثين أعواما⟧",
    )
    passes = (
        "أسفر القصف عن تدمير 23 منزلا في المدينة",
        "في عام 2023 منازل كثيرة دُمرت",
        "أسفر القصف عن تدمير 103 منازل",
        "ولا يزال 33 مفقودين",
        "أغلقت السلطات عشرين من المطاعم",
        "أغلقت السلطات عشرين مطعما",
        "وأصيب في الحادث عشرون آخرون",
        "أصيب عشر عاملات",
        "أصيب بعد عشر سنوات",
        "في عام ألفين وعشرين قوات الأمن انسحبت",
        "تدير عشرات الشركات وثلاثين مصنعا",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for condition in (DIGITS, _WRITTEN):
            for sentence, place in spots(doc, condition):
                if place + 1 < len(sentence.tokens) and _counts_many(sentence, place):
                    number, noun = sentence.tokens[place : place + 2]
                    form = accusative_singular(sentence.readings[place + 1])
                    right = [f"{number.text} {form}"] if form else []
                    yield self.finding(doc, number.span.cover(noun.span), suggest=right)


def _counts_many(sentence: Analysed, place: int) -> bool:
    if not counts_several(sentence.readings[place + 1]):
        return False
    form = sentence.tokens[place].folded
    before = [one.folded for one in sentence.tokens[max(0, place - _FAR) : place]]
    if form in _TENS:
        return not _YEARS.intersection(before)
    if form in _TEEN:
        return bool(before) and before[-1] in _OPENERS
    return 11 <= count(sentence, place) <= 99


def singular(readings: tuple[Reading, ...]) -> str:
    """The singular of a plural noun, where the dictionary has one and no other."""
    lemmas = {one.lemma for one in readings if one.pos is Pos.NOUN}
    lemma = lemmas.pop() if len(lemmas) == 1 else ""
    known = any(one.pos is Pos.NOUN and one.number == "s" for one in word(lemma, lemma).readings)
    men = any(one.gender == "m" or one.broken for one in readings)
    thing = not any(one.human for one in readings)
    return lemma if lemma and known and (men or thing or lemma.endswith("ة")) else ""


def accusative_singular(readings: tuple[Reading, ...]) -> str:
    """«رجلا», «مدرسة»; "" where it is not sure."""
    lemma = singular(readings)
    return lemma if not lemma or lemma.endswith(_NO_TANWIN) else lemma + "ا"
