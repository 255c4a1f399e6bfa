"""A text cut where a report needs it cut: at its sentences, and at its findings."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from ..model import Document, Finding, Span

_LINE = re.compile(r"[^\r\n]+")


def sentences(document: Document) -> tuple[Span, ...]:
    """The sentences of a document, or its lines where it was not segmented: at least one."""
    if document.sentences:
        return tuple(sentence.span for sentence in document.sentences)
    lines = tuple(Span(*match.span()) for match in _LINE.finditer(document.text))
    return lines or (Span(0, len(document.text)),)


def tiles(text: str, spans: Sequence[Span]) -> Iterator[tuple[Span, int | None]]:
    """Cuts the whole text into the spans, each with its number, and what lies between them."""
    at = 0
    for number, span in enumerate(spans):
        if at < span.start:
            yield Span(at, span.start), None
        yield span, number
        at = span.end
    if at < len(text):
        yield Span(at, len(text)), None


def spread(
    spans: Iterable[Span], findings: Sequence[tuple[int, Finding]]
) -> Iterator[list[tuple[int, Finding]]]:
    """For every span, in the order of the text, the numbered findings that touch it."""
    waiting = deque(sorted(findings, key=lambda pair: pair[1].order))
    open_ones: list[tuple[int, Finding]] = []
    for span in spans:
        open_ones = [pair for pair in open_ones if pair[1].span.end > span.start]
        while waiting and waiting[0][1].span.start < span.end:
            open_ones.append(waiting.popleft())
        yield open_ones


def runs(
    span: Span, touching: Sequence[tuple[int, Finding]]
) -> Iterator[tuple[Span, tuple[int, ...]]]:
    """Cuts ``span`` wherever a finding begins or ends, each piece with the numbers of the findings
    that cover it."""
    cuts = {span.start, span.end}
    for _, finding in touching:
        if finding.span.overlap(span):
            cuts |= {max(span.start, finding.span.start), min(span.end, finding.span.end)}
    pieces = [Span(start, end) for start, end in pairwise(sorted(cuts))]
    for piece, found in zip(pieces, spread(pieces, touching), strict=True):
        yield piece, tuple(number for number, finding in found if finding.span.contains(piece))
