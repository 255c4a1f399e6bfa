"""M403: the same word denied here and affirmed there."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import zip_longest

from ..facts import Term, of_form
from ..model import Finding, Lexis, Message, Severity, Span
from .align import Pair
from .departure import LEAST, Comparison, Proof, departure, joint, same_matter
from .reading import Reading, kept
from .stands import in_scope, negator_of, negators, stands
from .theme import shared, theme

_THEME = 2.0
_MOST = 0.95
_BY_ONE = 0.85  # what one sibling denies, and no other, was affirmed of something else as often
_ARGUMENT = 0.7
_SAME = 0.5  # by how much less a sibling that says the same must share
_VERB = 3  # words before a noun in which the verb that affirms it may stand
_CONDITION = 8  # words around a predicate in which an exception or a condition bounds it
_DENIED = Message(
    "the article denies what its sibling {article} affirms: «{theirs}»",
    "ينفي المقال ما يثبته {article}: «{theirs}»",
)
_AFFIRMED = Message(
    "the article affirms what its sibling {article} denies: «{theirs}»",
    "يثبت المقال ما ينفيه {article}: «{theirs}»",
)


@dataclass(frozen=True)
class _Predicate:
    """A word that states something, denied or not."""

    term: Term
    span: Span
    denied: bool
    place: int
    quoted: bool


def negation(comparison: Comparison) -> Iterator[Finding]:
    """Predicates denied on one side only."""
    article = comparison.article
    for index in range(len(article.terms)):
        pairs = comparison.of(index)
        own = _denies(article, index)
        gainsaid = [p for p in pairs if own or _denies(p.sibling, p.theirs)]
        if not gainsaid:  # only there may the same be denied here and affirmed there
            continue
        denied = frozenset().union(*(_denied(p.sibling, p.theirs) for p in gainsaid))
        for ours in _predicates(article, index):
            if ours.denied and _said_by_opposite(comparison, index, ours):
                continue
            if ours.denied or not denied.isdisjoint(ours.term.keys):
                yield from _finding(comparison, index, ours, gainsaid)


def _finding(
    comparison: Comparison,
    index: int,
    ours: _Predicate,
    pairs: Sequence[Pair],
) -> Iterator[Finding]:
    about, rarity = theme(comparison.article, index, ours.place), comparison.article.rarity
    against: dict[str, tuple[float, Pair, _Predicate]] = {}
    for pair in pairs:
        for theirs in _like(ours, pair, denied=not ours.denied):
            common = shared(about, theme(pair.sibling, pair.theirs, theirs.place), rarity)
            if _near(comparison.article, index, ours, pair, theirs) < _ARGUMENT:
                common -= 1.0
            if common >= _THEME and common > against.get(pair.sibling.doc.id, (0.0,))[0]:
                against[pair.sibling.doc.id] = (common, pair, theirs)
    if not against:
        return
    agreeing = max(
        (
            shared(about, theme(pair.sibling, pair.theirs, theirs.place), rarity) + _SAME
            for pair in comparison.of(index)
            for theirs in _like(ours, pair, denied=ours.denied)
        ),
        default=0.0,
    )
    best = max(strength for strength, _, _ in against.values())
    confidence = joint(
        same_matter(pair, strength) * min(_MOST, 0.35 + 0.15 * strength)
        for strength, pair, _ in against.values()
    )
    if len(against) == 1:
        confidence *= _BY_ONE
    if best <= agreeing or confidence < LEAST:
        return
    _, pair, other = max(against.values(), key=lambda one: (one[0], one[1].confidence))
    yield departure(
        comparison.article,
        _stated(comparison.article, index, ours),
        code="M403",
        severity=Severity.CRITICAL,
        confidence=confidence,
        message=(_DENIED if ours.denied else _AFFIRMED).fill(
            theirs=pair.sibling.text(other.span), article=pair.sibling.doc.id
        ),
        proofs=[Proof(p.sibling, p.theirs, s.span, p.similarity) for _, p, s in against.values()],
    )


def _near(article: Reading, index: int, ours: _Predicate, pair: Pair, theirs: _Predicate) -> float:
    """How much the words right around two predicates have in common."""
    return shared(
        theme(article, index, ours.place, reach=3),
        theme(pair.sibling, pair.theirs, theirs.place, reach=3),
        article.rarity,
    )


def _like(ours: _Predicate, pair: Pair, *, denied: bool) -> Iterator[_Predicate]:
    """The same predicate in a sibling's sentence, denied or not."""
    if denied and not _denies(pair.sibling, pair.theirs):
        return
    known = _by_key(pair.sibling, pair.theirs)
    places = {place for key in ours.term.keys for place in known.get(key, ())}
    predicates = _predicates(pair.sibling, pair.theirs)
    for theirs in (predicates[place] for place in sorted(places)):
        alike = theirs.denied == denied and theirs.quoted == ours.quoted
        if alike and _same_predicate(ours.term, theirs.term):
            yield theirs


