"""Minimal pairs: is the artefact found, and is its correction left alone?"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..model import Finding
from .gold import Pair
from .spans import family, hits
from .tally import share
from .verdict import Judge


@dataclass(frozen=True, slots=True)
class PairCount:
    """``found`` of ``artefacts`` (``named``: by the right family), ``flagged`` of ``pairs``."""

    pairs: int = 0
    artefacts: int = 0
    found: int = 0
    named: int = 0
    flagged: int = 0

    @property
    def found_rate(self) -> float | None:
        """The share of required artefacts that a finding of any kind hits."""
        return share(self.found, self.artefacts)

    @property
    def flagged_rate(self) -> float | None:
        """The share of corrected texts in which anything is found."""
        return share(self.flagged, self.pairs)

    def __add__(self, other: PairCount) -> PairCount:
        return PairCount(
            self.pairs + other.pairs,
            self.artefacts + other.artefacts,
            self.found + other.found,
            self.named + other.named,
            self.flagged + other.flagged,
        )


@dataclass(frozen=True, slots=True)
class PairResult:
    """Counts overall and by the pairs' kind; ids missed; what was found in corrected texts."""

    overall: PairCount
    by_kind: Mapping[str, PairCount]
    missed: tuple[str, ...]
    flagged: tuple[tuple[str, Finding], ...]


def evaluate_pairs(pairs: Iterable[Pair], judge: Judge) -> PairResult:
    """How often ``judge`` finds the artefact, and flags the corrected text."""
    by_kind: defaultdict[str, PairCount] = defaultdict(PairCount)
    missed: list[str] = []
    flagged: list[tuple[str, Finding]] = []
    for pair in pairs:
        alarms = judge(pair.right, pair.lang).findings
        count = _count(pair, judge(pair.wrong, pair.lang).findings, bool(alarms))
        by_kind[pair.kind] += count
        if count.found < count.artefacts:
            missed.append(pair.id)
        flagged += [(pair.id, alarm) for alarm in alarms]
    return PairResult(
        overall=sum(by_kind.values(), PairCount()),
        by_kind=dict(sorted(by_kind.items())),
        missed=tuple(missed),
        flagged=tuple(flagged),
    )


def _count(pair: Pair, findings: Iterable[Finding], flagged: bool) -> PairCount:
    required = [span for span in pair.spans if not span.optional]
    hitting = [
        [finding for finding in findings if hits(finding.span, span.span)] for span in required
    ]
    named = sum(
        any(family(finding.kind) == family(span.kind) for finding in found)
        for span, found in zip(required, hitting, strict=True)
    )
    return PairCount(1, len(required), sum(map(bool, hitting)), named, int(flagged))
