"""M702: before something here, and after the same thing there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..facts import Term
from ..model import Finding, Severity, Span
from .departure import Comparison
from .order import EXCHANGED, denied_or_dated
from .reading import Reading, kept
from .theme import alike, shared, theme
from .witnesses import Witnesses

_REACH = 2  # words after "before" in which it is said before what
_SAME = 1.0  # likeness of what it is before and after: one word, not a root or a rendering
_THEME = 1.0
_SURE, _BY_THEME, _MOST = 0.78, 0.04, 0.95


@dataclass(frozen=True, slots=True, eq=False)
class Moment:
    """``before`` or after ``what``, at a place of a sentence."""

    before: bool
    what: Term
    sentence: int
    place: int
    span: Span
    quoted: bool


def moments(comparison: Comparison) -> Iterator[Finding]:
    """What the article has before, and aligned sentences of siblings after the same, or the
    other way round; none of them as the article."""
    article = comparison.article
    for index in range(len(article.terms)):
        for ours in moments_in(article, index):
            if not any(_agrees(ours, sibling) for sibling in comparison.siblings):
                yield from _finding(comparison, ours)


def _agrees(ours: Moment, sibling: Reading) -> bool:
    """Whether a text has the same before or after the same."""
    return any(
        theirs.before == ours.before and alike(ours.what, theirs.what)
        for index in range(len(sibling.terms))
        for theirs in moments_in(sibling, index)
    )


def _finding(comparison: Comparison, ours: Moment) -> Iterator[Finding]:
    article = comparison.article
    about = theme(article, ours.sentence, ours.place)
    against: Witnesses[Moment] = Witnesses()
    for pair in comparison.of(ours.sentence):
        for theirs in moments_in(pair.sibling, pair.theirs):
            if theirs.before == ours.before or theirs.quoted != ours.quoted:
                continue
            common = shared(about, theme(pair.sibling, theirs.sentence, theirs.place),
                            article.rarity)  # fmt: skip
            enough = alike(ours.what, theirs.what) >= _SAME and common >= _THEME
            if enough:
                against.hear(common, pair, theirs)
    yield from against.finding(
        article,
        ours.span,
        code="M702",
        severity=Severity.CRITICAL,
        message=EXCHANGED,
        sure=lambda common: min(_MOST, _SURE + _BY_THEME * common),
    )


@kept
def moments_in(reading: Reading, sentence: int) -> tuple[Moment, ...]:
    """Everything that a sentence puts before or after something, in order."""
    terms, clauses, lexis = reading.terms[sentence], reading.clauses[sentence], reading.lexis
    found = []
    for place, term in enumerate(terms):
        before = term.word.folded in lexis.befores
        if not before and term.word.folded not in lexis.afters:
            continue
        if denied_or_dated(reading, sentence, place):
            continue
        after = range(place + 1, min(len(terms), place + 1 + _REACH))
        what = next((at for at in after if terms[at].content), None)
        if what is None or any(choice.question == "span" for choice in terms[what].choices):
            continue  # "a month before" it is "a month after" something else
        if clauses[what] == clauses[place]:
            span, quoted = term.span.cover(terms[what].span), term.word.token.quoted
            found.append(Moment(before, terms[what], sentence, place, span, quoted))
    return tuple(found)
