"""Two definite nouns in a row, where only one noun phrase can stand."""

from __future__ import annotations

from collections.abc import Iterator

from ....detect import Condition, Context, Rule
from ....model import Category, Document, Finding, Message, Pos, Severity
from ..morphology.frequency import is_mostly_noun
from ..morphology.lexicon import words as word_list
from ..syntax.agreement import Line, Word, spots
from ..syntax.case_frames import without_object
from ..syntax.heads import is_inflected_noun
from ..syntax.nominal import fits
from ..syntax.verbs import COMPLEMENTISERS, may_act

# What stands before a name: «العاصمة الرياض», «اليوم السبت».
_BEFORE_NAMES = frozenset({
    "عاصمة", "مدينة", "دولة", "ولاية", "شيخ", "أمير", "ملك", "نادي", "فريق", "منتخب", "شركة",
    "صحيفة", "قناة", "جارة", "عملة", "جزيرة", "حليف", "شاعر", "يوم", "بلد", "جبل", "نهر", "بحر",
    "فيلم", "كتاب", "سيد", "سيدة", "دكتور", "شقيقة", "موقع", "منطقة", "برج", "كوكب", "قمر", "جمهورية",
})  # fmt: skip


class ArticleOnGovernedTerm(Rule):
    """«إن الخبراء الطيران يتوقعون», «ارتفع السعر النفط»: the first term bears an article."""

    code, kind, category = "A306", "agreement.definiteness", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.86
    title = Message("article on the first term", "مضاف معرف بأل")
    reason = Message(
        "The first term of an annexation takes no article.",
        "لا تدخل «ال» على المضاف.",
    )
    flags = (
        "وارتفع ⟦السعر النفط⟧ للشهر الثامن على التوالي",
        "وقال مدير الوكالة إن ⟦الخبراء الطيران⟧ يتوقعون موسما جافا",
    )
    passes = (
        "وقالت إن الأغنام الجائعة هلكت",
        "وأدى المحتفون الصلوات في الكنيس",
        "خسرت الحكومة التصويت على الموازنة",
        "وقال إن التيار النفاث القوي عبر الأطلسي",
        "وتراجع عدد المواليد للعام الثامن على التوالي",
        "وسلم الرجل إلى الشرطة السلاح",
        "وعادت إلى المدينة الحياة",
        "ووصل إلى العاصمة الرياض",
        "وفي المدينة الفوضى عارمة",
        "وقال الرئيس الأحد إن الأزمة انتهت",
        "أعاد الحادث إلى الأذهان الجدل القديم",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _FIRST):
            words = line.words
            if not place or place + 1 == len(words) or not words[place + 1].article:
                continue
            if _is_annexed(line, place):
                first, second = line.tokens[place : place + 2]
                right = _without_article(first.text)
                span = first.span.cover(second.span)
                yield self.finding(doc, span, suggest=[f"{right} {second.text}"] if right else ())


def _is_annexed(line: Line, place: int) -> bool:
    first, second = line.words[place], line.words[place + 1]
    if _is_described_past(line, place):
        return True
    if not _is_plain_thing(second) or first.lemmas & _BEFORE_NAMES:
        return False
    before = line.words[place - 1]
    if not first.proclitics and before.form in COMPLEMENTISERS:
        return _goes_on(line, place)
    telling = word_list("speaking_verbs")  # «أعلن الطرفان الهدنة»
    if first.proclitics or not before.verbal or not before.verbs <= without_object() - telling:
        return False
    return fits(first.opening, before.verb) and not before.may_have_enclitic


def _is_described_past(line: Line, place: int) -> bool:
    """«الرئيس الوزراء الكندي»: the adjective after both can describe the first alone."""
    if place + 2 >= len(line):
        return False
    first, second, adjective = line.words[place : place + 3]
    noun = second.kinds == {Pos.NOUN} and second.article and not second.proclitics
    if not noun or second.attribute or second.lemmas & word_list("times"):
        return False
    if not adjective.article or adjective.proclitics or not adjective.adjectival:
        return False
    if fits(second.demanded, adjective.attribute) or second.lemmas & {"نفس", "ذات"}:
        return False
    single = all(number == "s" for _, number in first.demanded)
    return single and fits(first.demanded, adjective.attribute) and not _is_derived(adjective)


def _is_derived(adjective: Word) -> bool:
    return any(one.participle or one.human for one in adjective.readings) and not adjective.nisba


def _goes_on(line: Line, place: int) -> bool:
    """«إن الخبراء الوكالة موجودون»: the predicate of the first comes after the second."""
    rest = line.words[place + 2 : place + 6]
    first = line.words[place]
    return any(
        (one.verbal and fits(first.subject, one.verb) and not one.proclitics - {"س"})
        or (one.bare and one.adjectival and not one.proclitics and not one.enclitic)
        for one in rest
    )


def _is_plain_thing(noun: Word) -> bool:
    """A definite noun that is neither an adjective nor a person, a name or a time."""
    plain = noun.kinds == {Pos.NOUN} and noun.article and not noun.proclitics - {"ال"}
    if (
        not plain
        or noun.attribute
        or noun.human
        or is_inflected_noun(noun)
        or may_act(noun)
        or noun.form.endswith("ي")
    ):
        return False
    apart = word_list("times") | word_list("people") | word_list("appositions")
    return not noun.lemmas & apart and all(
        one.source == "buckwalter" and not one.participle and is_mostly_noun(one.lemma)
        for one in noun.readings
    )


def _may_be_first(noun: Word) -> bool:
    plain = noun.article and noun.nominal and Pos.NOUN in noun.kinds and not noun.name
    return plain and not noun.adjectival and not noun.lemmas & word_list("times")


def _without_article(text: str) -> str:
    """«للسلامة» as «لسلامة»; nothing where it is not plain."""
    if text.startswith("ال"):
        return text[2:]
    return "ل" + text[2:] if text.startswith("لل") else ""


_FIRST: Condition[Word] = Condition(_may_be_first)
