"""The folded forms of a document's tokens, written out once for all who compare them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from ...detect import ByDocument
from ...model import Document, Sentence


def forms_of(doc: Document, sentence: Sentence) -> Sequence[str]:
    """The folded form of every token of one of the document's sentences."""
    return _folded(doc)[sentence.span.start]


def _fold(doc: Document) -> Mapping[int, list[str]]:
    """By the start of the sentence."""
    return {one.span.start: [token.folded for token in one.tokens] for one in doc.sentences}


_folded = ByDocument(_fold)
