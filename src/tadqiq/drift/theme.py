"""What a word is said about: the words around it, and how much of them two texts share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from ..facts import Term
from .reading import Reading

_REACH = 7  # words on either side
_FEWEST = 4  # content words; with fewer in the clause the next clause tells, too
_WORTH = {"@": 1.5, "#": 1.2, "=": 1.0, "~": 0.8, "√": 0.7}

Theme = tuple[Term, ...]


def theme(reading: Reading, sentence: int, place: int, *, reach: int = _REACH) -> Theme:
    """The content words around a word, of its clause as far as they are enough."""
    terms, clauses = reading.terms[sentence], reading.clauses[sentence]
    places = [
        at
        for at in range(max(0, place - reach), min(len(terms), place + reach + 1))
        if at != place and terms[at].content
    ]
    own = [at for at in places if clauses[at] == clauses[place]]
    return tuple(terms[at] for at in (own if len(own) >= _FEWEST else places))


def shared(one: Iterable[Term], other: Sequence[Term]) -> float:
    """How much two themes have in common: a lemma counts 1, a name more, a root less."""
    total, left = 0.0, list(other)
    for term in one:
        best = max(left, key=lambda theirs: alike(term, theirs), default=None)
        worth = alike(term, best) * min(term.weight, best.weight) if best is not None else 0.0
        if best is not None and worth:
            total += worth
            left.remove(best)
    return total


def alike(one: Term, other: Term) -> float:
    """How much it says that two texts have these words: 0 if they have nothing in common."""
    common = one.keys & other.keys
    return max((_WORTH[key[0]] for key in common), default=0.0)


def same(one: Term, other: Term) -> bool:
    """Whether two words may mean the same."""
    return not one.keys.isdisjoint(other.keys)
