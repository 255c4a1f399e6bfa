"""What a word is said about: the words around it, and how much of them two texts share."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

from ..facts import Term
from .reading import Reading

_REACH = 7  # words on either side
_FEWEST = 4  # content words; with fewer in the clause the next clause tells, too
_WORTH = {"@": 1.5, "#": 1.2, "=": 1.0, "~": 0.8, "√": 0.7, "%": 0.6}


class Theme(tuple[Term, ...]):
    """The content words that something is said about."""

    @cached_property
    def keys(self) -> frozenset[str]:
        """All by which any of them is matched."""
        return _all_keys(self)


def theme(reading: Reading, sentence: int, place: int, *, reach: int = _REACH) -> Theme:
    """The content words around a word, of its clause as far as they are enough."""
    found, key = reading.told.themes, (sentence, place, reach)
    if key not in found:
        found[key] = Theme(_around(reading, sentence, place, reach))
    result: Theme = found[key]
    return result


def _around(reading: Reading, sentence: int, place: int, reach: int) -> Iterator[Term]:
    terms, clauses = reading.terms[sentence], reading.clauses[sentence]
    places = [
        at
        for at in range(max(0, place - reach), min(len(terms), place + reach + 1))
        if at != place and terms[at].content
    ]
    own = [at for at in places if clauses[at] == clauses[place]]
    return (terms[at] for at in (own if len(own) >= _FEWEST else places))


def shared(one: Iterable[Term], other: Sequence[Term]) -> float:
    """How much two themes have in common: a lemma counts 1, a name more, a root less."""
    keys = other.keys if isinstance(other, Theme) else Theme(other).keys
    known = [term for term in one if not keys.isdisjoint(term.keys)]
    if not known:
        return 0.0
    total = 0.0
    ours = _all_keys(known)
    left = [term for term in other if not ours.isdisjoint(term.keys)]
    for term in known:
        worth, place = max(((alike(term, b), -at) for at, b in enumerate(left)), default=(0.0, 0))
        if worth:
            total += worth * min(term.weight, left[-place].weight)
            del left[-place]
    return total


def _all_keys(terms: Iterable[Term]) -> frozenset[str]:
    return frozenset().union(*(term.keys for term in terms))


def alike(one: Term, other: Term) -> float:
    """How much it says that two texts have these words: 0 if they have nothing in common."""
    return 0.0 if one.keys.isdisjoint(other.keys) else _worth(one.keys & other.keys)


@lru_cache(maxsize=1 << 16)
def _worth(common: frozenset[str]) -> float:
    return max(_WORTH[key[0]] for key in common)


def same(one: Term, other: Term) -> bool:
    """Whether two words may mean the same."""
    return not one.keys.isdisjoint(other.keys)
