"""Renderings that may stand for another sense, by what little speaks for it: for a second reader.

Nothing here is enough to tell a wrong sense. The weights are those of a logistic regression of
860 wrong renderings against all renderings in 18,500 words of good news, rounded: the logarithm
of the odds that a rendering is wrong, up to a constant.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache, reduce
from operator import or_

from ....model import Sentence, Token, record
from ..morphology import readings
from ..morphology.frequency import use
from .lexicon import lexicon
from .match import candidate
from .row import Row
from .settings import settings
from .shape import is_form
from .source import Confusion
from .terms import Rendering, key, stems

_LEAST = 0.3  # some 20 of 1,000 words of good news weigh more
_CHOICES = 3  # corrections of a confusion that are weighed
_BESIDE = 1  # sentences before and after whose fields tell
_ENOUGH = 3  # words of a kind: more say no more
_HINT, _FIELD, _OWN_FIELD, _BLOCKED = 1.7, 0.65, -1.0, -1.2
_SAME_LEMMA, _HOME = 1.4, 1.5
_PHRASE, _NAME, _ADJECTIVE, _SECOND = -4.5, -3.3, -1.1, -0.55
_COMMONER = 0.35  # per nat by which news has the correction oftener
_COMMON, _VERY_COMMON = (8.0, 3.0, -0.15), (11.0, 99.0, -0.55)  # from, at most, per nat
_CONSTANT = -1.0
_BALANCE = 4.0  # nats
_VOWELS = re.compile("[\u064e-\u0652]")

_Rows = Sequence[tuple[Sentence, Row]]


@record
class Doubt:
    """The word at ``index`` of ``sentence`` may be ``confusion``, and mean one of ``fixes``.

    ``weight``: how much speaks for it; below 0 only for the article's sake.
    """

    sentence: Sentence
    index: int
    confusion: Confusion
    fixes: tuple[Rendering, ...]
    weight: float


def doubts(sentences: Sequence[Sentence], *, prior: float = 0.0) -> Iterator[Doubt]:
    """The renderings of an article that a second reader should look at, in order of place.

    ``prior``: what the article itself says for wrong senses: so much less need speak for one.
    """
    known = lexicon()
    rows = [
        (sentence, Row([token.folded for token in sentence.tokens], known))
        for sentence in sentences
    ]
    article = _Article(rows, prior)
    for number, (sentence, row) in enumerate(rows):
        for at, entry in row.risky:
            token = sentence.tokens[row.places[at]]
            if _VOWELS.search(token.text):  # what says how it is read was written with care
                continue
            for bit, confusion in entry.risks:
                one = article.doubt(number, at, token, confusion, bit)
                if one is not None:
                    yield one


class _Article:
    """The sentences of one article and what their words tell."""

    def __init__(self, rows: _Rows, prior: float) -> None:
        self._rows = rows
        self._prior = prior
        self._told: dict[int, list[tuple[int, str, int]]] = {}
        self._blocked = reduce(or_, [entry.blocker for _, row in rows for entry in row.said], 0)

    def doubt(
        self, number: int, at: int, token: Token, confusion: Confusion, bit: int
    ) -> Doubt | None:
        """The doubt about the word ``at`` a sentence, if enough speaks for one."""
        fixes = _weighed(confusion)
        least = _LEAST - fixes[0][0] if fixes else math.inf
        least -= self._prior
        if least > _ENOUGH * (_HINT + _FIELD) or not is_form(token.folded, confusion.rendering):
            return None
        sentence, row = self._rows[number]
        case = candidate(row, at, confusion, bit)
        if case is None:
            return None
        weight = _BLOCKED if self._blocked & bit else 0.0
        weight += 0.0 if _is_of(token.text, confusion.rendering) else -_SAME_LEMMA
        hints = {row.words[place] for place in row.hinting(row.around(at), bit)}
        weight += _HINT * min(len(hints), _ENOUGH)
        if weight + _FIELD * _ENOUGH <= least:
            return None
        weight += self._by_fields(number, at, confusion)
        likely = tuple(fix for own, fix in fixes if weight + own > _LEAST - self._prior)
        if not likely:
            return None
        return Doubt(sentence, case.index, confusion, likely, weight + fixes[0][0])

    def _by_fields(self, number: int, at: int, confusion: Confusion) -> float:
        """What the fields of the words near say for the other sense, less for the rendering."""
        known = settings()
        right = known.right(confusion)
        own = known.topic(self._rows[number][1].words[at])[0]
        if not right and not own:
            return 0.0
        speaking = accounting = 0
        for near in range(max(0, number - _BESIDE), min(len(self._rows), number + _BESIDE + 1)):
            for there, word, fields in self._topical(near):
                if not fields & (right | own) or (near == number and there == at):
                    continue
                if stems(word).isdisjoint(confusion.rendering.keys):
                    speaking += bool(fields & right)
                    accounting += bool(fields & own)
        return _FIELD * min(speaking, _ENOUGH) + _OWN_FIELD * min(accounting, _ENOUGH)

    def _topical(self, number: int) -> list[tuple[int, str, int]]:
        """The words of a sentence that are of some field: place, word, fields."""
        if number not in self._told:
            known = settings()
            self._told[number] = [
                (place, word, fields)
                for place, word in enumerate(self._rows[number][1].words)
                if (fields := known.topic(word)[0]) and key(word) not in known.common
            ]
        return self._told[number]


@lru_cache(maxsize=1 << 14)
def _weighed(confusion: Confusion) -> tuple[tuple[float, Rendering], ...]:
    """The corrections with what speaks for each wherever the rendering stands, best first."""
    rendering = confusion.rendering
    common = _common(rendering)
    base = _CONSTANT + _SAME_LEMMA + (_ADJECTIVE if rendering.tag == "a" else 0.0)
    base += _HOME if settings().home(confusion) is not None else 0.0
    for start, most, per in (_COMMON, _VERY_COMMON):
        base += per * min(max(0.0, common - start), most)
    found = []
    for rank, fix in enumerate(confusion.fixes[:_CHOICES]):
        more = _common(fix) - common
        own = base + _COMMONER * max(-_BALANCE, min(_BALANCE, more))
        own += _SECOND if rank else 0.0
        own += _PHRASE if fix.tag == "p" or " " in fix.lemma else 0.0
        own += _NAME if fix.tag == "n" else 0.0
        found.append((own, fix))
    return tuple(sorted(found, key=lambda pair: -pair[0]))


def _common(rendering: Rendering) -> float:
    """How often news has the word: the logarithm of its uses, 8 where they are not counted."""
    first = rendering.lemma.split()[0]
    return math.log1p(use([first], verb=rendering.tag == "v")) or _COMMON[0]


def _is_of(word: str, rendering: Rendering) -> bool:
    """Whether a dictionary reads the word as the rendering."""
    wanted = rendering.keys[0]
    return any(key(hit.lemma) == wanted for hit in readings(word))
