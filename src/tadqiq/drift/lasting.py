"""M104: another length of time than the siblings give for the same thing."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import combinations

from ..model import Finding, Message, Severity
from .align import SURE
from .counted import Counted, counted
from .departure import Comparison
from .durations import Duration, durations
from .reading import Reading
from .reckoning import reckoned
from .theme import shared, theme
from .witnesses import Witnesses

_THEME = 1.0
_SURELY = 0.7  # aligned, where nothing but that speaks for it
_ALONE = 1.0  # what it is worth that only one length here and one there are without a match
_SURE, _BY_THEME, _MOST = 0.62, 0.06, 0.95
_MESSAGE = Message(
    "the length of time is not that of {article}: «{theirs}»",
    "المدة غير ما يذكره {article}: «{theirs}»",
)


def lasting(comparison: Comparison) -> Iterator[Finding]:
    """Lengths of time that no sibling gives, in whatever unit, where an aligned sentence gives
    another that the article has nowhere."""
    article = comparison.article
    unknown = [
        ours
        for index in range(len(article.terms))
        for ours in durations(article, index)
        if not any(_known(article, ours, sibling) for sibling in comparison.siblings)
    ]
    for ours in unknown:
        yield from _finding(comparison, ours, alone=len(unknown) == 1)


def _known(article: Reading, ours: Duration, sibling: Reading) -> bool:
    """Whether a sibling gives the same length, or one from which it comes out."""
    return (
        _has(sibling, ours)
        or _adds_up(sibling, ours)
        or any(
            number.quantity.span.overlap(ours.span)
            and (reckoned(number, sibling) or _stated(number, sibling))
            for number in counted(article, ours.sentence)
        )
    )


def _stated(number: Counted, sibling: Reading) -> bool:
    """Whether a sibling has the number without its unit: "from 18 to 30 years"."""
    return any(
        not other.answers and number.quantity.agrees(other.quantity)
        for index in range(len(sibling.terms))
        for other in counted(sibling, index)
    )


def _adds_up(sibling: Reading, ours: Duration) -> bool:
    """Whether a length is the sum or the difference of two that a sibling gives."""
    told = [
        max(one.seconds) for index in range(len(sibling.terms)) for one in durations(sibling, index)
    ]
    return any(
        ours.agrees(replace(ours, seconds=frozenset({length})))
        for one, two in combinations(told, 2)
        for length in {one + two, abs(one - two)} - {0.0}
    )


def _has(reading: Reading, one: Duration) -> bool:
    return any(
        one.agrees(other)
        for index in range(len(reading.terms))
        for other in durations(reading, index)
    )


def _finding(comparison: Comparison, ours: Duration, *, alone: bool) -> Iterator[Finding]:
    article = comparison.article
    about = theme(article, ours.sentence, ours.place)
    against: Witnesses[Duration] = Witnesses()
    stray = [
        (pair, theirs)
        for pair in comparison.of(ours.sentence)
        if pair.confidence >= SURE
        for theirs in durations(pair.sibling, pair.theirs)
        if theirs.age == ours.age and not _has(article, theirs)
    ]
    alone = alone and all(theirs.agrees(other) for _, theirs in stray for _, other in stray)
    for pair, theirs in stray:
        common = shared(about, theme(pair.sibling, pair.theirs, theirs.place), article.rarity)
        if common >= _THEME or (alone and pair.confidence >= _SURELY):
            against.hear(common + _ALONE * alone, pair, theirs)
    yield from against.finding(
        article,
        ours.span,
        code="M104",
        severity=Severity.MAJOR,
        message=_MESSAGE,
        sure=lambda common: min(_MOST, _SURE + _BY_THEME * common),
    )
