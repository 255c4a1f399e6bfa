"""A document with the readings of every word, made once for all rules."""

from __future__ import annotations

from functools import lru_cache
from weakref import WeakKeyDictionary

from ...detect import Analysed, keys_of
from ...model import Document, Reading, Token
from .morphology import readings

_kept: WeakKeyDictionary[Document, tuple[Analysed, ...]] = WeakKeyDictionary()


def analysed(doc: Document) -> tuple[Analysed, ...]:
    """The document's Arabic sentences, analysed; kept as long as the document lives."""
    sentences = _kept.get(doc)
    if sentences is None:
        sentences = tuple(Analysed(sentence, _read, _keys) for sentence in doc.native)
        _kept[doc] = sentences
    return sentences


def _read(token: Token) -> tuple[Reading, ...]:
    return readings(token.text) if token.is_word and token.script == "Arabic" else ()


@lru_cache(maxsize=1 << 16)
def _known_keys(text: str, folded: str) -> frozenset[str]:
    return keys_of(folded, readings(text))


def _keys(token: Token, known: tuple[Reading, ...]) -> frozenset[str]:
    return _known_keys(token.text, token.folded) if known else frozenset((token.folded,))
