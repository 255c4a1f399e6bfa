"""Annexations torn apart by the adjective of their first term."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from ....detect import Condition, Context, Rule
from ....model import Category, Document, Finding, Message, Severity
from ..morphology.lexicon import rows
from ..syntax.agreement import Line, Word, spots
from ..syntax.nominal import fits


class AdjectiveInsideAnnexation(Rule):
    """«رئيس الجديد الوزراء», «مجلس الدولي الأمن»."""

    code, kind, category = "A308", "agreement.definiteness", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.92
    title = Message("adjective inside an annexation", "صفة تفصل بين المضاف والمضاف إليه")
    reason = Message(
        "An adjective follows the whole annexation; it never stands between its terms.",
        "لا تفصل الصفة بين المضاف والمضاف إليه، بل تأتي بعدهما.",
    )
    flags = (
        "زار ⟦رئيس الجديد الوزراء⟧ المناطق المنكوبة",
        "أدان ⟦مجلس الدولي الأمن⟧ الهجوم",
        "قال ⟦وزير الفرنسي الخارجية⟧ إن المحادثات مستمرة",
    )
    passes = (
        "زار رئيس الوزراء الجديد المناطق المنكوبة",
        "قال رئيس الوزراء الفرنسي الجديد",
        "رئيس المجلس الوطني السابق",
        "حضر رئيس الأركان العامة للجيش",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _FIRST):
            if place + 2 < len(line) and _is_torn(line, place):
                first, adjective, second = line.tokens[place : place + 3]
                right = f"{first.text} {second.text} {adjective.text}"
                yield self.finding(doc, first.span.cover(second.span), suggest=[right])


@cache
def _annexations() -> Mapping[str, frozenset[str]]:
    return {first: frozenset(seconds.split()) for first, seconds in rows("annexations", 2)}


def _is_torn(line: Line, place: int) -> bool:
    first, adjective = line.words[place], line.words[place + 1]
    if line.form(place + 2) not in _annexations()[_bare(first)]:
        return False
    describes = adjective.article and adjective.adjectival and not adjective.proclitics
    return describes and fits(first.demanded, adjective.attribute)


def _bare(current: Word) -> str:
    """«رئيس» of «ورئيس», «لرئيس»."""
    form = current.form
    if form in _annexations() or form[:1] not in {"و", "ب", "ل", "ف"}:
        return form
    return form[1:]


_FIRST: Condition[Word] = Condition(lambda current: _bare(current) in _annexations())
