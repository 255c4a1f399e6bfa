"""What a text has of sorts of which there is one in a place: days, offices, ranks, states,
places, persons."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from ..facts import Term, of_form
from ..model import Lexis, Pos, Span
from .names import same_name
from .reading import Reading, kept
from .stands import stands

_PLACES = frozenset({"name:city", "name:place"})
ANSWERS = frozenset({"office", "rank", "body"})
"""Sorts that are told by what a word answers, and not by its form."""


# Ranks by which one and the same person may be known.
_ALIKE = (
    frozenset({"commander", "general", "colonel", "captain", "officer", "president", "chairman"}),
    frozenset({"commander", "king"}),
    frozenset({"commander", "opposition_leader"}),
    frozenset({"commander", "premier"}),
    frozenset({"commander", "player"}),
    frozenset({"soldier", "officer", "colonel", "general", "captain"}),
    frozenset({"policeman", "officer", "colonel", "captain"}),
    frozenset({"director", "ceo", "chairman", "president", "founder"}),
    frozenset({"president", "premier"}),
    frozenset({"president", "mayor"}),
    frozenset({"president", "speaker"}),
    frozenset({"president", "rector"}),
    frozenset({"governor", "mayor", "president"}),
    frozenset({"professor", "researcher", "doctor", "teacher", "economist", "historian",
               "archaeologist", "physicist", "chemist", "biologist", "geologist"}),
    frozenset({"doctor", "surgeon", "dentist", "psychologist"}),
    frozenset({"ambassador", "envoy", "consul"}),
    frozenset({"lawyer", "prosecutor"}),
    frozenset({"judge", "prosecutor"}),
    frozenset({"deputy", "senator", "assistant"}),
    frozenset({"imam", "priest", "bishop", "rabbi"}),
    frozenset({"writer", "journalist", "editor", "poet"}),
    frozenset({"journalist", "broadcaster", "photographer"}),
    frozenset({"singer", "composer", "dancer"}),
    frozenset({"player", "striker", "defender", "goalkeeper"}),
    frozenset({"player", "runner", "swimmer", "boxer", "cyclist"}),
    frozenset({"pilot", "captain", "sailor"}),
    frozenset({"businessman", "founder", "banker", "chairman"}),
    frozenset({"spokesman", "adviser"}),
    frozenset({"spokesman", "speaker"}),
)  # fmt: skip


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
        return one.key == other.key or any({one.key, other.key} <= ranks for ranks in _ALIKE)
    if one.key == other.key or bool(one.term.lemmas & other.term.lemmas):
        return True
    if one.term.side and one.term.side == other.term.side:
        return True  # a state and its capital
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
            if at == stand.last and _acts(term):
                continue
            found.append(Mark(stand.question, stand.answer, term, sentence, at, head, stand.span))
    return tuple(found)


def _acts(term: Term) -> bool:
    """Whether a word may well be a verb, and is not spelt like a title."""
    verb = any(hit.pos is Pos.VERB for hit in term.readings)
    return verb and not any(term.word.bare.startswith(lemma) for lemma in term.lemmas)


def _head(terms: Sequence[Term], place: int) -> Term | None:
    """The noun right before a word."""
    before = terms[place - 1] if place else None
    return before if before is not None and before.content else None


@of_form
def _may_be_marked(term: Term, lexis: Lexis) -> bool:
    """Whether a word may be of a sort that is told by its form."""
    place = not term.readings or any(hit.source in _PLACES for hit in term.readings)
    return place or bool(term.side) or term.named or _dated(term, lexis) is not None


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
    elif place and _stands_for_place(reading, index, place):
        yield Mark("place", min(term.lemmas), term, index, place, head, term.span)
    elif term.named or city:
        sort = "place" if city or kinds & {"city", "place"} else "person"
        yield Mark(sort, min(term.lemmas), term, index, place, head, term.span)


def _stands_for_place(reading: Reading, index: int, place: int) -> bool:
    """Whether a word that may be something else is the name of a place where it stands: after
    a noun that bears such names, or known as one and after a preposition of place."""
    before, term = reading.terms[index][place - 1 : place + 1]
    lexis = reading.lexis
    bears = before.lemmas & lexis.places and before.word.bare == before.word.folded
    if any(hit.source in _PLACES for hit in term.readings):
        located = before.word.folded in lexis.within | lexis.towards | lexis.origins
        return bool(bears) or located
    return bool(bears) and not term.readings and reading.adjacent(before.word, term.word)


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
