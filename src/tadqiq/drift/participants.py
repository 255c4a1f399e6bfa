"""Who is named in a sentence, and who stands nearest to a word."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ..facts import Term
from ..model import Pos, Span
from .reading import Reading, kept

_SHORTEST = 3
_PERSONAL = frozenset({"title", "speaker"})


@dataclass(frozen=True)
class Participant:
    """A noun phrase: the names, states or nouns by which it is known."""

    keys: frozenset[str]
    span: Span
    first: int
    last: int


def named(term: Term) -> bool:
    """Whether the word is a name or says of what country something is."""
    return bool(term.content and (term.side or term.named))


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
    if not keys:
        keys = {f"={lemma}" for term in parts for lemma in term.lemmas}
    else:
        keys |= {f"={lemma}" for term in parts if term.named for lemma in term.lemmas}
    span = parts[0].span.cover(parts[-1].span)
    return Participant(frozenset(keys), span, run[0], run[-1])


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


def _governed(reading: Reading, sentence: int, participant: Participant) -> bool:
    """Whether a preposition governs a participant."""
    terms = reading.terms[sentence]
    clitics = _clitics(reading, terms[participant.first]) & reading.lexis.governors
    before = terms[participant.first - 1] if participant.first else None
    return bool(clitics) or (before is not None and before.word.folded in reading.lexis.relations)
