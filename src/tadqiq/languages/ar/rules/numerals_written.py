"""Written numbers: parts that contradict each other, and what they count in a wrong form."""

from __future__ import annotations

from collections.abc import Iterator

from ....detect import Analysed, Condition, Context, Form, Rule
from ....model import Category, Document, Finding, Message, Pos, Reading, Severity
from ..analysis import spots
from ..morphology.lexicon import words as word_list
from .numerals import BEFORE_MASCULINE, PROCLITICS, UNITS, is_plural
from .numerals_compound import COUNTABLE, TENS

_LOW = {one: other for one, other in UNITS.items() if one != "ثمان"}
_EVERY_UNIT = frozenset(
    before + unit
    for unit in (*UNITS, *BEFORE_MASCULINE, "أحد", "إحدى", "اثنا", "اثني", "اثنتا", "اثنتي")
    for before in PROCLITICS
)
_BARE = {before + one: before + other for one, other in UNITS.items() for before in PROCLITICS}
_WITH_TA = {before + other: before + one for one, other in _LOW.items() for before in PROCLITICS}
_ORDINALS = ("حادي", "ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع")
_ARTICLES = ("ال", "وال", "بال", "لل", "فال")
_MEN = frozenset(before + one for one in _ORDINALS for before in _ARTICLES)
_WOMEN = frozenset(one + "ة" for one in _MEN)
_SEVERAL = {"آلاف": "ألف", "ملايين": "مليون", "مليارات": "مليار", "تريليونات": "تريليون"}
_ONE = {single: plural for plural, single in _SEVERAL.items()}
_NUN, _GENITIVE = ("اثنان", "اثنتان", "مئتان", "ألفان"), ("اثنين", "اثنتين", "مئتين", "ألفين")
_ALL_TENS = frozenset(before + one for one in TENS for before in PROCLITICS)
_YEARS = frozenset({"عام", "سنة", "العام", "القرن", "ألفين", "وألفين", "لعام", "بعام"})
_FAR = 4
_OTHERS = frozenset({"آخرين", "آخرون"})
_DUALS = {
    "مئتين": "مئتي", "مائتين": "مائتي", "ألفين": "ألفي", "مليونين": "مليوني", "مليارين": "ملياري",
    "مئتان": "مئتا", "مائتان": "مائتا", "ألفان": "ألفا", "مليونان": "مليونا", "ملياران": "مليارا",
}  # fmt: skip
_MEASURES = frozenset({
    "ألف", "مليون", "مليار", "دولار", "يورو", "جنيه", "ريال", "دينار", "درهم", "روبية", "ين", "كيلوغرام",
    "كيلومتر", "متر", "طن", "غرام", "لتر", "هكتار", "برميل", "ميل", "فدان", "دكان", "نسمة", "سهم",
})  # fmt: skip


