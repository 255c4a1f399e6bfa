"""M101: a number that the siblings state otherwise; M102: what it counts, its unit, its bound."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta

from ..facts import Quantity
from ..model import Finding, Message, Severity, Span
from .align import Pair
from .counted import Counted, counted
from .departure import LEAST, Comparison, Proof, departure, joint
from .durations import counted_durations, durations
from .measures import UNITS, compatible, exclusive, same_measure, same_noun, telling
from .rarity import Rarity
from .reading import Reading
from .reckoning import reckoned
from .theme import same, shared

_SAME_THING, _SAME_PLACE, _OTHER_LANGUAGE = 0.95, 0.75, 0.75  # sure to count the same thing
_LIKELIEST = 0.75  # of several that may
_ORDINALS = 31.0  # and less: in words, they order and date as well as count
_MAGNITUDE = 9.5  # a number off by this factor turns the news
_SMALL_SHARE = 10.0
_LARGE = 1000.0
_ALIGNED, _SURELY_ALIGNED = 0.5, 0.7
_THEME = 1.0
_ALIKE = 0.7
_STANDING = timedelta(hours=6)  # tolls rise, scores change
_CRITICAL = frozenset({"casualty", "bound"})
_MESSAGE = Message(
    "the article says «{ours}», its sibling {article} says «{theirs}»",
    "يذكر المقال «{ours}» في حين يذكر {article} «{theirs}»",
)


def numbers(comparison: Comparison) -> Iterator[Finding]:
    """Numbers for which aligned sentences of siblings state another, and none the same; and
    numbers that siblings state of something else."""
    everywhere = [
        (sibling, theirs)
        for sibling in comparison.siblings
        for index in range(len(sibling.terms))
        for theirs in counted(sibling, index)
    ]
    for index in range(len(comparison.article.terms)):
        for ours in counted(comparison.article, index):
            if not telling(ours.quantity) or _named_quarter(comparison.article, ours.quantity):
                continue
            alike = [(s, t) for s, t in everywhere if compatible(ours, t)]
            if alike and all(
                sibling.doc.lang == comparison.article.doc.lang and _share_for_count(ours, theirs)
                for sibling, theirs in alike
            ):
                yield from _counted_as_share(comparison, ours, alike)
            elif alike:
                yield from _otherwise_counted(comparison, ours, alike)
            elif _names_or_lasts(comparison.article, ours):
                continue
            elif not any(_is_told(ours, sibling) for sibling in comparison.siblings):
                yield from _other_value(comparison, ours)


def _names_or_lasts(reading: Reading, number: Counted) -> bool:
    """Whether a number is part of a name (Boeing 777), or of a length of time, for which see
    lasting.py."""
    span = number.quantity.span
    if any(one.span.overlap(span) for one in durations(reading, number.sentence)):
        return True
    before = [term for term in reading.terms[number.sentence] if term.span.end <= span.start]
    beside = bool(before) and not reading.text(Span(before[-1].span.end, span.start)).strip()
    return beside and before[-1].named and not number.quantity.worded


def _share_for_count(one: Counted, other: Counted) -> bool:
    """Whether one number is as per cent what the other counts."""
    kinds = {one.quantity.kind, other.quantity.kind}
    if kinds != {"percent", "count"} or one.quantity.worded or other.quantity.worded:
        return False  # a tenth is written like ten
    large = min(one.least, other.least) >= _SMALL_SHARE
    return large and one.quantity.agrees(other.quantity)


def _counted_as_share(
    comparison: Comparison, ours: Counted, alike: Sequence[tuple[Reading, Counted]]
) -> Iterator[Finding]:
    """A number as per cent that the siblings count, or the other way round."""
    aligned = {(p.sibling.doc.id, p.theirs): p for p in comparison.of(ours.sentence)}
    against = [
        (aligned[s.doc.id, t.sentence], t) for s, t in alike if (s.doc.id, t.sentence) in aligned
    ]
    confidence = joint(pair.confidence * _SAME_PLACE for pair, _ in against)
    if against and confidence >= LEAST:
        pair, other = against[0]
        proofs = [Proof(p.sibling, p.theirs, t.quantity.span, p.similarity) for p, t in against]
        yield _report(comparison, "M102", ours.quantity.span, confidence, Severity.MAJOR, pair,
                      other.quantity.span, proofs)  # fmt: skip


def _is_told(number: Counted, sibling: Reading) -> bool:
    """Whether a number comes out of what a sibling states, or is a length of time that it has."""
    return reckoned(number, sibling) or any(
        ours.agrees(theirs)
        for ours in counted_durations(number)
        for index in range(len(sibling.terms))
        for theirs in durations(sibling, index)
    )


def _otherwise_counted(
    comparison: Comparison, ours: Counted, alike: Sequence[tuple[Reading, Counted]]
) -> Iterator[Finding]:
    """The number is right, and all who state it say it of something else."""
    aligned = {(p.sibling.doc.id, p.theirs): p for p in comparison.of(ours.sentence)}
    for question in sorted(ours.answers):
        answer = ours.answers[question].answer
        theirs = [
            (s, t)
            for s, t in alike
            if question in t.answers and not (question in UNITS and same_measure(ours, t))
        ]
        if not theirs or not all(
            exclusive(question, answer, t.answers[question].answer) for _, t in theirs
        ):
            continue
        if question == "bound" and any("bound" not in t.answers for _, t in alike):
            continue
        against = {
            s.doc.id: (aligned[s.doc.id, t.sentence], t)
            for s, t in theirs
            if (s.doc.id, t.sentence) in aligned and _exact(ours.quantity, t.quantity)
        }
        confidence = joint(pair.confidence * _SAME_THING for pair, _ in against.values())
        if against and confidence >= LEAST:
            pair, other = next(iter(against.values()))
            grave = Severity.CRITICAL if question in _CRITICAL else Severity.MAJOR
            proofs = [Proof(p.sibling, p.theirs, t.span(question), p.similarity)
                      for p, t in against.values()]  # fmt: skip
            yield _report(comparison, "M102", ours.span(question), confidence, grave, pair,
                          other.span(question), proofs)  # fmt: skip
            return


def _exact(one: Quantity, other: Quantity) -> bool:
    return one.kind == other.kind and one.agrees(other, tolerance=1e-6)


def _other_value(comparison: Comparison, ours: Counted) -> Iterator[Finding]:
    against: dict[str, tuple[float, Pair, Counted]] = {}
    for pair in comparison.of(ours.sentence):
        if not _at_one_time(comparison.article, pair.sibling):
            continue
        theirs, sure = _counterpart(comparison.article, ours, pair)
        if theirs is not None and pair.sibling.doc.id not in against:
            against[pair.sibling.doc.id] = (sure * pair.confidence, pair, theirs)
    confidence = joint(sure for sure, _, _ in against.values())
    if not against or confidence < LEAST:
        return
    _, pair, other = next(iter(against.values()))
    proofs = [
        Proof(p.sibling, p.theirs, p.sibling.doc.sentences[p.theirs].span, p.similarity)
        for _, p, _ in against.values()
    ]
    severity = _severity(ours.quantity, [theirs.quantity for _, _, theirs in against.values()])
    yield _report(comparison, "M101", ours.quantity.span, confidence, severity, pair,
                  other.quantity.span, proofs)  # fmt: skip


def _report(
    comparison: Comparison,
    code: str,
    span: Span,
    confidence: float,
    severity: Severity,
    pair: Pair,
    theirs: Span,
    proofs: Sequence[Proof],
) -> Finding:
    return departure(
        comparison.article,
        span,
        code=code,
        severity=severity,
        confidence=confidence,
        message=_MESSAGE.fill(
            ours=comparison.article.text(span),
            theirs=pair.sibling.text(theirs),
            article=pair.sibling.doc.id,
        ),
        proofs=proofs,
    )


def _at_one_time(article: Reading, sibling: Reading) -> bool:
    """Whether both were published closely enough for tolls and scores to be the same.

    Times without a zone are not compared with times that have one.
    """
    one, other = article.doc.article.published, sibling.doc.article.published
    if one is None or other is None or (one.tzinfo is None) != (other.tzinfo is None):
        return True
    return abs(one - other) <= _STANDING


def _named_quarter(reading: Reading, quantity: Quantity) -> bool:
    """Whether a fraction is "the quarter" of a year."""
    article = reading.lexis.article
    return bool(article) and max(quantity.values) < 1 and article in reading.text(quantity.span)


def _counterpart(article: Reading, ours: Counted, pair: Pair) -> tuple[Counted | None, float]:
    """The sibling's number in the same place, and how sure it is the same place."""
    theirs = [
        other
        for other in counted(pair.sibling, pair.theirs)
        if telling(other.quantity)
        and _kind(other) == _kind(ours)
        and not _named_quarter(pair.sibling, other.quantity)
    ]
    free = [other for other in theirs if not _has(article, other)]
    if pair.confidence < _ALIGNED or not free:
        return None, 0.0
    same_thing = [other for other in free if _same_thing(ours, other, article.rarity)]
    if same_thing:
        nearest = max(same_thing, key=lambda other: shared(ours.about, other.about, article.rarity))
        return nearest, _SAME_THING if len(same_thing) == 1 else _LIKELIEST
    if len(free) != 1 or _differ(ours, free[0]) or _small(ours) or _small(free[0]):
        return None, 0.0
    if not _may_measure_one(ours, free[0]):
        return None, 0.0
    mine = [
        own
        for own in counted(article, ours.sentence)
        if _kind(own) == _kind(ours) and telling(own.quantity)
    ]
    if article.doc.lang != pair.sibling.doc.lang:
        sure = pair.confidence >= _SURELY_ALIGNED and len(mine) == len(theirs)
        return (free[0], _OTHER_LANGUAGE) if sure else (None, 0.0)
    stray = [own for own in mine if not _has(pair.sibling, own)]
    alone = len(stray) == 1 and shared(ours.about, free[0].about, article.rarity) >= _THEME
    return (free[0], _SAME_PLACE) if alone else (None, 0.0)


