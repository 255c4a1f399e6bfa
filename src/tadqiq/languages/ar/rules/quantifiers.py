"""Words of quantity and the noun they measure."""

from __future__ import annotations

from collections.abc import Iterator

from ....detect import Condition, Context, Rule
from ....model import Category, Document, Finding, Message, Pos, Severity
from ..syntax.agreement import Line, Word, spots

_PREFIXES = ("", "و", "ب", "ل", "ف")
_SEVERAL = frozenset(before + form for before in _PREFIXES for form in ("عدة", "بضع", "بضعة"))
_MANY = frozenset({"العديد", "والعديد", "للعديد", "بالعديد"})
# What is counted one by one, and nothing else.
_COUNTED = frozenset({
    "دولة", "مدينة", "شركة", "شخص", "رجل", "امرأة", "منزل", "سيارة", "طائرة", "مدرسة", "جامعة", "شهر",
    "أسبوع", "سنة", "ساعة", "مسؤول", "خبير", "وزير", "لاعب", "قرار", "مشروع", "اتفاقية", "قرية",
    "منطقة", "منظمة", "وكالة", "صحيفة", "صاروخ", "هدف", "مباراة", "لغة", "جزيرة", "سفينة", "دراسة",
    "تقرير", "محطة", "مصنع", "مستشفى", "جندي", "طالب", "طفل", "موظف", "صحفي", "باحث", "مشكلة",
})  # fmt: skip
_WITHOUT = frozenset({"دون", "بدون"})
_DENYING = frozenset({"لم", "ولم", "فلم", "لن", "ولن"})
_ANY = frozenset({"أي", "أية"})


class SingularAfterSeveral(Rule):
    """«عدة دولة», «العديد من شركة»."""

    code, kind, category = "A512", "agreement.number", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.9
    title = Message("singular after a word for several", "مفرد بعد ما يدل على الجمع")
    reason = Message(
        "After «عدة», «بضعة» and «العديد من» the noun stands in the plural.",
        "الاسم بعد «عدة» و«بضعة» و«العديد من» يكون جمعا.",
    )
    flags = (
        "شاركت في القمة ⟦عدة دولة⟧ من المنطقة",
        "وأغلقت ⟦العديد من شركة⟧ أبوابها",
    )
    passes = (
        "شاركت في القمة عدة دول من المنطقة",
        "وأغلقت العديد من الشركات أبوابها",
        "جاء عدد من مدينة حلب",
        "بعد بضع ساعات",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _QUANTITY):
            noun = place + 1 + (line.form(place) in _MANY)
            if noun >= len(line) or (noun > place + 1 and line.form(place + 1) != "من"):
                continue
            if _is_one(line.words[noun]):
                yield self.finding(doc, line.tokens[place].span.cover(line.tokens[noun].span))


class DefiniteAfterAny(Rule):
    """«دون أي الشروط», «لم يقدم أي التفاصيل»."""

    code, kind, category = "A311", "agreement.definiteness", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.9
    title = Message("definite noun after «أي»", "معرفة بعد «أي» النافية")
    reason = Message(
        "After a negation «أي» stands before an indefinite noun.",
        "تضاف «أي» في سياق النفي إلى نكرة.",
    )
    flags = (
        "وافق الوفد دون أي ⟦الشروط⟧",
        "لم يقدم الوزير أي ⟦التفاصيل⟧ عن الخطة",
    )
    passes = (
        "وافق الوفد دون أي شروط",
        "لم يعرف أحد أي الطرق أفضل",
        "ولم يحدد أي الدول ستشارك",
        "لم تحسم اللجنة أي الطرفين على حق",
        "سأل أي الدول ستشارك",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _ANY_OF):
            if place + 1 < len(line) and _is_denied(line, place):
                token = line.tokens[place + 1]
                yield self.finding(doc, token.span, suggest=[token.text.removeprefix("ال")])


def _is_one(noun: Word) -> bool:
    """A noun that is counted, in the singular and indefinite."""
    plain = noun.kinds <= {Pos.NOUN, Pos.ADJECTIVE} and noun.bare and not noun.proclitics
    single = all(one.number == "s" and not one.broken for one in noun.readings)
    return plain and single and bool(noun.lemmas) and noun.lemmas <= _COUNTED


def _is_denied(line: Line, place: int) -> bool:
    """Whether nothing is asked: «دون أي», or «لم» and its verb before, and no verb after."""
    noun = line.words[place + 1]
    if not noun.article or noun.proclitics or noun.kinds != {Pos.NOUN}:
        return False
    if any(one.number == "d" for one in noun.readings):
        return False
    if line.form(place - 1) in _WITHOUT:
        return True
    if any(one.verbs for one in line.words[place + 2 : place + 4]):
        return False
    return any(
        line.form(verb - 1) in _DENYING and _is_deed(line.words[verb])
        for verb in range(max(1, place - 3), place)
    )


def _is_deed(verb: Word) -> bool:
    return not verb.verbs.isdisjoint(_GIVING)


_GIVING = frozenset({
    "قدم", "أصدر", "تلقى", "حقق", "اتخذ", "نشر", "أجرى", "تبنى", "وجد", "سجل", "أحرز", "أعطى", "عثر",
    "توصل", "ارتكب", "وقع", "شهد", "أبدى", "أظهر", "أسفر", "حصل", "واجه", "ترك",
})  # fmt: skip
_QUANTITY: Condition[Word] = Condition(
    lambda current: current.form in _SEVERAL or current.form in _MANY
)
_ANY_OF: Condition[Word] = Condition(lambda current: current.form in _ANY)
