"""A document with the readings of every word, made once for all rules."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from weakref import WeakKeyDictionary

from ...detect import Analysed, Condition, Form, Index, Traits, form_of
from ...model import Document, Token
from .morphology import readings

_REMEMBERED = 1 << 16  # forms

_traits: Traits[Form] = Traits()
_Kept = tuple[tuple[Analysed, ...], Index[Form]]
_kept: WeakKeyDictionary[Document, _Kept] = WeakKeyDictionary()


def analysed(doc: Document) -> tuple[Analysed, ...]:
    """The document's Arabic sentences, analysed; kept as long as the document lives."""
    return _analysis(doc)[0]


def spots(doc: Document, condition: Condition[Form]) -> Iterator[tuple[Analysed, int]]:
    """Every sentence and place where a form stands that meets the condition, in order."""
    sentences, index = _analysis(doc)
    for number, place in index.spots(condition):
        yield sentences[number], place


def _analysis(doc: Document) -> _Kept:
    kept = _kept.get(doc)
    if kept is None:
        sentences = tuple([Analysed(sentence, _form) for sentence in doc.native])
        kept = sentences, Index([sentence.forms for sentence in sentences], _traits)
        _kept[doc] = kept
    return kept


def _form(token: Token) -> Form:
    return _known_form(token.text, token.folded, token.kind, token.script)


@lru_cache(maxsize=_REMEMBERED)
def _known_form(text: str, folded: str, kind: str, script: str) -> Form:
    read = kind == "word" and script == "Arabic"
    return form_of(text, folded, kind, script, readings(text) if read else ())
