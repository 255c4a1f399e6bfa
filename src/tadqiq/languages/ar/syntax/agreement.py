"""A document as agreement reads it: sentences without quotation marks, word by word."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from weakref import WeakKeyDictionary

from ....detect import Condition, Index, Traits
from ....model import Document, Token
from .words import Form, Forms, Word, word

__all__ = ["Form", "Forms", "Line", "Word", "lines", "spots", "word"]

_QUOTES = frozenset("“”«»\"‘’„‹›'")


@dataclass(frozen=True, slots=True, eq=False)
class Line:
    """A sentence without its quotation marks: tokens and their words."""

    tokens: tuple[Token, ...]
    words: tuple[Word, ...]
    first: bool

    def __len__(self) -> int:
        return len(self.words)

    def form(self, place: int) -> str:
        """The folded form at ``place``; "" outside the line."""
        return self.words[place].form if 0 <= place < len(self.words) else ""


_traits: Traits[Word] = Traits()
_Kept = tuple[tuple[Line, ...], Index[Word]]
_kept: WeakKeyDictionary[Document, _Kept] = WeakKeyDictionary()


def lines(doc: Document) -> tuple[Line, ...]:
    """The document's Arabic sentences as lines; kept as long as the document lives."""
    return _reading(doc)[0]


def spots(doc: Document, condition: Condition[Word]) -> Iterator[tuple[Line, int]]:
    """Every line and place where a word stands that meets the condition, in order."""
    found, index = _reading(doc)
    for number, place in index.spots(condition):
        yield found[number], place


def _reading(doc: Document) -> _Kept:
    kept = _kept.get(doc)
    if kept is None:
        found = tuple(_lines(doc))
        kept = found, Index([line.words for line in found], _traits)
        _kept[doc] = kept
    return kept


def _lines(doc: Document) -> Iterator[Line]:
    for number, sentence in enumerate(doc.native):
        tokens = tuple([token for token in sentence.tokens if token.text not in _QUOTES])
        yield Line(tokens, tuple(map(_word_of, tokens)), number == 0)


def _word_of(token: Token) -> Word:
    if token.is_word and token.script == "Arabic":
        return word(token.text, token.folded)
    return _unread(token.text)


@lru_cache(maxsize=1 << 12)
def _unread(text: str) -> Word:
    return Word(text, (), frozenset())
