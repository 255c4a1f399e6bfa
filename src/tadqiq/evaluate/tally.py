"""Counts, and what follows from them."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tally:
    """``found`` of ``gold`` artefacts, and ``right`` of ``findings``.

    What has no denominator is None: without a finding there is no precision to speak of.
    """

    gold: int = 0
    found: int = 0
    findings: int = 0
    right: int = 0

    @property
    def precision(self) -> float | None:
        """The share of findings that are right."""
        return share(self.right, self.findings)

    @property
    def recall(self) -> float | None:
        """The share of required artefacts that were found."""
        return share(self.found, self.gold)

    def f(self, beta: float) -> float | None:
        """The F measure; a ``beta`` under 1 cares more for precision."""
        precision, recall = self.precision, self.recall
        if precision is None or recall is None:
            return None
        weight = beta * beta
        below = weight * precision + recall
        return (1 + weight) * precision * recall / below if below else 0.0

    def __add__(self, other: Tally) -> Tally:
        return Tally(
            self.gold + other.gold,
            self.found + other.found,
            self.findings + other.findings,
            self.right + other.right,
        )


def share(part: float, whole: float) -> float | None:
    """``part`` of ``whole``, None where there is no whole."""
    return part / whole if whole else None
