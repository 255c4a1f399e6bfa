"""Names and terms of a noun and its adjective, where nothing else can take the adjective."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Mapping
from functools import cache

from ....detect import Condition, Context, Rule
from ....model import Category, Document, Finding, Message, Severity
from ..morphology.lexicon import rows
from ..syntax.agreement import Word, spots

_PROCLITICS = ("", "و", "ف", "ب", "ك", "وب")


class _PhraseRule(Rule):
    """A rule about the adjective of a set phrase."""

    category = Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.92

    def __init__(self) -> None:
        self._first: Condition[Word] = Condition(lambda current: bool(_adjectives(current.form)))

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, self._first):
            adjectives = _adjectives(line.form(place))
            following = line.form(place + 1)
            if not following or following in adjectives:
                continue
            right = [one for one in adjectives if self.spoilt(one) == following]
            if right:
                yield self.finding(doc, line.tokens[place + 1].span, suggest=right[:1])

    @abstractmethod
    def spoilt(self, adjective: str) -> str:
        """The adjective as it must not stand."""


class GenderOfSetAdjective(_PhraseRule):
    """«الذكاء الاصطناعية», «كوريا الشمالي»."""

    code, kind = "A210", "agreement.gender"
    title = Message("adjective of a set phrase", "صفة لا تطابق موصوفها في تركيب ثابت")
    reason = Message(
        "In this name or term the adjective agrees with the noun right before it.",
        "الصفة في هذا الاسم أو المصطلح تطابق الاسم الذي قبلها مباشرة.",
    )
    flags = (
        "تستثمر الشركة في مجال الذكاء ⟦الاصطناعية⟧",
        "أطلقت كوريا ⟦الشمالي⟧ صاروخا",
    )
    passes = (
        "تستثمر الشركة في مجال الذكاء الاصطناعي",
        "أطلقت كوريا الشمالية صاروخا",
    )

    def spoilt(self, adjective: str) -> str:
        return adjective.removesuffix("ة") if adjective.endswith("ة") else adjective + "ة"


class ArticleOfSetAdjective(_PhraseRule):
    """«الاتحاد أوروبي», «الأمم متحدة»."""

    code, kind = "A304", "agreement.definiteness"
    title = Message("set phrase without its article", "تركيب ثابت بلا أل التعريف")
    reason = Message(
        "In this name or term noun and adjective both take the article.",
        "الاسم والصفة في هذا التركيب معرفان.",
    )
    flags = (
        "تعهد الاتحاد ⟦أوروبي⟧ بتمويل المشروع",
        "حذرت الأمم ⟦متحدة⟧ من المجاعة",
    )
    passes = (
        "تعهد الاتحاد الأوروبي بتمويل المشروع",
        "حذرت الأمم المتحدة من المجاعة",
    )

    def spoilt(self, adjective: str) -> str:
        return adjective.removeprefix("ال")


@cache
def _phrases() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for noun, adjectives in rows("set_phrases", 2):
        found[noun] = (*found.get(noun, ()), *adjectives.split())
    return found


def _adjectives(form: str) -> tuple[str, ...]:
    """The adjectives that the noun, whatever stands before it in one word, makes a term with."""
    known = _phrases()
    for proclitic in _PROCLITICS:
        if form.startswith(proclitic) and form[len(proclitic) :] in known:
            return known[form[len(proclitic) :]]
    return known.get("ال" + form[2:], ()) if form.startswith("لل") else ()
