"""Groups of articles, in order, with ties."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from itertools import pairwise

from ..model import Measure, Standing, Standings, Unit
from .estimate import Estimate, mean, trend
from .sample import Sample

_FEW = 10  # articles below which a resampled 95 % interval holds the truth in less than 86 %


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: what is ranked, by what, of which kind of findings, against which gate, and
    over which time; either end may be open."""

    by: Unit = Unit.ARTICLE
    measure: Measure = Measure.QUALITY
    kind: str = ""
    gate: float = 90.0
    since: datetime | None = None
    until: datetime | None = None


def standings(samples: Iterable[Sample], question: Question) -> Standings:
    """The ranking, best first: total, and the same whatever the order of ``samples``.

    Where values are equal, the lower mt_likelihood goes first, then the name.
    """
    groups: dict[str, list[Sample]] = defaultdict(list)
    signatures: set[str] = set()
    left_out = 0
    for sample in samples:
        signatures.add(sample.signature)
        name = sample.group(question.by)
        if name is None or sample.measured(question.measure) is None:
            left_out += 1
        else:
            groups[name].append(sample)
    rows = [
        _standing(name, sorted(group, key=lambda one: (one.moment, one.id)), question)
        for name, group in groups.items()
    ]
    sign = -1 if question.measure.higher_is_better else 1
    rows.sort(key=lambda row: (sign * row.value, row.mt_likelihood, row.name))
    return Standings(
        by=question.by,
        measure=question.measure,
        kind=question.kind,
        gate=question.gate,
        since=question.since,
        until=question.until,
        rows=_placed(rows),
        left_out=left_out,
        signatures=tuple(sorted(signatures)),
    )


def _standing(name: str, group: Sequence[Sample], question: Question) -> Standing:
    pairs = [pair for one in group if (pair := one.measured(question.measure)) is not None]
    values, weights = [value for value, _ in pairs], [weight for _, weight in pairs]
    seed = f"{question.by} {question.measure} {question.kind} {name}"
    found = mean(values, weights, seed=seed)
    if len(group) == 1 and question.measure is Measure.QUALITY:
        found = Estimate(found.value, group[0].low, group[0].high)
    words = sum(one.words for one in group)
    times = [one.moment.timestamp() for one in group]
    lasting = question.by in (Unit.OUTLET, Unit.FEED)
    return Standing(
        name=name,
        title=_title(name, group, question.by),
        rank=0,
        tied=False,
        value=found.value,
        low=found.low,
        high=found.high,
        articles=len(group),
        words=words,
        few=question.by is not Unit.ARTICLE and len(group) < _FEW,
        below=sum(one.quality < question.gate for one in group) / len(group),
        mt_likelihood=sum(one.mt_likelihood for one in group) / len(group),
        names=_names(group),
        trend=trend(values, weights, times, seed=f"trend {seed}") if lasting else None,
    )


def _names(group: Sequence[Sample]) -> float | None:
    """Names gainsaid by siblings in 1,000 words; only what was compared can be gainsaid."""
    compared = [one for one in group if one.drift is not None]
    words = sum(one.words for one in compared)
    return 1000 * sum(one.names for one in compared) / words if words else None


def _title(name: str, group: Sequence[Sample], by: Unit) -> str:
    """An article's own title, an event's earliest; outlets and feeds are called by their name."""
    return group[0].title if by in (Unit.ARTICLE, Unit.EVENT) else name


def _placed(rows: Sequence[Standing]) -> tuple[Standing, ...]:
    tied = [False] * len(rows)
    for better, worse in pairwise(range(len(rows))):
        if _alike(rows[better], rows[worse]):
            tied[better] = tied[worse] = True
    return tuple(
        replace(row, rank=place, tied=tied[place - 1]) for place, row in enumerate(rows, start=1)
    )


def _alike(one: Standing, other: Standing) -> bool:
    return one.value == other.value or (_holds(one, other.value) and _holds(other, one.value))


def _holds(row: Standing, value: float) -> bool:
    return row.low is not None and row.high is not None and row.low <= value <= row.high
