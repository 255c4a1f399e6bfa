"""Findings and suspicions weighed by what the language model says of their corrections."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Protocol

from ..model import Document, Finding, Span, record
from .change import Change
from .mark import Mark

_BEFORE, _AFTER = 200, 120  # characters of the sentence around a change that are read


class Reader(Protocol):
    """What says by how many nats changes make their texts likelier."""

    @property
    def digest(self) -> str:
        """Changes with whatever changes its answers."""
        ...

    def gains(self, changes: Sequence[Change]) -> list[float]:
        """Nats by change, in order; below 0 where the text gets less likely. Raises ModelError
        if there is no model to ask."""
        ...

    def marks(self, texts: Sequence[str]) -> list[tuple[Mark, ...]]:
        """The words of each text that are likely part of an error. Raises ModelError likewise."""
        ...


@record
class Claim:
    """A finding, and the nats that the best of its first ``choices`` suggestions must gain.

    What cannot be asked about stands where it is ``sure``.
    """

    finding: Finding
    least: float
    choices: int = 1
    sure: bool = True


def upheld(doc: Document, claims: Iterable[Claim], reader: Reader) -> list[Finding]:
    """The findings whose corrections gain enough, the best suggestion first, in order.

    What has no suggestion, or touches several sentences, cannot be asked about. Raises
    ModelError as ``reader`` does.
    """
    sentences = [sentence.span for sentence in doc.sentences]
    asked = [(claim, _changes(doc, claim, sentences)) for claim in claims]
    gains = iter(reader.gains([change for _, changes in asked for change in changes]))
    found = []
    for claim, changes in asked:
        gained = [next(gains) for _ in changes]
        if not gained and claim.sure:
            found.append(claim.finding)
        elif gained and max(gained) >= claim.least:
            found.append(_best_first(claim.finding, gained))
    return found


def marked(doc: Document, reader: Reader) -> list[Mark]:
    """The words of the document that are likely part of an error, in order.

    Sentences in the document's own language are read. Raises ModelError as ``reader`` does.
    """
    sentences = doc.native
    texts = [sentence.span.of(doc.text) for sentence in sentences]
    return [
        Mark(
            Span(mark.span.start + sentence.span.start, mark.span.end + sentence.span.start),
            mark.odds,
        )
        for sentence, marks in zip(sentences, reader.marks(texts), strict=True)
        for mark in marks
    ]


def _changes(doc: Document, claim: Claim, sentences: Sequence[Span]) -> list[Change]:
    span = claim.finding.span
    if claim.least == float("-inf"):
        return []
    around = next((one for one in sentences if one.start <= span.start < one.end), None)
    if around is None or span.end > around.end:
        return []
    start = max(around.start, span.start - _BEFORE)
    text = doc.text[start : min(around.end, span.end + _AFTER)]
    return [
        Change(text, span.start - start, span.end - start, suggestion.replacement)
        for suggestion in claim.finding.suggestions[: claim.choices]
    ]


def _best_first(finding: Finding, gained: Sequence[float]) -> Finding:
    if len(gained) < 2:
        return finding
    best = max(range(len(gained)), key=lambda place: gained[place])
    first = finding.suggestions[best]
    rest = tuple(one for place, one in enumerate(finding.suggestions) if place != best)
    return replace(finding, suggestions=(first, *rest))
