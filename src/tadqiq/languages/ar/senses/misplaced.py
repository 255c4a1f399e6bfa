"""Things far from where they belong: a beak in a parliament, a bathrobe in a court of law.

A thing that good news prose names only in certain fields, and that stands where nothing near
is of these, is a wrong rendering. It needs no neighbour that an entry foresaw.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from functools import lru_cache

from ....model import Sentence, record
from .entries import Entry
from .match import blocked
from .row import Row
from .settings import Home, settings
from .shape import is_form
from .source import Confusion
from .terms import key, stems

_BESIDE = 1  # sentences before and after that tell of a word's surroundings
_TOPICAL = 3  # words of other fields that show what the passage is about
_ACCOUNTED = 3  # words of its home, anywhere in the article, that account for a thing
_SPEAKING = 2  # words that speak for the other sense: one is met by chance
_ON_DOMAIN = 2  # words of the entry's domain that speak for the other sense
_SUPPORTED, _ON_TOPIC = 0.78, 0.72
_TITLE = 4  # words of a quoted title
_OPENING, _CLOSING = frozenset('«"“‘'), frozenset('»"”’')

_Topic = tuple[int, int, int, str]  # number of sentence, place, fields, term


@record
class Misplaced:
    """The word at ``index`` of ``sentence`` is out of place, as ``confusion`` explains it."""

    sentence: Sentence
    index: int
    confusion: Confusion
    confidence: float


def misplaced(rows: Sequence[tuple[Sentence, Row]]) -> Iterator[Misplaced]:
    """Every thing of an article that is far from home, one explanation each, the likeliest."""
    article = _Article(rows)
    for number, (sentence, row) in enumerate(rows):
        for at, entry in row.risky:
            cases = [
                (confidence, -rank, confusion)
                for rank, confusion in enumerate(_homed(entry))
                if (confidence := article.weigh(number, at, confusion))
            ]
            if cases and not _in_title(sentence, row.places[at]):
                confidence, _, confusion = max(cases, key=lambda case: case[:2])
                yield Misplaced(sentence, row.places[at], confusion, confidence)


@lru_cache(maxsize=1 << 16)
def _homed(entry: Entry) -> tuple[Confusion, ...]:
    """The confusions of which the rendering has a home, if the word can hardly be another."""
    known, word = settings(), entry.word
    if key(word) in known.homonyms:
        return ()
    return tuple(
        [one for one in entry.possible if known.home(one) and is_form(word, one.rendering)]
    )


class _Article:
    """What the sentences of one article are about."""

    def __init__(self, rows: Sequence[tuple[Sentence, Row]]) -> None:
        self._rows = [row for _, row in rows]
        self._topics: dict[int, list[_Topic]] = {}
        self._all: dict[int, int] = {}

    def weigh(self, number: int, at: int, confusion: Confusion) -> float:
        """How sure it is that the rendering is out of place here, 0 if it may be at home."""
        known, row = settings(), self._rows[number]
        home = known.home(confusion)
        if home is None or not self._may_be_far(number, at, home):
            return 0.0
        others = [
            topic
            for near in self._beside(number)
            for topic in self._of(near)
            if topic[:2] != (number, at)
        ]
        hard = {term for *_, fields, term in others if fields & ~known.soft}
        if len(hard) < _TOPICAL or self._at_home(number, others, confusion, home):
            return 0.0
        if blocked(row, row.around(at), confusion):
            return 0.0
        return self._sure(number, at, confusion)

    def _may_be_far(self, number: int, at: int, home: Home) -> bool:
        """Whether the fields that are near at all leave it open: what most cases end at."""
        here = 0
        for near in self._beside(number):
            here |= self._fields(near)
        accounting = here & home.fields
        own = settings().topic(self._rows[number].words[at])[0]
        return not accounting or bool(accounting & own)

    def _fields(self, number: int) -> int:
        """The fields of all words of a sentence."""
        known = self._all.get(number)
        if known is None:
            known = 0
            for _, _, fields, _ in self._of(number):
                known |= fields
            self._all[number] = known
        return known

    def _of(self, number: int) -> list[_Topic]:
        """The topical words of a sentence."""
        known = self._topics.get(number)
        if known is None:
            topic = settings().topic
            known = self._topics[number] = [
                (number, at, *found)
                for at, word in enumerate(self._rows[number].words)
                if (found := topic(word))[0]
            ]
        return known

    def _sure(self, number: int, at: int, confusion: Confusion) -> float:
        """How sure it is of a rare thing that is far from home."""
        speaking, on_domain = self._support(number, at, confusion)
        if speaking >= _SPEAKING:
            return _SUPPORTED
        return _ON_TOPIC if not speaking and on_domain >= _ON_DOMAIN else 0.0

    def _beside(self, number: int) -> range:
        """The numbers of the sentence and of its neighbours."""
        return range(max(0, number - _BESIDE), min(len(self._rows), number + _BESIDE + 1))

    def _at_home(
        self, number: int, others: Sequence[_Topic], confusion: Confusion, home: Home
    ) -> bool:
        """Whether something near, or enough in the whole article, accounts for the rendering."""
        if any(self._accounts(topic, confusion, home) for topic in others):
            return True
        if any(not home.words.isdisjoint(self._rows[near].cues) for near in self._beside(number)):
            return True
        far = (topic for one in range(len(self._rows)) for topic in self._of(one))
        terms = {topic[3] for topic in far if self._accounts(topic, confusion, home)}
        return len(terms) >= _ACCOUNTED

    def _accounts(self, topic: _Topic, confusion: Confusion, home: Home) -> bool:
        """Whether a topical word is of the home; the rendering elsewhere accounts for nothing."""
        number, at, fields, _ = topic
        return bool(fields & home.fields) and stems(self._rows[number].words[at]).isdisjoint(
            confusion.rendering.keys
        )

    def _support(self, number: int, at: int, confusion: Confusion) -> tuple[int, int]:
        """How many words near speak for the other sense, and how many more for its domain."""
        known = settings()
        right, domain = known.right(confusion), known.domain(confusion)
        hints: Set[str] = confusion.hints - known.common
        speaking, on_domain = set(), set()
        for near in self._beside(number):
            for there, word in enumerate(self._rows[near].words):
                if (near, there) == (number, at) or key(word) in known.common:
                    continue
                if not stems(word).isdisjoint(confusion.rendering.keys):
                    continue
                fields = known.topic(word)[0]
                if fields & right or not stems(word).isdisjoint(hints):
                    speaking.add(word)
                elif fields & domain:
                    on_domain.add(word)
        return len(speaking), len(on_domain)


def _in_title(sentence: Sentence, index: int) -> bool:
    """Whether the word stands in a few quoted words, which may be a title or a name."""
    texts = [token.text for token in sentence.tokens]
    before, after = texts[max(0, index - _TITLE) : index], texts[index + 1 : index + 1 + _TITLE]
    return not _OPENING.isdisjoint(before) and not _CLOSING.isdisjoint(after)
