"""What a name stands for besides itself: a city, a region or a leader for the state, a place for
the body that sits there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ..facts import Term, of_form
from ..model import Home, Lexis
from .reading import Reading, kept
from .stands import stands

_OF_STATES = frozenset({"city", "region", "leader"})
_CITY = "name:city"
_ALONE = frozenset({"city", "region", "leader"})  # of which one is not another of one state


def homes(reading: Reading, sentence: int, place: int) -> tuple[Home, ...]:
    """Where the name at a place is at home, by itself or with the word beside it."""
    terms = reading.terms[sentence]
    found = list(_of_one(terms[place], reading.lexis))
    if place + 1 < len(terms):
        found += _of_two(terms[place], terms[place + 1], reading.lexis)
    if place:
        found += _of_two(terms[place - 1], terms[place], reading.lexis)
    return tuple(found)


@of_form
def _of_one(term: Term, lexis: Lexis) -> tuple[Home, ...]:
    known = lexis.vocabulary().homes
    forms = (*sorted(term.word.stems), term.word.bare, *sorted(term.lemmas))
    found = [home for form in forms for home in known.get(form, ())]
    if term.side and any(hit.source == _CITY for hit in term.readings):
        found.append(Home("city", frozenset({term.side})))  # a capital
    return tuple(dict.fromkeys(found))


def _of_two(one: Term, two: Term, lexis: Lexis) -> Iterator[Home]:
    known = lexis.vocabulary().homes
    for stem in sorted(one.word.stems):
        yield from known.get(f"{stem} {two.word.folded}", ())


@kept
def states(reading: Reading, _: int) -> frozenset[str]:
    """The states that a text speaks of, by whatever name."""
    found = {term.side for terms in reading.terms for term in terms if term.side}
    for sentence, terms in enumerate(reading.terms):
        for place in range(len(terms)):
            for home in homes(reading, sentence, place):
                if home.kind in _OF_STATES:
                    found |= home.codes
    return frozenset(found)


@kept
def _bodies(reading: Reading, _: int) -> frozenset[str]:
    """The bodies of which a text speaks, and all its words."""
    said = (stand for index in range(len(reading.terms)) for stand in stands(reading, index))
    bodies = {f"@{stand.answer}" for stand in said if stand.question == "body"}
    sides = {f"@{side.casefold()}" for side in states(reading, 0)}
    forms = {word.bare for words in reading.words for word in words}
    return reading.stated.lemmas | bodies | sides | forms


def accounts_for(reading: Reading, of: Iterable[Home], side: str) -> bool:
    """Whether a text speaks of that for which a name stands: its state, a state in its area, a
    body that sits there."""
    known = states(reading, 0)
    if side in known:
        return True
    return any(
        not home.codes.isdisjoint(_bodies(reading, 0) if home.kind == "seat" else known)
        for home in of
    )


def rivals(one: Iterable[Home], other: Iterable[Home]) -> bool:
    """Whether two names are of two cities, two regions or two persons of one state."""
    others = list(other)
    return any(
        mine.kind == theirs.kind and mine.kind in _ALONE and mine.codes & theirs.codes
        for mine in one
        for theirs in others
    )
