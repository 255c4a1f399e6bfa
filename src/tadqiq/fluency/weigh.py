"""Findings and suspicions weighed by what the language model says of their corrections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from typing import Protocol

from ..model import Document, Finding, Span, record
from .change import Change
from .mark import Mark

_SHOWN = 3  # suggestions of one finding
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
    found = []
    for claim, gained in _weighed(doc, claims, reader):
        if not gained and claim.sure:
            found.append(claim.finding)
        elif gained and max(gained) >= claim.least:
            found.append(_best_first(claim.finding, gained))
    return found


def surest(doc: Document, rivals: Iterable[Sequence[Claim]], reader: Reader) -> list[Finding]:
    """Of claims of which one at most is right that whose best suggestion gains most beyond what
    it must, with the suggestions that gain enough, the best first. Raises as ``upheld`` does."""
    groups = list(rivals)
    weighed = iter(_weighed(doc, [claim for group in groups for claim in group], reader))
    found = []
    for group in groups:
        known = [next(weighed) for _ in group]
        best = max(
            ((max(gained) - claim.least, claim, gained) for claim, gained in known if gained),
            key=lambda one: one[0],
            default=None,
        )
        if best is not None and best[0] >= 0:
            found.append(_gaining(*best[1:]))
    return found


def _weighed(
    doc: Document, claims: Iterable[Claim], reader: Reader
) -> Iterator[tuple[Claim, list[float]]]:
    """The claims with the nats that each suggestion gains; none where none can be asked about."""
    sentences = [sentence.span for sentence in doc.sentences]
    asked = [(claim, _changes(doc, claim, sentences)) for claim in claims]
    gains = iter(reader.gains([change for _, changes in asked for change in changes]))
    for claim, changes in asked:
        yield claim, [next(gains) for _ in changes]


def _gaining(claim: Claim, gained: Sequence[float]) -> Finding:
    order = sorted(range(len(gained)), key=lambda place: -gained[place])[:_SHOWN]
    enough = [place for place in order if gained[place] >= claim.least]
    suggestions = claim.finding.suggestions
    return replace(claim.finding, suggestions=tuple(suggestions[place] for place in enough))


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
