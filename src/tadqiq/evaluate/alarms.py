"""What is found in text by people, where little or nothing should be."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from ..model import Finding, Severity
from .gold import Passage
from .tally import share
from .verdict import Judge


@dataclass(frozen=True, slots=True)
class AlarmResult:
    """Findings in human text, and how many words they were found in."""

    passages: int
    words: int
    by_code: Mapping[str, int]
    findings: tuple[tuple[str, Finding], ...]

    @property
    def grave(self) -> int:
        """How many are major or critical."""
        return sum(finding.severity is not Severity.MINOR for _, finding in self.findings)

    @property
    def per_thousand(self) -> float | None:
        """Findings per 1,000 words."""
        return share(1000 * len(self.findings), self.words)

    @property
    def grave_per_thousand(self) -> float | None:
        """Major and critical findings per 1,000 words."""
        return share(1000 * self.grave, self.words)


def false_alarms(passages: Iterable[Passage], judge: Judge) -> AlarmResult:
    """Everything that ``judge`` finds in ``passages``, counted by rule, most frequent first."""
    found: list[tuple[str, Finding]] = []
    count = words = 0
    for passage in passages:
        verdict = judge(passage.text, passage.lang)
        count += 1
        words += verdict.words
        found += [(passage.id, finding) for finding in verdict.findings]
    codes = Counter(finding.code for _, finding in found)
    by_code = dict(sorted(codes.items(), key=lambda item: (-item[1], item[0])))
    return AlarmResult(count, words, by_code, tuple(found))
