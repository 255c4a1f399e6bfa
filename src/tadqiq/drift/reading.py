"""An article as it is compared: its sentences with vectors, words, terms and quantities."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property, wraps
from typing import Any, TypeVar
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from ..facts import Quantity, Term, Word, quantities, read, terms
from ..model import Document, Lexis, Span

_Found = TypeVar("_Found")
FloatMatrix = NDArray[np.float32]

_RARE = 6  # sentences of an event in which a word may be and weigh fully
_BREAKS = frozenset("،؛;:!?؟…—–")  # what parts clauses, apart from the comma between figures


@dataclass(frozen=True)
class Stated:
    """What a document states, sentence by sentence; read once, however often it is compared."""

    words: tuple[tuple[Word, ...], ...]
    terms: tuple[tuple[Term, ...], ...]
    quantities: tuple[tuple[Quantity, ...], ...]
    clauses: tuple[tuple[int, ...], ...]


_kept: WeakKeyDictionary[Document, Stated] = WeakKeyDictionary()


@dataclass(frozen=True, eq=False)
class Reading:
    """A document with a unit vector for every sentence; ``frequent`` counts the sentences of
    the event that have a word, where they are many. ``found`` keeps what comparisons found out.

    Raises ValueError if there are more or fewer vectors than sentences.
    """

    doc: Document
    vectors: FloatMatrix
    frequent: Mapping[str, int] = field(default_factory=dict)
    found: dict[tuple[str, int], Any] = field(default_factory=dict, repr=False)

    def __post_init__(self) -> None:
        if len(self.vectors) != len(self.doc.sentences):
            raise ValueError(
                f"article {self.doc.id}: {len(self.vectors)} vectors for "
                f"{len(self.doc.sentences)} sentences; embed every sentence, headings too"
            )

    @property
    def lexis(self) -> Lexis:
        return self.doc.profile.lexis

    @cached_property
    def stated(self) -> Stated:
        """What the document states, kept as long as the document lives."""
        found = _kept.get(self.doc)
        if found is None:
            found = _kept[self.doc] = _stated(self.doc)
        return found

    @property
    def words(self) -> tuple[tuple[Word, ...], ...]:
        """The words of every sentence."""
        return self.stated.words

    @cached_property
    def terms(self) -> tuple[tuple[Term, ...], ...]:
        """The terms of every sentence, one for every word, weighed."""
        return tuple(tuple(map(self._weighed, terms)) for terms in self.stated.terms)

    def _weighed(self, term: Term) -> Term:
        frequency = max((self.frequent.get(key, 0) for key in term.keys), default=0)
        return replace(term, weight=_RARE / frequency) if frequency > _RARE else term

    @property
    def quantities(self) -> tuple[tuple[Quantity, ...], ...]:
        """The quantities of every sentence."""
        return self.stated.quantities

    @property
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
    """What is found out about a sentence of a reading, found out once."""
    name = f"{function.__module__}.{function.__qualname__}"

    @wraps(function)
    def once(reading: Reading, sentence: int) -> _Found:
        key = name, sentence
        if key not in reading.found:
            reading.found[key] = function(reading, sentence)
        result: _Found = reading.found[key]
        return result

    return once


def of_one_event(readings: Sequence[Reading]) -> tuple[Reading, ...]:
    """The same readings, in which words that are in many sentences of the event weigh less.

    Those that are everywhere, such as the names of the two leaders, do not show that two
    statements are of the same matter.
    """
    count = Counter(
        key
        for reading in readings
        for terms in reading.stated.terms
        for key in {key for term in terms if term.content for key in term.keys}
    )
    frequent = {key: number for key, number in count.items() if number > _RARE}
    return tuple(replace(reading, frequent=frequent) for reading in readings)


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
