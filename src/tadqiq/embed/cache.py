"""Embeddings kept on disk: wire copy repeats from outlet to outlet and from run to run."""

from __future__ import annotations

import hashlib
import logging
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from .encoder import Encoder

if TYPE_CHECKING:
    from .encoder import FloatMatrix, FloatVector

_SCHEMA = """
CREATE TABLE IF NOT EXISTS embedding (
    model TEXT NOT NULL,
    sentence BLOB NOT NULL,
    vector BLOB NOT NULL,
    PRIMARY KEY (model, sentence)
)
"""
_QUERY_KEYS = 500  # SQLite before 3.32 takes no more than 999 variables
_BLOCK = 1024  # sentences encoded between two writes: what a killed run loses at most
_WAIT = 30.0  # seconds another process may hold the file
_log = logging.getLogger("tadqiq")


class CachedEncoder:
    """An encoder that looks up first.

    The vectors are those of ``encoder`` to the last bit. Several processes may share the file.
    A damaged file is set aside and begun again; where none can be kept, every sentence is
    encoded. Both are said once, as a warning of the logger "tadqiq". ``hits`` and ``misses``
    count distinct sentences of every call.
    """

    def __init__(self, encoder: Encoder, path: Path) -> None:
        self._encoder = encoder
        self._path = path
        self._model = f"{encoder.digest}-{encoder.precision}"
        self._usable = True
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
        keys = [hashlib.sha256(text.encode("utf-8", "replace")).digest() for text in distinct]
        rows = np.zeros((len(distinct), self.dimension), np.float32)
        known = self._read(keys)
        missing = [place for place, key in enumerate(keys) if key not in known]
        self.hits += len(distinct) - len(missing)
        self.misses += len(missing)
        for place, key in enumerate(keys):
            if key in known:
                rows[place] = known[key]
        for start in range(0, len(missing), _BLOCK):
            block = missing[start : start + _BLOCK]
            rows[block] = self._encoder.encode([distinct[place] for place in block])
            self._write([(keys[place], rows[place]) for place in block])
        return rows[[places[text] for text in sentences]]

    def _read(self, keys: Sequence[bytes]) -> dict[bytes, FloatVector]:
        try:
            return dict(self._select(keys)) if self._usable and keys else {}
        except (sqlite3.Error, OSError) as error:
            self._give_up(error)
            return {}

    def _select(self, keys: Sequence[bytes]) -> Iterator[tuple[bytes, FloatVector]]:
        with closing(self._connect()) as store:
            for start in range(0, len(keys), _QUERY_KEYS):
                part = keys[start : start + _QUERY_KEYS]
                marks = ",".join("?" * len(part))
                found = store.execute(
                    "SELECT sentence, vector FROM embedding "
                    f"WHERE model = ? AND sentence IN ({marks})",
                    (self._model, *part),
                )
                for key, packed in found:
                    vector = _unpack(packed, self.dimension)
                    if vector is not None:
                        yield key, vector

    def _write(self, rows: Sequence[tuple[bytes, FloatVector]]) -> None:
        if not self._usable:
            return
        try:
            with closing(self._connect()) as store, store:
                store.executemany(
                    "INSERT OR REPLACE INTO embedding VALUES (?, ?, ?)",
                    [(self._model, key, _pack(vector)) for key, vector in rows],
                )
        except (sqlite3.Error, OSError) as error:
            self._give_up(error)

    def _connect(self) -> sqlite3.Connection:
        """A new connection: cheap beside encoding, and safe in any thread and after a fork."""
        self._path.parent.mkdir(parents=True, exist_ok=True)
        store = sqlite3.connect(self._path, timeout=_WAIT)
        try:
            store.execute("PRAGMA journal_mode = WAL")
            store.execute("PRAGMA synchronous = NORMAL")
            store.execute(_SCHEMA)
        except sqlite3.Error:
            store.close()
            raise
        return store

    def _give_up(self, error: Exception) -> None:
        """Set a damaged file aside; do without where the trouble is another."""
        if isinstance(error, sqlite3.DatabaseError) and not isinstance(
            error, sqlite3.OperationalError
        ):
            aside = self._path.with_name(self._path.name + ".damaged")
            try:
                self._path.replace(aside)
                for tail in ("-wal", "-shm"):
                    self._path.with_name(self._path.name + tail).unlink(missing_ok=True)
            except OSError as trouble:
                error = trouble
            else:
                _log.warning(
                    "%s: damaged cache of embeddings (%s); set aside as %s, begun again",
                    *(self._path, error, aside.name),
                )
                return
        self._usable = False
        _log.warning(
            "%s: the cache of embeddings cannot be used (%s); going on without, which is slower",
            *(self._path, error),
        )


def _pack(vector: FloatVector) -> bytes:
    """Little-endian float32 and a CRC-32, for SQLite does not notice a flipped bit."""
    raw = vector.astype("<f4", copy=False).tobytes()
    return raw + zlib.crc32(raw).to_bytes(4, "little")


def _unpack(packed: bytes, dimension: int) -> FloatVector | None:
    raw, check = packed[:-4], packed[-4:]
    if len(raw) != 4 * dimension or zlib.crc32(raw).to_bytes(4, "little") != check:
        return None
    return np.frombuffer(raw, "<f4").astype(np.float32, copy=False)
