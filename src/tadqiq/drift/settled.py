"""M402: told as done where every sibling leaves it open, whatever words they use for the deed.

A verb of the article need not be a verb of a sibling: the whole sentence is compared, of which
nothing here leaves open what it tells, and the first thing told there is under a word of doubt.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..facts import Term
from ..model import Finding, Pos, Severity, Span
from .align import CERTAIN as ALIGNED
from .certainty import CERTAIN, degrees_in, doubts_in, may_doubt
from .deeds import deeds_in
from .departure import Comparison
from .reading import Reading, kept
from .stands import negators
from .theme import Theme, shared
from .witnesses import Witnesses

_NEAR = 3  # words before a verb in which a negator denies it
_THEME = 2.5  # what two sentences must share
_LIKELY, _BY_THEME, _MOST = 0.45, 0.05, 0.75
_PENDING, _TRIED = frozenset({"pending"}), frozenset({"tried"})
_OPEN = frozenset({"possible", "alleged", "tried", "pending", "open"})


@dataclass(frozen=True, slots=True)
class _Place:
    span: Span


def settled(comparison: Comparison) -> Iterator[Finding]:
    """Deeds told as done in sentences of which the siblings leave the matter open."""
    article = comparison.article
    for index in range(len(article.terms)):
        deed = _done(article, index)
        certain = [
            degree
            for degree in degrees_in(article, index)
            if degree.sure and not _future(article, article.terms[index][degree.place])
        ]
        span = certain[0].span if certain else deed
        if span is not None:
            yield from _against(comparison, index, span)


def _against(comparison: Comparison, index: int, span: Span) -> Iterator[Finding]:
    """The finding at ``span``, if siblings that surely speak of the same leave it open, and none
    of them tells it as done."""
    article = comparison.article
    about = _theme(article, index)
    against: Witnesses[_Place] = Witnesses()
    for pair in comparison.of(index):
        if pair.confidence < ALIGNED or pair.sibling.doc.lang != article.doc.lang:
            continue
        if _done(pair.sibling, pair.theirs):
            return
        doubt = _doubt(pair.sibling, pair.theirs)
        if doubt is None:
            continue
        common = shared(about, _theme(pair.sibling, pair.theirs), article.rarity)
        if common >= _THEME:
            against.hear(common, pair, _Place(doubt))
    yield from against.finding(
        article,
        span,
        code="M402",
        severity=Severity.CRITICAL,
        message=CERTAIN,
        sure=lambda common: min(_MOST, _LIKELY + _BY_THEME * common),
    )


@kept
def _theme(reading: Reading, sentence: int) -> Theme:
    """All content words of a sentence."""
    return Theme(term for term in reading.terms[sentence] if term.content)


@kept
def _done(reading: Reading, sentence: int) -> Span | None:
    """The first thing that a sentence tells as done, if nothing in it leaves anything open."""
    if leaves_open(reading, sentence):
        return None
    terms, clauses = reading.terms[sentence], reading.clauses[sentence]
    for place, term in enumerate(terms):
        begins = place == 0 or clauses[place] != clauses[place - 1]
        if not (place in deeds_in(reading, sentence) or (begins and _may_tell(reading, term))):
            continue
        near = any(place - _NEAR <= at < place for at in negators(reading, sentence))
        return None if near or _relative(reading, sentence, place) else term.span
    return None


def _may_tell(reading: Reading, term: Term) -> bool:
    """Whether a word that begins a clause may tell what is done: its only other readings are of
    a first person."""
    if term.lemmas & (reading.lexis.speech | reading.lexis.light | reading.lexis.relays):
        return False
    verbs = [hit for hit in term.readings if hit.pos is Pos.VERB]
    past = any(hit.aspect == "perfect" for hit in verbs)
    return past and not _answers(term) and len(verbs) == len(term.readings)


@kept
def leaves_open(reading: Reading, sentence: int) -> bool:
    """Whether anything in a sentence leaves anything open."""
    return any(_leaves(reading, sentence, at) for at in range(len(reading.terms[sentence])))


@kept
def _doubt(reading: Reading, sentence: int) -> Span | None:
    """The word of doubt under which a sentence tells what it first tells."""
    terms, deeds = reading.terms[sentence], deeds_in(reading, sentence)
    marks = {
        degree.place
        for degree in doubts_in(reading, sentence)
        if not (terms[degree.place].side or terms[degree.place].names)
    }
    marks |= {at for at, term in enumerate(terms) if term.verb and _answers(term) & _PENDING}
    first = min(marks, default=None)
    if first is None or terms[first].word.token.quoted or any(at < first for at in deeds):
        return None
    return None if _answers(terms[first]) & _TRIED else terms[first].span


def _answers(term: Term) -> frozenset[str]:
    return frozenset(choice.answer for choice in term.choices if choice.family == "modality")


def _leaves(reading: Reading, sentence: int, place: int) -> bool:
    """Whether a word leaves open what it is said of."""
    terms = reading.terms[sentence]
    if _answers(terms[place]) & _OPEN and may_doubt(terms, place):
        return True
    return _future(reading, terms[place])


def _future(reading: Reading, term: Term) -> bool:
    """Whether a word is a verb in the future."""
    return any(
        hit.pos is Pos.VERB
        and hit.aspect == "imperfect"
        and hit.proclitics[-1:] == (reading.lexis.future,)
        for hit in term.readings
    )


def _relative(reading: Reading, sentence: int, place: int) -> bool:
    """Whether a verb opens a clause of its own: one of time, a relative one with its pronoun,
    or after an indefinite noun, without."""
    if not place:
        return False
    before = reading.terms[sentence][place - 1]
    if before.word.folded in reading.lexis.afters | reading.lexis.befores:
        return True
    if any(hit.pos is Pos.RELATIVE for hit in before.readings):
        return True
    known = before.named or not before.readings
    definite = before.word.bare != before.word.folded
    one_clause = reading.clauses[sentence][place] == reading.clauses[sentence][place - 1]
    return one_clause and before.content and not (known or definite)
