"""chrF (Popović 2015) as sacrebleu has it, to the last bit, for texts that are compared often.

sacrebleu counts the n-grams of a hypothesis anew for every reference. In an event every text
is compared with every other: here those of a text are counted once, and shared ones by sets.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from ..model import record

_ORDERS = range(1, 7)
_BETA = 2  # recall weighs twice as much as precision
_KEPT = 32  # texts whose n-grams are kept, 3 MB each: some events
_PAIRS = 512  # of texts


@record
class _Grams:
    """The n-grams of one order: how many, which ones, and how often those that come again do
    so beyond the first time."""

    total: int
    kinds: frozenset[str]
    again: Mapping[str, int]

    def shared(self, other: _Grams) -> int:
        """How many of these the other text has, too, each as often as in both."""
        repeated = self.again.keys() & other.again.keys()
        further = sum(min(self.again[gram], other.again[gram]) for gram in repeated)
        return len(self.kinds & other.kinds) + further


def chrf(text: str, reference: str) -> float:
    """chrF (0–100) of ``text`` against one reference: characters but blanks, to order 6."""
    precisions = recalls = 0.0
    orders = 0
    shared = _shared(*sorted((text, reference)))
    for ours, theirs, both in zip(_grams(text), _grams(reference), shared, strict=True):
        if ours.total and theirs.total:
            precisions += both / ours.total
            recalls += both / theirs.total
            orders += 1
    if not precisions + recalls:
        return 0.0
    precision, recall, factor = precisions / orders, recalls / orders, _BETA**2
    return 100 * ((1 + factor) * precision * recall / (factor * precision + recall))


@lru_cache(maxsize=_PAIRS)
def _shared(one: str, other: str) -> tuple[int, ...]:
    """How many n-grams of every order two texts share, whichever is the hypothesis."""
    pairs = zip(_grams(one), _grams(other), strict=True)
    return tuple(ours.shared(theirs) for ours, theirs in pairs)


@lru_cache(maxsize=_KEPT)
def _grams(text: str) -> tuple[_Grams, ...]:
    letters = "".join(text.split())
    return tuple(_of_order(letters, order) for order in _ORDERS)


def _of_order(letters: str, order: int) -> _Grams:
    total = max(0, len(letters) - order + 1)
    counts = Counter([letters[at : at + order] for at in range(total)])
    again = {gram: count - 1 for gram, count in counts.items() if count > 1}
    return _Grams(total, frozenset(counts), again)
