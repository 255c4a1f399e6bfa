"""Duals: what refers to two is no plural."""

from __future__ import annotations

from collections.abc import Iterator

from ....detect import Condition, Context, Rule
from ....model import Category, Document, Finding, Message, Pos, Severity
from ..morphology.lexicon import words as word_list
from ..syntax.agreement import Line, Word, spots
from ..syntax.nominal import is_preposition
from ..syntax.verbs import COMPLEMENTISERS, may_act

_RELATIVES = frozenset({"اللذان", "اللتان", "اللذين", "اللتين"})
_MARKS = frozenset("،,.؛:!؟?()[]…")
_OTHERS = frozenset({"أو", "مع", "ثم", "الذين", "من", "ما", "ومن", "هم", "وهم"})
# What befalls people: nobody is meant but those just named.
_FATES = frozenset({
    "اختفائهم", "اعتقالهم", "احتجازهم", "اختطافهم", "مقتلهم", "وفاتهم", "إصابتهم", "توقيفهم",
    "غرقهم", "سجنهم", "محاكمتهم", "إعدامهم", "فقدانهم", "إنقاذهم", "ترحيلهم", "إقالتهم",
    "استقالتهم", "اغتيالهم", "انتحارهم", "خطفهم", "قتلهم",
})  # fmt: skip
_TWO = frozenset({"اثنين", "اثنان", "اثنتين", "اثنتان"})


class PluralOfTwo(Rule):
    """«وأكد الرئيسان عزمهم», «مواطنين اثنين كانوا»: a plural that speaks of two."""

    code, kind, category = "A211", "agreement.number", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.88
    title = Message("plural for two", "جمع يعود على مثنى")
    reason = Message(
        "Pronouns and verbs that refer to two people or things stand in the dual.",
        "الضمير أو الفعل العائد على اثنين يكون بصيغة المثنى.",
    )
    flags = (
        "الوزيران اللذان استقالا الأسبوع الماضي ⟦أكدوا⟧ أنهما سيواصلان العمل",
        "عثر على الشقيقين المفقودين بعد يومين من ⟦اختفائهم⟧",
        "وقال المتهمان اللذان ⟦يحاكمون⟧ في القاهرة إنهما بريئان",
        "وأكد الرئيسان ⟦عزمهم⟧ على مضاعفة التبادل التجاري",
        "وأعرب الوزيران عن ⟦قلقهم⟧ من التصعيد",
        "واحتجزت السلطات مواطنين كولومبيين اثنين ⟦كانوا⟧ يحاولون عبور الحدود",
    )
    passes = (
        "وأكد الرئيسان عزمهما على مضاعفة التبادل التجاري",
        "وشكر الوزيران المنقذين على جهودهم",
        "وقال الوزيران إن شعبهم صامد",
        "وعثر على الشقيقين في منزل أسرتهم",
        "الوزيران اللذان قابلا الصحفيين أكدوا لهم أنهما مستقيلان",
        "الوزيران اللذان استقالا واللجنة أكدوا موقفهم",
        "قال الجنود إن الشقيقين قتلا بعد اختفائهم",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _THEIRS):
            if _owned_by_two(line, place):
                token = line.tokens[place]
                yield self.finding(doc, token.span, suggest=[token.text + "ا"])
        for line, place in spots(doc, _PLURAL_VERB):
            if place and line.form(place - 1) in _TWO:
                yield self.finding(doc, line.tokens[place].span)
        for line, place in spots(doc, _WHO):
            verb = _verb_of_two(line, place) if place else None
            if verb is not None:
                yield self.finding(doc, line.tokens[verb].span)
        for line, place in spots(doc, _FATE):
            if _suffered_by_two(line, place):
                token = line.tokens[place]
                yield self.finding(doc, token.span, suggest=[token.text + "ا"])


def _verb_of_two(line: Line, relative: int) -> int | None:
    """The first plural verb after «الوزيران اللذان», where nobody else is named."""
    for place in range(relative + 1, len(line)):
        current = line.words[place]
        if current.form in _MARKS or current.form in COMPLEMENTISERS or current.enclitic:
            return None
        if current.verbal and current.verb and current.verb <= {("m", "p")}:
            return place
        joined = "و" in current.proclitics and not current.verbal
        if joined or current.form in _OTHERS or _may_be_many(current):
            return None
    return None


def _suffered_by_two(line: Line, place: int) -> bool:
    """«عثر على الشقيقين بعد اختفائهم»: nobody but two people is named in the text before."""
    before = [
        one
        for number, one in enumerate(line.words[:place])
        if not (number and one.attribute and _is_dual(line.words[number - 1]))
    ]
    if not line.first or any(
        _may_be_many(one) or "و" in one.proclitics or one.enclitic for one in before
    ):
        return False
    if any(("m", "p") in one.verb or one.first_person for one in before):
        return False
    return any(may_act(one) and one.article and _is_dual(one) for one in before)


def _is_dual(noun: Word) -> bool:
    return bool(noun.demanded) and all(number == "d" for _, number in noun.demanded)


def _may_be_many(current: Word) -> bool:
    """A noun or a name that «هم» may stand for."""
    if not current.maybe_nominal or _is_dual(current):
        return False
    if current.name or current.lemmas & (word_list("collectives") | word_list("bodies")):
        return True
    return any(number == "p" for _, number in current.demanded | current.attribute)


def _owned_by_two(line: Line, place: int) -> bool:
    """A noun with «هم» right after a verb and its subject in the dual, a preposition apart."""
    last = place - 1 - (place > 1 and is_preposition(line.words[place - 1]))
    if last not in {1, 2} or not line.words[0].verbal:
        return False
    subject = line.words[1]
    dual = bool(subject.demanded) and all(number == "d" for _, number in subject.demanded)
    if not (dual and subject.article and subject.form.endswith("ان")):
        return False
    return last == 1 or (line.words[2].article and bool(line.words[2].attribute))


def _is_theirs(current: Word) -> bool:
    nouns = [one for one in current.readings if one.pos is Pos.NOUN]
    return bool(nouns) and all(one.enclitic == "هم" for one in nouns) and not current.proclitics


_THEIRS = Condition(_is_theirs)
_WHO: Condition[Word] = Condition(lambda current: current.form in _RELATIVES)
_FATE: Condition[Word] = Condition(lambda current: current.form in _FATES)
_PLURAL_VERB: Condition[Word] = Condition(
    lambda current: current.verbal and bool(current.verb) and current.verb <= {("m", "p")}
)
