"""How long something lasts, however it is put: 14 days, two weeks, half a month."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from ..facts import Quantity, Term
from ..model import Pos, Span
from .counted import Counted, counted
from .measures import UNITS
from .reading import Reading, kept
from .stands import stands

_SPAN = "span"
_SECONDS = UNITS[_SPAN]
_EXACTLY, _ROUGHLY = 1.05, 1.25  # ratio of two lengths that may be one
_MONTHS = 1.1  # and where months or years are told, which are not of one length
_BEYOND = 1.6  # how far one may be from the bound by which it is told
_LONG = 7 * _SECONDS["day"]
_TRIGGERS = 2  # words before a noun of time in which it is said that it is a length


@dataclass(frozen=True, slots=True, eq=False)
class Duration:
    """A length of time in seconds, as many as it may mean, at a place of a sentence; ``age`` that
    it is somebody's."""

    seconds: frozenset[float]
    bound: str
    loose: bool
    sentence: int
    place: int
    span: Span
    age: bool = False

    def agrees(self, other: Duration) -> bool:
        """Whether both may be one length."""
        return any(
            self._meets(one, other, two) for one in self.seconds for two in other.seconds if two
        )

    def _meets(self, one: float, other: Duration, two: float) -> bool:
        room = _ROUGHLY if self.loose or other.loose or self.bound or other.bound else _EXACTLY
        room = max(room, _MONTHS if max(one, two) > _LONG else 0.0)
        ratio = two / one
        longest = _BEYOND if "more" in (self.bound,) or other.bound == "less" else room
        shortest = _BEYOND if self.bound == "less" or other.bound == "more" else room
        return 1.0 / shortest <= ratio <= longest


@kept
def durations(reading: Reading, sentence: int) -> tuple[Duration, ...]:
    """The lengths of time of a sentence, in order."""
    told = [
        replace(one, age=_aged(reading, sentence, number.place))
        for number in counted(reading, sentence)
        for one in counted_durations(number)
    ]
    taken = [one.span for one in told]
    bare = [
        one
        for one in _nouns(reading, sentence)
        if not any(one.span.overlap(span) for span in taken)
    ]
    found = sorted((*told, *bare), key=lambda one: one.span)
    return tuple(_summed(reading, _joined(reading, sentence, found)))


def _summed(reading: Reading, found: Iterable[Duration]) -> Iterator[Duration]:
    """Lengths of time, an hour "and fifty minutes" as one."""
    last: Duration | None = None
    for one in found:
        if last is not None and _goes_with(reading, last, one):
            seconds = frozenset(a + b for a in last.seconds for b in one.seconds)
            last = replace(last, seconds=seconds, span=last.span.cover(one.span))
            continue
        if last is not None:
            yield last
        last = one
    if last is not None:
        yield last


def _goes_with(reading: Reading, last: Duration, one: Duration) -> bool:
    """Whether a length adds smaller units to the one before it."""
    text, joiners = reading.doc.text, tuple(reading.lexis.joiners)
    between = text[last.span.end : one.span.end].lstrip()
    gap = text[last.span.end : one.span.start].strip()
    joined = gap in reading.lexis.joiners or (not gap and between.startswith(joiners))
    return joined and max(one.seconds) < min(last.seconds)


def _joined(reading: Reading, sentence: int, found: Sequence[Duration]) -> Iterator[Duration]:
    """Lengths of time, a half with what it is added to: "a year and a half"."""
    halves = [
        number.quantity
        for number in counted(reading, sentence)
        if number.quantity.worded and max(number.quantity.values) < 1
    ]
    for one in found:
        if any(one.span.overlap(half.span) and _adds(reading, sentence, half) for half in halves):
            continue
        half = next((h for h in halves if _follows(reading, sentence, one, h)), None)
        if half is None:
            yield one
            continue
        unit = next(
            choice.answer
            for choice in _last(reading, sentence, one).choices
            if choice.question == _SPAN
        )
        more = max(half.values) * _SECONDS[unit]
        yield replace(
            one, seconds=frozenset(value + more for value in one.seconds),
            span=one.span.cover(half.span),
        )  # fmt: skip


def _adds(reading: Reading, sentence: int, half: Quantity) -> bool:
    """Whether a fraction is added to the noun of time before it."""
    terms = reading.terms[sentence]
    at = next((n for n, term in enumerate(terms) if term.span.overlap(half.span)), 0)
    joined = at > 0 and terms[at].word.folded.startswith(tuple(reading.lexis.joiners))
    return joined and any(choice.question == _SPAN for choice in terms[at - 1].choices)


