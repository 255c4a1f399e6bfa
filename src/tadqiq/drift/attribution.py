"""M501: the article puts into one mouth what the siblings have from another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from ..facts import Term
from ..model import Finding, Message, Severity, Span
from .align import Pair
from .departure import LEAST, Comparison, Proof, departure, joint, same_matter
from .names import same_name
from .participants import named
from .reading import Reading, kept
from .stands import Stand, stands
from .theme import Theme, shared

_CONTENT = 1.5  # what two reports must share to be of the same saying
_SHARE = 0.4  # of the shorter report
_LONGEST = 8  # words of a speaker
_BEFORE = 5  # words before the verb in which he may stand
_REPORTED = 16  # words of what is reported that are compared
_SURE = 0.85
# Who speaks for one another: the army for its ministry, doctors for their hospital.
_BODIES = (
    frozenset({"army", "ministry"}),
    frozenset({"police", "ministry"}),
    frozenset({"coastguard", "ministry", "army"}),
    frozenset({"government", "ministry", "president"}),
    frozenset({"doctors", "hospital", "doctor"}),
    frozenset({"residents", "witness", "survivors"}),
    frozenset({"defence", "lawyer"}),
    frozenset({"expert", "university"}),
)
_MESSAGE = Message(
    "said by «{ours}» here, by «{theirs}» in {article}",
    "القائل هنا «{ours}»، وفي {article} «{theirs}»",
)


@dataclass(frozen=True)
class Saying:
    """Who says it, and what."""

    speaker: tuple[Term, ...]
    content: Theme
    span: Span
    stands: tuple[Stand, ...]
    demand: bool = False

    @cached_property
    def people(self) -> tuple[Term, ...]:
        return tuple(term for term in self.speaker if term.named and not term.side)

    @cached_property
    def sides(self) -> frozenset[str]:
        return frozenset(term.side for term in self.speaker if term.side)

    @cached_property
    def reported(self) -> bool:
        """Whether the speaker is a medium, an agency or an unnamed source."""
        return bool(self.answers("source") & {"agency", "paper", "medium"})

    def answers(self, question: str) -> frozenset[str]:
        """What is said of the speaker as to one question."""
        return self._answered.get(question, frozenset())

    @cached_property
    def _answered(self) -> Mapping[str, frozenset[str]]:
        found: dict[str, frozenset[str]] = {}
        for stand in self.stands:
            known = found.get(stand.question, frozenset())
            found[stand.question] = known | {stand.answer}
        return found


def attribution(comparison: Comparison) -> Iterator[Finding]:
    """Sayings that aligned sentences attribute to somebody else, and no sibling to the same."""
    article = comparison.article
    for index in range(len(article.terms)):
        for ours in sayings(article, index):
            for finding in _finding(comparison, ours, comparison.of(index)):
                if not _agreed(comparison, ours):
                    yield finding


def _agreed(comparison: Comparison, ours: Saying) -> bool:
    """Whether any sibling attributes the same to a speaker who may be the same."""
    return any(
        _compatible(ours, theirs) and _common(comparison, ours, theirs) >= _CONTENT
        for sibling in comparison.siblings
        for index in range(len(sibling.terms))
        for theirs in sayings(sibling, index)
    )


def _finding(comparison: Comparison, ours: Saying, pairs: Sequence[Pair]) -> Iterator[Finding]:
    against: dict[str, tuple[Pair, Saying]] = {}
    for pair in pairs:
        if pair.sibling.doc.lang != comparison.article.doc.lang:
            continue
        for theirs in sayings(pair.sibling, pair.theirs):
            if _incompatible(ours, theirs) and _one_saying(comparison, ours, theirs):
                against.setdefault(pair.sibling.doc.id, (pair, theirs))
    confidence = joint(
        same_matter(pair, _common(comparison, ours, theirs)) * _SURE
        for pair, theirs in against.values()
    )
    if not against or confidence < LEAST:
        return
    pair, theirs = next(iter(against.values()))
    yield departure(
        comparison.article,
        ours.span,
        code="M501",
        severity=Severity.MAJOR,
        confidence=confidence,
        message=_MESSAGE.fill(
            ours=comparison.article.text(ours.span),
            theirs=pair.sibling.text(theirs.span),
            article=pair.sibling.doc.id,
        ),
        proofs=[Proof(p.sibling, p.theirs, s.span, p.similarity) for p, s in against.values()],
    )


def _common(comparison: Comparison, ours: Saying, theirs: Saying) -> float:
    """How much two reports have in common."""
    return shared(ours.content, theirs.content, comparison.article.rarity)


def _one_saying(comparison: Comparison, ours: Saying, theirs: Saying) -> bool:
    """Whether both report the same words, and not merely of the same matter."""
    if ours.demand != theirs.demand:
        return False
    fewest = min(len(ours.content), len(theirs.content))
    return _common(comparison, ours, theirs) >= max(_CONTENT, _SHARE * fewest)


def _compatible(one: Saying, other: Saying) -> bool:
    return not _incompatible(one, other)


def _incompatible(one: Saying, other: Saying) -> bool:
    """Whether the two speakers cannot be one: other names, other states, other bodies."""
    if one.reported or other.reported:
        return False  # who reports it is not who says it
    if one.people and other.people:
        return not any(same_name(a, b) for a in one.people for b in other.people)
    if one.sides and other.sides and not one.sides & other.sides:
        return True
    for question in ("source", "office", "body"):
        mine, theirs = one.answers(question), other.answers(question)
        if mine and theirs and not _one_body(mine, theirs):
            return True
    return False


def _one_body(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two sets of answers may be of one speaker, who speaks for the other's body."""
    if ours & theirs:
        return True
    return any(ours & body and theirs & body for body in _BODIES)


