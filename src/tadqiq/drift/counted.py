"""What a number counts: its unit, whom or what, dead or hurt, at least or at most."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ..facts import Quantity, Term
from ..model import Span
from .reading import Reading, kept
from .stands import Stand, stands
from .theme import Theme, theme

_AFTER, _BEFORE = 3, 4  # words in which it is said what a number counts
_BOUND = 10  # words before it in which a verb bounds it: "the cases exceeded"
_BREAKS = frozenset(",،؛;:")
_FAMILIES = frozenset({"kind", "unit"})
_MEASURES = frozenset({"length", "weight"})


@dataclass(frozen=True)
class Counted:
    """A quantity of a sentence with its answers, by question, and the words that give them."""

    quantity: Quantity
    sentence: int
    place: int
    answers: Mapping[str, Stand]
    noun: Term | None
    about: Theme = field(repr=False)

    @cached_property
    def least(self) -> float:
        """The smallest value that it may mean."""
        return min(self.quantity.values)

    @cached_property
    def most(self) -> float:
        """The largest value that it may mean."""
        return max(self.quantity.values)

    @cached_property
    def bound(self) -> str:
        """ "more", "less" or nothing."""
        stand = self.answers.get("bound")
        return stand.answer if stand else ""

    @cached_property
    def measured(self) -> bool:
        """Whether it may be of units of length, area, volume or weight."""
        if self.quantity.kind != "count" or not self.quantity.noun:
            return False
        if self.answers:
            return not self.answers.keys().isdisjoint(_MEASURES)
        return self.noun is None or not any(hit.human for hit in self.noun.readings)

    def span(self, question: str) -> Span:
        """The number with the word that answers ``question``."""
        stand = self.answers.get(question)
        return self.quantity.span.cover(stand.span) if stand else self.quantity.span


@kept
def counted(reading: Reading, sentence: int) -> tuple[Counted, ...]:
    """The quantities of a sentence with what they count."""
    terms = reading.terms[sentence]
    said = stands(reading, sentence)
    found = []
    taken: set[tuple[int, str]] = set()
    for quantity in reading.quantities[sentence]:
        inside = [at for at, term in enumerate(terms) if quantity.span.overlap(term.span)]
        after = next(
            (at for at, t in enumerate(terms) if t.span.start >= quantity.span.end), len(terms)
        )
        before = inside[0] - 1 if inside else after - 1
        if before >= 0 and _parted(reading.doc.text[terms[before].span.end : quantity.span.start]):
            before = -1
        answers = dict(_answers(reading, sentence, said, before, after, taken, quantity.span))
        noun = terms[after] if after < len(terms) and terms[after].content else None
        found.append(
            Counted(
                quantity, sentence, after, answers, noun, _about(reading, sentence, before, after)
            )
        )
    return tuple(found)


def _parted(between: str) -> bool:
    """Whether a comma stands between a word and the number after it."""
    return bool(_BREAKS.intersection(between))


def _about(reading: Reading, sentence: int, before: int, after: int) -> Theme:
    place = min(max(0, before), len(reading.terms[sentence]) - 1)
    if place < 0:
        return Theme()
    own = reading.terms[sentence][place]
    around = theme(reading, sentence, place)
    return Theme((*((own,) if own.content else ()), *around))


def _answers(
    reading: Reading,
    sentence: int,
    said: Sequence[Stand],
    before: int,
    after: int,
    taken: set[tuple[int, str]],
    own: Span,
) -> Iterator[tuple[str, Stand]]:
    clauses = reading.clauses[sentence]
    home = clauses[min(max(0, before), len(clauses) - 1)] if clauses else 0
    others = [q.span for q in reading.quantities[sentence] if q.span != own]
    terms = reading.terms[sentence]
    questions: dict[str, Stand] = {}
    following = [
        s for s in said
        if after <= s.first < after + _AFTER
        and (s.family in _FAMILIES or (clauses[s.first] == home and _closes(reading, s)))
        and not s.negated
        and not _date(reading, sentence, after, s)
        and not _joined(reading, sentence, after, s.first + 1)
        and not _dated(reading, sentence, s.last)
    ]  # fmt: skip
    preceding = [
        s for s in reversed(said)
        if before - (_BOUND if s.family == "bound" and s.verb else _BEFORE) < s.last <= before
        and clauses[s.first] == home
        and (s.family in _FAMILIES or s.family == "bound")
        and not _joined(reading, sentence, s.last + 1, before + 1)
    ]  # fmt: skip
    year = any(q.kind == "year" for q in reading.quantities[sentence] if q.span == own)
    for stand in () if year else (*following, *preceding):
        start, end = sorted((stand.span.start, terms[min(max(0, before), len(terms) - 1)].span.end))
        crossed = any(start < span.start and span.end < end for span in others)
        if stand.question not in questions and not crossed:
            if (stand.first, stand.question) in taken and stand.first < before:
                continue
            taken.add((stand.first, stand.question))
            questions[stand.question] = stand
    yield from questions.items()


def _closes(reading: Reading, bound: Stand) -> bool:
    """Whether a bound belongs to the number before it: "at least", not "less than" the next."""
    if bound.family != "bound" or bound.last == bound.first:
        return False
    numbers = reading.quantities[bound.sentence]
    return not any(0 <= one.span.start - bound.span.end <= 1 for one in numbers)


def _date(reading: Reading, sentence: int, after: int, stand: Stand) -> bool:
    """Whether a word for a stretch of time says when: "900 at the end of the year"."""
    if stand.question != "span" or stand.first == after:
        return False
    return reading.terms[sentence][stand.first - 1].word.folded not in reading.lexis.within


def _dated(reading: Reading, sentence: int, place: int) -> bool:
    """Whether a unit is the "day" before a weekday: "in minute 89 on day Sunday"."""
    terms = reading.terms[sentence]
    following = terms[place + 1].word.stems if place + 1 < len(terms) else frozenset()
    return not following.isdisjoint(reading.lexis.weekdays)


def _joined(reading: Reading, sentence: int, start: int, end: int) -> bool:
    """Whether "and" stands between two places as a word of its own."""
    between = reading.terms[sentence][start:end]
    joiners = reading.lexis.joiners
    return any(
        term.word.folded in joiners
        or any(hit.proclitics and hit.proclitics[0] in joiners for hit in term.readings)
        for term in between
    )
