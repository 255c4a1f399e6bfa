"""How likely two articles report the same happening."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from .traits import FloatMatrix, Rarity, Traits

_DAY = 86_400.0  # seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Weights:
    """Log-odds of "same happening" for each kind of evidence, and where it tips over.

    A pair of values is the weight and the neutral point. ``topic`` compares whole texts,
    ``lead`` the opening sentences, ``facts`` is the share of sentences that match mutually at
    ``match`` or above, ``words`` and ``names`` the shared part of the rarer article's
    information, within a language and across. ``numbers`` is for each shared number, up to
    ``most_numbers``. ``days_apart`` is for each day of publication beyond ``near`` days,
    ``weekday`` for leads that name different weekdays.
    """

    topic: tuple[float, float] = (4.0, 0.62)
    lead: tuple[float, float] = (5.0, 0.54)
    facts: tuple[float, float] = (5.0, 0.16)
    words: tuple[float, float] = (8.0, 0.22)
    names: tuple[float, float] = (3.0, 0.2)
    match: float = 0.55
    numbers: float = 0.4
    most_numbers: int = 3
    days_apart: float = -0.5
    near: float = 1.5
    weekday: float = -1.0


class Likeness:
    """Scores pairs of articles; above 0 they rather report the same happening."""

    def __init__(self, rarity: Rarity, weights: Weights | None = None) -> None:
        self._rarity = rarity
        self._weights = weights or Weights()
        self._mass: dict[tuple[tuple[str, str], bool], float] = {}

    def __call__(self, one: Traits, other: Traits) -> float:
        """Log-odds that both report the same happening; the same either way round."""
        if other.key < one.key:
            one, other = other, one
        weights = self._weights
        score = _beyond(weights.topic, float(one.mean @ other.mean))
        score += _beyond(weights.lead, float(one.lead @ other.lead))
        score += _beyond(weights.facts, mutual_share(one.vectors, other.vectors, weights.match))
        score += self._vocabulary(one, other)
        score += weights.numbers * min(weights.most_numbers, len(one.numbers & other.numbers))
        return score + self._time(one, other)

    def _vocabulary(self, one: Traits, other: Traits) -> float:
        same = one.lang == other.lang
        mine, theirs = (one.words, other.words) if same else (one.names, other.names)
        least = min(self._total(one, same), self._total(other, same))
        share = self._rarity.mass(mine & theirs) / least if least else 0.0
        return _beyond(self._weights.words if same else self._weights.names, share)

    def _total(self, article: Traits, words: bool) -> float:
        key = (article.key, words)
        if key not in self._mass:
            self._mass[key] = self._rarity.mass(article.words if words else article.names)
        return self._mass[key]

    def _time(self, one: Traits, other: Traits) -> float:
        weights, score = self._weights, 0.0
        if one.published and other.published:
            apart = abs((one.published - other.published).total_seconds()) / _DAY
            score += weights.days_apart * max(0.0, apart - weights.near)
        if one.day is not None and other.day is not None and one.day != other.day:
            score += weights.weekday
        return score


def mutual_share(one: FloatMatrix, other: FloatMatrix, least: float) -> float:
    """The share of the shorter text's sentences that have a mutual best match."""
    if not len(one) or not len(other):
        return 0.0
    similarity = one @ other.T
    best = similarity.argmax(axis=1)
    back = similarity.argmax(axis=0)
    rows = np.arange(len(one))
    mutual = (back[best] == rows) & (similarity[rows, best] >= least)
    return float(mutual.sum()) / min(len(one), len(other))


def _beyond(weight_and_neutral: tuple[float, float], value: float) -> float:
    weight, neutral = weight_and_neutral
    return weight * (value - neutral)
