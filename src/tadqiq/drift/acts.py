"""Who stands before and who after a predicate, whatever the predicate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from ..facts import Term
from ..model import Pos, Span
from .reading import Reading, kept

_AFTER, _BEFORE = 8, 5  # words in which participants stand
_SHORTEST = 3
_PERSONAL = frozenset({"title", "speaker"})


@dataclass(frozen=True)
class Participant:
    """A noun phrase: the names, states or nouns by which it is known."""

    keys: frozenset[str]
    span: Span
    first: int
    last: int
    named: bool
    side: str = ""


@dataclass(frozen=True)
class Act:
    """``first`` does to ``second`` what the predicate says."""

    predicate: Term
    first: Participant
    second: Participant
    span: Span
    quoted: bool = field(default=False)

    def like(self, other: Act) -> bool:
        """Whether both have the same predicate, by lemma, synonym or root."""
        one, two = self.predicate, other.predicate
        return bool(one.lemmas & two.lemmas or one.groups & two.groups or one.roots & two.roots)

    def straight(self, other: Act) -> bool:
        """Whether the participants stand in the same places."""
        return bool(self.first.keys & other.first.keys and self.second.keys & other.second.keys)

    def crossed(self, other: Act) -> bool:
        """Whether the participants have changed places."""
        return bool(self.first.keys & other.second.keys and self.second.keys & other.first.keys)


def named(term: Term) -> bool:
    """Whether the word is a name or says of what country something is."""
    return bool(term.content and (term.side or term.named))


@kept
def acts(reading: Reading, sentence: int) -> tuple[Act, ...]:
    """Every act in a sentence that two participants take part in."""
    found = participants(reading, sentence)
    if len(found) < 2:
        return ()
    return tuple(
        act
        for place, term in enumerate(reading.terms[sentence])
        if _predicate(reading, term)
        for act in _acts(reading, sentence, place, found)
    )


def _predicate(reading: Reading, term: Term) -> bool:
    if not term.content or term.named or term.side or term.word.stems & reading.lexis.mutual:
        return False
    if any(choice.family in {"title", "modality"} for choice in term.choices):
        return False
    readings = term.readings
    return any(hit.pos is Pos.VERB or hit.masdar for hit in readings) or (
        not reading.lexis.article and bool(readings)
    )


def _acts(
    reading: Reading, sentence: int, place: int, found: Sequence[Participant]
) -> Iterator[Act]:
    terms, clauses = reading.terms[sentence], reading.clauses[sentence]
    stop = _horizon(reading, sentence, place)
    after = [
        p for p in found if place < p.first and p.last < stop and clauses[p.first] == clauses[place]
    ]
    before = [
        p for p in found
        if place - _BEFORE <= p.last < place and clauses[p.first] == clauses[place]
        and not _governed(reading, sentence, p) and not _parted(reading, sentence, p.last, place)
    ]  # fmt: skip
    pairs = [(a, b) for a in before[-1:] for b in after[:2]] or [
        (a, b) for a in after[:1] for b in after[1:3] if not _governed(reading, sentence, a)
    ]
    for first, second in pairs:
        one_state = first.side and first.side == second.side
        if first.keys & second.keys or one_state or _joined(reading, sentence, second):
            continue
        if _parting(reading, sentence, place, second):
            continue
        turned = _agentive(reading, sentence, second) or _received(reading, sentence, place)
        doer, other = (second, first) if turned else (first, second)
        low = min(place, first.first, second.first)
        high = max(place, first.last, second.last)
        yield Act(
            terms[place], doer, other, terms[low].span.cover(terms[high].span),
            terms[place].word.token.quoted,
        )  # fmt: skip


def _horizon(reading: Reading, sentence: int, place: int) -> int:
    """Where another statement begins: at a complement, a relative or the next verb."""
    terms = reading.terms[sentence]
    for at in range(place + 1, min(len(terms), place + _AFTER + 1)):
        term = terms[at]
        relative = bool(term.readings) and all(hit.pos is Pos.RELATIVE for hit in term.readings)
        if term.word.folded in reading.lexis.complements or relative or (term.verb and term.past):
            return at
    return min(len(terms), place + _AFTER + 1)


def nearest(reading: Reading, sentence: int, place: int) -> Participant | None:
    """The party that stands nearest to a word in its clause, the one after it rather."""
    clauses = reading.clauses[sentence]
    near = [
        (min(abs(p.first - place), abs(p.last - place)) + (0.5 if p.last < place else 0.0), p)
        for p in participants(reading, sentence)
        if clauses[p.first] == clauses[place]
        and not p.first <= place <= p.last
        and not _governed(reading, sentence, p)
    ]
    return min(near, key=lambda one: one[0])[1] if near else None


@kept
def participants(reading: Reading, sentence: int) -> tuple[Participant, ...]:
    """Names, states, people and bodies of a sentence; title, adjective and name are one."""
    terms = reading.terms[sentence]
    runs: list[list[int]] = []
    for place, term in enumerate(terms):
        if not _may_take_part(reading, term):
            continue
        near = runs and runs[-1][-1] == place - 1 and not _starts(terms, runs[-1], place, reading)
        if near and reading.adjacent(terms[place - 1].word, term.word):
            runs[-1].append(place)
        else:
            runs.append([place])
    return tuple(_participant(terms, run) for run in runs if not _placed(reading, terms, run[0]))


def _placed(reading: Reading, terms: Sequence[Term], place: int) -> bool:
    """Whether a phrase says where something is, so that it does nothing."""
    clitics = _clitics(reading, terms[place])
    before = terms[place - 1].word.folded if place else ""
    return bool(clitics & reading.lexis.within) or before in reading.lexis.within


def _participant(terms: Sequence[Term], run: Sequence[int]) -> Participant:
    parts = [terms[at] for at in run]
    keys = {f"@{name}" for term in parts for name in term.names if term.named}
    if not keys:
        keys = {f"#{term.side}" for term in parts if term.side}
    is_named = bool(keys)
    if not keys:
        keys = {f"={lemma}" for term in parts for lemma in term.lemmas}
    else:
        keys |= {f"={lemma}" for term in parts if term.named for lemma in term.lemmas}
    span = parts[0].span.cover(parts[-1].span)
    side = next((term.side for term in parts if term.side), "")
    return Participant(frozenset(keys), span, run[0], run[-1], is_named, side)


def _may_take_part(reading: Reading, term: Term) -> bool:
    if not term.content or len(term.word.bare) < _SHORTEST or term.verb:
        return False
    if term.word.stems & set(reading.lexis.weekdays):
        return False
    return named(term) or any(choice.family in _PERSONAL for choice in term.choices)


def _clitics(reading: Reading, term: Term) -> frozenset[str]:
    """What is written onto the word, if the word is known without it."""
    found = {hit.proclitics[0] for hit in term.readings if hit.proclitics}
    return frozenset(found - {reading.lexis.article})


def _starts(terms: Sequence[Term], run: Sequence[int], place: int, reading: Reading) -> bool:
    """Whether a word opens a phrase of its own: a preposition is written onto it, or the phrase
    before it is complete: it has its name, or its state and this is another."""
    term, before = terms[place], [terms[at] for at in run]
    if _clitics(reading, term):
        return True
    has_name = any(t.named for t in before)
    if term.side and any(t.side and t.side != term.side for t in before):
        return True
    return has_name and not term.named and not (term.side and _adjective(term))


def _adjective(term: Term) -> bool:
    return any(hit.pos is Pos.ADJECTIVE for hit in term.readings)


def _joined(reading: Reading, sentence: int, participant: Participant) -> bool:
    """Whether a participant is coordinated with the one before."""
    clitics = _clitics(reading, reading.terms[sentence][participant.first])
    return bool(clitics & reading.lexis.joiners)


def _governed(reading: Reading, sentence: int, participant: Participant) -> bool:
    """Whether a preposition governs a participant."""
    terms = reading.terms[sentence]
    clitics = _clitics(reading, terms[participant.first]) & reading.lexis.governors
    before = terms[participant.first - 1] if participant.first else None
    return bool(clitics) or (before is not None and before.word.folded in reading.lexis.relations)


def _agentive(reading: Reading, sentence: int, participant: Participant) -> bool:
    """Whether a participant is marked as the doer: "by", "at the hands of"."""
    terms = reading.terms[sentence]
    before = " ".join(
        t.word.folded for t in terms[max(0, participant.first - 2) : participant.first]
    )
    return before in reading.lexis.agents


def _received(reading: Reading, sentence: int, place: int) -> bool:
    """Whether the subject of a verb receives or suffers what it, or the noun after it, names."""
    terms = reading.terms[sentence]
    verbs = terms[max(0, place - _BEFORE) : place + 1]
    return any(term.lemmas & reading.lexis.inverse for term in verbs)


def _parting(reading: Reading, sentence: int, place: int, participant: Participant) -> bool:
    """Whether "from" before a participant says where something comes from, and not from whom
    the act is suffered or asked."""
    terms, lexis = reading.terms[sentence], reading.lexis
    before = terms[participant.first - 1].word.folded if participant.first else ""
    if before not in lexis.origins:
        return False
    asked = frozenset(w for action in lexis.actions if before in action.marks for w in action.words)
    verb = terms[place]
    return not (verb.word.stems & asked) and not _received(reading, sentence, place)


def _parted(reading: Reading, sentence: int, start: int, end: int) -> bool:
    """Whether a verb or a complement stands between two places."""
    return any(
        term.verb or term.word.folded in reading.lexis.complements
        for term in reading.terms[sentence][start + 1 : end]
    )
