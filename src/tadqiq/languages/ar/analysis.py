"""A document with the readings of every word, made once for all rules."""

from __future__ import annotations

from weakref import WeakKeyDictionary

from ...detect import Analysed
from ...model import Document, Reading, Token
from .morphology import readings

_kept: WeakKeyDictionary[Document, tuple[Analysed, ...]] = WeakKeyDictionary()


def analysed(doc: Document) -> tuple[Analysed, ...]:
    """The document's Arabic sentences, analysed; kept as long as the document lives."""
    sentences = _kept.get(doc)
    if sentences is None:
        sentences = tuple(Analysed(sentence, _read) for sentence in doc.native)
        _kept[doc] = sentences
    return sentences


def _read(token: Token) -> tuple[Reading, ...]:
    return readings(token.text) if token.is_word and token.script == "Arabic" else ()
