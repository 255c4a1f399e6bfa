"""How likely two articles report the same happening."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .rarity import Rarity
from .traits import FloatMatrix, Terms, Traits

_DAY = 86_400.0  # seconds
_CHANCE = 0.15  # how far above the mean the best of unlike sentences is
_STANDING_OUT = 0.3  # and how much further one is that surely matches


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Log-odds of "same happening" for each kind of evidence.

    Where there are two values, they are the weight and the value at which the evidence tips
    over. ``topic`` compares whole texts, in one language and ``across`` two; ``lead`` is how
    far the openings are nearer to each other than the texts are: news states the happening
    first. ``facts`` is the share of sentences that match mutually, ``words`` and ``names`` the
    shared part of the rarer article's information, in one language and across two.
    ``numbers`` is for each shared number up to ``most_numbers``, ``no_number`` for articles
    that both state numbers and share none. ``days_apart`` is for each day of publication
    beyond ``near`` days, ``weekday`` for leads that name different weekdays.

    Rounded from a logistic regression on the seed articles, twenty short texts on confusable
    happenings, and NTREX-128 and WMT25 documents in four languages; the weekday's weight is
    lowered, since reports of the day after differ in it.
    """

    bias: float = 0.3
    topic: tuple[float, float] = (6.0, 0.75)
    across: tuple[float, float] = (2.0, 0.5)
    lead: tuple[float, float] = (6.0, -0.2)
    facts: tuple[float, float] = (8.0, 0.3)
    words: tuple[float, float] = (5.0, 0.22)
    names: tuple[float, float] = (3.0, 0.2)
    numbers: float = 0.9
    most_numbers: int = 3
    no_number: float = -0.5
    days_apart: float = -0.7
    near: float = 1.5
    weekday: float = -2.0


class Likeness:
    """Scores pairs of articles; above 0 they rather report the same happening."""

    def __init__(self, rarity: Rarity, weights: Weights | None = None) -> None:
        self._rarity = rarity
        self._weights = weights or Weights()
        self._mass: dict[tuple[tuple[str, str], bool], float] = {}

    def __call__(self, one: Traits, other: Traits) -> float:
        """Log-odds that both report the same happening; the same either way round."""
        return sum(self.grounds(one, other).values())

    def grounds(self, one: Traits, other: Traits) -> dict[str, float]:
        """The log-odds by kind of evidence: what speaks for one happening, and what against."""
        if other.key < one.key:
            one, other = other, one
        weights = self._weights
        mine, theirs = one.marks, other.marks
        topic = float(mine.mean @ theirs.mean)
        opening = float(mine.lead @ theirs.lead) - topic
        body = 1.0 - (one.lead_share + other.lead_share) / 2
        same = one.lang == other.lang
        return {
            "bias": weights.bias,
            "lead": body * _beyond(weights.lead, opening),
            "topic": _beyond(weights.topic if same else weights.across, topic),
            "facts": _beyond(weights.facts, shared_facts(one.vectors, other.vectors)),
            "words" if same else "names": self._vocabulary(one, other, same),
            "numbers": self._numbers(one, other),
            "published": self._published(one, other),
            "weekday": self._weekday(one, other),
        }

    def _numbers(self, one: Traits, other: Traits) -> float:
        mine, theirs = one.marks.numbers, other.marks.numbers
        shared = len(_shared(mine, theirs))
        if shared or not len(mine) or not len(theirs):
            return self._weights.numbers * min(self._weights.most_numbers, shared)
        return self._weights.no_number

    def _vocabulary(self, one: Traits, other: Traits, same: bool) -> float:
        mine, theirs = _vocabulary(one, same), _vocabulary(other, same)
        least = min(self._total(one, same), self._total(other, same))
        share = self._rarity.mass(_shared(mine, theirs)) / least if least else 0.0
        return _beyond(self._weights.words if same else self._weights.names, share)

    def _total(self, article: Traits, words: bool) -> float:
        key = (article.key, words)
        if key not in self._mass:
            self._mass[key] = self._rarity.mass(_vocabulary(article, words))
        return self._mass[key]

    def _published(self, one: Traits, other: Traits) -> float:
        if not one.published or not other.published:
            return 0.0
        apart = abs((one.published - other.published).total_seconds()) / _DAY
        return self._weights.days_apart * max(0.0, apart - self._weights.near)

    def _weekday(self, one: Traits, other: Traits) -> float:
        known = one.day is not None and other.day is not None
        return self._weights.weekday if known and one.day != other.day else 0.0


def shared_facts(one: FloatMatrix, other: FloatMatrix) -> float:
    """The share of the shorter text's sentences that have a mutual best match.

    A match counts by how far it stands out above the two texts' mean similarity, so that
    neither their topic nor the background they were centred on matters.
    """
    if not len(one) or not len(other):
        return 0.0
    similarity = one @ other.T
    best = similarity.argmax(axis=1)
    rows = np.arange(len(one))
    mutual = similarity.argmax(axis=0)[best] == rows
    above = similarity[rows, best] - similarity.mean()
    matched = np.clip((above - _CHANCE) / _STANDING_OUT, 0.0, 1.0)
    return float(matched[mutual].sum()) / min(len(one), len(other))


def _vocabulary(article: Traits, same: bool) -> Terms:
    """What two articles have in common in one language, or in two."""
    return article.marks.words if same else article.marks.names


def _beyond(weight_and_neutral: tuple[float, float], value: float) -> float:
    weight, neutral = weight_and_neutral
    return weight * (value - neutral)


def _shared(one: Terms, other: Terms) -> Terms:
    return np.intersect1d(one, other, assume_unique=True)
