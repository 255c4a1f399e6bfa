"""Vectors of a batch on disk: a hundred thousand articles must not fill the memory."""

from __future__ import annotations

import tempfile
from functools import lru_cache
from typing import TYPE_CHECKING
from weakref import finalize

from ..errors import ArchiveError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    FloatMatrix = NDArray[np.float32]

_AT_HAND = 2048  # matrices kept in memory
_BYTES = 2  # of a value in half precision


class VectorFile:
    """Matrices of rounded vectors (see `prepared.rounded`) in a file that is gone when closed.

    A matrix is named by its first row and the number of its rows. Raises ArchiveError where
    the disk is full.
    """

    def __init__(self) -> None:
        self._file = tempfile.TemporaryFile(prefix="tadqiq-")  # noqa: SIM115 - lives as we do
        finalize(self, self._file.close)
        self._rows = 0
        self._dimension = 0
        self.read = lru_cache(maxsize=_AT_HAND)(self._read)

    def append(self, matrix: FloatMatrix) -> tuple[int, int]:
        """Keeps a matrix; its name."""
        name = self._rows, len(matrix)
        self._dimension = matrix.shape[1]
        try:
            self._file.seek(self._rows * self._dimension * _BYTES)
            self._file.write(matrix.astype("<f2").tobytes())
            self._file.flush()
        except OSError as error:
            raise ArchiveError(
                f"{tempfile.gettempdir()}: cannot keep the vectors of the batch "
                f"({error.strerror or error}); free some space, or set TMPDIR to another folder"
            ) from error
        self._rows += len(matrix)
        return name

    def _read(self, start: int, count: int) -> FloatMatrix:
        """The matrix of a name, to the bit."""
        import numpy as np

        self._file.seek(start * self._dimension * _BYTES)
        raw = self._file.read(count * self._dimension * _BYTES)
        return np.frombuffer(raw, "<f2").astype(np.float32).reshape(count, self._dimension)
