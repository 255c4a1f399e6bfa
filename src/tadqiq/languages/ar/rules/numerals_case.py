"""Case of counted nouns."""

from __future__ import annotations

from collections.abc import Iterator

from ....detect import Analysed, Condition, Context, Form, Rule
from ....model import Category, Document, Finding, Message, Pos, Reading, Severity, TokenKind
from ..analysis import spots
from .numerals import count
from .numerals_compound import COUNTABLE, TENS


class CountedWithoutAlif(Rule):
    """«20 عام», «ثلاثين شخص»: from 11 to 99 the noun stands in the accusative."""

    code, kind, category = "A509", "agreement.case", Category.GRAMMAR
    severity, confidence = Severity.MINOR, 0.9
    title = Message("counted noun lacks the accusative ا", "تمييز منصوب بلا ألف تنوين")
    reason = Message(
        "After numbers from 11 to 99 the counted noun stands in the accusative, with ا.",
        "المعدود بعد الأعداد من 11 إلى 99 مفرد منصوب، ويظهر نصبه بالألف.",
    )
    flags = (
        "أودى الفيضان بحياة أكثر من ⟦ثلاثين شخص⟧ في الولاية",
        "يبلغ من العمر ⟦34 عام⟧",
    )
    passes = (
        "أودى الفيضان بحياة أكثر من ثلاثين شخصا",
        "إنقاذ عمال المنجم الـ33 عام 2010",
        "قبل 30 عاما",
        "نحو 25 ألف دولار",
        "في 20 يناير",
        "بلغ سعره 50 دولار",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for sentence, place in spots(doc, _NUMBER):
            if place + 1 == len(sentence.tokens):
                continue
            number, noun = sentence.tokens[place : place + 2]
            tens = number.folded.lstrip("و") in TENS or 11 <= count(sentence, place) <= 99
            if tens and noun.folded in _COUNTED and not _is_name_of_year(sentence, place):
                right = f"{number.text} {noun.text}ا"
                yield self.finding(doc, number.span.cover(noun.span), suggest=[right])


def is_counted_alone(readings: tuple[Reading, ...]) -> bool:
    """Nothing but the accusative singular of a person or of what news counts."""
    return bool(readings) and all(
        one.pos is Pos.NOUN
        and (one.number, one.state, one.case) == ("s", "i", "a")
        and not (one.proclitics or one.enclitic)
        and (one.human or one.lemma in COUNTABLE)
        for one in readings
    )


class AccusativeAfterHundreds(Rule):
    """«ألفي مترا», «مئة شخصا»: after hundreds and thousands the noun is in the genitive."""

    code, kind, category = "A510", "agreement.case", Category.GRAMMAR
    severity, confidence = Severity.MINOR, 0.9
    title = Message("accusative after hundreds", "تمييز منصوب بعد المئة والألف")
    reason = Message(
        "After hundreds, thousands and millions the counted noun stands in the genitive.",
        "المعدود بعد المئة والألف والمليون مفرد مجرور.",
    )
    flags = (
        "ويبلغ طول الجسر ⟦ألفي مترا⟧",
        "تبرع بنحو ⟦مليون دولارا⟧ للمتضررين",
        "في أحد عشر ⟦ألف طالبا⟧",
    )
    passes = (
        "ويبلغ طول الجسر ألفي متر",
        "مئة وعشرون مترا",
        "ربح مليونا",
        "دفع خمسين مليون دولار سنويا",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for sentence, place in spots(doc, _HUNDRED):
            if place + 1 == len(sentence.tokens):
                continue
            number, noun = sentence.tokens[place : place + 2]
            bare = noun.text.removesuffix("\u064b").removesuffix("ا").removesuffix("\u064b")
            known = bare in _COUNTED | _MEASURES or is_counted_alone(sentence.readings[place + 1])
            if noun.folded == bare + "ا" and known:
                span = number.span.cover(noun.span)
                yield self.finding(doc, span, suggest=[f"{number.text} {bare}"])


_MEASURES = frozenset(
    {"دولار", "غرام", "كيلوغرام", "طن", "برميل", "لتر", "هكتار", "جنيه", "ريال", "قدم"}
)
_HUNDREDS = frozenset({
    "مئة", "مائة", "مئتي", "مئتا", "مائتي", "ألف", "ألفي", "ألفا", "آلاف", "مليون", "مليوني", "مليونا",
    "ملايين", "مليار", "ملياري", "مليارات", "ثلاثمئة", "أربعمئة", "خمسمئة", "ستمئة", "سبعمئة",
    "ثمانمئة", "ثمانيمئة", "تسعمئة",
})  # fmt: skip
_HUNDRED: Condition[Form] = Condition(lambda form: form.folded.lstrip("وبل") in _HUNDREDS)


def _is_name_of_year(sentence: Analysed, place: int) -> bool:
    """«في الساعة 20 يوم الأحد»: a number that belongs to the word before it."""
    earlier = sentence.tokens[place - 1].folded if place else ""
    named = earlier.removeprefix("ال").startswith(_NUMBERED)
    after = sentence.tokens[place + 2].folded if place + 2 < len(sentence.tokens) else ""
    year = place + 2 < len(sentence.tokens) and noun_of_year(sentence, place + 1)
    return named or year or after in _DAYS


def noun_of_year(sentence: Analysed, place: int) -> bool:
    """«عمال المنجم الـ33 عام 2010»: the noun names a year, it is not counted."""
    return sentence.tokens[place].folded == "عام" and count(sentence, place + 1, digits=4) > 0


_NUMBERED = ("ساع", "دقيق", "عام", "سنة", "رقم", "مادة", "فقرة")
_DAYS = frozenset(
    {"الأحد", "الاثنين", "الإثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"}
)


# Nouns that news counts and that nothing but their number can complete there.
_COUNTED = frozenset({
    "عام", "شخص", "يوم", "شهر", "أسبوع", "رجل", "طفل", "جندي", "عنصر", "مدني", "مهاجر", "لاجئ", "قتيل",
    "جريح", "مصاب", "لاعب", "عامل", "طالب", "نائب", "عضو", "متظاهر", "صاروخ", "كيلومتر", "ميل", "متر",
    "كتاب", "بلد", "منزل", "حزب", "مشروع", "قرن", "موظف", "صحفي", "محتجز", "أسير", "ناشط",
    "مسافر", "راكب", "سائح", "مقاتل", "شرطي", "هدف", "مقعد",
})  # fmt: skip
_NUMBER: Condition[Form] = Condition(
    lambda form: form.kind == TokenKind.NUMBER or form.folded.lstrip("و") in TENS
)
