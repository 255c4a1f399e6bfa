"""Whether two words are one name, and whether a text has a name."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from functools import lru_cache

from ..facts import Term, of_form, skeleton
from ..model import Lexis
from .reading import Reading, kept

_CONSONANTS = 3  # from how many on two names that share all are one
_SHORT_FORM = 3  # letters of a name by which a longer one is called, too
_LETTERS = 0.8  # likeness of letters from which two forms may be one name


@dataclass(slots=True)
class _Names:
    """Everything in a text that may be a name: what is the same by table, and the spellings of
    what may be the same by its letters, by script. ``asked`` keeps answers."""

    known: set[str] = field(default_factory=set)
    spellings: dict[str, set[str]] = field(default_factory=lambda: defaultdict(set))
    asked: dict[tuple[str, str], bool] = field(default_factory=dict)

    def add(self, term: Term, lexis: Lexis) -> None:
        self.known |= _marks(term, lexis)
        if term.names:
            self.spellings[term.word.token.script].add(term.word.bare)

    def has(self, term: Term, lexis: Lexis) -> bool:
        if not self.known.isdisjoint(_marks(term, lexis)):
            return True
        form = term.word.bare, term.word.token.script
        if term.side:
            return False  # a state is known by its own names
        if term.names and form not in self.asked:
            others = self.spellings.get(form[1], ())
            self.asked[form] = any(spelt_alike(form[0], other) for other in others)
        return bool(term.names) and self.asked[form]


@of_form
def _marks(term: Term, _: Lexis) -> frozenset[str]:
    """By what two terms are surely of the same name: lemmas, form, names, the state."""
    marks = frozenset(f"={lemma}" for lemma in term.lemmas | {term.word.bare})
    marks |= {f"@{name}" for name in term.names}
    return marks | {f"#{term.side}"} if term.side else marks


def mentions(reading: Reading, term: Term, *, content: bool = True) -> bool:
    """Whether a text has the name, in whatever spelling; among its content words, or all."""
    return (_content_names if content else _all_names)(reading, 0).has(term, reading.lexis)


@kept
def _content_names(reading: Reading, _: int) -> _Names:
    found = (term for terms in reading.terms for term in terms if term.content)
    return _collected(found, reading.lexis)


@kept
def _all_names(reading: Reading, _: int) -> _Names:
    return _collected((term for terms in reading.terms for term in terms), reading.lexis)


def _collected(terms: Iterable[Term], lexis: Lexis) -> _Names:
    names = _Names()
    for term in {term.word.folded: term for term in terms}.values():
        names.add(term, lexis)
    return names


def same_name(one: Term, other: Term) -> bool:
    """Whether two words may be one name, in whatever spelling or script."""
    if one.side and other.side:
        return one.side == other.side
    if one.names & other.names or one.lemmas & other.lemmas:
        return True
    if not (one.names and other.names) or one.word.token.script != other.word.token.script:
        return False
    return spelt_alike(one.word.bare, other.word.bare)


@lru_cache(maxsize=1 << 16)
def spelt_alike(one: str, other: str) -> bool:
    """Whether two forms of one script may be spellings of one name, or its short form."""
    short, long = sorted((one, other), key=len)
    if len(short) >= _SHORT_FORM and long.startswith(short):
        return True
    if len(skeleton(one)) >= _CONSONANTS and skeleton(one) == skeleton(other):
        return True
    if 2 * min(len(one), len(other)) < _LETTERS * (len(one) + len(other)):
        return False
    return SequenceMatcher(None, one, other).ratio() >= _LETTERS
