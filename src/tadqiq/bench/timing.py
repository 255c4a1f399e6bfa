"""What was measured, and how it is kept."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path
from time import perf_counter
from typing import Any

from ..errors import ReportError

FORMAT = 1
"""Raised whenever the file of a run changes its meaning."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Timing:
    """One thing that was timed.

    ``group`` is what it may be compared with: stages, encoder, linking, whole, cold start.
    ``seconds`` are of the best round, over ``articles``, ``words`` and ``sentences``, 0 where
    there are none. ``times`` is the speed relative to the group's reference, ``peak`` the share
    of the machine's 8-bit matrix peak, None where that means nothing.
    """

    group: str
    name: str
    seconds: float
    articles: int = 0
    words: int = 0
    sentences: int = 0
    times: float | None = None
    peak: float | None = None

    @property
    def key(self) -> str:
        """What names it in every run."""
        return f"{self.group}/{self.name}"

    def rate(self, count: int) -> float | None:
        """``count`` a second."""
        return count / self.seconds if count and self.seconds else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Everything timed in one run on one machine; ``memory`` is the peak in megabytes, if known."""

    version: str
    python: str
    cores: int
    quick: bool
    timings: tuple[Timing, ...]
    memory: int | None = None

    def json(self, ratios: Mapping[str, float | None] | None = None) -> str:
        """The run as one JSON object; no names of machines or folders.

        With ``ratios``, by key, every timing has its speed relative to an earlier run.
        """
        record = {"format": FORMAT, **asdict(self)}
        if ratios is not None:
            record["timings"] = [
                asdict(one) | {"to_earlier": ratios.get(one.key)} for one in self.timings
            ]
        return json.dumps(record, ensure_ascii=False, indent=1) + "\n"


def read_run(path: Path) -> Run:
    """A run that ``tadqiq bench --format json`` wrote.

    Raises ReportError if the file is no such run.
    """
    try:
        record: dict[str, Any] = json.loads(path.read_text("utf-8"))
        if record.pop("format") != FORMAT:
            raise ReportError(f"{path}: written by another version of tadqiq; measure anew")
        known = {field.name for field in fields(Timing)}
        timings = tuple(
            Timing(**{name: one[name] for name in known & one.keys()})
            for one in record.pop("timings")
        )
        return Run(timings=timings, **record)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise ReportError(
            f"{path}: no run of tadqiq bench ({error}); write one with --format json"
        ) from error


def timed(work: Callable[[], object], *, rounds: int) -> float:
    """Seconds of the quickest of ``rounds``: what other work on the machine slows down least."""
    best = float("inf")
    for _ in range(rounds):
        start = perf_counter()
        work()
        best = min(best, perf_counter() - start)
    return best


def against(reference: str, timings: Iterable[Timing]) -> list[Timing]:
    """The timings with their speed relative to the one called ``reference``."""
    known = list(timings)
    base = next((one for one in known if one.name == reference), None)
    if base is None:
        return known
    per = base.seconds / max(1, base.sentences or base.articles)
    return [
        replace(one, times=per / (one.seconds / max(1, one.sentences or one.articles)))
        for one in known
    ]
