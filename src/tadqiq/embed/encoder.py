"""The contract of everything that turns sentences into vectors."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, TypeAlias

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    FloatMatrix: TypeAlias = NDArray[np.float32]
    FloatVector: TypeAlias = NDArray[np.float32]


class Encoder(Protocol):
    """A sentence encoder.

    ``encode`` gives one L2-normalised float32 row per sentence, in order; equal sentences get
    equal bits, whatever stands beside them in the call. ``digest`` names weights, tokenizer
    and way of encoding; ``precision`` what the arithmetic is done in.
    """

    @property
    def digest(self) -> str:
        """Short hex, from SHA-256."""

    @property
    def precision(self) -> str:
        """Such as "fp32"."""

    @property
    def dimension(self) -> int:
        """Length of a vector."""

    @property
    def background(self) -> FloatVector:
        """Mean vector of unrelated sentences, to be subtracted before comparing (`centre`)."""

    def encode(self, sentences: Sequence[str]) -> FloatMatrix:
        """One row per sentence; no sentences give no rows."""
