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
    sentences = tuple([Analysed(sentence, _formed(sentence.tokens)) for sentence in doc.native])
    return sentences, Index([(sentence, sentence.forms) for sentence in sentences], _traits)


_analysis = ByDocument(_analyse)


def _formed(tokens: Sequence[Token]) -> tuple[Form, ...]:
    """The form of every token, remembered by its text, which nearly says the rest."""
    known = _forms.get
    return tuple(
        [
            form
            if (form := known(token.text)) is not None
            and form.folded == token.folded
            and form.kind == token.kind
            else _new_form(token)
            for token in tokens
        ]
    )


def _new_form(token: Token) -> Form:
    read = token.kind == "word" and token.script == "Arabic"
    text = token.text
    found = form_of(text, token.folded, token.kind, token.script, readings(text) if read else ())
    if len(_forms) > _REMEMBERED:
        _forms.clear()
    _forms[text] = found
    return found