@kept
def sayings(reading: Reading, sentence: int) -> tuple[Saying, ...]:
    """Everything that a sentence says somebody said."""
    return tuple(_sayings_in(reading, sentence))


def _sayings_in(reading: Reading, sentence: int) -> Iterator[Saying]:
    terms, clauses, lexis = reading.terms[sentence], reading.clauses[sentence], reading.lexis
    for place, term in enumerate(terms):
        if term.word.stems & lexis.sources or term.lemmas & lexis.sources:
            speaker = _run(reading, sentence, place + 1)
            if _telling(speaker):
                rest = [t for t in terms if t.content and t not in speaker and t is not term]
                yield _saying(reading, sentence, speaker, rest)
        elif term.lemmas & lexis.speech and not term.named:
            speaker = _run(reading, sentence, place + 1)
            if not _telling(speaker):
                speaker = tuple(
                    t for at, t in enumerate(terms[:place])
                    if at >= place - _BEFORE and clauses[at] == clauses[place] and t.content
                )  # fmt: skip
            if _telling(speaker):
                last = max(place, terms.index(speaker[-1]))
                content = [t for t in terms[last + 1 :] if t.content][:_REPORTED]
                demand = bool(term.lemmas & lexis.demands)
                yield _saying(reading, sentence, speaker, content, demand=demand)


def _saying(
    reading: Reading,
    sentence: int,
    speaker: tuple[Term, ...],
    content: Sequence[Term],
    *,
    demand: bool = False,
) -> Saying:
    span = _span(speaker)
    said = tuple(stand for stand in stands(reading, sentence) if span.contains(stand.span))
    return Saying(speaker, Theme(content), span, said, demand)


def _telling(speaker: Sequence[Term]) -> bool:
    """Whether a phrase names somebody who may speak."""
    return any(
        named(term) or any(c.family in {"title", "speaker"} for c in term.choices)
        for term in speaker
    )


def _run(reading: Reading, sentence: int, start: int) -> tuple[Term, ...]:
    """The content words of a noun phrase, up to "that" or the end of the clause."""
    terms, clauses = reading.terms[sentence], reading.clauses[sentence]
    found: list[Term] = []
    for at in range(start, min(len(terms), start + _LONGEST)):
        term = terms[at]
        if (
            clauses[at] != clauses[min(start, len(clauses) - 1)]
            or term.word.folded in reading.lexis.complements
        ):
            break
        if term.verb or (
            found and not term.content and term.word.folded in reading.lexis.relations
        ):
            break
        if term.content:
            found.append(term)
    return tuple(found)


def _span(speaker: Sequence[Term]) -> Span:
    return speaker[0].span.cover(speaker[-1].span)
