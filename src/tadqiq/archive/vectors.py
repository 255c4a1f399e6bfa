"""Vectors of articles by model, and the articles nearest to one."""

from __future__ import annotations

import zlib
from collections.abc import Collection, Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from .articles import Articles
from .database import Database
from .records import Neighbour

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    FloatMatrix = NDArray[np.float32]
    FloatVector = NDArray[np.float32]

_ROWS = 4096  # document vectors compared at a time
_MEANS = "SELECT article, mean FROM vector WHERE article IN ({keys}) AND model = ?"
_CHECK = 4  # bytes of a CRC-32: SQLite does not notice a flipped bit


class Vectors:
    """Vectors in half precision: whoever keeps them must work with values so rounded, then
    they come back to the bit."""

    def __init__(self, database: Database, articles: Articles) -> None:
        self._database = database
        self._articles = articles

    def put(
        self, key: int, model: str, *, segmented: bytes, matrix: FloatMatrix, mean: FloatVector
    ) -> None:
        """Keeps the vectors of an article's sentences and of the whole article.

        ``model`` names the encoder, ``segmented`` is a digest of the sentences.
        """
        self._database.do(
            "INSERT OR REPLACE INTO sentences VALUES (?, ?, ?, ?)",
            (key, model, segmented, _pack(matrix)),
        )
        self._database.do(
            "INSERT OR REPLACE INTO vector VALUES (?, ?, ?)", (key, model, _pack(mean))
        )

    def get(self, key: int, model: str, *, segmented: bytes) -> FloatMatrix | None:
        """A row a sentence, None if there is none of these sentences by this model, or if what
        there is is damaged."""
        row = self._database.one(
            "SELECT matrix, mean FROM sentences JOIN vector USING (article, model) "
            "WHERE article = ? AND model = ? AND segmented = ?",
            (key, model, segmented),
        )
        if row is None:
            return None
        values, mean = _unpack(row[0]), _unpack(row[1])
        if values is None or mean is None or len(values) % len(mean):
            return None
        return values.reshape(-1, len(mean))

    def near(
        self,
        vector: FloatVector,
        model: str,
        *,
        since: datetime | None = None,
        until: datetime | None = None,
        limit: int = 32,
        but: Collection[str] = (),
    ) -> tuple[Neighbour, ...]:
        """The current articles of a time window nearest to a document vector, nearest first.

        ``vector`` is the unit sum of centred sentence vectors, as ``put`` takes it. Articles
        whose id is in ``but`` are left out.
        """
        (keys,) = self.nearest(
            vector[None], model, since=since, until=until, limit=limit + len(but)
        )
        found = self._articles.get(key for key, _ in keys)
        near = (Neighbour(one, like) for one, (_, like) in zip(found, keys, strict=True))
        return tuple(one for one in near if one.stored.article.id not in but)[:limit]

    def nearest(
        self,
        vectors: FloatMatrix,
        model: str,
        *,
        since: datetime | None = None,
        until: datetime | None = None,
        limit: int = 32,
    ) -> list[list[tuple[int, float]]]:
        """For every row of ``vectors`` the keys of the articles nearest to it, with cosines."""
        import numpy as np

        near: list[list[tuple[int, float]]] = [[] for _ in vectors]
        for keys, matrix in self._means(model, since, until):
            likeness = vectors @ matrix.T
            best = np.argsort(-likeness, axis=1, kind="stable")[:, :limit]
            for row, places in enumerate(best):
                found = ((keys[place], float(likeness[row, place])) for place in places)
                near[row] = sorted([*near[row], *found], key=lambda one: (-one[1], one[0]))[:limit]
        return near

    def _means(
        self, model: str, since: datetime | None, until: datetime | None
    ) -> Iterator[tuple[list[int], FloatMatrix]]:
        import numpy as np

        keys = self._articles.keys_between(since, until)
        for at in range(0, len(keys), _ROWS):
            found = self._database.by_keys(_MEANS, keys[at : at + _ROWS], model)
            rows = [(key, mean) for key, raw in found if (mean := _unpack(raw)) is not None]
            if rows:
                yield [key for key, _ in rows], np.stack([mean for _, mean in rows])


def sound(packed: bytes) -> bool:
    """Whether a vector or a matrix is as it was kept."""
    return _unpack(packed) is not None


def _pack(values: FloatMatrix) -> bytes:
    import numpy as np

    if not np.isfinite(values).all():
        raise ValueError("a vector that is no number cannot be kept")
    raw: bytes = values.astype("<f2", copy=False).tobytes()
    return raw + zlib.crc32(raw).to_bytes(_CHECK, "little")


def _unpack(packed: bytes) -> FloatVector | None:
    import numpy as np

    raw, check = packed[:-_CHECK], packed[-_CHECK:]
    if zlib.crc32(raw).to_bytes(_CHECK, "little") != check:
        return None
    return np.frombuffer(raw, "<f2").astype(np.float32)