class NumberAgainstItself(Rule):
    """«الثالثة عشر», «خمسة ألف», «اثنان وعشرين»: no noun would suit both parts."""

    code, kind, category = "A514", "agreement.gender", Category.GRAMMAR
    severity, confidence = Severity.MINOR, 0.92
    title = Message("number against itself", "عدد لا يتفق جزآه")
    reason = Message(
        "The parts of a written number agree with each other in gender, number and case.",
        "أجزاء العدد المكتوب تتفق في التذكير والتأنيث والإفراد والجمع والإعراب.",
    )
    flags = (
        "خسر للمرة ⟦الثالثة عشر⟧ هذا الموسم",
        "قوة قوامها ⟦خمسة ألف⟧ جندي",
        "يكلف نحو ⟦سبع مليارات⟧ دولار",
        "تابع المباراة ⟦عشرون آلاف⟧ مشجع",
        "يتنافس ⟦اثنان وعشرين⟧ فيلما على الجائزة",
    )
    passes = (
        "خسر للمرة الثالثة عشرة هذا الموسم",
        "احتل المرتبة الثانية عشر مرات",
        "قوة قوامها خمسة آلاف جندي",
        "خمس عشرة ألف نسخة",
        "يكلف نحو سبعة مليارات دولار",
        "في عام ألفين وعشرين آلاف المتظاهرين",
        "يوم الاثنين وعشرون شخصا",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for sentence, place in spots(doc, _OPENS):
            right = _of_parts(sentence, place) if place + 2 < len(sentence.tokens) else ""
            if right:
                first, second = sentence.tokens[place : place + 2]
                yield self.finding(doc, first.span.cover(second.span), suggest=[right])


class AgeInMasculine(Rule):
    """«في التاسع عشر من عمره», «في الثامن والستين من عمرها»: years of age are feminine."""

    code, kind, category = "A517", "agreement.gender", Category.GRAMMAR
    severity, confidence = Severity.MINOR, 0.92
    title = Message("year of age in the masculine", "عدد مذكر لسنة العمر")
    reason = Message(
        "«السنة» is meant by the year of somebody's age, so that the number is feminine.",
        "المقصود «السنة» من العمر، فالعدد مؤنث.",
    )
    flags = (
        "طالبة في ⟦التاسع عشر⟧ من عمرها",
        "وهو في ⟦الثامن⟧ والستين من عمره",
        "تلميذة في ⟦السابع⟧ من عمرها",
    )
    passes = (
        "طالبة في التاسعة عشرة من عمرها",
        "وهو في العقد السابع من عمره",
        "في السابع من يونيو",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for sentence, place in spots(doc, _YEAR_OF_MEN):
            if not place or sentence.tokens[place - 1].folded != "في":
                continue
            tokens, last = sentence.tokens, place + 1
            right = f"{tokens[place].text}ة"
            if last < len(tokens) and tokens[last].folded in {"عشر", "عشرة"}:
                right, last = f"{right} عشرة", last + 1
            elif last < len(tokens) and tokens[last].folded.removeprefix("وال") in TENS:
                last += 1
            if [one.folded for one in tokens[last : last + 2]] in _OF_AGE:
                end = place + (tokens[place + 1].folded in {"عشر", "عشرة"})
                yield self.finding(doc, tokens[place].span.cover(tokens[end].span), suggest=[right])


class CountedInWrongForm(Rule):
    """«ثلاث سفنا», «مئتين دكان», «ثلاثة ليال»."""

    code, kind, category = "A515", "agreement.case", Category.GRAMMAR
    severity, confidence = Severity.MINOR, 0.9
    title = Message("what is counted in a wrong form", "عدد لا يطابق ما بعده")
    reason = Message(
        "A number from three to ten takes the genitive and the other gender of what it counts; "
        "a dual loses its «ن» before it.",
        "الأعداد من 3 إلى 10 تخالف معدودها في الجنس وتضاف إليه مجرورا، وتحذف نون المثنى عند الإضافة.",
    )
    flags = (
        "وأضافت الشركة ⟦ثلاث سفنا⟧ إلى أسطولها",
        "وأتت النيران على ⟦مئتين دكان⟧ في السوق",
        "اختفى قبل ⟦ثلاثة ليال⟧",
        "وأصيب ⟦ثلاث آخرون⟧ بجروح",
    )
    passes = (
        "وأضافت الشركة ثلاث سفن إلى أسطولها",
        "في عام ألفين انسحب الجيش",
        "وأتت النيران على مئتي دكان",
        "يرافقها وفد من تسعة نواب، أربع منهم نساء",
        "وأصيب سبعة عشر آخرون",
        "وامتنع اثنا عشر نائبا عن التصويت",
        "وصل الخمسة أيضا",
        "بلغ عددهم مئتين بعد القصف",
        "يعمل ثلاثة يوميا",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for sentence, place in spots(doc, _COUNTS):
            right = _of_counted(sentence, place) if place + 1 < len(sentence.tokens) else None
            if right is not None:
                first, second = sentence.tokens[place : place + 2]
                span = first.span.cover(second.span)
                yield self.finding(doc, span, suggest=[right] if right else [])


def _of_parts(sentence: Analysed, place: int) -> str:
    """The two parts of a number as they should be; "" where they agree."""
    first, second = (one.folded for one in sentence.tokens[place : place + 2])
    if second in {"عشر", "عشرة"}:
        return _ordinal(sentence, first, second, place)
    if second in _SEVERAL:
        return _several(sentence, place, second)
    if second in _ONE and first in _WITH_TA and not _after_unit(sentence, place):
        return f"{first} {_ONE[second]}"
    if second[:1] == "و" and second[1:] in TENS:
        if first in _NUN and second.endswith("ين"):
            return f"{first} {second[:-2]}ون"
        if first in _GENITIVE and second.endswith("ون"):
            return f"{first} {second[:-2]}ين"
    return ""


def _ordinal(sentence: Analysed, first: str, ten: str, place: int) -> str:
    if is_plural(sentence.readings[place + 2]):
        return ""  # «المرتبة الثانية عشر مرات»
    if first in _WOMEN and ten == "عشر":
        return f"{first} عشرة"
    return f"{first} عشر" if first in _MEN and ten == "عشرة" else ""


def _several(sentence: Analysed, place: int, second: str) -> str:
    first, after = sentence.tokens[place].folded, sentence.tokens[place + 2].folded
    if after.startswith("ال") or _after_unit(sentence, place):
        return ""
    if first in _BARE:
        return f"{_BARE[first]} {second}"
    before = {one.folded for one in sentence.tokens[max(0, place - _FAR) : place]}
    if first in _ALL_TENS and not before & _YEARS:
        return f"{first} {_SEVERAL[second]}"
    return ""


def _after_unit(sentence: Analysed, place: int) -> bool:
    return place > 0 and sentence.tokens[place - 1].folded in _EVERY_UNIT


def _of_counted(sentence: Analysed, place: int) -> str | None:
    """What the number and the word after it should be; None where nothing is wrong."""
    number, noun = sentence.tokens[place : place + 2]
    readings = sentence.readings[place + 1]
    if _after_unit(sentence, place):
        return None
    if number.folded in _DUALS:
        before = {one.folded for one in sentence.tokens[max(0, place - 2) : place]}
        loses = not before & _YEARS and _is_measured(readings)
        return f"{_DUALS[number.folded]} {noun.text}" if loses else None
    if number.folded in _BARE and noun.folded in _OTHERS:  # «منهم» may speak of women, too
        return f"{_BARE[number.folded]} {noun.text}"
    if number.folded in _WITH_TA and noun.folded in {"منهن", "ليال", "أخريات"}:
        return f"{_WITH_TA[number.folded]} {noun.text}"
    return "" if _is_accusative(readings) and noun.folded not in word_list("adverbials") else None


def _is_measured(readings: tuple[Reading, ...]) -> bool:
    """A noun that only a number can stand before: a person, a measure, what news counts."""
    return bool(readings) and all(
        one.pos is Pos.NOUN
        and one.number == "s"
        and not (one.state or one.proclitics or one.enclitic)
        and (one.human or one.lemma in COUNTABLE | _MEASURES)
        for one in readings
    )


def _is_accusative(readings: tuple[Reading, ...]) -> bool:
    """A noun with the alif of the accusative: a plural, a person, or what news counts."""
    return bool(readings) and all(
        one.pos is Pos.NOUN
        and one.state == "i"
        and one.case == "a"
        and not (one.proclitics or one.enclitic)
        and (one.number == "p" or one.human or one.lemma in COUNTABLE)
        for one in readings
    )


_OPENS: Condition[Form] = Condition(
    lambda form: (
        form.folded in _MEN
        or form.folded in _WOMEN
        or form.folded in _BARE
        or form.folded in _WITH_TA
        or form.folded in _ALL_TENS
        or form.folded in _NUN
        or form.folded in _GENITIVE
    )
)
_OF_AGE = [["من", "عمره"], ["من", "عمرها"], ["من", "العمر"]]
_YEAR_OF_MEN: Condition[Form] = Condition(lambda form: form.folded in _MEN)
_COUNTS: Condition[Form] = Condition(
    lambda form: form.folded in _BARE or form.folded in _WITH_TA or form.folded in _DUALS
)
