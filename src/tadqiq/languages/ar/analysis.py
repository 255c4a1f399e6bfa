"""A document with the readings of every word, made once for all rules."""

from __future__ import annotations

from collections.abc import Sequence

from ...detect import Analysed, ByDocument, Condition, Form, Index, Traits, form_of
from ...model import Document, Token
from .morphology.readings import readings

_REMEMBERED = 1 << 16  # forms

_traits: Traits[Form] = Traits()
_forms: dict[str, Form] = {}


def analysed(doc: Document) -> tuple[Analysed, ...]:
    """The document's Arabic sentences, analysed; kept as long as the document lives."""
    return _analysis(doc)[0]


def spots(doc: Document, condition: Condition[Form]) -> Sequence[tuple[Analysed, int]]:
    """Every sentence and place where a form stands that meets the condition, in order."""
    return _analysis(doc)[1].spots(condition)


def _analyse(doc: Document) -> tuple[tuple[Analysed, ...], Index[Analysed, Form]]:
    sentences = tuple([Analysed(sentence, _form) for sentence in doc.native])
    return sentences, Index([(sentence, sentence.forms) for sentence in sentences], _traits)


_analysis = ByDocument(_analyse)


def _form(token: Token) -> Form:
    # By the text alone: one dictionary look-up for most words, and the text nearly says the rest.
    known = _forms.get(token.text)
    if known is None or known.kind != token.kind or known.folded != token.folded:
        return _new_form(token)
    return known


def _new_form(token: Token) -> Form:
    read = token.kind == "word" and token.script == "Arabic"
    text = token.text
    found = form_of(text, token.folded, token.kind, token.script, readings(text) if read else ())
    if len(_forms) > _REMEMBERED:
        _forms.clear()
    _forms[text] = found
    return found
