"""What tells the happening that an article reports from others of its topic."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from ..facts import Quantity, Word, days, quantities, read, skeleton
from ..model import Document, Lexis

FloatMatrix = NDArray[np.float32]
Terms = NDArray[np.uint32]
"""Content terms by their CRC-32, in ascending order, each once: a word costs four bytes."""

_LEAD_SENTENCES = 3
_LEAD_WORDS = 8  # shorter sentences are headings, bylines and captions
_SHORTEST_WORD = 3
_SHORTEST_NAME = 3  # consonants; with fewer, unlike names agree by chance
_SMALLEST_NUMBER = 3  # smaller ones occur in every text
_SHINGLE = 4  # words
# Two small numbers with a stroke between them, and no date or range of dates.
_SCORE = re.compile(r"(?<![\d./–-])(\d{1,2})[–-](\d{1,2})(?![\d./–-])")


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Marks:
    """What of an article takes room, some kilobytes, and is compared.

    ``mean`` and ``lead`` are unit vectors of the whole text and of its first full sentences.
    ``words``, ``names`` (consonants, comparable across scripts) and ``numbers`` are its content
    terms. ``rates`` are those numbers that are percentages or have decimals (shares of votes,
    magnitudes), ``scores`` its results of matches; neither grows as a toll does. ``shingles``
    are its runs of four words, by which copies are known.
    """

    mean: FloatMatrix
    lead: FloatMatrix
    words: Terms
    names: Terms
    numbers: Terms
    rates: Terms
    scores: Terms
    shingles: Terms


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Traits:
    """One article as linking sees it.

    ``key`` (id and digest of the text) orders articles by content alone. ``day`` is the first
    weekday that its first full sentences name, ``weekdays`` are all of the text. ``recall``
    gives its marks and ``load`` the vectors of its sentences, neither of which need stay in
    memory.
    """

    key: tuple[str, str]
    lang: str
    given: str | None
    published: datetime | None
    day: int | None
    weekdays: frozenset[int]
    recall: Callable[[], Marks]
    load: Callable[[], FloatMatrix]

    @property
    def id(self) -> str:
        return self.key[0]

    @property
    def vectors(self) -> FloatMatrix:
        """A unit row for every sentence."""
        return self.load()

    @property
    def marks(self) -> Marks:
        """What is compared with other articles."""
        return self.recall()

    def kept(self, *, recall: Callable[[], Marks], load: Callable[[], FloatMatrix]) -> Traits:
        """The same with what takes room kept elsewhere."""
        return replace(self, recall=recall, load=load)

    @property
    def terms(self) -> Terms:
        """All content terms."""
        marks = self.marks
        return np.unique(np.concatenate([marks.words, marks.names, marks.numbers]))


def traits(doc: Document, vectors: FloatMatrix) -> Traits:
    """The traits of one article; ``vectors`` has a row for every sentence.

    Raises ValueError if the number of rows is another.
    """
    if len(vectors) != len(doc.sentences):
        raise ValueError(
            f"article {doc.id}: {len(vectors)} vectors for {len(doc.sentences)} sentences; "
            "embed every sentence of the document, headings too"
        )
    sentences = read(doc)
    lead = _lead(doc)
    found = list(_numbers(doc))
    digest = hashlib.sha256(doc.text.encode("utf-8", "surrogatepass")).hexdigest()
    marks = Marks(
        mean=_unit(vectors),
        lead=_unit(vectors[lead]),
        words=_terms(_words(sentences, doc.profile.lexis)),
        names=_terms(_names(sentences, doc.profile.lexis)),
        numbers=_terms(map(_number, _telling(found))),
        rates=_terms(f"{value:g}" for quantity, value in found if _is_rate(quantity, value)),
        scores=_terms(_scores(doc.text)),
        shingles=_terms(_shingles(sentences)),
    )
    return Traits(
        key=(doc.id, digest),
        lang=doc.lang,
        given=doc.article.event,
        published=_utc(doc.article.published),
        day=_first_weekday(doc, sentences, lead),
        weekdays=_weekdays(doc, sentences),
        recall=lambda: marks,
        load=lambda: vectors,
    )


def overlap(one: Terms, other: Terms) -> Terms:
    """The terms of both."""
    return np.intersect1d(one, other, assume_unique=True)


def _terms(words: Iterable[str]) -> Terms:
    return np.unique(
        np.fromiter(
            (crc32(word.encode("utf-8", "surrogatepass")) for word in words), dtype=np.uint32
        )
    )


def _utc(moment: datetime | None) -> datetime | None:
    """Times without a zone are taken as UTC, so that all can be compared."""
    if moment is None:
        return None
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def _unit(vectors: FloatMatrix) -> FloatMatrix:
    total = vectors.sum(axis=0, dtype=np.float32)
    norm = float(np.linalg.norm(total))
    unit: FloatMatrix = total / norm if norm > 0 else total
    return unit


def _lead(doc: Document) -> list[int]:
    full = [i for i, sentence in enumerate(doc.sentences) if len(sentence.words) >= _LEAD_WORDS]
    return full[:_LEAD_SENTENCES] or list(range(min(_LEAD_SENTENCES, len(doc.sentences))))


def _words(sentences: Sequence[Sequence[Word]], lexis: Lexis) -> frozenset[str]:
    """Words without their article; those of a closed class tell nothing."""
    return frozenset(
        word.bare
        for sentence in sentences
        for word in sentence
        if len(word.bare) >= _SHORTEST_WORD and word.folded not in lexis.functions
    )


def _names(sentences: Sequence[Sequence[Word]], lexis: Lexis) -> frozenset[str]:
    """Skeletons of the words that may be names, marked so that no word is met by them."""
    marks = (
        skeleton(word.bare)
        for sentence in sentences
        for word in sentence
        if word.folded not in lexis.functions and _may_be_name(word, lexis)
    )
    return frozenset(f"§{mark}" for mark in marks if len(mark) >= _SHORTEST_NAME)


def _shingles(sentences: Sequence[Sequence[Word]]) -> frozenset[str]:
    words = [word.folded for sentence in sentences for word in sentence]
    return frozenset(" ".join(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1))


def _may_be_name(word: Word, lexis: Lexis) -> bool:
    return not lexis.capitals or (not word.initial and word.token.text[:1].isupper())


def _numbers(doc: Document) -> Iterator[tuple[Quantity, float]]:
    """Every quantity with each number that it may mean."""
    for stated in quantities(doc):
        for quantity in stated:
            for value in quantity.values:
                yield quantity, value


def _telling(found: Iterable[tuple[Quantity, float]]) -> Iterator[tuple[Quantity, float]]:
    for quantity, value in found:
        if value >= _SMALLEST_NUMBER or _is_rate(quantity, value):
            yield quantity, value


def _number(found: tuple[Quantity, float]) -> str:
    quantity, value = found
    return f"#{value:g}{'%' if quantity.kind == 'percent' else ''}"


def _is_rate(quantity: Quantity, value: float) -> bool:
    """Whether a number is a percentage or a decimal; "half" occurs in every text."""
    return quantity.kind == "percent" or not (quantity.worded or value.is_integer())


def _scores(text: str) -> Iterator[str]:
    """Results of matches, the larger number first: scripts and teams order them either way."""
    for match in _SCORE.finditer(text):
        low, high = sorted(map(int, match.groups()))
        yield f"{high}-{low}"


def _weekdays(doc: Document, sentences: Sequence[Sequence[Word]]) -> frozenset[int]:
    lexis = doc.profile.lexis
    named = (day.weekday for words in sentences for day in days(words, (), lexis))
    return frozenset(weekday for weekday in named if weekday is not None)


def _first_weekday(
    doc: Document, sentences: Sequence[Sequence[Word]], lead: Sequence[int]
) -> int | None:
    for index in range(max(lead, default=-1) + 1):
        for day in days(sentences[index], (), doc.profile.lexis):
            if day.weekday is not None:
                return day.weekday
    return None
