"""A document with its words as they are mostly meant: rare readings are left out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from ....detect import ByDocument, Condition, Index
from ....model import Document, Pos, Reading
from ..morphology.frequency import use
from ..syntax.agreement import Line, Word, indexed, lines
from ..syntax.words import of_readings

_RARER = 8  # times: what is so much rarer than another reading is hardly meant
_OPEN = frozenset({Pos.NOUN, Pos.ADJECTIVE, Pos.VERB})


def likely_spots(doc: Document, condition: Condition[Word]) -> Sequence[tuple[Line, int]]:
    """Every line and place where a word stands that meets the condition, in order."""
    return _reading(doc).spots(condition)


def _read(doc: Document) -> Index[Line, Word]:
    return indexed(
        [Line(line.tokens, tuple(map(likeliest, line.words)), line.first) for line in lines(doc)]
    )


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
