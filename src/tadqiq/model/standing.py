"""How articles, outlets, feeds and events stand beside each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Unit(StrEnum):
    """What is ranked."""

    ARTICLE = "article"
    OUTLET = "outlet"
    FEED = "feed"
    EVENT = "event"


class Measure(StrEnum):
    """By what it is ranked: quality 0–100, drift 0–1, or findings per 1,000 words."""

    QUALITY = "quality"
    DRIFT = "drift"
    FINDINGS = "findings"

    @property
    def higher_is_better(self) -> bool:
        return self is Measure.QUALITY


@dataclass(frozen=True, slots=True)
class Trend:
    """By how much the measure changes in a week, with its 95 % interval."""

    weekly: float
    low: float
    high: float

    @property
    def direction(self) -> int:
        """1 if it rises, −1 if it falls, 0 where the interval leaves it open."""
        return (self.low > 0) - (self.high < 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One article or group of articles in the ranking; ``rank`` 1 is the best.

    ``name`` is the article's or event's id, the outlet or the feed, ``title`` what to show for
    it. ``low``–``high`` is a 95 % interval, from resampling the articles; None where there is
    nothing to resample. ``tied``: neither its value nor that of a neighbour lies outside the
    other's interval. ``few``: too few articles for the interval to be trusted. ``below`` is the
    share of articles below the gate (0–1), ``mt_likelihood`` the mean over articles (0–1),
    ``names`` how many names in 1,000 words are spelt otherwise than the siblings have them, among
    the articles that have siblings; None without any.
    """

    name: str
    title: str
    rank: int
    tied: bool
    value: float
    low: float | None
    high: float | None
    articles: int
    words: int
    few: bool
    below: float
    mt_likelihood: float
    names: float | None
    trend: Trend | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Standings:
    """A ranking, best first. ``kind`` narrows findings to a kind and those below it. ``gate`` is
    the quality below which an article fails. ``left_out`` are articles that have no such measure
    (no sibling, no words) or name no outlet. ``signatures`` made the verdicts: where there are
    several, not all articles were judged alike."""

    by: Unit
    measure: Measure
    kind: str
    gate: float
    since: datetime | None
    until: datetime | None
    rows: tuple[Standing, ...]
    left_out: int
    signatures: tuple[str, ...]