@kept
def _by_key(reading: Reading, sentence: int) -> Mapping[str, Sequence[int]]:
    """Which predicates of a sentence have a key."""
    found: dict[str, list[int]] = defaultdict(list)
    for place, predicate in enumerate(_predicates(reading, sentence)):
        for key in predicate.term.keys:
            found[key].append(place)
    return found


@kept
def _denied(reading: Reading, sentence: int) -> frozenset[str]:
    """The keys of what a sentence denies."""
    denied = (found.term.keys for found in _predicates(reading, sentence) if found.denied)
    return frozenset().union(*denied)


@kept
def _denies(reading: Reading, sentence: int) -> bool:
    """Whether a sentence denies anything."""
    return bool(negators(reading, sentence)) and any(
        found.denied for found in _predicates(reading, sentence)
    )


def _same_predicate(one: Term, other: Term) -> bool:
    if one.lemmas & other.lemmas:
        return True
    return bool(one.roots & other.roots) and one.verb and other.verb


@kept
def _predicates(reading: Reading, sentence: int) -> tuple[_Predicate, ...]:
    """The verbs and nouns of a sentence that state something."""
    return tuple(
        found
        for place, term in enumerate(reading.terms[sentence])
        if _states(term, reading.lexis) and (found := _predicate(reading, sentence, place, term))
    )


@of_form
def _states(term: Term, lexis: Lexis) -> bool:
    """Whether a word may state something that can be denied."""
    if not term.content or term.named or not term.readings:
        return False
    modal = any(choice.family == "modality" for choice in term.choices)
    return not modal and not term.lemmas & (lexis.light | lexis.speech)


def _predicate(reading: Reading, sentence: int, place: int, term: Term) -> _Predicate | None:
    if _excepted(reading, sentence, place):
        return None
    negator = negator_of(reading, sentence, place)
    if negator is not None and place - negator > 1 and _acts(term):
        return None  # who did not see it is not denied
    if negator is None and in_scope(reading, sentence, place):
        return None
    terms = reading.terms[sentence]
    first = place if negator is None else negator
    return _Predicate(
        term,
        terms[first].span.cover(term.span),
        negator is not None,
        place,
        term.word.token.quoted,
    )


def _stated(article: Reading, sentence: int, ours: _Predicate) -> Span:
    """A predicate with the verb right before it in its clause that affirms it: "found there"."""
    terms, clauses = article.terms[sentence], article.clauses[sentence]
    for at in range(ours.place - 1, max(-1, ours.place - 1 - _VERB), -1):
        if clauses[at] != clauses[ours.place] or ours.denied or ours.term.verb:
            break
        if terms[at].verb:
            return terms[at].span.cover(ours.span)
    return ours.span


def _acts(term: Term) -> bool:
    """Whether a word is for somebody who acts, and not for what happens."""
    return any(choice.family in {"title", "speaker"} for choice in term.choices)


def _excepted(reading: Reading, sentence: int, place: int) -> bool:
    """Whether what a word states is bound by an exception or a condition: "will not … unless",
    "did not … but after"; what is denied there and what is affirmed is open."""
    terms, lexis = reading.terms[sentence], reading.lexis
    known = negators(reading, sentence)
    after = [term.word.folded for term in terms[place : place + 1 + _CONDITION]]
    bounds = _bounds(lexis)
    if any(one in bounds or f"{one} {two}" in bounds for one, two in zip_longest(after, after[1:])):
        return bool(known) or after[0] in bounds
    return False


@cache
def _bounds(lexis: Lexis) -> frozenset[str]:
    return lexis.conditions | lexis.restrictions


def _said_by_opposite(comparison: Comparison, index: int, ours: _Predicate) -> bool:
    """Whether a sibling affirms the opposite of what the article denies, which is the same:
    "is not allowed" and "forbidden"."""
    mine = {(s.question, s.answer) for s in stands(comparison.article, index)
            if s.first == ours.place and s.negated}  # fmt: skip
    return bool(mine) and any(
        (theirs.question, theirs.answer) in mine
        for sibling in comparison.siblings
        for at in range(len(sibling.terms))
        for theirs in stands(sibling, at)
    )
