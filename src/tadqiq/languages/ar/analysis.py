"""A document with the readings of every word, made once for all rules."""

from __future__ import annotations

from functools import lru_cache
from weakref import WeakKeyDictionary

from ...detect import Analysed, Form, form_of
from ...model import Document, Token
from .morphology import readings

_REMEMBERED = 1 << 16  # forms

_kept: WeakKeyDictionary[Document, tuple[Analysed, ...]] = WeakKeyDictionary()


def analysed(doc: Document) -> tuple[Analysed, ...]:
    """The document's Arabic sentences, analysed; kept as long as the document lives."""
    sentences = _kept.get(doc)
    if sentences is None:
        sentences = tuple(Analysed(sentence, _form) for sentence in doc.native)
        _kept[doc] = sentences
    return sentences


def _form(token: Token) -> Form:
    return _known_form(token.text, token.folded, token.kind, token.script)


@lru_cache(maxsize=_REMEMBERED)
def _known_form(text: str, folded: str, kind: str, script: str) -> Form:
    read = kind == "word" and script == "Arabic"
    return form_of(text, folded, kind, script, readings(text) if read else ())
