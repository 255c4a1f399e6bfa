"""Two runs beside each other."""

from __future__ import annotations

from dataclasses import dataclass

from .timing import Run, Timing

SLOWER = 0.9
"""Below this ratio of speeds a measure counts as a regression."""


@dataclass(frozen=True, slots=True)
class Change:
    """One measure now and earlier; ``ratio`` over 1 is quicker, None where either is absent."""

    now: Timing
    ratio: float | None

    @property
    def regressed(self) -> bool:
        """Whether it is slower by more than the noise of a shared machine."""
        return self.ratio is not None and self.ratio < SLOWER


def changes(now: Run, earlier: Run) -> tuple[Change, ...]:
    """Every measure of ``now``, beside that of ``earlier`` of the same name.

    Speeds are compared for the same amount of work: by sentence, by article, or by run.
    """
    known = {one.key: one for one in earlier.timings}
    return tuple(Change(one, _ratio(one, known.get(one.key))) for one in now.timings)


def _ratio(now: Timing, earlier: Timing | None) -> float | None:
    if earlier is None or not now.seconds or not earlier.seconds:
        return None
    return _each(earlier) / _each(now)


def _each(one: Timing) -> float:
    return one.seconds / max(1, one.sentences or one.articles)
