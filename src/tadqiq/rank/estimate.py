"""Means with intervals, by resampling articles: Efron's percentile bootstrap.

The same articles give the same interval, whatever else is ranked and in whatever order they
come: the random numbers depend on the name of what is measured alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TYPE_CHECKING

from ..model import Trend

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]

_RESAMPLES = 1000
_AT_ONCE = 2**20  # drawn articles in memory
_TAILS = (2.5, 97.5)
_WEEK = 7 * 86400.0
_FEWEST = 8  # articles that a trend is read from
_SHORTEST = 2 * 86400.0  # seconds that they must span


@dataclass(frozen=True, slots=True)
class Estimate:
    """A weighted mean, and its 95 % interval; None for a single article."""

    value: float
    low: float | None
    high: float | None


def mean(values: Sequence[float], weights: Sequence[float], *, seed: str) -> Estimate:
    """The weighted mean of articles. Raises ValueError without any."""
    import numpy as np

    if not values:
        raise ValueError("no article to take the mean of")
    weight = np.asarray(weights, dtype=np.float64)
    weighted = np.asarray(values, dtype=np.float64) * weight
    value = float(weighted.sum() / weight.sum())
    if len(values) == 1:
        return Estimate(value, None, None)
    means = [
        weighted[pick].sum(axis=1) / weight[pick].sum(axis=1) for pick in _draws(len(values), seed)
    ]
    low, high = np.percentile(np.concatenate(means), _TAILS)
    return Estimate(value, float(low), float(high))


def trend(
    values: Sequence[float], weights: Sequence[float], times: Sequence[float], *, seed: str
) -> Trend | None:
    """The weekly change, by weighted least squares over ``times`` (seconds).

    None where there are too few articles, or they lie within two days.
    """
    import numpy as np

    if len(values) < _FEWEST or max(times) - min(times) < _SHORTEST:
        return None
    weeks = (np.asarray(times, dtype=np.float64) - min(times)) / _WEEK
    value, weight = np.asarray(values, dtype=np.float64), np.asarray(weights, dtype=np.float64)
    slopes = [_slope(value[pick], weight[pick], weeks[pick]) for pick in _draws(len(values), seed)]
    low, high = np.percentile(np.concatenate(slopes), _TAILS)
    whole = _slope(value[None], weight[None], weeks[None])
    return Trend(float(whole[0]), float(low), float(high))


def _slope(value: Floats, weight: Floats, weeks: Floats) -> Floats:
    """The slope of every row; 0 where all stand at one moment, as may be in a resample."""
    import numpy as np

    total = weight.sum(axis=1, keepdims=True)
    apart = weeks - (weight * weeks).sum(axis=1, keepdims=True) / total
    spread = (weight * apart * apart).sum(axis=1)
    rise = (weight * apart * value).sum(axis=1)
    slope: Floats = np.divide(rise, spread, out=np.zeros_like(rise), where=spread > 0)
    return slope


def _draws(count: int, seed: str) -> Iterator[NDArray[np.int64]]:
    """Articles drawn with replacement, as many as there are: a row a time, rows in blocks."""
    import numpy as np

    digest = sha256(seed.encode("utf-8", "surrogatepass")).digest()
    random = np.random.default_rng(int.from_bytes(digest[:8], "big"))
    block = max(1, _AT_ONCE // count)
    for start in range(0, _RESAMPLES, block):
        yield random.integers(0, count, (min(block, _RESAMPLES - start), count))
