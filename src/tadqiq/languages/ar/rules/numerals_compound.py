"""Compound numerals, hundreds, and «one of»."""

from __future__ import annotations

from collections.abc import Iterator

from ....detect import Analysed, Condition, Context, Form, Rule
from ....model import Category, Document, Finding, Message, Pos, Reading, Severity, TokenKind
from ..analysis import spots
from ..syntax.agreement import word
from .numerals import BEFORE_MASCULINE, PROCLITICS, UNITS, count, counts_several

_TEENS = {"m": "عشر", "f": "عشرة"}
_ONE_TWO = {
    "أحد": ("m", "إحدى"), "إحدى": ("f", "أحد"),
    "اثنا": ("m", "اثنتا"), "اثنتا": ("f", "اثنا"),
    "اثني": ("m", "اثنتي"), "اثنتي": ("f", "اثني"),
}  # fmt: skip
TENS = tuple(
    tens + ending
    for tens in ("عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")
    for ending in ("ون", "ين")
)
_HUNDREDS = frozenset({
    "مئة", "مائة", "ألف", "مليون", "مئتي", "مائتي", "ألفي", "مئتا", "مليار", "مائتا", "ألفا", "مليوني",
    "مليونا", "ملياري", "مليارا",
}) | frozenset(
    before + unit + hundred
    for before in ("", "و", "ب", "ل")
    for unit in ("ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "ثماني", "تسع")
    for hundred in ("مئة", "مائة")
)  # fmt: skip
_THOUSANDS = frozenset({"آلاف", "ملايين", "مليارات"})
_ONE_OF = {"أحد": "إحدى", "إحدى": "أحد"}
_UNCOUNTED = frozenset({"دولار", "يورو", "جنيه", "ريال", "مليون", "مليار", "ألف", "مئة", "مائة"})


class TeensAgainstNoun(Rule):
    """«اثنا عشر دولة», «أربع عشرة عاملاً»."""

    code, kind, category = "A504", "agreement.gender", Category.GRAMMAR
    severity, confidence = Severity.MINOR, 0.92
    title = Message("gender of a numeral from 11 to 19", "تذكير العدد المركب وتأنيثه")
    reason = Message(
        "In 11 and 12 both parts agree with the noun; from 13 to 19 the unit takes the other "
        "gender and the ten agrees.",
        "العددان 11 و12 يوافقان المعدود بجزأيهما، ومن 13 إلى 19 يخالفه الجزء الأول ويوافقه الثاني.",
    )
    flags = (
        "وقّعت ⟦اثنا عشر⟧ دولة على الإعلان",
        "أصيب ⟦أربع عشرة⟧ عاملا باختناق",
        "ونجا ⟦سبعة عشرة⟧ آخرون",
    )
    passes = (
        "وقّعت اثنتا عشرة دولة على الإعلان",
        "أصيب أربعة عشر عاملا باختناق",
        "فاز الفائز الثالث عشر",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for sentence, place in spots(doc, _OPENING):
            right = _teens(sentence, place) if place + 2 < len(sentence.tokens) else ""
            if right:
                unit, ten = sentence.tokens[place : place + 2]
                yield self.finding(doc, unit.span.cover(ten.span), suggest=[right])


class UnitWithTens(Rule):
    """«خمسة وعشرين سنة»: the unit before tens takes the other gender."""

    code, kind, category = "A505", "agreement.gender", Category.GRAMMAR
    severity, confidence = Severity.MINOR, 0.92
    title = Message("gender of the unit before tens", "تذكير الآحاد وتأنيثها مع العقود")
    reason = Message(
        "In 23–29, 33–39 … the unit takes the gender opposite to that of the noun.",
        "الآحاد التي تُعطف عليها العقود تخالف المعدود في التذكير والتأنيث.",
    )
    flags = ("بعد ⟦خمسة وعشرين⟧ سنة على الحادث",)
    passes = (
        "ارتفعت إلى تسعة وأربعين حصيلة ضحايا الانفجار",
        "بعد خمس وعشرين سنة على الحادث",
        "بعد خمسة وعشرين عاما على الحادث",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for sentence, place in spots(doc, _UNIT):
            right = _unit_with_tens(sentence, place) if place + 2 < len(sentence.tokens) else ""
            if right:
                unit, tens = sentence.tokens[place : place + 2]
                span = unit.span.cover(tens.span)
                yield self.finding(doc, span, suggest=[f"{right} {tens.text}"])


class OneOf(Rule):
    """«أحد المدارس», «إحدى المشاريع»."""

    code, kind, category = "A506", "agreement.gender", Category.GRAMMAR
    severity, confidence = Severity.MINOR, 0.9
    title = Message("«أحد» or «إحدى»", "أحد أم إحدى")
    reason = Message(
        "«أحد» stands before nouns whose singular is masculine, «إحدى» before feminine ones.",
        "«أحد» للمذكر و«إحدى» للمؤنث، والعبرة بمفرد الاسم بعدها.",
    )
    flags = (
        "سقطت قذيفة قرب ⟦أحد⟧ المدارس في المدينة",
        "أعلنت ⟦إحدى⟧ المصانع إغلاق أبوابها",
    )
    passes = (
        "زار أبا أحد الضحايا",
        "سقطت قذيفة قرب إحدى المدارس",
        "قال أحد المسؤولين",
        "في أحد المستشفيات",
        "يوم الأحد القوات تتقدم",
        "لم ير أحد الطائرة",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for sentence, place in spots(doc, _ONE):
            right = _other_one(sentence, place) if place + 1 < len(sentence.tokens) else ""
            if right:
                yield self.finding(doc, sentence.tokens[place].span, suggest=[right])


class PluralAfterHundreds(Rule):
    """«مئة أشخاص», «200 صواريخ»: after hundreds and thousands the noun is singular."""

    code, kind, category = "A507", "agreement.number", Category.GRAMMAR
    severity, confidence = Severity.MINOR, 0.9
    title = Message("plural after hundreds", "معدود مجموع بعد المئة والألف")
    reason = Message(
        "After whole hundreds, thousands and millions the noun stands in the singular.",
        "المعدود بعد المئة والألف ومضاعفاتهما مفرد مجرور.",
    )
    flags = (
        "غادر المخيم أكثر من ⟦مئة أشخاص⟧",
        "وألغي أكثر من ⟦أربعمئة رحلات⟧",
        "ووزعت الخيام على أربعة ⟦آلاف عائلات⟧",
        "أطلقت إيران نحو ⟦200 صواريخ⟧",
    )
    passes = (
        "غادر المخيم أكثر من مئة شخص",
        "أطلقت إيران 203 صواريخ",
        "في عام 2000 صواريخ كثيرة أطلقت",
        "بنسبة مئة في المئة",
        "مئات الأشخاص وآلاف الصواريخ",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for sentence, place in spots(doc, _HUNDRED):
            if place + 1 == len(sentence.tokens):
                continue
            if _is_hundred(sentence, place) and counts_several(sentence.readings[place + 1]):
                number, noun = sentence.tokens[place : place + 2]
                yield self.finding(doc, number.span.cover(noun.span))


class SingularAfterWrittenUnit(Rule):
    """«سبعة شهر»: after three to ten the noun is plural."""

    code, kind, category = "A508", "agreement.number", Category.GRAMMAR
    severity, confidence = Severity.MINOR, 0.9
    title = Message("singular after a written numeral", "معدود مفرد بعد عدد مكتوب")
    reason = Message(
        "From three to ten the counted noun stands in the genitive plural.",
        "المعدود بعد الأعداد من ثلاثة إلى عشرة جمع مجرور.",
    )
    flags = ("تستغرق الرحلة ⟦سبعة شهر⟧ تقريبا",)
    passes = (
        "تستغرق الرحلة سبعة أشهر تقريبا",
        "دفع ثلاثة آلاف دولار",
        "خمسة عشر شخصا",
        "أجل للمرة الحادية عشرة جلسة كانت مقررة",
        "ثلاث مرات",
        "في الساعة السابعة",
        "ثلاثمئة شخص",
        "حل الثالث من أصل خمسة",
        "هيئة من خمسة قضاة",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for sentence, place in spots(doc, _UNIT):
            if place + 1 == len(sentence.tokens):
                continue
            number, noun = sentence.tokens[place : place + 2]
            counted = word(noun.text, noun.folded).readings
            if _written_unit(sentence, place) and _counts_one(counted):
                yield self.finding(doc, number.span.cover(noun.span))


def _with_proclitics(numerals: frozenset[str]) -> dict[str, tuple[str, str]]:
    """Every form of the numerals, as proclitic and numeral."""
    return {before + one: (before, one) for one in numerals for before in PROCLITICS}


_ALL_UNITS = frozenset(UNITS) | frozenset(BEFORE_MASCULINE)
_UNIT_FORMS = _with_proclitics(_ALL_UNITS)
_OPENER_FORMS = _with_proclitics(frozenset(_ONE_TWO) | _ALL_UNITS)
_ONE_OF_FORMS = _with_proclitics(frozenset(_ONE_OF))
_NEITHER = ("", "")
_OPENING: Condition[Form] = Condition(lambda form: form.folded in _OPENER_FORMS)
_UNIT: Condition[Form] = Condition(lambda form: form.folded in _UNIT_FORMS)
_ONE: Condition[Form] = Condition(lambda form: form.folded in _ONE_OF_FORMS)
_HUNDRED: Condition[Form] = Condition(
    lambda form: form.folded in _HUNDREDS | _THOUSANDS or form.kind == TokenKind.NUMBER
)


def _gender_of_counted(readings: tuple[Reading, ...]) -> str:
    """Gender of a singular indefinite noun, if sure."""
    nouns = [one for one in readings if one.pos is Pos.NOUN and one.state != "c"]
    genders = {one.gender for one in nouns}
    plain = all(
        one.number == "s" and not one.proclitics and not one.enclitic and not one.broken
        for one in nouns
    )
    return genders.pop() if nouns and plain and len(genders) == 1 else ""


def _teens(sentence: Analysed, place: int) -> str:
    proclitic, unit = _OPENER_FORMS.get(sentence.tokens[place].folded, _NEITHER)
    ten = sentence.tokens[place + 1].folded
    if not unit or ten not in _TEENS.values():
        return ""
    gender = _gender_of_counted(sentence.readings[place + 2]) or _gender_within(unit, ten)
    if not gender:
        return ""
    right = _right_unit(unit, gender)
    wanted = f"{proclitic}{right} {_TEENS[gender]}"
    return "" if (unit, ten) == (right, _TEENS[gender]) else wanted


def _gender_within(unit: str, ten: str) -> str:
    """The gender by the ten where the unit goes with no noun beside it: «سبع عشر», «سبعة عشرة»."""
    gender = "m" if ten == _TEENS["m"] else "f"
    return gender if unit not in {"عشر", "عشرة"} and _right_unit(unit, gender) != unit else ""


def _right_unit(unit: str, gender: str) -> str:
    if unit in _ONE_TWO:
        own, other = _ONE_TWO[unit]
        return unit if own == gender else other
    if gender == "m":
        return UNITS.get(unit, unit)
    return BEFORE_MASCULINE.get(unit, unit)


def _unit_with_tens(sentence: Analysed, place: int) -> str:
    proclitic, unit = _UNIT_FORMS.get(sentence.tokens[place].folded, _NEITHER)
    tens = sentence.tokens[place + 1].folded
    if not unit or not tens.startswith("و") or tens[1:] not in TENS:
        return ""
    counted = sentence.tokens[place + 2]
    if _opens_phrase(sentence, place + 2):
        return ""
    gender = _gender_of_counted(word(counted.text, counted.folded).readings)
    right = _right_unit(unit, gender) if gender else unit
    return "" if right == unit else proclitic + right


def _opens_phrase(sentence: Analysed, place: int) -> bool:
    """«ارتفعت إلى تسعة وأربعين حصيلة ضحايا الانفجار»: a subject with a second term, not counted."""
    if place + 1 >= len(sentence.tokens):
        return False
    after = word(sentence.tokens[place + 1].text, sentence.tokens[place + 1].folded)
    return after.kinds == {Pos.NOUN} and not (after.tanwin or after.proclitics)


def _other_one(sentence: Analysed, place: int) -> str:
    proclitic, one = _ONE_OF_FORMS.get(sentence.tokens[place].folded, _NEITHER)
    if not one:
        return ""
    noun = sentence.readings[place + 1]
    gender = _gender_of_members(noun)
    if gender == "f" and one == "أحد" and _may_head(sentence, place):
        return proclitic + "إحدى"
    return proclitic + "أحد" if gender == "m" and one == "إحدى" else ""


def _may_head(sentence: Analysed, place: int) -> bool:
    """Not «nobody»: «لم ير أحد الطائرات»."""
    earlier = sentence.tokens[max(0, place - 4) : place]
    return all(token.folded not in {"لم", "لا", "لن", "ما", "ولم", "ولا"} for token in earlier)


def _gender_of_members(readings: tuple[Reading, ...]) -> str:
    """Gender of the singular of a definite plural of things, if sure."""
    nouns = [one for one in readings if one.pos is Pos.NOUN]
    if not nouns or any(
        one.number != "p" or one.state != "d" or one.proclitics != ("ال",) for one in nouns
    ):
        return ""
    genders = {one.gender for one in nouns} | {
        other.gender
        for one in nouns
        for other in word(one.lemma, one.lemma).readings
        if other.pos is Pos.NOUN and other.number == "s" and not other.proclitics
    }
    return genders.pop() if len(genders) == 1 else ""


def _is_hundred(sentence: Analysed, place: int) -> bool:
    form = sentence.tokens[place].folded
    if form in _HUNDREDS:
        return True
    if form in _THOUSANDS:
        return place > 0 and sentence.tokens[place - 1].folded in _UNIT_FORMS
    number = count(sentence, place, digits=6)
    return number >= 100 and number % 100 == 0 and not 1900 <= number <= 2100


def _written_unit(sentence: Analysed, place: int) -> bool:
    _, unit = _UNIT_FORMS.get(sentence.tokens[place].folded, _NEITHER)
    earlier = sentence.tokens[place - 1].folded if place else ""
    if unit in _TEENS.values() and earlier.startswith("ال"):
        return False  # «للمرة الحادية عشرة جلسة كانت مقررة»
    return bool(unit) and unit not in {"ست"} and earlier not in _OPENER_FORMS


COUNTABLE = frozenset({
    "شهر", "عام", "سنة", "أسبوع", "ساعة", "دقيقة", "ثانية", "نظام", "مذكرة", "مدينة", "دولة", "قرية",
    "مشروع", "قرار", "صاروخ", "طائرة", "سفينة", "سيارة", "شركة", "مدرسة", "جامعة", "مستشفى", "منزل",
    "مبنى", "هدف", "مباراة", "نقطة", "جائزة", "لغة", "بلد", "منطقة", "محافظة", "جولة", "اتفاقية", "قذيفة",
    "جثة", "كتاب", "فيلم", "حزب", "مرحلة", "غارة", "هجوم", "محطة", "مصنع", "مقعد", "دراسة", "تقرير",
    "شاحنة", "دبابة", "بند", "شرط", "فصل", "عقد", "قرن", "جلسة", "بطولة", "ميدالية", "ولاية", "لوحة",
})  # fmt: skip


def _counts_one(readings: tuple[Reading, ...]) -> bool:
    """Nothing but a singular noun of a person or a stretch of time."""
    nouns = [one for one in readings if one.pos is not Pos.VERB]
    return bool(nouns) and all(
        one.pos is Pos.NOUN
        and one.number == "s"
        and not one.state
        and not one.proclitics
        and not one.enclitic
        and not one.broken
        and one.lemma not in _UNCOUNTED
        and (one.human or one.lemma in COUNTABLE)
        for one in nouns
    )
