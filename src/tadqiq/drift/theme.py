"""What a word is said about: the words around it, and how much of them two texts share."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache

from ..facts import Term
from .rarity import Rarity
from .reading import Noted, Reading, Stated

_REACH = 7  # words on either side
_FEWEST = 4  # content words; with fewer in the clause the next clause tells, too
_WORTH = {"@": 1.5, "#": 1.2, "=": 1.0, "~": 0.8, "√": 0.7, "%": 0.6}


class Theme(tuple[Term, ...]):
    """The content words that something is said about."""

    @cached_property
    def keys(self) -> frozenset[str]:
        """All by which any of them is matched."""
        return frozenset().union(*[term.keys for term in self])


def theme(reading: Reading, sentence: int, place: int, *, reach: int = _REACH) -> Theme:
    """The content words around a word, of its clause as far as they are enough."""
    return around(reading.told.noted, sentence, place, reach=reach)


def around(noted: Noted, sentence: int, place: int, *, reach: int = _REACH) -> Theme:
    """The theme of a word of a document, made out once."""
    found, key = noted.themes, (sentence, place, reach)
    if key not in found:
        found[key] = Theme(_around(noted.stated, sentence, place, reach))
    result: Theme = found[key]
    return result


def _around(stated: Stated, sentence: int, place: int, reach: int) -> Iterator[Term]:
    terms, clauses = stated.terms[sentence], stated.clauses[sentence]
    places = [
        at
        for at in range(max(0, place - reach), min(len(terms), place + reach + 1))
        if at != place and terms[at].content
    ]
    own = [at for at in places if clauses[at] == clauses[place]]
    return (terms[at] for at in (own if len(own) >= _FEWEST else places))


def shared(one: Theme, other: Theme, rarity: Rarity) -> float:
    """How much two themes have in common: a lemma counts 1, a name more, a root less, and all
    less where the event is full of them. Every word stands for one of the other theme."""
    common = one.keys & other.keys
    if not common:
        return 0.0
    total = 0.0
    left = [term for term in other if not common.isdisjoint(term.keys)]
    for term in one:
        keys = common & term.keys
        if not keys:
            continue
        worth, place = 0.0, 0
        for at, theirs in enumerate(left):
            if not keys.isdisjoint(theirs.keys):
                found = _worth(keys & theirs.keys)
                if found > worth:
                    worth, place = found, at
        if worth:
            total += worth * min(rarity.weight(term), rarity.weight(left.pop(place)))
    return total


def alike(one: Term, other: Term) -> float:
    """How much it says that two texts have these words: 0 if they have nothing in common."""
    return 0.0 if one.keys.isdisjoint(other.keys) else _worth(one.keys & other.keys)


@lru_cache(maxsize=1 << 16)
def _worth(common: frozenset[str]) -> float:
    return max(_WORTH[key[0]] for key in common)


def same(one: Term, other: Term) -> bool:
    """Whether two words may mean the same."""
    return not one.keys.isdisjoint(other.keys)
