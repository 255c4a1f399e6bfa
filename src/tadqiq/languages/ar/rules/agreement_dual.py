"""Duals: what refers to two is no plural."""

from __future__ import annotations

from collections.abc import Iterator

from ....detect import Condition, Context, Rule
from ....model import Category, Document, Finding, Message, Pos, Severity
from ..syntax.agreement import Line, Word, spots
from ..syntax.nominal import is_preposition

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
        "وأكد الرئيسان ⟦عزمهم⟧ على مضاعفة التبادل التجاري",
        "وأعرب الوزيران عن ⟦قلقهم⟧ من التصعيد",
        "واحتجزت السلطات مواطنين كولومبيين اثنين ⟦كانوا⟧ يحاولون عبور الحدود",
    )
    passes = (
        "وأكد الرئيسان عزمهما على مضاعفة التبادل التجاري",
        "وشكر الوزيران المنقذين على جهودهم",
        "وقال الوزيران إن شعبهم صامد",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _THEIRS):
            if _owned_by_two(line, place):
                token = line.tokens[place]
                yield self.finding(doc, token.span, suggest=[token.text + "ا"])
        for line, place in spots(doc, _PLURAL_VERB):
            if place and line.form(place - 1) in _TWO:
                yield self.finding(doc, line.tokens[place].span)


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
_PLURAL_VERB: Condition[Word] = Condition(
    lambda current: current.verbal and bool(current.verb) and current.verb <= {("m", "p")}
)
