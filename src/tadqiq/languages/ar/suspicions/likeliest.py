"""A document with its words as they are mostly meant: rare readings are left out."""

from __future__ import annotations

from functools import lru_cache

from ....detect import ByDocument, Condition, Index, Traits
from ....model import Document, Pos, Reading
from ..morphology.frequency import use
from ..syntax.agreement import Line, Word, lines
from ..syntax.words import of_readings

_RARER = 8  # times: what is so much rarer than another reading is hardly meant
_OPEN = frozenset({Pos.NOUN, Pos.ADJECTIVE, Pos.VERB})
_traits: Traits[Word] = Traits()


def likely_spots(doc: Document, condition: Condition[Word]) -> list[tuple[Line, int]]:
    """Every line and place where a word stands that meets the condition, in order."""
    found, index = _reading(doc)
    return [(found[number], place) for number, place in index.spots(condition)]


def _read(doc: Document) -> tuple[tuple[Line, ...], Index[Word]]:
    found = tuple(
        Line(line.tokens, tuple(map(likeliest, line.words)), line.first) for line in lines(doc)
    )
    return found, Index([line.words for line in found], _traits)


_reading = ByDocument(_read)


@lru_cache(maxsize=1 << 16)
def likeliest(current: Word) -> Word:
    """The word with the readings that are not far rarer in news than another."""
    if len(current.readings) == 1 or current.kinds.isdisjoint(_OPEN):
        return current
    weights = [_weight(one) for one in current.readings]
    least = max(weights) / _RARER
    kept = tuple(
        one for one, weight in zip(current.readings, weights, strict=True) if weight >= least
    )
    return current if len(kept) == len(current.readings) else of_readings(current.form, kept)


def _weight(reading: Reading) -> float:
    """How often news has the lemma in its class of words; without limit where it counts none."""
    if reading.pos not in _OPEN:
        return _UNCOUNTED
    found = use((reading.lemma,), verb=reading.pos is Pos.VERB)
    return found + 1.0


_UNCOUNTED = 3_000.0
