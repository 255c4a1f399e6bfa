"""How likely two articles report the same happening."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from .evidence import ACROSS, Evidence
from .rarity import Rarity
from .traits import Traits

BIAS = "bias"
"""The ground that holds for every pair."""
# What a kind of evidence is told as, where that is not its own name.
_TOLD = {
    ACROSS: BIAS,
    "topic_across": "topic",
    "facts_across": "facts",
    "other_numbers": "numbers",
    "rates": "numbers",
    "other_rates": "numbers",
    "scores": "numbers",
    "other_scores": "numbers",
    "days_apart": "published",
    "day": "weekday",
    "other_day": "weekday",
    "other_weekday": "weekday",
    "weekday_aside": "weekday",
}


@dataclass(frozen=True, slots=True)
class Weight:
    """Log-odds of "same happening" for each unit by which evidence lies above ``neutral``."""

    log_odds: float
    neutral: float


Weights = Mapping[str, Weight]
"""By kind of evidence; `BIAS` is what holds for every pair."""


class Likeness:
    """Scores pairs of articles; above 0 they rather report the same happening."""

    def __init__(self, rarity: Rarity, weights: Weights | None = None) -> None:
        self._evidence = Evidence(rarity)
        self._weights = fitted() if weights is None else weights

    def __call__(self, one: Traits, other: Traits) -> float:
        """Log-odds that both report the same happening; the same either way round."""
        return sum(self.grounds(one, other).values())

    def grounds(self, one: Traits, other: Traits) -> dict[str, float]:
        """The log-odds by kind of evidence: what speaks for one happening, and what against."""
        found = {BIAS: self._weights[BIAS].log_odds}
        for kind, value in self._evidence.of(one, other).items():
            weight = self._weights[kind]
            told = _TOLD.get(kind, kind)
            found[told] = found.get(told, 0.0) + weight.log_odds * (value - weight.neutral)
        return found


@cache
def fitted() -> Weights:
    """The weights of ``weights.tsv``, which ``benchmarks/fit_events.py`` fits and writes."""
    table = files(__package__).joinpath("weights.tsv").read_text("utf-8")
    rows = (line.split("\t") for line in table.splitlines() if not line.startswith("#"))
    return {kind: Weight(float(log_odds), float(neutral)) for kind, log_odds, neutral in rows}
