"""How many content words sentences share, counted for all texts of an event at once."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from .reading import Compared, FloatMatrix, Reading, kept, kept_in_event

IntMatrix = NDArray[np.int64]


def common(one: Reading, other: Reading) -> IntMatrix:
    """How many content words every two sentences of two texts of an event share: by lemma,
    name, synonym or root."""
    ours = _matched(one, 0)[:, _columns(other)]
    theirs = _matched(other, 0)[:, _columns(one)]
    shared: IntMatrix = np.minimum(ours, theirs.T)
    return shared


def lengths(reading: Reading) -> IntMatrix:
    """How many content words every sentence has."""
    found: IntMatrix = _words(reading, 0)[1].sum(axis=1).astype(np.int64)
    return found


def _columns(reading: Reading) -> slice:
    """Where the sentences of a text are among those of its event."""
    told = reading.told
    before = told.compared.texts[: told.compared.texts.index(told.noted)]
    start = sum(len(text.stated.terms) for text in before)
    return slice(start, start + len(reading.terms))


@kept_in_event
def _matched(reading: Reading, _: int) -> IntMatrix:
    """How many content words of each sentence are among each of the event's, text by text."""
    compared = reading.told.compared
    where, size = _places(compared), sum(len(text.stated.terms) for text in compared.texts)
    wide = size // 8 + 1
    kinds, counts = _words(reading, 0)
    masks = b"".join([_union(where, keys).to_bytes(wide, "little") for keys in kinds])
    packed = np.frombuffer(masks, np.uint8).reshape(len(kinds), wide)
    among = np.unpackbits(packed, axis=1, count=size, bitorder="little")
    # Whole numbers, far below what single precision holds exactly.
    return (counts @ among.astype(np.float32)).astype(np.int64)


def _union(where: Mapping[str, int], keys: frozenset[str]) -> int:
    """Which sentences have one of the keys, as bits."""
    mask = 0
    for key in keys:
        mask |= where[key]
    return mask


def _places(compared: Compared) -> Mapping[str, int]:
    """For every key the sentences of the event that have it, as bits; made out once."""
    places: dict[str, int] = compared.found.setdefault("places", {})
    if not places:
        sentences = (keys for text in compared.texts for keys in text.stated.content)
        for row, keys in enumerate(sentences):
            for key in keys:
                places[key] = places.get(key, 0) | 1 << row
    return places


@kept
def _words(reading: Reading, _: int) -> tuple[tuple[frozenset[str], ...], FloatMatrix]:
    """The keys of a text's content words, each kind once, and how often each sentence has it."""
    number: dict[frozenset[str], int] = {}
    cells = [
        (row, number.setdefault(term.keys, len(number)))
        for row, terms in enumerate(reading.terms)
        for term in terms
        if term.content
    ]
    counts = np.zeros((len(reading.terms), len(number)), np.float32)
    for cell in cells:
        counts[cell] += 1
    return tuple(number), counts
