"""Elatives and ordinals before a noun: neither of the two takes the article alone."""

from __future__ import annotations

from collections.abc import Iterator

from ....detect import Condition, Context, Rule
from ....model import Category, Document, Finding, Message, Pos, Severity
from ..syntax.agreement import Line, Word, spots

_ELATIVES = frozenset({
    "أكبر", "أصغر", "أهم", "أقوى", "أفضل", "أسرع", "أغنى", "أفقر", "أقدم", "أحدث", "أشهر", "أول",
    "ثاني", "ثالث", "رابع", "خامس",
})  # fmt: skip
_VERBS_TOO = frozenset({"أسرع", "أغنى", "أفقر", "أقدم", "أحدث", "أشهر"})  # «أقدم الرجل على»
_PREFIXES = ("", "و", "ف", "ب", "ل", "ك")
_BARE = frozenset(before + form for before in _PREFIXES for form in _ELATIVES - _VERBS_TOO)
_WITH_ARTICLE = frozenset(
    before + "ال" + form for before in ("", "ب", "ك") for form in _ELATIVES - {"أول", "ثاني"}
)
# Nouns that can be counted and ranked, of which none is what something is greater in.
_RANKED = frozenset({
    "رئيس", "وزير", "لاعب", "لاعبة", "مدرب", "شركة", "دولة", "مدينة", "امرأة", "رجل", "شخص", "طائرة",
    "سفينة", "جامعة", "مدرسة", "مستشفى", "مصنع", "فيلم", "مباراة", "بلد", "قائد", "مرشح", "مرشحة",
    "منتج", "مصدر", "مستورد", "سوق", "مطار", "ميناء", "جزيرة", "بحيرة", "قرية", "صحيفة", "بنك",
    "مصرف", "محطة", "صفقة", "هجوم", "كارثة", "أزمة", "حزب", "جيش", "لوحة", "متحف", "مسجد", "كنيسة",
})  # fmt: skip
_SPEAKING_OF = frozenset({
    "هي", "هو", "وهي", "وهو", "أنها", "أنه", "إنها", "إنه", "بأنها", "بأنه", "باعتبارها", "باعتباره",
    "تعد", "يعد", "تعتبر", "يعتبر", "كانت", "كان", "تصبح", "أصبحت", "كأول",
})  # fmt: skip


class ElativeWithArticle(Rule):
    """«أفضل اللاعب في العالم», «هي الأكبر دولة في أفريقيا»."""

    code, kind, category = "A310", "agreement.definiteness", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.9
    title = Message("article between a superlative and its noun", "تعريف بعد أفعل التفضيل")
    reason = Message(
        "A superlative or an ordinal and the singular noun after it both stand without the article.",
        "اسم التفضيل أو العدد الترتيبي المضاف إلى مفرد يأتي كلاهما نكرة.",
    )
    flags = (
        "اختير ⟦أفضل اللاعب⟧ في العالم",
        "وكان ⟦أول الرئيس⟧ يزور المدينة",
        "هي ⟦الأكبر دولة⟧ في أفريقيا",
    )
    passes = (
        "اختير أفضل لاعب في العالم",
        "وكان أول الرؤساء الذين زاروا المدينة",
        "منافسها الأكبر شركة في اليابان",
        "في أول الأمر",
        "أقدم الرجل على قتل شقيقه",
        "أحدث الهجوم دمارا كبيرا",
        "هي الأكبر مساحة في أفريقيا",
        "وهو ثاني الاثنين",
        "قابل أول الرجلين",
        "قال أول الرئيس ثم الوزير إن الخطة جاهزة",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _ELATIVE):
            if place + 1 < len(line) and _is_mixed(line, place):
                first, noun = line.tokens[place : place + 2]
                right = f"{_without_article(first.text)} {_without_article(noun.text)}"
                yield self.finding(doc, first.span.cover(noun.span), suggest=[right])


def _is_mixed(line: Line, place: int) -> bool:
    noun = line.words[place + 1]
    if line.tokens[place].span.end + 1 != line.tokens[place + 1].span.start:
        return False
    if not _is_ranked(noun):
        return False
    if line.form(place) in _BARE:
        joined = place + 2 < len(line) and line.form(place + 2) in {"ثم", "أو"}
        return noun.article and not joined
    return noun.bare and line.form(place - 1) in _SPEAKING_OF


def _is_ranked(noun: Word) -> bool:
    """One of what can be ranked, and no adjective."""
    single = all(one.number == "s" and not one.enclitic for one in noun.readings)
    plain = noun.kinds <= {Pos.NOUN, Pos.ADJECTIVE} and not noun.proclitics and not noun.tanwin
    return plain and single and bool(noun.lemmas) and noun.lemmas <= _RANKED


def _without_article(text: str) -> str:
    """«الأكبر» as «أكبر», «بالأكبر» as «بأكبر»."""
    return text.replace("ال", "", 1) if text[:3].find("ال") >= 0 else text


_FORMS = _BARE | _WITH_ARTICLE
_ELATIVE: Condition[Word] = Condition(lambda current: current.form in _FORMS)
