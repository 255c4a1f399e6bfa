"""Words that a model holds for part of an error."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from ..model import Span, record

FLOOR = 0.0
"""Logarithm of the odds from which a word is kept: as likely wrong as not."""

MOST = 8
"""Stretches of a text that are kept, the surest."""

_WORD = re.compile(r"\w+(?:[\u064b-\u0652\u0670]+\w*)*")


@record
class Mark:
    """``span`` of the text, words next to each other; ``odds`` is the logarithm of the odds that
    they are part of an error, the surest word's."""

    span: Span
    odds: float


def stretches(
    text: str, places: Sequence[tuple[int, int]], odds: Sequence[float]
) -> tuple[Mark, ...]:
    """The stretches of ``text`` above ``FLOOR``, at most ``MOST``, in order.

    ``places`` are the starts and ends of the model's tokens, ``odds`` what it says of them.
    """
    words = [match.span() for match in _WORD.finditer(text)]
    surest = [-float("inf")] * len(words)
    at = 0
    for (start, end), sure in zip(places, odds, strict=True):
        while at < len(words) and words[at][1] <= start:
            at += 1
        for number in range(at, len(words)):
            if words[number][0] >= end:
                break
            surest[number] = max(surest[number], sure)
    found = sorted(_joined(words, surest), key=lambda mark: -mark.odds)[:MOST]
    return tuple(sorted(found, key=lambda mark: mark.span.start))


def _joined(words: Sequence[tuple[int, int]], surest: Sequence[float]) -> Iterator[Mark]:
    above = [number for number, sure in enumerate(surest) if sure > FLOOR]
    if not above:
        return
    breaks = [place for place, (one, two) in enumerate(pairwise(above), 1) if two > one + 1]
    for start, end in pairwise([0, *breaks, len(above)]):
        group = above[start:end]
        span = Span(words[group[0]][0], words[group[-1]][1])
        yield Mark(span, max(surest[number] for number in group))
