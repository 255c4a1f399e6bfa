"""M101: a number that the siblings state otherwise."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from ..facts import Quantity
from ..model import Finding, Message, Severity
from .align import Pair
from .departure import LEAST, Comparison, Proof, departure, joint
from .reading import Reading

_CODE = "M101"
_SMALLEST = 3.0  # one and two are articles, duals and pronouns as much as numbers
_LOOSE = 0.1  # relative difference that "about" allows for
_SAME_NOUN, _OTHER_LANGUAGE = 0.95, 0.75  # how sure equal kinds mean the same thing counted
_NOUN_LETTERS = 3
_MAGNITUDE = 9.5  # a number off by this factor turns the news
_SURELY_ALIGNED = 0.7
# Units that a writer converts for his readers: mile, foot, inch, yard, pound, stone, acre,
# ounce, gallon (both), square mile.
_CONVERSIONS = (1.609, 0.3048, 2.54, 0.9144, 0.4536, 6.35, 0.4047, 28.35, 3.785, 4.546, 2.59)
_ROUNDING = 0.07  # 200 miles are 300 kilometres to a newsroom
_STANDING = timedelta(hours=6)  # tolls rise, scores change
_MESSAGE = Message(
    "the article says {ours}, its sibling {article} says {theirs}",
    "يذكر المقال {ours} في حين يذكر {article} {theirs}",
)


def numbers(comparison: Comparison) -> Iterator[Finding]:
    """Numbers for which aligned sentences of siblings state another, and none the same."""
    for index, quantities in enumerate(comparison.article.quantities):
        for quantity in quantities:
            if _telling(quantity) and not _supported(comparison, quantity):
                yield from _finding(comparison, index, quantity)


def _finding(comparison: Comparison, index: int, ours: Quantity) -> Iterator[Finding]:
    against: dict[str, tuple[float, Pair, Quantity]] = {}
    for pair in comparison.of(index):
        if not _at_one_time(comparison.article, pair.sibling):
            continue
        theirs, sure = _counterpart(comparison.article, ours, pair)
        if theirs is not None and pair.sibling.doc.id not in against:
            against[pair.sibling.doc.id] = (sure * pair.confidence, pair, theirs)
    confidence = joint(sure for sure, _, _ in against.values())
    if confidence < LEAST:
        return
    _, first, other = next(iter(against.values()))
    yield departure(
        comparison.article,
        ours.span,
        code=_CODE,
        severity=_severity(ours, [theirs for _, _, theirs in against.values()]),
        confidence=confidence,
        message=_MESSAGE.fill(
            ours=comparison.article.text(ours.span),
            theirs=first.sibling.text(other.span),
            article=first.sibling.doc.id,
        ),
        proofs=[
            Proof(pair.sibling, pair.theirs, pair.sibling.doc.sentences[pair.theirs].span,
                  pair.similarity)
            for _, pair, _ in against.values()
        ],
    )  # fmt: skip


def _at_one_time(article: Reading, sibling: Reading) -> bool:
    """Whether both were published closely enough for tolls and scores to be the same.

    Times without a zone are not compared with times that have one.
    """
    one, other = article.doc.article.published, sibling.doc.article.published
    if one is None or other is None or (one.tzinfo is None) != (other.tzinfo is None):
        return True
    return abs(one - other) <= _STANDING


def _telling(quantity: Quantity) -> bool:
    return all(value >= _SMALLEST or not value.is_integer() for value in quantity.values)


def _supported(comparison: Comparison, ours: Quantity) -> bool:
    """Whether any sibling states the number, wherever and of whatever it does so."""
    return any(
        _compatible(ours, theirs)
        for sibling in comparison.siblings
        for sentence in sibling.quantities
        for theirs in sentence
    )


def _compatible(one: Quantity, other: Quantity) -> bool:
    loose = one.loose or other.loose
    return one.agrees(other, tolerance=_LOOSE if loose else 1e-6) or _converted(one, other)


def _converted(one: Quantity, other: Quantity) -> bool:
    """Whether the two may be one measure in two units, as unlike nouns would show."""
    if one.kind != "count" or other.kind != "count" or _same_noun(one, other):
        return False
    ratios = {a / b for a in one.values for b in other.values if b}
    factors = {*_CONVERSIONS, *(1 / factor for factor in _CONVERSIONS)}
    return any(
        abs(ratio / factor - 1) <= _ROUNDING for ratio in ratios if ratio for factor in factors
    )


def _counterpart(article: Reading, ours: Quantity, pair: Pair) -> tuple[Quantity | None, float]:
    """The sibling's number in the same place, and how sure it is the same place."""
    if pair.confidence < _SURELY_ALIGNED:
        return None, 0.0
    mine, all_mine = article.quantities[pair.ours], _all(article)
    free = [
        theirs
        for theirs in pair.sibling.quantities[pair.theirs]
        if _telling(theirs)
        and theirs.kind == ours.kind
        and not any(_compatible(theirs, quantity) for quantity in all_mine)
    ]
    if article.doc.lang == pair.sibling.doc.lang:
        same = [theirs for theirs in free if _same_noun(ours, theirs)]
        return (same[0], _SAME_NOUN) if len(same) == 1 else (None, 0.0)
    alone = [quantity for quantity in mine if quantity.kind == ours.kind and _telling(quantity)]
    matched = len(free) == 1 and len(alone) == len(_same_kind(pair, ours))
    return (free[0], _OTHER_LANGUAGE) if matched else (None, 0.0)


def _same_kind(pair: Pair, ours: Quantity) -> list[Quantity]:
    theirs = pair.sibling.quantities[pair.theirs]
    return [quantity for quantity in theirs if quantity.kind == ours.kind and _telling(quantity)]


def _all(reading: Reading) -> list[Quantity]:
    return [quantity for sentence in reading.quantities for quantity in sentence]


def _same_noun(one: Quantity, other: Quantity) -> bool:
    if one.kind != "count":
        return True
    letters = min(_NOUN_LETTERS, len(one.noun), len(other.noun))
    return letters > 0 and one.noun[:letters] == other.noun[:letters]


def _severity(ours: Quantity, theirs: list[Quantity]) -> Severity:
    """Critical if two siblings agree on another number, or if it is off by a magnitude."""
    agreed = any(one.agrees(other) for place, one in enumerate(theirs) for other in theirs[:place])
    least = min(
        max(a, b) / max(min(a, b), 1e-9)
        for other in theirs
        for a in ours.values
        for b in other.values
    )
    return Severity.CRITICAL if agreed or least >= _MAGNITUDE else Severity.MAJOR
