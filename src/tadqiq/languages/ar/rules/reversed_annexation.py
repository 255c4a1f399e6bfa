"""Two terms of an annexation in English order: the second before the first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from ....detect import Condition, Context, Rule
from ....model import Category, Document, Finding, Message, Severity
from ..morphology.lexicon import rows
from ..morphology.lexicon import words as word_list
from ..syntax.agreement import Line, Word, spots
from ..syntax.nominal import fits, is_preposition
from ..syntax.verbs import COMPLEMENTISERS, may_act

# No subject comes right after the noun of these: «في الغابات حرائق» is good Arabic.
_PREPOSITIONS = frozenset({
    "عن", "إلى", "بشأن", "حول", "ضد", "بسبب", "مع", "نحو", "حيال", "إزاء", "تجاه", "رغم", "بفضل",
})  # fmt: skip
_PEOPLE = frozenset({"الإنسان", "البشر", "المرأة", "القتلى", "الجرحى", "اللجوء"})


class ReversedAnnexation(Rule):
    """«بشأن المناخ تغير», «إن النفط أسعار ارتفعت»."""

    code, kind, category = "S133", "syntax", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.87
    title = Message("annexation in English order", "مضاف مؤخر عن المضاف إليه")
    reason = Message(
        "English order: in Arabic the head stands first and what limits it follows.",
        "ترتيب إنجليزي؛ والمضاف في العربية يسبق المضاف إليه.",
    )
    flags = (
        "وتحدث المبعوث عن ⟦السلام مفاوضات⟧ في جنيف",
        "وقال الخبير إن ⟦النفط أسعار⟧ ارتفعت أمس",
        "وأعرب الوزير عن قلقه حيال ⟦البطالة معدلات⟧ المرتفعة",
    )
    passes = (
        "وتحدث المبعوث عن مفاوضات السلام في جنيف",
        "واندلعت في الغابات حرائق ضخمة",
        "وقال الخبير إن النفط أسعاره ارتفعت",
        "ونقلت عن الشرطة مصادر محلية",
        "وتحدث عن السلام مع الوفد",
        "وأدى رفع الفائدة إلى ارتفاع الأسعار",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _SECOND):
            if _stands_before_head(line, place):
                first, second = line.tokens[place : place + 2]
                right = f"{second.text} {first.text}"
                yield self.finding(doc, first.span.cover(second.span), suggest=[right])


@cache
def _heads() -> Mapping[str, frozenset[str]]:
    """The usual first terms of each second one."""
    heads: dict[str, set[str]] = {}
    for first, seconds in rows("annexations", 2):
        for second in seconds.split():
            heads.setdefault(second, set()).add(first)
    return {second: frozenset(firsts) for second, firsts in heads.items()}


def _stands_before_head(line: Line, place: int) -> bool:
    """Whether the usual head comes next, with no second term of its own."""
    if not place or line.form(place + 1) not in _heads()[line.form(place)]:
        return False
    head, after = line.words[place + 1], line.words[place + 2 : place + 3]
    following = after[0] if after else None
    if line.form(place - 1) in COMPLEMENTISERS:
        told = following is not None and following.verbal and not following.proclitics
        return told and following is not None and fits(head.subject, following.verb)
    if line.form(place - 1) not in _PREPOSITIONS:
        return False
    if following is None or is_preposition(following) or following.verbal or not following.kinds:
        return True
    described = following.article and following.adjectival and not following.proclitics
    return described and fits(head.demanded, following.attribute)


def _may_be_second(current: Word) -> bool:
    if current.form not in _heads() or (may_act(current) and current.form not in _PEOPLE):
        return False
    return not current.lemmas & word_list("times")


_SECOND: Condition[Word] = Condition(_may_be_second)
