"""A document's words in the form in which facts are compared."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from ..model import Document, Lexis, Sentence, Span, Token
from .bydocument import once_a_document

_SHORTEST = 2  # letters that must remain of a word whose proclitic is taken off
_REMEMBERED = 1 << 17  # forms


@dataclass(slots=True, eq=False)  # not frozen: see terms.py
class Word:
    """A word with what may be split off its front.

    ``folded`` is lower case without marks and spelling variants. ``parts`` are the ways to
    read it as proclitic and stem, the whole word first; ``bare`` is the word without its
    definite article, ``stems`` every form that it may be looked up by. ``initial`` marks the
    first word of its sentence.
    """

    token: Token
    folded: str
    parts: tuple[tuple[str, str], ...]
    bare: str
    stems: frozenset[str]
    initial: bool = False

    @property
    def span(self) -> Span:
        return self.token.span


@once_a_document
def read(doc: Document) -> tuple[tuple[Word, ...], ...]:
    """The words of every sentence of ``doc``, in order."""
    lexis = doc.profile.lexis
    return tuple(tuple(_words(sentence, lexis)) for sentence in doc.sentences)


def _words(sentence: Sentence, lexis: Lexis) -> Iterator[Word]:
    for number, token in enumerate(sentence.words):
        yield Word(token, *_split(token.folded, lexis), number == 0)


@lru_cache(maxsize=_REMEMBERED)
def _split(
    unfolded: str, lexis: Lexis
) -> tuple[str, tuple[tuple[str, str], ...], str, frozenset[str]]:
    """What `Word` holds of a form that is folded by its profile alone."""
    word = unfolded.lower().translate(variants(lexis))
    parts = tuple(_parts(word, lexis))
    return word, parts, _bare(parts, lexis), frozenset(stem for _, stem in parts)


@cache
def variants(lexis: Lexis) -> dict[int, str]:
    """The letters that a language folds, for ``str.translate``."""
    return str.maketrans(dict(lexis.variants))


def _parts(word: str, lexis: Lexis) -> Iterator[tuple[str, str]]:
    yield "", word
    for proclitic in filter(None, (lexis.article, *lexis.proclitics)):
        rest = word.removeprefix(proclitic)
        if len(rest) >= _SHORTEST and rest != word:
            yield proclitic, rest


def _bare(parts: tuple[tuple[str, str], ...], lexis: Lexis) -> str:
    """What is left when the article goes, alone or with what stands before it."""
    definite = (stem for clitic, stem in parts if clitic and clitic in lexis.definite)
    return min(definite, key=len, default=parts[0][1])
