"""A sound plural given to nouns that have a broken one."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from ....detect import Analysed, Condition, Context, Form, Rule
from ....model import Category, Document, Finding, Message, Severity
from ..analysis import spots
from ..morphology.lexicon import rows

_BEFORE = ("", "ال", "و", "وال", "ف", "فال")
_GOVERNED = (*_BEFORE, "ب", "بال", "ل", "لل", "ك", "كال", "وب", "وبال", "ول", "ولل")
# After these a form in «ين» is no dual.
_SEVERAL = frozenset({
    before + form
    for before in ("", "و", "ب", "ل", "ف")
    for form in (
        "بعض", "معظم", "جميع", "كافة", "سائر", "كبار", "مئات", "عشرات", "آلاف", "عدة", "غالبية",
        "أغلب", "أبرز", "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "عشرة",
    )
})  # fmt: skip
_NUMBERS = frozenset({"عدد", "مجموعة", "عددا", "كثير", "الكثير", "العديد"})
_EXPERIENCED = "خبيرون"  # «خبيرون بشؤون المنطقة» is an adjective


class SoundForBrokenPlural(Rule):
    """«خبيرون», «بعض الوزيرين», «الدولات»: the plural is broken: «خبراء», «الدول»."""

    code, kind, category = "W107", "word-form", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.92
    title = Message("sound plural of a noun with a broken one", "جمع سالم لاسم يُجمع تكسيرا")
    reason = Message(
        "The plural of this noun is broken; it takes no «ون» or «ات».",
        "يُجمع هذا الاسم جمع تكسير، لا جمعا سالما.",
    )
    flags = (
        "قال ⟦خبيرون⟧ في الأمن الرقمي إن الهجوم كبير",
        "حضر ⟦الأميرون⟧ الحفل",
        "قتل ⟦جنديون⟧ في الانفجار",
        "ووصل ⟦السفيرون⟧ إلى القصر",
        "التقى عددا من ⟦الوزيرين⟧ في القصر",
        "وشاركت ⟦الدولات⟧ العربية في القمة",
    )
    passes = (
        "قال خبراء في الأمن الرقمي إن الهجوم كبير",
        "التقى الوزيرين الفرنسي والألماني",
        "قال عاملون في المستشفى إن المخزون نفد",
        "وأصيب الزائرون بالذعر",
        "وهم خبيرون بشؤون المنطقة",
        "قصفت المدينة خان شيخون",
        "كلا الوزيرين من الحزب",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for sentence, place in spots(doc, _SOUND):
            token = sentence.tokens[place]
            form, several = token.folded, _oblique().get(token.folded)
            if several and not _counts_several(sentence, place):
                continue
            if form.endswith(_EXPERIENCED) and _is_about(sentence, place):
                continue
            yield self.finding(doc, token.span, suggest=[several or _forms()[form]])


@cache
def _forms() -> Mapping[str, str]:
    """From «الخبيرون» to «الخبراء», from «بالدولات» to «بالدول»."""
    return {
        before + wrong: before + right
        for wrong, right in rows("sound_for_broken", 2)
        for before in (_BEFORE if wrong.endswith("ون") else _GOVERNED)
    }


@cache
def _oblique() -> Mapping[str, str]:
    """From «الخبيرين», which is a dual elsewhere, to «الخبراء»."""
    return {
        before + wrong[:-2] + "ين": before + right
        for wrong, right in rows("sound_for_broken", 2)
        if wrong.endswith("ون")
        for before in ("", "ال")
    }


def _counts_several(sentence: Analysed, place: int) -> bool:
    """Whether a word before says that there are more than two: «بعض», «عدد من», «ثلاثة»."""
    before = [one.folded for one in sentence.tokens[max(0, place - 2) : place]]
    if not before:
        return False
    return before[-1] in _SEVERAL or (before[-1] == "من" and before[0] in _NUMBERS)


def _is_about(sentence: Analysed, place: int) -> bool:
    return any(one.folded.startswith("ب") for one in sentence.tokens[place + 1 : place + 2])


_SOUND: Condition[Form] = Condition(
    lambda form: form.folded in _forms() or form.folded in _oblique()
)
