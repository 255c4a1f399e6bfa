"""Neighbouring words that other texts of the event have nowhere."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from ..facts import Term, of_form
from ..model import Lexis, Pos, Span
from .names import mentions
from .reading import Reading, kept
from .slots import slot

_LONGEST = 4  # words of one filler
_SHORTEST_NAME = 3  # letters of a word that nothing knows, to be taken for a name


@dataclass(frozen=True, slots=True, eq=False)
class Filler:
    """Neighbouring words of a sentence that another text has nowhere; ``slot`` as in slots.py."""

    sentence: int
    first: int
    last: int
    kind: str
    span: Span
    slot: str = ""


def lacks(reading: Reading, term: Term) -> bool:
    """Whether a text has neither the word, nor one that may mean the same, nor the name."""
    return reading.stated.keys.isdisjoint(term.keys) and not mentions(reading, term)


@kept
def fillable(reading: Reading, sentence: int) -> tuple[int, ...]:
    """The places of the words of a sentence that may stand for others."""
    terms, script = reading.terms[sentence], reading.doc.profile.script
    return tuple(
        place
        for place, term in enumerate(terms)
        if _may_fill(term, reading.lexis) and term.word.token.script == script
    )


@of_form
def _may_fill(term: Term, _: Lexis) -> bool:
    """Whether a word may stand for another: no verb, number or state; those are compared apart."""
    numeral = any(hit.pos is Pos.NUMERAL for hit in term.readings)
    return term.content and not term.verb and not numeral and not term.side


def runs(reading: Reading, sentence: int, places: Sequence[int]) -> Iterator[Filler]:
    """Neighbouring words as one filler."""
    terms, clauses = reading.terms[sentence], reading.clauses[sentence]
    run: list[int] = []
    for place in (*places, -1):
        if run and (place != run[-1] + 1 or clauses[place] != clauses[run[-1]]):
            span = terms[run[0]].span.cover(terms[run[-1]].span)
            if len(run) <= _LONGEST:
                kind, own = _kind(terms, run[0], run[-1]), slot(reading, sentence, run[0])
                yield Filler(sentence, run[0], run[-1], kind, span, own)
            run = []
        run.append(place)


def _kind(terms: Sequence[Term], first: int, last: int) -> str:
    head = terms[first]
    if any(choice.answer == "anybody" for choice in head.choices):
        return ""  # an official may be any other
    if any(choice.question == "rank" for choice in head.choices) or any(
        hit.human and hit.pos is Pos.NOUN for hit in head.readings
    ):
        return "person"
    if any(choice.family in {"title", "speaker"} for choice in head.choices):
        return "body"
    if any(_named(terms, at) for at in range(first, last + 1)):
        return "name"
    nominal = {Pos.NOUN, Pos.ADJECTIVE}
    return "noun" if any(hit.pos in nominal for hit in head.readings) else ""


def _named(terms: Sequence[Term], place: int) -> bool:
    """Whether a word can hardly be anything but a name: known as such, or unknown beside a
    name, a title or a kind of body, or in quotation marks."""
    term = terms[place]
    if term.named:
        return True
    if term.readings or len(term.word.bare) < _SHORTEST_NAME:
        return False
    around = [terms[at] for at in (place - 1, place + 1) if 0 <= at < len(terms)]
    return term.word.token.quoted or any(
        other.names
        or any(choice.family in {"title", "speaker"} for choice in other.choices)
        or any(hit.human for hit in other.readings)
        or (not other.readings and other.content)
        for other in around
    )
