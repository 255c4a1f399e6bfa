"""chrF (Popović 2015) of two texts, to the bit what sacrebleu gives.

In an event every text is compared with every other: its n-grams are counted once, where
sacrebleu would count them for every pair.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import lru_cache

_ORDER = 6  # characters of the longest n-grams
_RECALL = 4  # how many times as much recall weighs as precision: β², β = 2
_TEXTS = 24  # texts whose n-grams are kept: some events


def chrf(text: str, reference: str) -> float:
    """0–100: how many character n-grams of ``text`` and ``reference`` are in the other."""
    precision = recall = 0.0
    orders = 0
    for ours, theirs, both in _matches(text, reference):
        if ours and theirs:
            precision += both / ours
            recall += both / theirs
            orders += 1
    if not precision + recall:
        return 0.0
    precision, recall = precision / orders, recall / orders
    score = (1 + _RECALL) * precision * recall
    return 100 * (score / (_RECALL * precision + recall))


def _matches(text: str, reference: str) -> Iterator[tuple[int, int, int]]:
    """For every order the n-grams of the text, of the reference, and those in both."""
    for (ours, total), (theirs, expected) in zip(_ngrams(text), _ngrams(reference), strict=True):
        both = sum([min(ours[one], theirs[one]) for one in ours.keys() & theirs.keys()])
        yield total, expected, both


@lru_cache(maxsize=_TEXTS)
def _ngrams(text: str) -> tuple[tuple[Counter[str], int], ...]:
    """The n-grams of every order without blanks, and how many they are."""
    line = "".join(text.split())
    return tuple(
        (Counter([line[at : at + size] for at in range(count)]), count)
        for size in range(1, _ORDER + 1)
        for count in (max(0, len(line) - size + 1),)
    )
