"""Case of indefinite predicates, and of tashkeel that says another case than the word."""

from __future__ import annotations

from collections.abc import Iterator

from ....detect import Analysed, Condition, Context, Form, Rule
from ....model import Category, Document, Finding, Message, Severity
from ..analysis import spots as analysed_spots
from ..suspicions.doubt import Doubting
from ..suspicions.predicates import LOST_ALIF
from ..syntax.agreement import Word, spots
from ..syntax.predicative import adjective_lacks_alif, lacks_alif, object_lacks_alif, takes_alif

_NOMINATIVE, _GENITIVE, _ACCUSATIVE = "\u064c", "\u064d", "\u064b"
_TANWIN = _NOMINATIVE + _GENITIVE
_BARE: Condition[Word] = Condition(takes_alif)


class PredicateLacksAlif(Doubting):
    """«بات رئيس البلدية مرشح للرئاسة»: the predicate of كان without its ا."""

    code, kind, category = "A419", "agreement.case", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.88
    doubts, needed_gain = (LOST_ALIF,), 1.5
    title = Message("predicate lacks the accusative ا", "خبر منصوب بلا ألف تنوين")
    reason = Message(
        "The predicate of كان and its sisters stands in the accusative, with ا if indefinite.",
        "خبر «كان» وأخواتها منصوب، ويظهر نصبه بالألف إذا نُوّن.",
    )
    flags = (
        "وبات رئيس بلدية إسطنبول ⟦مرشح⟧ للرئاسة",
        "ولم يكن قرار الانسحاب ⟦مفاجئ⟧ للدبلوماسيين",
        "ويعد هذا الاكتشاف ⟦إنجاز⟧ علميا مهما",
    )
    passes = (
        "وبات رئيس بلدية إسطنبول مرشحا للرئاسة",
        "كان المدير مسؤول المشتريات",
        "كان في البيت رجل من القرية",
        "ليس في الأمر جديد",
        "كان الأمر أفضل من ذلك",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _BARE):
            if place > 1 and lacks_alif(line, place):
                token = line.tokens[place]
                yield self.finding(doc, token.span, suggest=[token.text + "ا"])


class ObjectLacksAlif(Rule):
    """«وعقد الوزير اجتماع مع نظيره»: the indefinite object without its ا."""

    code, kind, category = "A421", "agreement.case", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.86
    least_gain = -2
    title = Message("object lacks the accusative ا", "مفعول منصوب بلا ألف تنوين")
    reason = Message(
        "The object of the verb stands in the accusative, with ا if indefinite.",
        "المفعول به منصوب، ويظهر نصبه بالألف إذا نُوّن.",
    )
    flags = (
        "وعقد وزير الدفاع الفرنسي ⟦اجتماع⟧ مع نظيره اليوناني",
        "أصدرت المحكمة العليا أمس ⟦قرار⟧ بالإفراج عن المتهم",
    )
    passes = (
        "وعقد وزير الدفاع الفرنسي اجتماعا مع نظيره اليوناني",
        "أصدرت المحكمة العليا أمس قرار الإفراج",
        "وعقد الوزير في الرياض اجتماع عمل مع نظيره",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _BARE):
            if place > 1 and object_lacks_alif(line, place):
                token = line.tokens[place]
                yield self.finding(doc, token.span, suggest=[token.text + "ا"])


class AdjectiveLacksAlif(Rule):
    """«مؤتمرا صحفيا مشترك»: an adjective without the ا that its noun bears."""

    code, kind, category = "A422", "agreement.case", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.88
    title = Message("adjective lacks the accusative ا", "صفة منصوب بلا ألف تنوين")
    reason = Message(
        "An adjective takes the case of its noun: both with ا or both without.",
        "الصفة تتبع موصوفها في الإعراب: كلاهما بألف التنوين أو كلاهما بدونها.",
    )
    flags = (
        "عقد الوزيران مؤتمرا صحفيا ⟦مشترك⟧ في ختام المباحثات",
        "اتخذ المجلس قرارا ⟦جديد⟧ بشأن الموازنة",
    )
    passes = (
        "عقد الوزيران مؤتمرا صحفيا مشتركا",
        "قدم برنامجا واسع النطاق",
        "كان متجرا كبير الحجم",
        "أرسل وفدا رفيع المستوى",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _BARE):
            if place and adjective_lacks_alif(line, place):
                token = line.tokens[place]
                yield self.finding(doc, token.span, suggest=[token.text + "ا"])


class TanwinAgainstNoun(Rule):
    """«مصدرا مقربٌ», «سريعاًً»: a mark of tanwin that the word or its noun excludes."""

    code, kind, category = "A420", "agreement.case", Category.GRAMMAR
    severity, confidence = Severity.MINOR, 0.92
    title = Message("tanwin of another case", "تنوين لا يوافق الإعراب")
    reason = Message(
        "The mark of tanwin agrees with the ending of the word and with the noun described.",
        "علامة التنوين توافق آخر الكلمة وإعراب موصوفها.",
    )
    flags = (
        "غير أن مصدرا ⟦مقربٌ⟧ من الأسرة قال ذلك",
        "وجاء الرد ⟦سريعا\u064b\u064b⟧ من موسكو",
        "في ⟦بيتٌ⟧ قديم",
    )
    passes = (
        "غير أن مصدرا مقربا من الأسرة قال ذلك",
        "وجاء الرد سريعا\u064b من موسكو",
        "في بيتٍ قديم",
        "هذا بيتٌ قديم",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for sentence, place in analysed_spots(doc, _MARKED):
            if _is_double(sentence.tokens[place].text) or _is_other(sentence, place):
                yield self.finding(doc, sentence.tokens[place].span)


def _is_double(text: str) -> bool:
    return any(mark * 2 in text for mark in (_ACCUSATIVE, *_TANWIN))


def _is_other(sentence: Analysed, place: int) -> bool:
    text = sentence.tokens[place].text
    if place == 0 or not any(mark in text for mark in _TANWIN):
        return False
    before = sentence.tokens[place - 1]
    if before.folded in {"في", "من", "إلى", "على", "عن"}:
        return _NOMINATIVE in text
    readings = sentence.readings[place - 1]
    noun = before.folded.endswith("ا") and any(one.state == "i" for one in readings)
    described = any(
        one.pos == "adjective" and not one.proclitics for one in sentence.readings[place]
    )
    return bool(noun) and described


_MARKED: Condition[Form] = Condition(
    lambda form: any(mark in form.text for mark in _TANWIN + _ACCUSATIVE)
)