def _has(reading: Reading, number: Counted) -> bool:
    """Whether a text states a number, in whatever unit."""
    return any(
        compatible(number, other)
        for index in range(len(reading.terms))
        for other in counted(reading, index)
    )


def _small(number: Counted) -> bool:
    """Whether it is one of the numbers in words that order and date as well as count."""
    return number.quantity.worded and all(
        1 <= value <= _ORDINALS for value in number.quantity.values
    )


def _same_thing(one: Counted, other: Counted, rarity: Rarity) -> bool:
    """Whether both count the same, as unit, kind or noun say."""
    if _differ(one, other):
        return False
    if _kind(one) != "count":
        return shared(one.about, other.about, rarity) >= 1.0
    if any(q in other.answers and _on_one_side(one, other, q) for q in one.answers if q != "bound"):
        return shared(one.about, other.about, rarity) >= _ALIKE
    if one.noun is not None and other.noun is not None and same(one.noun, other.noun):
        return True
    return same_noun(one.quantity, other.quantity)


def _on_one_side(one: Counted, other: Counted, question: str) -> bool:
    """Whether what is counted stands on one side of both: "the tenth decade" counts nothing."""
    ours, theirs = one.answers[question], other.answers[question]
    return ours.family != "unit" or (ours.first < one.place) == (theirs.first < other.place)


