"""Sentences as a graph takes them: which together, and in which shape."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Rows = Sequence[Sequence[int]]
Feed = dict[str, "NDArray[np.int64] | NDArray[np.float32]"]

_TILE = 8  # widths are multiples of it, so that few shapes must be prepared for
_TOKENS = 32  # the same for the tokens of sentences laid end to end
_MOST, _LEAST = 1024, 512  # tokens of a batch: more only take memory, fewer wait for weights
_TURNS = 2  # batches of a core, at least, so that no core waits long for another's last


def batches(lengths: Sequence[int], limit: int, cores: int) -> Iterator[tuple[int, list[int]]]:
    """Widths and places of rows of so many tokens, widest first.

    The width depends on the row alone, so that its vector does.
    """
    groups: dict[int, list[int]] = {}
    for place, length in enumerate(lengths):
        groups.setdefault(_up(length, _TILE, limit), []).append(place)
    share = sum(width * len(places) for width, places in groups.items()) // (_TURNS * cores)
    most = min(max(share, _LEAST), _MOST)
    for width, places in sorted(groups.items(), reverse=True):
        count = -(-len(places) * width // most)
        size = -(-len(places) // count)
        for start in range(0, len(places), size):
            yield width, places[start : start + size]


def padded(rows: Rows, width: int, padding: int) -> Feed:
    """One sentence a row, filled up with ``padding``."""
    ids = np.full((len(rows), width), padding, np.int64)
    mask = np.zeros_like(ids)
    for line, row in enumerate(rows):
        ids[line, : len(row)] = row
        mask[line, : len(row)] = 1
    return {"input_ids": ids, "attention_mask": mask}


def packed(rows: Rows, width: int, padding: int) -> Feed:
    """Sentences end to end, and where their tokens stand in rows: see `packed.packed`."""
    lengths = np.array([len(row) for row in rows])
    mask = np.arange(width) < lengths[:, None]
    count = int(lengths.sum())
    size = _up(count, _TOKENS)
    ids = np.full(size, padding, np.int64)
    ids[:count] = np.concatenate([np.asarray(row, np.int64) for row in rows])
    positions, back = np.zeros(size, np.int64), np.zeros(size, np.int64)
    positions[:count] = np.nonzero(mask)[1]
    back[:count] = np.flatnonzero(mask)
    places = np.zeros(mask.shape, np.int64)
    places[mask] = np.arange(count)
    return {
        "ids": ids,
        "positions": positions,
        "places": places,
        "mask": mask.astype(np.float32),
        "back": back,
    }


def _up(count: int, step: int, most: int | None = None) -> int:
    found = -(-max(1, count) // step) * step
    return found if most is None else min(found, most)
