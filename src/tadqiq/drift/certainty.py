"""M402: told as certain here, as possible, alleged or planned there; or the other way round."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from ..facts import Term, of_form
from ..model import Finding, Lexis, Message, Pos, Severity, Span
from .align import Pair
from .departure import LEAST, Comparison, Proof, departure, joint, same_matter
from .rarity import Rarity
from .reading import Reading, kept
from .stands import negator_of
from .theme import Theme, alike, same, shared, theme

_THEME = 1.5
_MOST = 0.95
_SCOPE = 4  # words that a word of doubt reaches
_DOUBT = frozenset({"possible", "alleged"})
CERTAIN = Message(
    "the article states as certain what its sibling {article} does not: «{theirs}»",
    "يجزم المقال بما لا يجزم به {article}: «{theirs}»",
)
DOUBTED = Message(
    "the article calls uncertain what its sibling {article} states: «{theirs}»",
    "يشكك المقال فيما يجزم به {article}: «{theirs}»",
)


@dataclass(frozen=True)
class Degree:
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
        degrees = degrees_in(comparison.article, index)
        doubted = any(not degree.sure for degree in degrees)
        for degree in degrees:
            if not (degree.sure and doubted):
                yield from _finding(comparison, degree, pairs)


@kept
def doubts_in(reading: Reading, sentence: int) -> tuple[Degree, ...]:
    """The words of doubt that govern what follows them."""
    return tuple(d for d in degrees_in(reading, sentence) if not d.sure and d.governs)


def _finding(comparison: Comparison, ours: Degree, pairs: Sequence[Pair]) -> Iterator[Finding]:
    rarity = comparison.article.rarity
    against: dict[str, tuple[float, Pair, Degree]] = {}
    for pair in pairs:
        theirs = degrees_in(pair.sibling, pair.theirs)
        if any(other.sure == ours.sure and _common(ours, other, rarity) >= 1.0 for other in theirs):
            return
        for other in theirs:
            common = _common(ours, other, rarity)
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
        message=(CERTAIN if ours.sure else DOUBTED).fill(
            theirs=pair.sibling.text(other.span), article=pair.sibling.doc.id
        ),
        proofs=[Proof(p.sibling, p.theirs, d.span, p.similarity) for _, p, d in against.values()],
    )


def _common(one: Degree, other: Degree, rarity: Rarity) -> float:
    """What two statements share, what stands in the reach of their degree counting more."""
    reached = max((alike(a, b) for a in one.reach for b in other.reach), default=0.0)
    return shared(one.about, other.about, rarity) + 0.5 * reached


@kept
def degrees_in(reading: Reading, sentence: int) -> tuple[Degree, ...]:
    """The words of doubt and certainty of a sentence."""
    return tuple(
        chain.from_iterable(
            _degree(reading, sentence, place)
            for place, term in enumerate(reading.terms[sentence])
            if _modality(term, reading.lexis)
        )
    )


@of_form
def _modality(term: Term, _: Lexis) -> frozenset[str]:
    """How certain a word may say that something is."""
    return frozenset(c.answer for c in term.choices if c.family == "modality")


def _degree(reading: Reading, sentence: int, place: int) -> Iterator[Degree]:
    terms = reading.terms[sentence]
    answers = _modality(terms[place], reading.lexis)
    doubt = bool(answers & _DOUBT) and may_doubt(terms, place) and _surely(reading, terms[place])
    sure = "sure" in answers and not doubt
    if not doubt and not sure:
        return
    early = place > 0 and bool(terms[place - 1].lemmas & reading.lexis.premature)
    if sure and (early or negator_of(reading, sentence, place) is not None):
        doubt, sure = True, False
    reach = tuple(t for t in terms[place + 1 : place + 1 + _SCOPE] if t.content)
    span = _stretch(reading, sentence, place) if sure else terms[place].span
    yield Degree(
        sure,
        span,
        place,
        reach,
        theme(reading, sentence, place, reach=10),
        terms[place].word.token.quoted,
        bool(terms[place].lemmas & reading.lexis.speech),
        _governs(reading, sentence, place),
    )


def _stretch(reading: Reading, sentence: int, place: int) -> Span:
    """A word of certainty with what it makes certain: the verb before an adverb, else the next
    two words."""
    terms, clauses = reading.terms[sentence], reading.clauses[sentence]
    verbal = place > 0 and any(hit.pos is Pos.VERB for hit in terms[place - 1].readings)
    if verbal and not any(hit.pos is Pos.VERB for hit in terms[place].readings):
        return terms[place - 1].span.cover(terms[place].span)
    last = min(len(terms) - 1, place + 2)
    end = terms[last] if clauses[last] == clauses[place] else terms[place]
    return terms[place].span.cover(end.span)


def _surely(reading: Reading, term: Term) -> bool:
    """Whether a word with a conjunction before it is a verb of doubt, however it is parted: in
    Arabic "promised" is spelt like "and counted"."""
    joined = any(stem not in term.lemmas for clitic, stem in term.word.parts
                 if clitic in reading.lexis.joiners)  # fmt: skip
    verbs = [hit for hit in term.readings if hit.pos is Pos.VERB]
    split = {bool(hit.proclitics) for hit in verbs}
    return not (joined and len(split) > 1)


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
        return any(hit.aspect == "imperfect" for hit in following)
    return True
