"""Rows of numbers by text, kept on disk: wire copy repeats from outlet to outlet, run to run."""

from __future__ import annotations

import hashlib
import logging
import sqlite3
import zlib
from collections.abc import Iterator, Sequence
from contextlib import closing
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Row = NDArray[np.float32]

_SCHEMA = """
CREATE TABLE IF NOT EXISTS {table} (
    model TEXT NOT NULL,
    sentence BLOB NOT NULL,
    vector BLOB NOT NULL,
    PRIMARY KEY (model, sentence)
)
"""
_QUERY_KEYS = 500  # SQLite before 3.32 takes no more than 999 variables
_WAIT = 30.0  # seconds another process may hold the file
_log = logging.getLogger("tadqiq")


def key_of(text: str) -> bytes:
    """What a text is kept under."""
    return hashlib.sha256(text.encode("utf-8", "replace")).digest()


class Store:
    """Rows of ``width`` float32 that ``model`` gave, in the table ``table`` of a file.

    Several processes may share the file. A damaged file is set aside and begun again; where
    none can be kept, nothing is found. Both are said once, as a warning of the logger "tadqiq",
    in which the file is "the cache of ``what``".
    """

    def __init__(self, path: Path, *, model: str, width: int, table: str, what: str) -> None:
        self._path = path
        self._model = model
        self._width = width
        self._table = table
        self._what = what
        self._usable = True

    def read(self, keys: Sequence[bytes]) -> dict[bytes, Row]:
        """The rows that are kept, by key."""
        try:
            return dict(self._select(keys)) if self._usable and keys else {}
        except (sqlite3.Error, OSError) as error:
            self._give_up(error)
            return {}

    def _select(self, keys: Sequence[bytes]) -> Iterator[tuple[bytes, Row]]:
        with closing(self._connect()) as store:
            for start in range(0, len(keys), _QUERY_KEYS):
                part = keys[start : start + _QUERY_KEYS]
                marks = ",".join("?" * len(part))
                found = store.execute(
                    f"SELECT sentence, vector FROM {self._table} "
                    f"WHERE model = ? AND sentence IN ({marks})",
                    (self._model, *part),
                )
                for key, packed in found:
                    vector = _unpack(packed, self._width)
                    if vector is not None:
                        yield key, vector

    def write(self, rows: Sequence[tuple[bytes, Row]]) -> None:
        """Keep these."""
        if not self._usable:
            return
        try:
            with closing(self._connect()) as store, store:
                store.executemany(
                    f"INSERT OR REPLACE INTO {self._table} VALUES (?, ?, ?)",
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
            store.execute(_SCHEMA.format(table=self._table))
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
                    "%s: damaged cache of %s (%s); set aside as %s, begun again",
                    *(self._path, self._what, error, aside.name),
                )
                return
        self._usable = False
        _log.warning(
            "%s: the cache of %s cannot be used (%s); going on without, which is slower",
            *(self._path, self._what, error),
        )


def _pack(vector: Row) -> bytes:
    """Little-endian float32 and a CRC-32, for SQLite does not notice a flipped bit."""
    raw = vector.astype("<f4", copy=False).tobytes()
    return raw + zlib.crc32(raw).to_bytes(4, "little")


def _unpack(packed: bytes, width: int) -> Row | None:
    raw, check = packed[:-4], packed[-4:]
    if len(raw) != 4 * width or zlib.crc32(raw).to_bytes(4, "little") != check:
        return None
    return np.frombuffer(raw, "<f4").astype(np.float32, copy=False)
