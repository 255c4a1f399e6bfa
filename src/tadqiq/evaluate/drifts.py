"""Meaning drift: is the departure found, and are paraphrase and extra facts left alone?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from ..model import Drift, Finding
from .gold import GoldSpan, load, read_span
from .spans import hits
from .tally import share

Version = Literal["faithful", "drifted", "extra"]
VERSIONS: tuple[Version, ...] = ("faithful", "drifted", "extra")
"""An item's texts: a paraphrase, the same with a departure, the same with an extra fact."""


@dataclass(frozen=True, slots=True)
class DriftItem:
    """Sibling texts, and an article beside them in three versions."""

    id: str
    phenomenon: str
    lang: str
    siblings: tuple[str, ...]
    texts: Mapping[Version, str]
    spans: tuple[GoldSpan, ...]


@dataclass(frozen=True, slots=True)
class DriftCount:
    """``found``: a departure was found at its span; ``faithful`` and ``extra``: texts in which
    anything was found. ``auc`` is the chance that a drifted text has the higher drift than one
    that is not, equal ones counting half."""

    items: int
    found: int
    faithful: int
    extra: int
    auc: float | None

    @property
    def found_rate(self) -> float | None:
        """The share of departures found at their span."""
        return share(self.found, self.items)

    @property
    def flagged_rate(self) -> float | None:
        """The share of faithful and extra texts in which anything was found."""
        return share(self.faithful + self.extra, 2 * self.items)


@dataclass(frozen=True, slots=True)
class DriftResult:
    """Counts overall and by phenomenon; ids missed; what was found where nothing departs."""

    overall: DriftCount
    by_phenomenon: Mapping[str, DriftCount]
    missed: tuple[str, ...]
    flagged: tuple[tuple[str, Finding], ...]


def load_drift(path: Path) -> tuple[DriftItem, ...]:
    """Items of meaning drift. Raises IngestError."""
    return load(path, _item)


def evaluate_drift(
    items: Iterable[DriftItem], drifts: Mapping[tuple[str, Version], Drift]
) -> DriftResult:
    """How often the departure is found, and anything else; ``drifts`` by item and version.

    Raises KeyError for a version that was not measured.
    """
    groups: defaultdict[str, list[DriftItem]] = defaultdict(list)
    for item in items:
        groups[item.phenomenon].append(item)
    everything = [item for group in groups.values() for item in group]
    return DriftResult(
        overall=_count(everything, drifts),
        by_phenomenon={name: _count(groups[name], drifts) for name in sorted(groups)},
        missed=tuple(item.id for item in everything if not _found(item, drifts)),
        flagged=tuple(
            (f"{item.id} {version}", finding)
            for item in everything
            for version in VERSIONS
            if version != "drifted"
            for finding in drifts[item.id, version].departures
        ),
    )


def _count(items: Iterable[DriftItem], drifts: Mapping[tuple[str, Version], Drift]) -> DriftCount:
    group = list(items)
    high = [drifts[item.id, "drifted"].value or 0.0 for item in group]
    low = [
        drifts[item.id, version].value or 0.0
        for item in group
        for version in VERSIONS
        if version != "drifted"
    ]
    return DriftCount(
        items=len(group),
        found=sum(_found(item, drifts) for item in group),
        faithful=sum(bool(drifts[item.id, "faithful"].departures) for item in group),
        extra=sum(bool(drifts[item.id, "extra"].departures) for item in group),
        auc=area_under_curve(high, low),
    )


def area_under_curve(high: Iterable[float], low: Iterable[float]) -> float | None:
    """The chance that one of ``high`` exceeds one of ``low``; None where either is empty."""
    lower = list(low)
    pairs = [(a > b) + 0.5 * (a == b) for a in high for b in lower]
    return share(sum(pairs), len(pairs))


def _found(item: DriftItem, drifts: Mapping[tuple[str, Version], Drift]) -> bool:
    return any(
        hits(finding.span, gold.span)
        for finding in drifts[item.id, "drifted"].departures
        for gold in item.spans
    )


def _item(record: dict[str, Any]) -> DriftItem:
    drifted = record["drifted"]
    spans = tuple(read_span({"kind": "meaning"} | dict(span), drifted) for span in record["spans"])
    texts: dict[Version, str] = {version: record[version] for version in VERSIONS}
    return DriftItem(
        str(record["id"]),
        record["phenomenon"],
        record["lang"],
        tuple(record["siblings"]),
        texts,
        spans,
    )
