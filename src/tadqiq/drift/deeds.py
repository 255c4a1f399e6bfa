"""M402: told as done here, and under a word of doubt there; or the other way round."""

from __future__ import annotations

from collections.abc import Iterator

from ..facts import Term, of_form
from ..model import Finding, Lexis, Severity
from .certainty import CERTAIN, DOUBTED, Degree, degrees_in, doubts_in
from .departure import Comparison
from .reading import Reading, kept
from .stands import negators
from .theme import Theme, same, shared, theme
from .witnesses import Witnesses

_MOST = 0.95
_NEXT = 2  # words after a word of doubt of which one is what it doubts


def asserted(comparison: Comparison) -> Iterator[Finding]:
    """Statements in the past tense and without a word of doubt, of what every sibling that
    speaks of it puts under one."""
    article = comparison.article
    for index in range(len(article.terms)):
        degrees = degrees_in(article, index)
        if any(not degree.sure for degree in degrees):
            continue
        if any(doubts_in(pair.sibling, pair.theirs) for pair in comparison.of(index)):
            for place in deeds_in(article, index):
                if denied(article, index, place):
                    continue
                yield from _assertion(comparison, index, place)


def doubted(comparison: Comparison) -> Iterator[Finding]:
    """What the article puts under a word of doubt, and every sibling that speaks of it has as
    done, in the past tense and without such a word."""
    article = comparison.article
    for index in range(len(article.terms)):
        for degree in doubts_in(article, index):
            yield from _doubt(comparison, index, degree)


def _doubt(comparison: Comparison, index: int, ours: Degree) -> Iterator[Finding]:
    article = comparison.article
    against: Witnesses[Term] = Witnesses()
    for pair in comparison.of(index):
        sibling = pair.sibling
        if doubts_in(sibling, pair.theirs) or negators(sibling, pair.theirs):
            return
        for place in deeds_in(sibling, pair.theirs):
            verb = sibling.terms[pair.theirs][place]
            if any(same(verb, term) for term in ours.reach[:_NEXT]):
                about = theme(sibling, pair.theirs, place, reach=10)
                against.hear(shared(ours.about, about, article.rarity), pair, verb)
    if not ours.quoted:
        yield from against.finding(
            article,
            ours.span,
            code="M402",
            severity=Severity.MAJOR,
            message=DOUBTED,
            sure=lambda common: min(_MOST, 0.3 + 0.15 * common),
        )


@kept
def deeds_in(reading: Reading, sentence: int) -> tuple[int, ...]:
    """The places of the verbs that tell what is done."""
    terms = reading.terms[sentence]
    return tuple(
        place
        for place, term in enumerate(terms)
        if _done(term, reading.lexis) and not (place and _of_a_name(terms[place - 1]))
    )


def _of_a_name(before: Term) -> bool:
    """Whether what follows a word may be the rest of a name."""
    return before.named or not before.readings


@of_form
def _done(term: Term, lexis: Lexis) -> bool:
    idle = lexis.speech | lexis.light | lexis.relays
    modal = any(choice.family in {"modality", "certainty"} for choice in term.choices)
    return term.past and term.verb and not modal and not term.lemmas & idle


def denied(reading: Reading, sentence: int, place: int) -> bool:
    """Whether the clause of a word has a negator."""
    clauses = reading.clauses[sentence]
    return any(clauses[at] == clauses[place] for at in negators(reading, sentence))


def _assertion(comparison: Comparison, index: int, place: int) -> Iterator[Finding]:
    article = comparison.article
    verb = article.terms[index][place]
    about = Theme((verb, *theme(article, index, place)))
    against: Witnesses[Degree] = Witnesses()
    for pair in comparison.of(index):
        sibling = pair.sibling
        theirs = sibling.terms[pair.theirs]
        done = any(same(theirs[at], verb) for at in deeds_in(sibling, pair.theirs))
        doubts = doubts_in(sibling, pair.theirs)
        if done and not doubts:
            return
        for other in doubts:
            if any(same(verb, term) for term in other.reach):
                against.hear(shared(about, Theme(other.reach), article.rarity), pair, other)
    yield from against.finding(
        article,
        verb.span,
        code="M402",
        severity=Severity.CRITICAL,
        message=CERTAIN,
        sure=lambda common: min(_MOST, 0.4 + 0.2 * common),
    )
