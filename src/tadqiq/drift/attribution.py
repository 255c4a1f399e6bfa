"""M501: the article puts into one mouth what the siblings have from another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from ..facts import Term
from ..model import Finding, Message, Severity, Span
from .align import CERTAIN, Pair
from .departure import LEAST, Comparison, Proof, departure, joint, same_matter
from .names import same_name
from .reading import Reading, kept
from .speakers import speakers
from .stands import Stand, stands
from .theme import Theme, same, shared

_CONTENT = 1.5  # what two reports must share to be of the same saying
_SHARE = 0.4  # of the shorter report
_FEWEST = 3  # words of what is reported; with fewer it stands before the verb
_REPORTED = 16  # words of what is reported that are compared
_SURE, _UNLIKE = 0.79, 0.6  # where the speakers exclude each other, where they are merely unlike
# Who speaks for one another: the army for its ministry, doctors for their hospital.
_BODIES = (
    frozenset({"army", "ministry", "navy", "minister", "intelligence"}),
    frozenset({"police", "ministry", "minister"}),
    frozenset({"coastguard", "ministry", "army", "navy", "rescuers"}),
    frozenset({"government", "ministry", "minister", "president"}),
    frozenset({"doctors", "hospital", "doctor", "nurse", "expert"}),
    frozenset({"residents", "witness", "survivors", "neighbour", "victim", "passengers"}),
    frozenset({"defence", "lawyer"}),
    frozenset({"expert", "university", "doctors", "museum"}),
    frozenset({"company", "manager", "president", "owner", "businessman", "airline", "employee"}),
    frozenset({"club", "coach", "player", "president"}),
    frozenset({"party", "opposition", "parliament"}),
    frozenset({"court", "judge"}),
    frozenset({"rescuers", "firefighters", "civil_defence", "police"}),
    frozenset({"mayor", "governor", "government"}),
    frozenset({"accused", "lawyer", "defence"}),
    frozenset({"bank", "central_bank", "governor", "wb"}),
    frozenset({"rights", "un", "who"}),
    frozenset({"family", "residents"}),
    frozenset({"ambassador", "envoy", "embassy"}),
    frozenset({"spokesman", "army", "police", "ministry", "government", "company", "court", "club",
               "prosecution", "party", "opposition", "rights", "un", "rebels", "president",
               "coastguard", "university", "hospital", "bank", "airline", "union"}),
)  # fmt: skip
_MESSAGE = Message(
    "said by «{ours}» here, by «{theirs}» in {article}",
    "القائل هنا «{ours}»، وفي {article} «{theirs}»",
)


@dataclass(frozen=True)
class Saying:
    """Who says it, and what; ``alone`` if nobody else says anything in the sentence."""

    speaker: tuple[Term, ...]
    content: Theme
    span: Span
    stands: tuple[Stand, ...]
    demand: bool = False
    alone: bool = True

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

    @cached_property
    def anybody(self) -> bool:
        """Whether the speaker is named in so general a way that he may be any other: an
        official, the authorities."""
        return "anybody" in self.answers("source")

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
        not conflict(ours, theirs) and _common(comparison, ours, theirs) >= _CONTENT
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
            if conflict(ours, theirs) and _one_saying(comparison, ours, theirs):
                against.setdefault(pair.sibling.doc.id, (pair, theirs))
    confidence = joint(
        same_matter(pair, _common(comparison, ours, theirs))
        * (conflict(ours, theirs) if _plain(pair, ours, theirs) else _UNLIKE)
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


def _plain(pair: Pair, ours: Saying, theirs: Saying) -> bool:
    """Whether two sentences are surely of one saying: no other is in them."""
    return pair.confidence >= CERTAIN and ours.alone and theirs.alone


def _common(comparison: Comparison, ours: Saying, theirs: Saying) -> float:
    """How much two reports have in common."""
    return shared(ours.content, theirs.content, comparison.article.rarity)


def _one_saying(comparison: Comparison, ours: Saying, theirs: Saying) -> bool:
    """Whether both report the same words, and not merely of the same matter."""
    if ours.demand != theirs.demand:
        return False
    fewest = min(len(ours.content), len(theirs.content))
    return _common(comparison, ours, theirs) >= max(_CONTENT, _SHARE * fewest)


def conflict(one: Saying, other: Saying) -> float:
    """How sure it is that two speakers are not one: surely with other names, other states or
    other bodies, less surely where they are known by other words; 0 if they may be one."""
    if one.reported or other.reported or one.anybody or other.anybody:
        return 0.0  # who reports it is not who says it
    if one.people and other.people:
        return 0.0 if any(same_name(a, b) for a in one.people for b in other.people) else _SURE
    if one.sides and other.sides and not one.sides & other.sides:
        return _SURE
    answered = False
    for question in ("source", "office", "body"):
        mine, theirs = one.answers(question), other.answers(question)
        answered |= bool(mine and theirs)
        if mine and theirs and not _one_body(mine, theirs):
            return _UNLIKE if "unnamed" in mine | theirs else _SURE
    return 0.0 if answered or not _strangers(one, other) else _UNLIKE


def _strangers(one: Saying, other: Saying) -> bool:
    """Whether two phrases for speakers have no word in common, and neither names a state."""
    if one.sides or other.sides:
        return False
    return not any(same(a, b) for a in one.speaker for b in other.speaker)


def _one_body(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two sets of answers may be of one speaker, who speaks for the other's body."""
    if ours & theirs:
        return True
    return any(ours & body and theirs & body for body in _BODIES)


@kept
def sayings(reading: Reading, sentence: int) -> tuple[Saying, ...]:
    """Everything that a sentence says somebody said."""
    found = tuple(_sayings_in(reading, sentence))
    several = any(not _one_speaker(found[0], other) for other in found)
    return tuple(replace(one, alone=False) for one in found) if several else found


def _one_speaker(one: Saying, other: Saying) -> bool:
    """Whether two sayings of a sentence are of one speaker."""
    return any(same(a, b) for a in one.speaker for b in other.speaker)


def _sayings_in(reading: Reading, sentence: int) -> Iterator[Saying]:
    terms, lexis = reading.terms[sentence], reading.lexis
    for speaker in speakers(reading, sentence):
        mark = terms[speaker.mark]
        if not speaker.verb:
            rest = [t for t in terms if t.content and t not in speaker.words and t is not mark]
            yield _saying(reading, sentence, speaker.words, rest)
            continue
        last = max(speaker.mark, terms.index(speaker.words[-1]))
        content = [t for t in terms[last + 1 :] if t.content][:_REPORTED]
        if len(content) < _FEWEST:  # "…, as the police said"
            content = [t for t in terms[: speaker.mark] if t.content and t not in speaker.words]
        demand = bool(mark.lemmas & lexis.demands)
        yield _saying(reading, sentence, speaker.words, content, demand=demand)


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


def _span(speaker: Sequence[Term]) -> Span:
    return speaker[0].span.cover(speaker[-1].span)