def _kind(number: Counted) -> str:
    """The kind of a number; a fraction in words is a share, as per cent are, unless it is one of
    a unit: half a point."""
    quantity = number.quantity
    part = quantity.worded and min(quantity.values) < 1 and not _measures(number)
    return "percent" if part else quantity.kind


def _may_measure_one(one: Counted, other: Counted) -> bool:
    """Whether two numbers are of one measure, or one so large that it may go without saying."""
    ours, theirs = _measures(one), _measures(other)
    if ours and theirs:
        return ours == theirs
    return ours == theirs or min(one.least, other.least) >= _LARGE


def _measures(number: Counted) -> frozenset[str]:
    """What a number is a measure of: money, time, length."""
    return frozenset(
        question
        for question, stand in number.answers.items()
        if stand.family == "unit" and stand.first >= number.place
    )


def _differ(one: Counted, other: Counted) -> bool:
    """Whether they count different things."""
    return any(
        question in other.answers
        and exclusive(question, stand.answer, other.answers[question].answer)
        for question, stand in one.answers.items()
        if question != "bound" and question not in UNITS
    )


def _severity(ours: Quantity, theirs: Sequence[Quantity]) -> Severity:
    """Critical if two siblings agree on another number, or if it is off by a magnitude."""
    agreed = any(one.agrees(other) for place, one in enumerate(theirs) for other in theirs[:place])
    least = min(
        max(a, b) / max(min(a, b), 1e-9)
        for other in theirs
        for a in ours.values
        for b in other.values
    )
    return Severity.CRITICAL if agreed or least >= _MAGNITUDE else Severity.MAJOR
