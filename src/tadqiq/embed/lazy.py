"""An encoder that is known before it is loaded: what is cached needs no model at all."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from .encoder import Encoder

if TYPE_CHECKING:
    from .encoder import FloatMatrix, FloatVector


class LazyEncoder:
    """An encoder whose model is loaded when the first sentence must be encoded.

    ``open_encoder`` must give an encoder of the same digest, precision and background.
    ``encode`` raises what it raises, ModelError for a model that is missing or damaged.
    """

    def __init__(
        self,
        open_encoder: Callable[[], Encoder],
        *,
        digest: str,
        precision: str,
        background: FloatVector,
    ) -> None:
        self._open = open_encoder
        self._opened: Encoder | None = None
        self._lock = threading.Lock()
        self.digest = digest
        self.precision = precision
        self.background = background
        self.dimension = len(background)

    def encode(self, sentences: Sequence[str]) -> FloatMatrix:
        """One L2-normalised row per sentence, in order; no sentences need no model."""
        import numpy as np

        if not sentences:
            return np.zeros((0, self.dimension), np.float32)
        with self._lock:
            if self._opened is None:
                self._opened = self._open()
        return self._opened.encode(sentences)
