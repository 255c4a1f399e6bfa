"""What a text has of sorts of which there is one in a place: days, offices, ranks, states,
places, persons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..facts import Term, of_form
from ..model import Lexis, Span
from .names import same_name
from .reading import Reading, kept
from .stands import stands

ANSWERS = frozenset({"office", "rank", "body"})
"""Sorts that are told by what a word answers, and not by its form."""


@dataclass(frozen=True, slots=True, eq=False)
class Mark:
    """Something of a sort at a place of a sentence; ``key`` tells it from others of its sort."""

    sort: str
    key: str
    term: Term
    sentence: int
    place: int
    head: Term | None
    span: Span


def same(one: Mark, other: Mark) -> bool:
    """Whether two marks are of the same thing."""
    if one.sort != other.sort:
        return False
    if one.sort in ANSWERS:
        return one.key == other.key
    if one.key == other.key or bool(one.term.lemmas & other.term.lemmas):
        return True
    return one.sort != "place" and same_name(one.term, other.term)


def marks(reading: Reading) -> Iterator[Mark]:
    """Everything of a known sort in a text, in order."""
    for index in range(len(reading.terms)):
        yield from marks_in(reading, index)


@kept
def marks_in(reading: Reading, sentence: int) -> tuple[Mark, ...]:
    """Everything of a known sort in a sentence."""
    terms = reading.terms[sentence]
    script, lexis = reading.doc.profile.script, reading.lexis
    found = [
        mark
        for place, term in enumerate(terms)
        if _may_be_marked(term, lexis) and term.word.token.script == script
        for mark in _named(reading, sentence, place)
    ]
    for stand in stands(reading, sentence):
        head = _head(terms, stand.first)
        ministry = head is not None and _of_ministers(head)
        if stand.family == "title" and (stand.question != "office" or ministry):
            term, at = terms[stand.first], stand.first
            found.append(Mark(stand.question, stand.answer, term, sentence, at, head, stand.span))
    return tuple(found)


def _head(terms: Sequence[Term], place: int) -> Term | None:
    """The noun right before a word."""
    before = terms[place - 1] if place else None
    return before if before is not None and before.content else None


@of_form
def _may_be_marked(term: Term, lexis: Lexis) -> bool:
    """Whether a word may be of a sort that is told by its form."""
    return bool(term.side) or term.named or _dated(term, lexis) is not None


def _named(reading: Reading, index: int, place: int) -> Iterator[Mark]:
    terms, lexis = reading.terms[index], reading.lexis
    term, head = terms[place], _head(terms, place)
    if head is not None and head.side and head.side == term.side:
        return  # the second word of one name
    dated = _dated(term, lexis)
    if dated is not None:
        yield Mark(*dated, term, index, place, head, term.span)
        return
    kinds = {hit.source.removeprefix("name:") for hit in term.readings}
    two = place + 1 < len(terms) and term.side and terms[place + 1].side == term.side
    city = (term.named and "city" in kinds) or (two and not _states(reading, terms, place))
    if term.side and not city:
        yield Mark("side", term.side, term, index, place, head, term.span)
    elif term.named or city:
        sort = "place" if city or kinds & {"city", "place"} else "person"
        yield Mark(sort, min(term.lemmas), term, index, place, head, term.span)


@of_form
def _dated(term: Term, lexis: Lexis) -> tuple[str, str] | None:
    """The sort and key of a weekday or month."""
    for table, sort in ((lexis.weekdays, "weekday"), (lexis.months, "month")):
        number = next((table[stem] for stem in sorted(term.word.stems) if stem in table), None)
        if number is not None:
            return sort, str(number)
    return None


def _states(reading: Reading, terms: Sequence[Term], place: int) -> bool:
    """Whether a name of two words is a state's or body's own, not its capital's."""
    return terms[place].word.folded.startswith(reading.lexis.article)


def _of_ministers(head: Term) -> bool:
    return any(choice.answer in {"minister", "ministry"} for choice in head.choices)


@kept
def by_sort_in(reading: Reading, sentence: int) -> Mapping[str, Sequence[Mark]]:
    """The marks of a sentence by their sort."""
    return _sorted(marks_in(reading, sentence))


def _sorted(found: Iterable[Mark]) -> Mapping[str, Sequence[Mark]]:
    by_sort: dict[str, list[Mark]] = defaultdict(list)
    for mark in found:
        by_sort[mark.sort].append(mark)
    return by_sort


def of_sort(reading: Reading, sort: str) -> Sequence[Mark]:
    """The marks of one sort in a text."""
    return _by_sort(reading, 0).get(sort, ())


@kept
def _by_sort(reading: Reading, _: int) -> Mapping[str, Sequence[Mark]]:
    return _sorted(marks(reading))
