"""Embeddings kept on disk: wire copy repeats from outlet to outlet and from run to run."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ..neural.store import Store, key_of
from .encoder import Encoder

if TYPE_CHECKING:
    from .encoder import FloatMatrix, FloatVector

_BLOCK = 1024  # sentences encoded between two writes: what a killed run loses at most


class CachedEncoder:
    """An encoder that looks up first.

    The vectors are those of ``encoder`` to the last bit. Several processes may share the file;
    where it cannot be used (see `neural.store.Store`), every sentence is encoded. ``hits`` and
    ``misses`` count distinct sentences of every call.
    """

    def __init__(self, encoder: Encoder, path: Path) -> None:
        self._encoder = encoder
        self._store = Store(
            path,
            model=f"{encoder.digest}-{encoder.precision}",
            width=encoder.dimension,
            table="embedding",
            what="embeddings",
        )
        self.hits = 0
        self.misses = 0

    @property
    def digest(self) -> str:
        """Of the encoder inside."""
        return self._encoder.digest

    @property
    def precision(self) -> str:
        """Of the encoder inside."""
        return self._encoder.precision

    @property
    def dimension(self) -> int:
        """Of the encoder inside."""
        return self._encoder.dimension

    @property
    def background(self) -> FloatVector:
        """Of the encoder inside."""
        return self._encoder.background

    def encode(self, sentences: Sequence[str]) -> FloatMatrix:
        """One L2-normalised row per sentence, in order."""
        places: dict[str, int] = {}
        for text in sentences:
            places.setdefault(text, len(places))
        distinct = list(places)
        keys = [key_of(text) for text in distinct]
        rows = np.zeros((len(distinct), self.dimension), np.float32)
        known = self._store.read(keys)
        missing = [place for place, key in enumerate(keys) if key not in known]
        self.hits += len(distinct) - len(missing)
        self.misses += len(missing)
        for place, key in enumerate(keys):
            if key in known:
                rows[place] = known[key]
        for start in range(0, len(missing), _BLOCK):
            block = missing[start : start + _BLOCK]
            rows[block] = self._encoder.encode([distinct[place] for place in block])
            self._store.write([(keys[place], rows[place]) for place in block])
        return rows[[places[text] for text in sentences]]
