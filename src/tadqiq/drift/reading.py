"""An article as it is compared: its sentences with vectors, words, terms and quantities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, lru_cache, wraps
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from ..facts import Quantity, Term, Word, quantities, read, terms
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
    def spread(self) -> Mapping[str, int]:
        """In how many sentences a key of a content word is."""
        return Counter(
            key
            for terms in self.terms
            for key in frozenset().union(*(term.keys for term in terms if term.content))
        )

    @cached_property
    def lemmas(self) -> frozenset[str]:
        """The lemmas of all words of the text."""
        return frozenset().union(*(term.lemmas for terms in self.terms for term in terms))

    @cached_property
    def keys(self) -> frozenset[str]:
        """All by which any word of the text is matched."""
        return frozenset().union(*(term.keys for terms in self.terms for term in terms))


@dataclass(frozen=True, eq=False)
class Noted:
    """What comparisons found out about a document, whatever it stands beside: ``found`` about
    its sentences, ``themes`` what its words are said about."""

    found: dict[tuple[str, int], Any] = field(default_factory=dict, repr=False)
    themes: dict[tuple[int, int, int], Any] = field(default_factory=dict, repr=False)


@dataclass(frozen=True, eq=False)
class Told:
    """What a document states, beside the others of its event: ``rarity`` is what words weigh
    there. ``found`` keeps what comparisons found out about the document in this event,
    ``event`` what they found out about the event, which all its documents share."""

    stated: Stated
    noted: Noted
    rarity: Rarity
    event: dict[str, Any] = field(repr=False)
    found: dict[tuple[str, int], Any] = field(default_factory=dict, repr=False)


_kept: WeakKeyDictionary[Document, Stated] = WeakKeyDictionary()


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
    def words(self) -> tuple[tuple[Word, ...], ...]:
        """The words of every sentence."""
        return self.told.stated.words

    @cached_property
    def terms(self) -> tuple[tuple[Term, ...], ...]:
        """The terms of every sentence, one for every word."""
        return self.told.stated.terms

    @cached_property
    def rarity(self) -> Rarity:
        """What words weigh in the event."""
        return self.told.rarity

    @cached_property
    def foreign(self) -> float:
        """The share of words in another script, outside brackets: raw machine output leaves
        names and words as they were, people hardly do."""
        script = self.doc.profile.script
        words = [word.token for sentence in self.words for word in sentence]
        strange = sum(bool(t.script) and t.script != script and not t.bracketed for t in words)
        return strange / len(words) if words else 0.0

    @cached_property
    def standard(self) -> bool:
        """Whether the text is in the written language: outside quotations it has fewer than two
        words that are surely spoken."""
        spoken = self.lexis.vocabulary().spoken
        tokens = (word.token for sentence in self.words for word in sentence)
        return sum(spoken(token.folded) for token in tokens if not token.quoted) < _SPOKEN

    @property
    def quantities(self) -> tuple[tuple[Quantity, ...], ...]:
        """The quantities of every sentence."""
        return self.told.stated.quantities

    @cached_property
    def clauses(self) -> tuple[tuple[int, ...], ...]:
        """The number of its clause for every word of every sentence."""
        return self.told.stated.clauses

    def text(self, span: Span) -> str:
        """The words at ``span``."""
        return span.of(self.doc.text)

    def adjacent(self, one: Word, other: Word) -> bool:
        """Whether only blanks and quotation marks stand between two words in order."""
        between = self.doc.text[one.span.end : other.span.start]
        return not between.strip("\u00a0 \"'“”«»‘’")


def kept(function: Callable[[Reading, int], _Found]) -> Callable[[Reading, int], _Found]:
    """What is found out about a sentence, whatever its text stands beside, found out once."""
    return _once(function, lambda reading: reading.told.noted.found)


def kept_in_event(function: Callable[[Reading, int], _Found]) -> Callable[[Reading, int], _Found]:
    """What is found out about a sentence beside the other texts of its event, found out once."""
    return _once(function, lambda reading: reading.told.found)


def _once(
    function: Callable[[Reading, int], _Found],
    place: Callable[[Reading], dict[tuple[str, int], Any]],
) -> Callable[[Reading, int], _Found]:
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def once(reading: Reading, sentence: int) -> _Found:
        found, key = place(reading), (name, sentence)
        if key not in found:
            found[key] = function(reading, sentence)
        result: _Found = found[key]
        return result

    return once


def of_one_event(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The same readings, each of which knows that it is of this event. What is found out about
    an event is kept for the next of its articles."""
    documents = tuple(sorted((reading.doc for reading in readings), key=lambda doc: doc.id))
    told = dict(zip(documents, _told_in_event(documents), strict=True))
    return tuple(replace(reading, beside=told[reading.doc]) for reading in readings)


@lru_cache(maxsize=_EVENTS)
def _told_in_event(documents: tuple[Document, ...]) -> tuple[Told, ...]:
    stated = [_stated_once(doc) for doc in documents]
    rarity = Rarity(one.spread for one in stated)
    event: dict[str, Any] = {}
    return tuple(
        Told(one, _noted(doc), rarity, event) for doc, one in zip(documents, stated, strict=True)
    )


@lru_cache(maxsize=_DOCUMENTS)
def _noted(doc: Document) -> Noted:
    """Where it is kept what is found out about a document."""
    return Noted()


def _stated_once(doc: Document) -> Stated:
    """What a document states, kept as long as the document lives."""
    found = _kept.get(doc)
    if found is None:
        found = _kept[doc] = _stated(doc)
    return found


def _stated(doc: Document) -> Stated:
    words = read(doc)
    return Stated(
        words,
        tuple(terms(sentence, doc.profile.lexis) for sentence in words),
        tuple(quantities(doc, s, w) for s, w in zip(doc.sentences, words, strict=True)),
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
