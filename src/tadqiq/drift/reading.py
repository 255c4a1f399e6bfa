"""An article as it is compared: its sentences with vectors, words, terms and quantities."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache, wraps
from itertools import chain
from operator import attrgetter
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from ..facts import Quantity, Term, Word, of_form, once_a_document, quantities, read, terms
from ..model import Document, Lexis, Span
from .rarity import Rarity

_Found = TypeVar("_Found")
FloatMatrix = NDArray[np.float32]

_SPOKEN = 2  # words by which a text is told to be in the spoken language
_EVENTS = 4  # events that are kept in mind at a time
_DOCUMENTS = 64  # documents of which it is kept what comparisons found out about them
_BREAKS = frozenset("،؛;:!?؟…—–")  # what parts clauses, apart from the comma between figures


@dataclass(frozen=True)
class Stated:
    """What a document states, sentence by sentence; read once, however often it is compared."""

    words: tuple[tuple[Word, ...], ...]
    terms: tuple[tuple[Term, ...], ...]
    quantities: tuple[tuple[Quantity, ...], ...]
    clauses: tuple[tuple[int, ...], ...]

    @cached_property
    def content(self) -> tuple[frozenset[str], ...]:
        """By what the content words of every sentence are matched."""
        return tuple(
            frozenset().union(*[term.keys for term in terms if term.content])
            for terms in self.terms
        )

    @cached_property
    def spread(self) -> Mapping[str, int]:
        """In how many sentences a key of a content word is."""
        return Counter(chain.from_iterable(self.content))

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """The lemmas of all words of the text."""
        return frozenset().union(*[term.lemmas for terms in self.terms for term in terms])

    @cached_property
    def keys(self) -> frozenset[str]:
        """All by which any word of the text is matched."""
        return frozenset().union(*[term.keys for terms in self.terms for term in terms])


_Kept = defaultdict[object, dict[int, Any]]
"""By what was asked, the answers by sentence."""


def _nothing_yet() -> _Kept:
    return defaultdict(dict)


@dataclass(frozen=True, eq=False)
class Noted:
    """What comparisons found out about a document, whatever it stands beside: ``found`` about
    its sentences, ``themes`` what its words are said about."""

    stated: Stated
    found: _Kept = field(default_factory=_nothing_yet, repr=False)
    themes: dict[tuple[int, int, int], Any] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, eq=False)
class Compared:
    """Documents of one event, what words weigh among them, and what comparisons found out
    about all of them together."""

    texts: tuple[Noted, ...]
    rarity: Rarity
    found: dict[str, Any] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, eq=False)
class Told:
    """What a document states, beside the others of its event; ``found`` keeps what comparisons
    found out about it there."""

    noted: Noted
    compared: Compared
    found: _Kept = field(default_factory=_nothing_yet, repr=False)


@dataclass(frozen=True, eq=False)
class Reading:
    """A document with a unit vector for every sentence, read beside the others of its event,
    or for itself.

    Raises ValueError if there are more or fewer vectors than sentences.
    """

    doc: Document
    vectors: FloatMatrix
    beside: Told | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        if len(self.vectors) != len(self.doc.sentences):
            raise ValueError(
                f"article {self.doc.id}: {len(self.vectors)} vectors for "
                f"{len(self.doc.sentences)} sentences; embed every sentence, headings too"
            )

    @cached_property
    def lexis(self) -> Lexis:
        return self.doc.profile.lexis

    @cached_property
    def told(self) -> Told:
        """What the document states in its event."""
        return self.beside or _told_in_event((self.doc,))[0]

    @cached_property
    def stated(self) -> Stated:
        """What the document states."""
        return self.told.noted.stated

    @cached_property
    def words(self) -> tuple[tuple[Word, ...], ...]:
        """The words of every sentence."""
        return self.stated.words

    @cached_property
    def terms(self) -> tuple[tuple[Term, ...], ...]:
        """The terms of every sentence, one for every word."""
        return self.stated.terms

    @cached_property
    def rarity(self) -> Rarity:
        """What words weigh in the event."""
        return self.told.compared.rarity

    @property
    def foreign(self) -> float:
        """The share of words in another script, outside brackets: raw machine output leaves
        names and words as they were, people hardly do."""
        return _foreign(self, 0)

    @property
    def standard(self) -> bool:
        """Whether the text is in the written language: outside quotations it has fewer than two
        words that are surely spoken."""
        return _standard(self, 0)

    @cached_property
    def quantities(self) -> tuple[tuple[Quantity, ...], ...]:
        """The quantities of every sentence."""
        return self.stated.quantities

    @cached_property
    def clauses(self) -> tuple[tuple[int, ...], ...]:
        """The number of its clause for every word of every sentence."""
        return self.stated.clauses

    def text(self, span: Span) -> str:
        """The words at ``span``."""
        return span.of(self.doc.text)

    def adjacent(self, one: Word, other: Word) -> bool:
        """Whether only blanks and quotation marks stand between two words in order."""
        between = self.doc.text[one.span.end : other.span.start]
        return not between.strip("\u00a0 \"'“”«»‘’")


def kept(function: Callable[[Reading, int], _Found]) -> Callable[[Reading, int], _Found]:
    """What is found out about a sentence, whatever its text stands beside, found out once."""
    return _once(function, attrgetter("told.noted.found"))


def kept_in_event(function: Callable[[Reading, int], _Found]) -> Callable[[Reading, int], _Found]:
    """What is found out about a sentence beside the other texts of its event, found out once."""
    return _once(function, attrgetter("told.found"))


def _once(
    function: Callable[[Reading, int], _Found],
    place: Callable[[Reading], _Kept],
) -> Callable[[Reading, int], _Found]:
    @wraps(function)
    def once(reading: Reading, sentence: int) -> _Found:
        kept = place(reading)[function]
        try:
            found: _Found = kept[sentence]
        except KeyError:
            found = kept[sentence] = function(reading, sentence)
        return found

    return once


@kept
def _foreign(reading: Reading, _: int) -> float:
    script = reading.doc.profile.script
    words = [word.token for sentence in reading.words for word in sentence]
    strange = sum(bool(t.script) and t.script != script and not t.bracketed for t in words)
    return strange / len(words) if words else 0.0


@kept
def _standard(reading: Reading, _: int) -> bool:
    said = (term for terms in reading.terms for term in terms if not term.word.token.quoted)
    return sum(_spoken(term, reading.lexis) for term in said) < _SPOKEN


@of_form
def _spoken(term: Term, lexis: Lexis) -> bool:
    return lexis.vocabulary().spoken(term.word.token.folded)


def of_one_event(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The same readings, each of which knows that it is of this event. What is found out about
    an event is kept for the next of its articles."""
    documents = tuple(sorted((reading.doc for reading in readings), key=lambda doc: doc.id))
    told = dict(zip(documents, _told_in_event(documents), strict=True))
    return tuple(replace(reading, beside=told[reading.doc]) for reading in readings)


@lru_cache(maxsize=_EVENTS)
def _told_in_event(documents: tuple[Document, ...]) -> tuple[Told, ...]:
    texts = tuple(_noted(doc) for doc in documents)
    compared = Compared(texts, Rarity(one.stated.spread for one in texts))
    return tuple(Told(one, compared) for one in texts)


@lru_cache(maxsize=_DOCUMENTS)
def _noted(doc: Document) -> Noted:
    """Where it is kept what is found out about a document."""
    return Noted(_stated(doc))


@once_a_document
def _stated(doc: Document) -> Stated:
    """What a document states, kept as long as the document lives."""
    words = read(doc)
    return Stated(
        words,
        tuple(terms(sentence, doc.profile.lexis) for sentence in words),
        quantities(doc),
        tuple(_clauses(doc, sentence) for sentence in words),
    )


def _clauses(doc: Document, words: tuple[Word, ...]) -> tuple[int, ...]:
    numbers, clause = [], 0
    for place, word in enumerate(words):
        if place:
            between = doc.text[words[place - 1].span.end : word.span.start]
            clause += bool(_BREAKS.intersection(between)) or between.strip() == ","
        numbers.append(clause)
    return tuple(numbers)
