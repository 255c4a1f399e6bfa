"""Copies of one text: however many outlets print a wire story, it is one voice."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Sequence

import numpy as np

from .traits import Terms, Traits

_COPIED = 0.8  # of the shorter text's runs of four words
_FEWEST = 12  # runs; shorter texts agree by formula
_SAMPLED = 4  # one run of so many is looked up
_FORMULA = 64  # voices that share a run from which on it tells nothing
_NEAREST = 8  # voices that a member is compared with


def voices(members: Sequence[Traits]) -> tuple[tuple[str, ...], ...]:
    """The ids of the members, copies of one another together, the fullest copy first.

    A copy may be cut short or lightly edited: most of the shorter text's shingles are in the
    longer (containment, over shingles sampled modulo; Broder 1997). A member is compared only
    with the fullest copies of the few voices that it shares most sampled shingles with, so that
    the cost does not grow with the square of the members.
    """
    found: list[list[Traits]] = []
    heard: dict[int, set[int]] = {}
    if len(members) == 1:
        return ((members[0].id,),)
    for member in sorted(members, key=lambda one: (-len(one.marks.shingles), one.key)):
        shingles = member.marks.shingles
        sampled = shingles[shingles % _SAMPLED == 0].tolist()
        near = _nearest(heard.get(shingle, ()) for shingle in sampled)
        own = next((v for v in near if _copied(found[v][0].marks.shingles, shingles)), len(found))
        if own == len(found):
            found.append([])
            for shingle in sampled:
                heard.setdefault(shingle, set()).add(own)
        found[own].append(member)
    return tuple(tuple(one.id for one in voice) for voice in found)


def _nearest(heard: Iterable[Collection[int]]) -> list[int]:
    """The voices that share most, in order; a shingle that many voices share is a formula."""
    counts = Counter(voice for voices in heard if len(voices) <= _FORMULA for voice in voices)
    shared = sorted(counts, key=lambda voice: (-counts[voice], voice))
    return sorted(shared[:_NEAREST])


def echoes(one: Traits, other: Traits) -> bool:
    """Whether the shorter of two texts says nothing that the longer does not say word for word:
    such a copy neither confirms nor gainsays the other, an altered one may."""
    shorter, fuller = sorted((one.marks.shingles, other.marks.shingles), key=len)
    shared = np.intersect1d(fuller, shorter, assume_unique=True)
    return 0 < len(shorter) == len(shared)


def _copied(fuller: Terms, shorter: Terms) -> bool:
    if len(shorter) < _FEWEST:
        return False
    shared = np.intersect1d(fuller, shorter, assume_unique=True)
    return len(shared) >= _COPIED * len(shorter)