def _follows(reading: Reading, sentence: int, one: Duration, half: Quantity) -> bool:
    """Whether a fraction is added to a length that ends right before it."""
    between = reading.doc.text[one.span.end : half.span.start].strip()
    return (
        one.span.end <= half.span.start
        and between in {"", *reading.lexis.joiners}
        and _adds(reading, sentence, half)
        and any(choice.question == _SPAN for choice in _last(reading, sentence, one).choices)
    )


def _last(reading: Reading, sentence: int, one: Duration) -> Term:
    """The last word of a length."""
    return next(term for term in reversed(reading.terms[sentence]) if term.span.overlap(one.span))


def counted_durations(number: Counted) -> Iterator[Duration]:
    """A number of units of time; not an hour of the day or a day of the month."""
    unit = number.answers.get(_SPAN)
    if unit is None or unit.first != number.place or number.quantity.kind != "count":
        return
    seconds = frozenset(
        value * _SECONDS[unit.answer] for value in number.quantity.values if value > 0
    )
    if seconds:
        span = number.quantity.span.cover(unit.span)
        yield Duration(
            seconds, number.bound, number.quantity.loose, number.sentence, number.place, span
        )


def _nouns(reading: Reading, sentence: int) -> Iterator[Duration]:
    """Two of a unit in one word, and one of it after a word that says how long."""
    for place, term in enumerate(reading.terms[sentence]):
        unit = next((one.answer for one in term.choices if one.question == _SPAN), "")
        if not unit or term.word.bare != term.word.folded:
            continue
        many = 2.0 if _dual(term) else float(_one(reading, sentence, place))
        if many:
            loose = bool(_before(reading, sentence, place) & reading.lexis.loose)
            seconds = frozenset({many * _SECONDS[unit]})
            bound = _bound(reading, sentence, place)
            yield Duration(seconds, bound, loose, sentence, place, term.span)


def _dual(term: Term) -> bool:
    nouns = [hit for hit in term.readings if hit.pos is Pos.NOUN]
    return bool(nouns) and all(hit.number == "d" and not hit.enclitic for hit in nouns)


def _one(reading: Reading, sentence: int, place: int) -> bool:
    """Whether a noun of time is one unit long: "for a month", "within a day", and no date."""
    terms, lexis = reading.terms[sentence], reading.lexis
    if not any(hit.pos is Pos.NOUN and hit.number == "s" for hit in terms[place].readings):
        return False
    after = terms[place + 1 : place + 2]
    if reading.doc.text[terms[place].span.end :].lstrip()[:1].isdigit():
        return False
    if after and reading.adjacent(terms[place].word, after[0].word):
        values = {lexis.numerals[s] for s in after[0].word.stems if s in lexis.numerals}
        if 1.0 in values or (values and after[0].word.folded.startswith(tuple(lexis.joiners))):
            return True
        if _goes_on(after[0]):
            return False
    return bool(_before(reading, sentence, place) & lexis.lasting)


def _goes_on(term: Term) -> bool:
    """Whether a word after a noun of time makes it a date or part of a phrase."""
    definite = term.word.bare != term.word.folded or term.named or bool(term.side)
    numeral = any(hit.pos is Pos.NUMERAL for hit in term.readings)
    return term.content and (definite or numeral or term.verb or not term.readings)


def _before(reading: Reading, sentence: int, place: int) -> frozenset[str]:
    """The forms of the words right before a word, and of what is written onto it."""
    terms = reading.terms[sentence]
    near = terms[max(0, place - _TRIGGERS) : place]
    return frozenset().union(*[{term.word.folded, *term.word.stems} for term in near])


def _bound(reading: Reading, sentence: int, place: int) -> str:
    """Whether a noun of time is told as a bound: "more than a year"."""
    answers = [
        stand.answer
        for stand in stands(reading, sentence)
        if stand.family == "bound" and place - _TRIGGERS <= stand.last < place
    ]
    return answers[-1] if answers else ""


def _aged(reading: Reading, sentence: int, place: int) -> bool:
    """Whether a length of time is the age of somebody."""
    near = _before(reading, sentence, place)
    return bool(near & reading.lexis.ages)
