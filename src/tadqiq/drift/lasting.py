"""M104: another length of time than the siblings give for the same thing."""

from __future__ import annotations

from collections.abc import Iterator

from ..model import Finding, Message, Severity
from .align import SURE
from .counted import counted
from .departure import Comparison
from .durations import Duration, durations
from .reading import Reading
from .reckoning import reckoned
from .theme import shared, theme
from .witnesses import Witnesses

_THEME = 1.0
_SURE, _BY_THEME, _MOST = 0.62, 0.06, 0.95
_MESSAGE = Message(
    "the length of time is not that of {article}: «{theirs}»",
    "المدة غير ما يذكره {article}: «{theirs}»",
)


def lasting(comparison: Comparison) -> Iterator[Finding]:
    """Lengths of time that no sibling gives, in whatever unit, where an aligned sentence gives
    another that the article has nowhere."""
    article = comparison.article
    for index in range(len(article.terms)):
        for ours in durations(article, index):
            if not any(_known(article, ours, sibling) for sibling in comparison.siblings):
                yield from _finding(comparison, ours)


def _known(article: Reading, ours: Duration, sibling: Reading) -> bool:
    """Whether a sibling gives the same length, or one from which it comes out."""
    return _has(sibling, ours) or any(
        number.quantity.span.overlap(ours.span) and reckoned(number, sibling)
        for number in counted(article, ours.sentence)
    )


def _has(reading: Reading, one: Duration) -> bool:
    return any(
        one.agrees(other)
        for index in range(len(reading.terms))
        for other in durations(reading, index)
    )


def _finding(comparison: Comparison, ours: Duration) -> Iterator[Finding]:
    article = comparison.article
    about = theme(article, ours.sentence, ours.place)
    against: Witnesses[Duration] = Witnesses()
    for pair in comparison.of(ours.sentence):
        if pair.confidence < SURE:
            continue
        for theirs in durations(pair.sibling, pair.theirs):
            common = shared(about, theme(pair.sibling, pair.theirs, theirs.place), article.rarity)
            if theirs.age == ours.age and common >= _THEME and not _has(article, theirs):
                against.hear(common, pair, theirs)
    yield from against.finding(
        article,
        ours.span,
        code="M104",
        severity=Severity.MAJOR,
        message=_MESSAGE,
        sure=lambda common: min(_MOST, _SURE + _BY_THEME * common),
    )
