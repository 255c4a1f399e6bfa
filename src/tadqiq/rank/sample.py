"""What the ranking knows of one article: a few numbers, no text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import datetime

from ..model import Finding, Measure, Unit

_ITEM = re.compile(r"(?:\[\d+\]|:\d+)$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One judged article. ``moment`` is when it was published, else seen. ``origin`` is where it
    was read; its feed is that without the place inside it. ``findings`` count those of the kind
    in question, ``names`` those that siblings gainsay the spelling of a name with."""

    id: str
    title: str
    outlet: str | None
    origin: str
    event: str
    moment: datetime
    words: int
    quality: float
    low: float
    high: float
    drift: float | None
    mt_likelihood: float
    findings: int
    names: int
    signature: str = field(repr=False, default="")

    def group(self, by: Unit) -> str | None:
        """What of ``by`` the article belongs to; None where it names no outlet."""
        if by is Unit.ARTICLE:
            return self.id
        if by is Unit.OUTLET:
            return self.outlet
        return self.event if by is Unit.EVENT else _ITEM.sub("", self.origin)

    def measured(self, measure: Measure) -> tuple[float, float] | None:
        """The article's value and its weight in a mean over articles; None where it has none.

        Quality and findings weigh by words, so that a mean is that of the words; drift weighs
        by article.
        """
        if measure is Measure.DRIFT:
            return None if self.drift is None else (self.drift, 1.0)
        if not self.words:
            return None
        value = self.quality if measure is Measure.QUALITY else 1000 * self.findings / self.words
        return value, float(self.words)


def is_kind(finding: Finding, kind: str) -> bool:
    """Whether a finding is of ``kind`` or one below it; every finding is of the kind ""."""
    return not kind or finding.kind == kind or finding.kind.startswith(f"{kind}.")


def gainsaid_name(finding: Finding) -> bool:
    """Whether siblings write the name otherwise."""
    return finding.kind == "name" and bool(finding.evidence)
