"""M402: told as certain here, as possible, alleged or planned there; or the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from ..facts import Term
from ..model import Finding, Message, Pos, Severity, Span
from .align import Pair
from .departure import LEAST, Comparison, Proof, departure, joint, same_matter
from .reading import Reading, kept
from .stands import negates, negator_of
from .theme import Theme, alike, same, shared, theme

_THEME = 1.5
_MOST = 0.95
_SCOPE = 4  # words that a word of doubt reaches
_NEXT = 2  # words after a word of doubt of which one is what it doubts
_DOUBT = frozenset({"possible", "alleged"})
_CERTAIN = Message(
    "the article states as certain what its sibling {article} does not: «{theirs}»",
    "يجزم المقال بما لا يجزم به {article}: «{theirs}»",
)
_DOUBTED = Message(
    "the article calls uncertain what its sibling {article} states: «{theirs}»",
    "يشكك المقال فيما يجزم به {article}: «{theirs}»",
)


@dataclass(frozen=True)
class _Degree:
    """A word of doubt or certainty, what it reaches, and what it is about."""

    sure: bool
    span: Span
    place: int
    reach: tuple[Term, ...]
    about: Theme
    quoted: bool
    said: bool
    governs: bool


def certainty(comparison: Comparison) -> Iterator[Finding]:
    """Statements whose degree of certainty every sibling that speaks of them has otherwise."""
    for index in range(len(comparison.article.terms)):
        pairs = comparison.of(index)
        if not pairs:
            continue
        degrees = _degrees(comparison.article, index)
        doubted = any(not degree.sure for degree in degrees)
        for degree in degrees:
            if not (degree.sure and doubted):
                yield from _finding(comparison, degree, pairs)


def asserted(comparison: Comparison) -> Iterator[Finding]:
    """Statements in the past tense and without a word of doubt, of what every sibling that
    speaks of it puts under one."""
    article = comparison.article
    for index in range(len(article.terms)):
        degrees = _degrees(article, index)
        if any(not degree.sure for degree in degrees) or _denies(article, index):
            continue
        if any(_doubts(pair.sibling, pair.theirs) for pair in comparison.of(index)):
            for place in _deeds(article, index):
                yield from _assertion(comparison, index, place)


def doubted(comparison: Comparison) -> Iterator[Finding]:
    """What the article puts under a word of doubt, and every sibling that speaks of it has as
    done, in the past tense and without such a word."""
    article = comparison.article
    for index in range(len(article.terms)):
        for degree in _doubts(article, index):
            yield from _doubt(comparison, index, degree)


def _doubt(comparison: Comparison, index: int, ours: _Degree) -> Iterator[Finding]:
    article = comparison.article
    against: dict[str, tuple[float, Pair, Term]] = {}
    for pair in comparison.of(index):
        sibling = pair.sibling
        if _doubts(sibling, pair.theirs) or _denies(sibling, pair.theirs):
            return
        for place in _deeds(sibling, pair.theirs):
            verb = sibling.terms[pair.theirs][place]
            if any(same(verb, term) for term in ours.reach[:_NEXT]):
                common = shared(ours.about, theme(sibling, pair.theirs, place, reach=10))
                if common > against.get(sibling.doc.id, (0.0,))[0]:
                    against[sibling.doc.id] = (common, pair, verb)
    confidence = joint(
        same_matter(pair, common) * min(_MOST, 0.3 + 0.15 * common)
        for common, pair, _ in against.values()
    )
    if ours.quoted or not against or confidence < LEAST:
        return
    _, pair, verb = max(against.values(), key=lambda one: (one[0], one[1].confidence))
    yield departure(
        article,
        ours.span,
        code="M402",
        severity=Severity.MAJOR,
        confidence=confidence,
        message=_DOUBTED.fill(theirs=pair.sibling.text(verb.span), article=pair.sibling.doc.id),
        proofs=[Proof(p.sibling, p.theirs, t.span, p.similarity) for _, p, t in against.values()],
    )


@kept
def _deeds(reading: Reading, sentence: int) -> tuple[int, ...]:
    """The places of the verbs that tell what is done."""
    terms = reading.terms[sentence]
    return tuple(place for place, term in enumerate(terms) if _done(reading, term))


def _done(reading: Reading, term: Term) -> bool:
    idle = reading.lexis.speech | reading.lexis.light
    modal = any(choice.family in {"modality", "certainty"} for choice in term.choices)
    return term.past and term.verb and not modal and not term.lemmas & idle


@kept
def _denies(reading: Reading, sentence: int) -> bool:
    return any(negates(term, reading) for term in reading.terms[sentence])


def _assertion(comparison: Comparison, index: int, place: int) -> Iterator[Finding]:
    article = comparison.article
    verb, about = article.terms[index][place], theme(article, index, place)
    against: dict[str, tuple[float, Pair, _Degree]] = {}
    for pair in comparison.of(index):
        sibling = pair.sibling
        theirs = sibling.terms[pair.theirs]
        done = any(same(theirs[at], verb) for at in _deeds(sibling, pair.theirs))
        doubts = _doubts(sibling, pair.theirs)
        if done and not doubts:
            return
        for other in doubts:
            reached = any(same(verb, term) for term in other.reach)
            common = shared((verb, *about), other.reach)
            if reached and common > against.get(sibling.doc.id, (0.0,))[0]:
                against[sibling.doc.id] = (common, pair, other)
    confidence = joint(
        same_matter(pair, common) * min(_MOST, 0.4 + 0.2 * common)
        for common, pair, _ in against.values()
    )
    if not against or confidence < LEAST:
        return
    _, pair, other = max(against.values(), key=lambda one: (one[0], one[1].confidence))
    yield departure(
        article,
        verb.span,
        code="M402",
        severity=Severity.CRITICAL,
        confidence=confidence,
        message=_CERTAIN.fill(theirs=pair.sibling.text(other.span), article=pair.sibling.doc.id),
        proofs=[Proof(p.sibling, p.theirs, d.span, p.similarity) for _, p, d in against.values()],
    )


@kept
def _doubts(reading: Reading, sentence: int) -> tuple[_Degree, ...]:
    """The words of doubt that govern what follows them."""
    return tuple(d for d in _degrees(reading, sentence) if not d.sure and d.governs)


def _finding(comparison: Comparison, ours: _Degree, pairs: Sequence[Pair]) -> Iterator[Finding]:
    against: dict[str, tuple[float, Pair, _Degree]] = {}
    for pair in pairs:
        theirs = _degrees(pair.sibling, pair.theirs)
        if any(other.sure == ours.sure and _common(ours, other) >= 1.0 for other in theirs):
            return
        for other in theirs:
            common = _common(ours, other)
            if not any(same(a, b) for a in ours.reach for b in other.reach):
                common -= 1.0
            if other.sure == ours.sure or other.quoted != ours.quoted or common < _THEME:
                continue
            if other.sure and other.said:
                continue  # "stressed that" is what speakers do
            if common > against.get(pair.sibling.doc.id, (0.0,))[0]:
                against[pair.sibling.doc.id] = (common, pair, other)
    confidence = joint(
        same_matter(pair, common) * min(_MOST, 0.4 + 0.12 * common)
        for common, pair, _ in against.values()
    )
    if not against or confidence < LEAST:
        return
    _, pair, other = max(against.values(), key=lambda one: (one[0], one[1].confidence))
    yield departure(
        comparison.article,
        ours.span,
        code="M402",
        severity=Severity.CRITICAL if ours.sure else Severity.MAJOR,
        confidence=confidence,
        message=(_CERTAIN if ours.sure else _DOUBTED).fill(
            theirs=pair.sibling.text(other.span), article=pair.sibling.doc.id
        ),
        proofs=[Proof(p.sibling, p.theirs, d.span, p.similarity) for _, p, d in against.values()],
    )


def _common(one: _Degree, other: _Degree) -> float:
    """What two statements share, what stands in the reach of their degree counting more."""
    reached = max((alike(a, b) for a in one.reach for b in other.reach), default=0.0)
    return shared(one.about, other.about) + 0.5 * reached


@kept
def _degrees(reading: Reading, sentence: int) -> tuple[_Degree, ...]:
    return tuple(
        chain.from_iterable(
            _degree(reading, sentence, place) for place in range(len(reading.terms[sentence]))
        )
    )


def _degree(reading: Reading, sentence: int, place: int) -> Iterator[_Degree]:
    terms = reading.terms[sentence]
    answers = {c.answer for c in terms[place].choices if c.family == "modality"}
    doubt = bool(answers & _DOUBT) and may_doubt(terms, place)
    sure = "sure" in answers and not doubt
    if not doubt and not sure:
        return
    if sure and negator_of(reading, sentence, place) is not None:
        doubt, sure = True, False
    reach = tuple(t for t in terms[place + 1 : place + 1 + _SCOPE] if t.content)
    end = terms[min(len(terms) - 1, place + 2)] if sure else terms[place]
    same_clause = reading.clauses[sentence][place] == reading.clauses[sentence][terms.index(end)]
    span = terms[place].span.cover(end.span if same_clause else terms[place].span)
    yield _Degree(
        sure,
        span,
        place,
        reach,
        theme(reading, sentence, place, reach=10),
        terms[place].word.token.quoted,
        bool(terms[place].lemmas & reading.lexis.speech),
        _governs(reading, sentence, place),
    )


def _governs(reading: Reading, sentence: int, place: int) -> bool:
    """Whether a word of doubt is said of a statement, and not of somebody: "a suspect"."""
    terms = reading.terms[sentence]
    if terms[place].readings and all(h.pos is Pos.NOUN for h in terms[place].readings):
        return False
    participle = any(hit.participle for hit in terms[place].readings)
    following = terms[place + 1].word if place + 1 < len(terms) else None
    return not participle or following is None or following.folded not in reading.lexis.pronominal


def may_doubt(terms: Sequence[Term], place: int) -> bool:
    """Whether a word of doubt is one: "may" only before a verb in the present tense."""
    term = terms[place]
    particle = any(hit.pos in {Pos.PARTICLE, Pos.CONJUNCTION} for hit in term.readings)
    if particle and place + 1 < len(terms):
        following = [hit for hit in terms[place + 1].readings if hit.pos is Pos.VERB]
        return bool(following) and all(hit.aspect == "imperfect" for hit in following)
    return True
