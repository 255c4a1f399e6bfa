"""Sentences longer than the model's limit: cut into windows, joined again as one vector."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from ..errors import ModelError

if TYPE_CHECKING:
    from .encoder import FloatMatrix

MOST = 8
"""Windows of one sentence; of text without an end only the beginning counts."""

MARGIN = 4
"""Tokens that a piece may gain when it is tokenized without its neighbours."""

_CHARACTERS_PER_TOKEN = 8  # generous: only bounds how much of a monstrous line is looked at


def longest(limit: int) -> int:
    """Characters of a sentence that can count at all where a window holds ``limit`` tokens."""
    return MOST * limit * _CHARACTERS_PER_TOKEN


def cuts(offsets: Iterable[tuple[int, int]], start: int, room: int) -> list[tuple[int, int]]:
    """Stretches of at most ``room`` tokens, in characters, from character ``start`` on."""
    inside = [(a, b) for a, b in offsets if b > max(a, start)]
    parts = [inside[i : i + max(1, room)] for i in range(0, len(inside), max(1, room))]
    return [(max(start, part[0][0]), part[-1][1]) for part in parts[:MOST]]


def join(vectors: FloatMatrix, owners: Sequence[int], tokens: Sequence[int]) -> FloatMatrix:
    """L2-normalised rows by sentence: the mean of its windows, weighted by their tokens.

    ``owners`` are the sentences that the windows belong to, from 0 on, all of them there. A
    sentence of one window keeps that window's bits. Raises ModelError for vectors that are
    zero or no numbers.
    """
    if not np.isfinite(vectors).all():
        raise ModelError("the model gave values that are no numbers; it is damaged")
    whose = np.array(owners)
    count = int(whose.max()) + 1
    weights = np.maximum(1, np.array(tokens)).astype(np.float32)
    weights[np.bincount(whose, minlength=count)[whose] == 1] = 1.0
    sums = np.zeros((count, vectors.shape[1]), np.float32)
    np.add.at(sums, whose, vectors * weights[:, None])
    norms = np.linalg.norm(sums, axis=1, keepdims=True)
    if not (norms > 0).all():
        raise ModelError("the model gave a zero vector; it is damaged or no sentence encoder")
    return np.asarray(sums / norms, np.float32)
