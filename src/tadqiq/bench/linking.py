"""How linking grows with the number of articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, TypeVar

from ..events import Marks, Traits, link
from .timing import Timing, timed

if TYPE_CHECKING:
    import numpy as np
    from numpy.random import Generator
    from numpy.typing import NDArray

    from ..events import FloatMatrix

_Held = TypeVar("_Held")

_PER_EVENT = 4
_DIMENSION = 384
_ROWS = 4  # sentences of an article
_VOCABULARY = 20_000  # words, drawn by Zipf's law
_COMMON, _OWN, _NAMES = 40, 8, 4  # words of everybody, of the happening, and its names


def linking(counts: Sequence[int]) -> Iterator[Timing]:
    """Linking of made-up articles on made-up happenings, by number of articles."""
    for count in counts:
        seen = list(newsroom(count))
        seconds = timed(partial(link, seen), rounds=1)
        yield Timing(group="linking", name=f"{count:,} articles", seconds=seconds, articles=count)


def newsroom(count: int, *, seed: int = 5) -> Iterator[Traits]:
    """``count`` articles, four on each happening: vectors around it, words and names of its own."""
    import numpy as np

    rng = np.random.default_rng(seed)
    for number in range(count):
        if number % _PER_EVENT == 0:
            happening = rng.normal(size=(_ROWS, _DIMENSION))
            own = rng.integers(_VOCABULARY, 1 << 32, size=_OWN, dtype=np.uint32)
            names = _terms(rng, _NAMES)
        rows = _unit(happening + 0.7 * rng.normal(size=happening.shape))
        common = np.minimum(rng.zipf(1.3, size=_COMMON), _VOCABULARY).astype(np.uint32)
        words = np.unique(np.concatenate([common, own]))
        marks = Marks(
            mean=_unit(rows.mean(axis=0)),
            lead=_unit(rows[:3].mean(axis=0)),
            words=words,
            names=names,
            numbers=_terms(rng, 2),
            rates=_terms(rng, 0),
            scores=_terms(rng, 0),
            shingles=_terms(rng, _COMMON),
        )
        yield Traits(
            key=(f"a{number}", f"{number:08x}"),
            lang="ar",
            given=None,
            published=None,
            day=None,
            weekdays=frozenset(),
            recall=partial(_same, marks),
            load=partial(_same, rows),
        )


def _same(held: _Held) -> _Held:
    return held


def _terms(rng: Generator, count: int) -> NDArray[np.uint32]:
    import numpy as np

    return np.unique(rng.integers(0, 1 << 32, size=count, dtype=np.uint32))


def _unit(rows: NDArray[np.floating]) -> FloatMatrix:
    import numpy as np

    unit: FloatMatrix = (rows / np.linalg.norm(rows, axis=-1, keepdims=True)).astype(np.float32)
    return unit
