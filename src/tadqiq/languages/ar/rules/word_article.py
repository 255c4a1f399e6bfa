"""Words that bear two marks of definiteness: article and pronoun, or the article twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ....detect import Condition, Context, Form, Rule
from ....model import Category, Document, Finding, Message, Pos, Severity, TokenKind
from ..analysis import spots
from ..morphology import readings

_WITH_PRONOUN = re.compile("([وف]?)([بك]?ال|لل)(.{3,}?)(ها|هما|هم|هن|ه)")
_TWICE = re.compile("([وفبك]?)ال(ال.{3,})")


class ArticleTwice(Rule):
    """«الرئيسهم», «الالحكومة»: no noun has the article and a pronoun, or two articles."""

    code, kind, category = "W108", "word-form", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.92
    title = Message("noun defined twice", "تعريف الاسم مرتين")
    reason = Message(
        "A noun takes the article or a pronoun suffix, not both, and the article but once.",
        "لا تجتمع «ال» والإضافة إلى الضمير، ولا تتكرر «ال».",
    )
    flags = (
        "أعلن ⟦الرئيسهم⟧ استقالته",
        "عادوا إلى ⟦المدينتهم⟧ القديمة",
        "رفضت ⟦الالحكومة⟧ القرار",
    )
    passes = (
        "أعلن رئيسهم استقالته",
        "دفع ألف درهم بعد الفهم الصحيح للنص",
        "يتوقع الالتزام بالاتفاق",
        "وصل الي الجامعه صباحا",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for sentence, place in spots(doc, _DOUBTFUL):
            token = sentence.tokens[place]
            if token.folded not in context.allowed:
                yield self.finding(doc, token.span, suggest=_corrected(token.folded))


def _corrected(form: str) -> list[str]:
    """What the word may have been meant as; nothing for a sound one."""
    twice = _TWICE.fullmatch(form)
    if twice:
        return [twice[1] + twice[2]] if _is_noun(twice[2]) else []
    shape = _WITH_PRONOUN.fullmatch(form)
    if not shape:
        return []
    joiner, article, stem, pronoun = shape.groups()
    singular = stem[:-1] + "ة" if stem.endswith("ت") else stem
    if pronoun == "ه" and (len(singular) < len("قرار") or _is_noun(stem + "ة")):
        return []  # «الجامعه»: misspelt
    if not (_is_noun(singular) and readings(stem + pronoun)):
        return []
    linked = "ل" if article == "لل" else article.removesuffix("ال")
    return [f"{joiner}{linked}{stem}{pronoun}", f"{joiner}{article}{singular}"]


def _is_noun(form: str) -> bool:
    """A noun that the dictionary has, nothing but the article before it."""
    return any(
        one.pos is Pos.NOUN
        and one.source == "buckwalter"
        and not set(one.proclitics) - {"ال"}
        and not one.enclitic
        for one in readings(form)
    )


def _is_doubtful(form: Form) -> bool:
    unread = form.kind == TokenKind.WORD and form.script == "Arabic"
    return unread and not form.readings and bool(_corrected(form.folded))


_DOUBTFUL: Condition[Form] = Condition(_is_doubtful)
