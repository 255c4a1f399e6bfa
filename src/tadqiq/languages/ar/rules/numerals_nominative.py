"""Tens and twos in the nominative where a word before them governs another case."""

from __future__ import annotations

from collections.abc import Iterator

from ....detect import Analysed, Condition, Context, Form, Rule
from ....model import Category, Document, Finding, Message, Pos, Severity
from ..analysis import spots
from ..morphology.lexicon import words as word_list
from .numerals import BEFORE_MASCULINE, UNITS
from .numerals_compound import TENS

_NOMINATIVE_TENS = frozenset(one for one in TENS if one.endswith("ون"))
_TWOS = {
    "اثنان": "اثنين", "اثنتان": "اثنتين", "اثنا": "اثني", "اثنتا": "اثنتي", "مئتان": "مئتين",
    "مئتا": "مئتي", "ألفان": "ألفين", "ألفا": "ألفي", "مليونا": "مليوني", "مليارا": "ملياري",
}  # fmt: skip
_GOVERNING = frozenset({
    "من", "إلى", "عن", "على", "في", "منذ", "قبل", "خلال", "طوال", "نحو", "حوالي", "قرابة", "زهاء",
    "بنحو", "لنحو", "وعن", "ومن", "وإلى", "وعلى", "وفي", "بعد", "عمر", "وفاة", "إصابة", "جرح",
    "بلوغه", "بلوغها", "البالغ", "البالغة", "والبالغ", "والبالغة", "اعتقال", "توقيف", "سوى",
})  # fmt: skip
# «البالغ» and these leave the case of a number open to a subject or an apposition.
_OPEN_TO_ALIF = frozenset({"البالغ", "البالغة", "والبالغ", "والبالغة", "سوى"})
_UNITS = frozenset({*UNITS, *BEFORE_MASCULINE, "واحد", "واحدة", "إحدى", "اثنين", "اثنتين"})
_NEGATIONS = frozenset({"لم", "ولم", "لن", "لما", "ليس", "ما", "لا"})
_LASTING = frozenset({"أمضى", "استغرق", "دام", "استمر", "مكث", "لبث"})
_AFTER_ALIF = frozenset({"عشر", "عشرة"})
_FAR = 5


class NominativeNumber(Rule):
    """«عن ثمانية وثمانون عاما», «منذ اثنتا عشرة سنة», «دام عامان»."""

    code, kind, category = "A516", "agreement.case", Category.GRAMMAR
    severity, confidence = Severity.MINOR, 0.92
    title = Message("number in the nominative", "عدد مرفوع في موضع نصب أو جر")
    reason = Message(
        "After a preposition, in an annexation, and as a length of time a number stands in «ين».",
        "العدد بعد حرف الجر أو الإضافة أو ظرفًا للزمان يكون بالياء.",
    )
    flags = (
        "توفي عن ثمانية ⟦وثمانون⟧ عاما",
        "لم يشهد مثلها منذ ⟦اثنتا⟧ عشرة سنة",
        "عرضت اللوحة مدة ثلاث ساعات مع نحو ⟦عشرون⟧ لوحة أخرى",
        "أمضى في المتنزه ⟦ثلاثون⟧ سنة",
        "بعد توقف دام ⟦عامان⟧ بسبب الحرب",
        "نجا الطيار البالغ ثلاثة ⟦وعشرون⟧ عاما",
    )
    passes = (
        "توفي عن ثمانية وثمانين عاما",
        "لم يصل بعد عشرون لاعبا",
        "دام غيابه عامين",
        "وبينهم عشرون لاعبا",
        "فرض رسم قدره عشرون يورو",
        "قال إن اثنين من كل ثلاثة وعشرون شاهدا على ذلك",
        "وعلى الطاولة نفسها عشرون رجلا",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for sentence, place in spots(doc, _NUMBER):
            if place and _is_governed(sentence, place):
                yield self.finding(doc, sentence.tokens[place].span)
        for sentence, place in spots(doc, _TIMES):
            if place and _lasts(sentence, place):
                yield self.finding(doc, sentence.tokens[place].span)


def _is_governed(sentence: Analysed, place: int) -> bool:
    """Whether a preposition or a first term stands right before the number."""
    form, start = sentence.tokens[place].folded, place - 1
    if form[:1] in "بل" and form[1:] in _NOMINATIVE_TENS:
        return True
    if form[0] == "و":
        start = _before_unit(sentence, start)
    if start < 0:
        return False
    before = sentence.tokens[start].folded
    if before == "بعد" and _is_negated(sentence, start):
        return False  # «لم يصل بعد عشرون لاعبا»
    open_case = form in _TWOS and before in _OPEN_TO_ALIF
    return _stays_long(sentence, place, start) or (before in _GOVERNING and not open_case)


def _before_unit(sentence: Analysed, place: int) -> int:
    """The place before the unit that a ten is joined to; -1 where there is none."""
    unit = sentence.tokens[place].folded in _UNITS and not _is_of_all(sentence, place)
    return place - 1 if unit else -1


def _is_of_all(sentence: Analysed, place: int) -> bool:
    """«من كل ثلاثة وعشرون شاهدا»: the number ends before «و»."""
    return any(one.folded == "كل" for one in sentence.tokens[max(0, place - 2) : place])


def _is_negated(sentence: Analysed, place: int) -> bool:
    before = sentence.tokens[max(0, place - _FAR) : place]
    return any(one.folded in _NEGATIONS for one in before)


def _stays_long(sentence: Analysed, place: int, start: int) -> bool:
    """«أمضى في المتنزه ثلاثون سنة»: a number of years after a verb of lasting."""
    if place + 1 >= len(sentence.tokens) or sentence.tokens[place].folded in _TWOS:
        return False
    if not any(one.lemma in word_list("times") for one in sentence.readings[place + 1]):
        return False
    return any(
        _is_lasting(sentence, one) and not _is_mark_between(sentence, one, place)
        for one in range(max(0, start - 2), start + 1)
    )


def _is_lasting(sentence: Analysed, place: int) -> bool:
    return any(
        one.pos is Pos.VERB and one.lemma in _LASTING and one.person == "3"
        for one in sentence.readings[place]
    )


def _is_mark_between(sentence: Analysed, start: int, end: int) -> bool:
    return any(not one.folded.isalpha() for one in sentence.tokens[start:end])


def _lasts(sentence: Analysed, place: int) -> bool:
    """«دام عامان», «استغرق ساعتان»: two units of time right after the verb."""
    return _is_lasting(sentence, place - 1)


_NUMBER: Condition[Form] = Condition(
    lambda form: (
        form.folded in _NOMINATIVE_TENS
        or form.folded in _TWOS
        or (form.folded[:1] in "وبل" and form.folded[1:] in _NOMINATIVE_TENS)
    )
)
_TIMES: Condition[Form] = Condition(
    lambda form: (
        form.folded
        in {"عامان", "سنتان", "شهران", "أسبوعان", "يومان", "ساعتان", "دقيقتان", "ليلتان", "عقدان"}
    )
)
