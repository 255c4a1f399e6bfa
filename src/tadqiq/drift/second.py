"""M903: what a second opinion says of sentences that are aligned."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from ..model import (
    Alignment,
    Category,
    Document,
    Drift,
    Evidence,
    Finding,
    Message,
    Severity,
)
from .departure import REPORTED

Contradictions = Callable[[Sequence[tuple[str, str]]], Sequence[float]]
"""For pairs of premise and hypothesis: 0–1, how likely the one is contradicted by the other."""

_MESSAGE = Message(
    "a second model holds that {article} contradicts this: «{theirs}»",
    "يرى نموذج ثانٍ أن {article} يناقض هذا: «{theirs}»",
)


def second_opinion(
    doc: Document, siblings: Sequence[Document], drift: Drift, contradictions: Contradictions
) -> Drift:
    """The drift with the sentences added that the second opinion holds contradicted.

    Asked are only sentences that are surely aligned with a sibling's and hold no departure
    yet. The drift's value stays: it is measured, an opinion is not.
    """
    others = {sibling.id: sibling for sibling in siblings}
    open_cases = [one for one in drift.alignments if one.article in others]
    open_cases = [one for one in open_cases if not _departs(doc, one, drift.departures)]
    asked = [(_theirs(others[one.article], one), _ours(doc, one)) for one in open_cases]
    worst: dict[int, Finding] = {}
    for case, sure in zip(open_cases, contradictions(asked), strict=True):
        known = worst.get(case.sentence)
        if sure >= REPORTED and (known is None or sure > known.confidence):
            worst[case.sentence] = _finding(doc, others[case.article], case, sure)
    departures = sorted((*drift.departures, *worst.values()), key=lambda finding: finding.order)
    return replace(drift, departures=tuple(departures))


def _departs(doc: Document, case: Alignment, departures: Sequence[Finding]) -> bool:
    span = doc.sentences[case.sentence].span
    return any(span.overlap(finding.span) for finding in departures)


def _ours(doc: Document, case: Alignment) -> str:
    return doc.sentences[case.sentence].span.of(doc.text)


def _theirs(sibling: Document, case: Alignment) -> str:
    return sibling.sentences[case.counterpart].span.of(sibling.text)


def _finding(doc: Document, sibling: Document, case: Alignment, sure: float) -> Finding:
    span, said = doc.sentences[case.sentence].span, _theirs(sibling, case)
    place = sibling.sentences[case.counterpart].span
    return Finding(
        code="M903",
        kind="meaning",
        category=Category.MISTRANSLATION,
        severity=Severity.MAJOR,
        confidence=round(min(0.99, sure), 4),
        span=span,
        quote=span.of(doc.text),
        message=_MESSAGE.fill(article=sibling.id, theirs=said),
        evidence=(Evidence(sibling.id, place, said, max(0.0, case.similarity)),),
    )
