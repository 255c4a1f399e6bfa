"""M801: what every sibling says with a bound, the article says without: a former minister, an
attempt, a suspended sentence, "on condition that".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..facts import Term
from ..model import Finding, Message, Pos, Severity, Span
from .align import CERTAIN, Pair
from .departure import Comparison
from .reading import Reading, kept
from .settled import leaves_open
from .stands import stands
from .theme import Theme, alike, same, shared
from .witnesses import Witnesses

_FAMILY, _CONDITION = "limit", "condition"
_FEWEST = 2  # siblings that must have the bound
_THEME = 2.0  # what two sentences must share
_HEAD = 0.7  # likeness of the words that are bound
_REACH, _WIDE = 2, 5  # words on either side of a bound, of a condition, one of which it bounds
_SAYS = 6  # words after a verb of saying in which "if" is "that"
# What the article leaves open in any way need not be bound in the same way.
_OPEN = frozenset({_CONDITION, "alleged", "attempt", "draft", "candidate"})
_LIKELY, _BY_THEME, _MOST = 0.5, 0.04, 0.75
_MESSAGE = Message(
    "its sibling {article} bounds this: «{theirs}»",
    "يقيّد {article} هذا القول: «{theirs}»",
)


@dataclass(frozen=True, slots=True, eq=False)
class Bound:
    """A word that bounds what is said, and the words before and after it."""

    kind: str
    span: Span
    before: tuple[Term, ...]
    after: tuple[Term, ...]


def bounds(comparison: Comparison) -> Iterator[Finding]:
    """Words that stand here without a bound, and under it in every sibling that has them."""
    article = comparison.article
    if len(comparison.siblings) < _FEWEST:
        return
    for index in range(len(article.terms)):
        pairs = _surest(comparison, index)
        if len(pairs) < _FEWEST:
            continue
        shared_kinds = frozenset.intersection(*(_kinds(p.sibling, p.theirs) for p in pairs))
        for kind in sorted(shared_kinds):
            if kind in _OPEN and leaves_open(article, index):
                continue
            if not any(kind in _kinds(article, at) for at in (index - 1, index, index + 1)):
                yield from _finding(comparison, index, kind, pairs)


def _surest(comparison: Comparison, index: int) -> Sequence[Pair]:
    """Of every sibling in the article's language the sentence that is surely of the same."""
    found: dict[str, Pair] = {}
    for pair in comparison.of(index):
        if pair.confidence >= CERTAIN and pair.sibling.doc.lang == comparison.article.doc.lang:
            found.setdefault(pair.sibling.doc.id, pair)
    return tuple(found.values())


def _kinds(reading: Reading, sentence: int) -> frozenset[str]:
    if not 0 <= sentence < len(reading.terms):
        return frozenset()
    return frozenset(bound.kind for bound in bounds_in(reading, sentence))


@kept
def bounds_in(reading: Reading, sentence: int) -> tuple[Bound, ...]:
    """The bounds of a sentence."""
    terms = reading.terms[sentence]
    told = [
        _bound(reading, sentence, stand.question, stand.first, stand.last)
        for stand in stands(reading, sentence)
        if stand.family == _FAMILY and (stand.last > stand.first or _spelt(terms[stand.first]))
    ]
    for place in range(len(terms) - 1):
        if _if(reading, terms, place):
            told.append(_bound(reading, sentence, _CONDITION, place, place))
    return tuple(told)


def _spelt(term: Term) -> bool:
    """Whether a word is a verb or begins like its lemma: "a race" is no "former"."""
    verb = any(hit.pos is Pos.VERB for hit in term.readings)
    return verb or any(term.word.bare.startswith(lemma) for lemma in term.lemmas)


def _if(reading: Reading, terms: Sequence[Term], place: int) -> bool:
    """Whether a word is the "if" that is spelt like "that": a verb follows, none of saying
    stands before it."""
    lexis, after = reading.lexis, terms[place + 1]
    if terms[place].word.folded not in lexis.conditional or not (after.past and after.verb):
        return False
    before = terms[max(0, place - _SAYS) : place]
    return not any(term.lemmas & lexis.speech for term in before)


def _bound(reading: Reading, sentence: int, kind: str, first: int, last: int) -> Bound:
    terms = reading.terms[sentence]
    reach = _WIDE if kind == _CONDITION else _REACH
    before = terms[max(0, first - reach) : first][::-1]
    after = terms[last + 1 : last + 1 + reach]
    return Bound(
        kind,
        terms[first].span.cover(terms[last].span),
        tuple(term for term in before if term.content),
        tuple(term for term in after if term.content),
    )


def _finding(
    comparison: Comparison, index: int, kind: str, pairs: Sequence[Pair]
) -> Iterator[Finding]:
    article = comparison.article
    about = Theme(term for term in article.terms[index] if term.content)
    against: Witnesses[Bound] = Witnesses()
    votes: dict[Term, float] = {}
    for pair in pairs:
        theirs = Theme(term for term in pair.sibling.terms[pair.theirs] if term.content)
        common = shared(about, theirs, article.rarity)
        for bound in bounds_in(pair.sibling, pair.theirs):
            if bound.kind != kind or common < _THEME or _met(about, bound):
                continue
            for term, weight in _bare(about, bound):
                votes[term] = votes.get(term, 0.0) + weight
                against.hear(common, pair, bound)
    if len(against) < len(pairs):
        return
    yield from against.finding(
        article,
        max(votes, key=lambda term: votes[term]).span,
        code="M801",
        severity=Severity.MAJOR,
        message=_MESSAGE,
        sure=lambda common: min(_MOST, _LIKELY + _BY_THEME * common),
    )


def _met(words: Sequence[Term], bound: Bound) -> bool:
    """Whether the article names the condition itself, without calling it one."""
    return bound.kind == _CONDITION and any(same(a, b) for a in words for b in bound.after)


def _bare(words: Sequence[Term], bound: Bound) -> Iterator[tuple[Term, float]]:
    """The article's words for what a sibling bounds, with how likely each is the one: nearer
    ones rather, and those for what is done rather where a condition bounds it."""
    heads = bound.before if bound.kind == _CONDITION else (*bound.before, *bound.after)
    for place, head in enumerate(heads):
        for term in words:
            if alike(term, head) >= _HEAD:
                deed = any(hit.masdar or hit.pos is Pos.VERB for hit in term.readings)
                weight = 1.0 + deed if bound.kind == _CONDITION else 1.0
                yield term, weight - place / len(heads) / 2
