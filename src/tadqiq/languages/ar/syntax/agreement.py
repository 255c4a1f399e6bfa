"""A document as agreement reads it: sentences without quotation marks, word by word."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ....detect import Analysed, ByDocument, Condition, Form, Index, Traits
from ....model import Document, Token, TokenKind, record
from ..analysis import analysed
from ..variety import is_standard
from .words import Forms, Word, as_name, is_coined, is_foreign, is_given, is_odd, is_rare, word

__all__ = ["Forms", "Line", "Word", "indexed", "is_rare", "lines", "spots", "word"]


@record(eq=False)
class Line:
    """A sentence without its quotation marks: tokens and their words."""

    tokens: tuple[Token, ...]
    words: tuple[Word, ...]
    first: bool

    def __len__(self) -> int:
        return len(self.words)

    def form(self, place: int) -> str:
        """The folded form at ``place``; "" outside the line."""
        words = self.words
        return words[place].form if 0 <= place < len(words) else ""


_traits: Traits[Word] = Traits()


def lines(doc: Document) -> tuple[Line, ...]:
    """The document's Arabic sentences as lines; kept as long as the document lives.

    None in spoken Arabic: its grammar is another.
    """
    return _reading(doc)[0]


def spots(doc: Document, condition: Condition[Word]) -> Sequence[tuple[Line, int]]:
    """Every line and place where a word stands that meets the condition, in order."""
    return _reading(doc)[1].spots(condition)


def _read(doc: Document) -> tuple[tuple[Line, ...], Index[Line, Word]]:
    sentences = analysed(doc) if is_standard(doc) else ()
    found = tuple([_line(one, first=number == 0) for number, one in enumerate(sentences)])
    return found, indexed(found)


def indexed(found: Sequence[Line]) -> Index[Line, Word]:
    """Lines by what their words are; a word bears its traits, so that all lines share them."""
    return Index([(line, line.words) for line in found], _traits)


_reading = ByDocument(_read)


def _line(sentence: Analysed, *, first: bool) -> Line:
    tokens, forms = sentence.tokens, sentence.forms
    if sentence.quotes:
        kept = [place for place, form in enumerate(forms) if not form.quote]
        tokens = tuple([tokens[place] for place in kept])
        forms = tuple([forms[place] for place in kept])
    return Line(tokens, _named(list(map(_word_of, forms))), first)


def _named(words: list[Word]) -> tuple[Word, ...]:
    """The words, an odd one right after a given name as a name too: «كلير دوبوا»."""
    for place in [place for place, one in enumerate(words, 1) if one.name and is_given(one)]:
        if place < len(words) and is_odd(words[place]):
            words[place] = as_name(words[place])
    for place in [place for place, one in enumerate(words[1:]) if is_foreign(one)]:
        if is_coined(words[place]):
            words[place] = as_name(words[place])
    return tuple(words)


@lru_cache(maxsize=1 << 16)
def _word_of(form: Form) -> Word:
    if form.kind == TokenKind.WORD and form.script == "Arabic":
        return word(form.text, form.folded)
    return Word(form.text, (), frozenset())
