"""Random 64-bit numbers, the same on every machine and the same as numpy's.

The generator is PCG XSL-RR 128/64 (O'Neill 2014, "PCG: A Family of Simple Fast Space-Efficient
Statistically Good Algorithms for Random Number Generation"), started from a seed as numpy's
``SeedSequence`` does. Loading numpy takes longer than an article's rules; where it is loaded
already, its own is a hundred times as fast.
"""

from __future__ import annotations

from itertools import cycle, islice

_WORD, _LONG, _WIDE = (1 << 32) - 1, (1 << 64) - 1, (1 << 128) - 1
_POOL = 4  # words of 32 bits
_FACTOR = 0x2360ED051FC65DA44385DF649FCCF645


def random_raw(seed: int, count: int) -> list[int]:
    """``numpy.random.PCG64(seed).random_raw(count)``, for a seed of at most 64 bits."""
    start_high, start_low, step_high, step_low = _spread(seed)
    step = ((step_high << 64 | step_low) << 1 | 1) & _WIDE
    state = (step + (start_high << 64 | start_low)) * _FACTOR + step & _WIDE
    drawn = []
    for _ in range(count):
        state = state * _FACTOR + step & _WIDE
        turn = state >> 122
        mixed = (state >> 64 ^ state) & _LONG
        drawn.append((mixed >> turn | mixed << 64 - turn) & _LONG)
    return drawn


def _spread(seed: int) -> list[int]:
    """Four numbers of 64 bits out of the seed's bits."""
    words = [seed & _WORD, seed >> 32, 0, 0]
    hashed = _Hash(0x43B0D7E5, 0x931E8875)
    pool = [hashed(word) for word in words]
    for source in range(_POOL):
        for target in range(_POOL):
            if source != target:
                pool[target] = _mixed(pool[target], hashed(pool[source]))
    spread = _Hash(0x8B51F9DD, 0x58F38DED)
    halves = [spread(word) for word in islice(cycle(pool), 8)]
    return [low | high << 32 for low, high in zip(halves[::2], halves[1::2], strict=True)]


def _mixed(one: int, other: int) -> int:
    found = 0xCA01F9DD * one - 0x4973F715 * other & _WORD
    return found ^ found >> 16


class _Hash:
    """Hashes 32 bits with a constant that changes each time."""

    def __init__(self, constant: int, factor: int) -> None:
        self._constant, self._factor = constant, factor

    def __call__(self, word: int) -> int:
        word ^= self._constant
        self._constant = self._constant * self._factor & _WORD
        word = word * self._constant & _WORD
        return word ^ word >> 16
