"""What is compared of a batch, on disk: a hundred thousand articles must not fill the memory."""

from __future__ import annotations

import tempfile
from functools import lru_cache, partial
from typing import TYPE_CHECKING
from weakref import finalize

from ..errors import ArchiveError

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from ..events import Marks, Traits

    FloatMatrix = NDArray[np.float32]

_MATRICES = 2048  # kept in memory
_MARKS = 8192  # of articles, kept in memory: some 60 MB
_BYTES = 2  # of a value in half precision


class _File:
    """Bytes in a file that is gone when closed. Raises ArchiveError where the disk is full."""

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="tadqiq-")  # noqa: SIM115 - lives as we do
        finalize(self, self._file.close)
        self._end = 0

    def append(self, data: bytes) -> int:
        """Keeps ``data``; where it begins."""
        start = self._end
        try:
            self._file.seek(start)
            self._file.write(data)
            self._file.flush()
        except OSError as error:
            raise ArchiveError(
                f"{tempfile.gettempdir()}: cannot keep the vectors of the batch "
                f"({error.strerror or error}); free some space, or set TMPDIR to another folder"
            ) from error
        self._end += len(data)
        return start

    def read(self, start: int, size: int) -> bytes:
        """The bytes from ``start``."""
        self._file.seek(start)
        return self._file.read(size)


class VectorFile:
    """Matrices of rounded vectors (see `prepared.rounded`).

    A matrix is named by its first row and the number of its rows. Raises ArchiveError where
    the disk is full.
    """

    def __init__(self) -> None:
        self._file = _File()
        self._rows = 0
        self._dimension = 0
        self.read = lru_cache(maxsize=_MATRICES)(self._read)

    def append(self, matrix: FloatMatrix) -> tuple[int, int]:
        """Keeps a matrix; its name."""
        self._dimension = matrix.shape[1]
        self._file.append(matrix.astype("<f2").tobytes())
        name = self._rows, len(matrix)
        self._rows += len(matrix)
        return name

    def _read(self, start: int, count: int) -> FloatMatrix:
        """The matrix of a name, to the bit."""
        import numpy as np

        wide = self._dimension * _BYTES
        raw = self._file.read(start * wide, count * wide)
        return np.frombuffer(raw, "<f2").astype(np.float32).reshape(count, self._dimension)


class MarksFile:
    """What linking compares of articles. Raises ArchiveError where the disk is full."""

    def __init__(self) -> None:
        self._file = _File()
        self._read = lru_cache(maxsize=_MARKS)(self._read_at)

    def put_down(self, traits: Traits, vectors: VectorFile, rows: tuple[int, int]) -> Traits:
        """The same traits, read from disk whenever they are asked for."""
        marks = traits.marks
        parts = [getattr(marks, name) for name in _KINDS]
        start = self._file.append(b"".join(part.tobytes() for part in parts))
        sizes = tuple(map(len, parts))
        return traits.kept(
            recall=partial(self._read, start, sizes), load=partial(vectors.read, *rows)
        )

    def _read_at(self, start: int, sizes: Sequence[int]) -> Marks:
        import numpy as np

        from ..events import Marks

        raw = self._file.read(start, 4 * sum(sizes))
        return Marks(
            **{
                name: np.frombuffer(raw, kind, size, 4 * sum(sizes[:number]))
                for number, ((name, kind), size) in enumerate(
                    zip(_KINDS.items(), sizes, strict=True)
                )
            }
        )


_KINDS = {"mean": "f4", "lead": "f4"} | dict.fromkeys(
    ("words", "names", "numbers", "rates", "scores", "shingles"), "u4"
)
