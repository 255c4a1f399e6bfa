"""Verdicts kept in the user's cache: the same batch again is not judged again.

An archive is the newsroom's and keeps everything; this may be deleted at any time.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Iterable
from pathlib import Path

from .codec import decode
from .records import Verdict

FILE = "verdicts.sqlite"
_SCHEMA = (
    "CREATE TABLE IF NOT EXISTS verdict "
    "(number INTEGER PRIMARY KEY AUTOINCREMENT, key BLOB NOT NULL UNIQUE, record BLOB NOT NULL)"
)
_MOST = 50_000  # verdicts, of some 5 KB; the oldest go
_WAIT = 5.0  # seconds another process may hold the file: waiting longer saves nothing
_log = logging.getLogger("tadqiq")


class Remembered:
    """The latest verdicts by a key that names everything they depend on.

    Several processes may share the file; whoever is killed while writing leaves it as it was.
    Only its owner may read it, for verdicts quote articles. Where it is damaged it is begun
    anew, where it cannot be used the work is done again; either is said once, as a warning of
    the logger "tadqiq". ``most`` verdicts are kept.
    """

    def __init__(self, folder: Path, *, most: int = _MOST) -> None:
        self._path = folder / FILE
        self._most = most
        self._store: sqlite3.Connection | None = None
        self._usable = True

    def get(self, key: bytes) -> tuple[bytes, Verdict] | None:
        """The verdict under ``key``, packed and as it was."""
        try:
            store = self._opened()
            row = (
                store
                and store.execute("SELECT record FROM verdict WHERE key = ?", (key,)).fetchone()
            )
        except (sqlite3.Error, OSError) as error:
            self._give_up(error)
            return None
        try:
            return (row[0], decode(Verdict, row[0])) if row else None
        except ValueError:  # a flipped bit: judged again, and written anew
            return None

    def put(self, records: Iterable[tuple[bytes, bytes]]) -> None:
        """Keeps packed verdicts under their keys, all of them or, where it fails, none."""
        rows = list(records)
        try:
            store = self._opened()
            if store is None or not rows:
                return
            with store:
                store.executemany(
                    "INSERT OR REPLACE INTO verdict (key, record) VALUES (?, ?)", rows
                )
                store.execute(
                    "DELETE FROM verdict WHERE number <= (SELECT MAX(number) FROM verdict) - ?",
                    (self._most,),
                )
        except (sqlite3.Error, OSError) as error:
            self._give_up(error)

    def close(self) -> None:
        """Lets the file go; it is opened again when needed."""
        if self._store is not None:
            self._store.close()
            self._store = None

    def _opened(self) -> sqlite3.Connection | None:
        if self._store is None and self._usable:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            self._path.touch(mode=0o600)
            self._store = sqlite3.connect(self._path, timeout=_WAIT, check_same_thread=False)
            self._store.execute("PRAGMA journal_mode = WAL")
            self._store.execute("PRAGMA synchronous = NORMAL")
            self._store.execute(_SCHEMA)
        return self._store

    def _give_up(self, error: Exception) -> None:
        """Do without in this run; a damaged file is gone in the next."""
        self.close()
        self._usable = False
        if isinstance(error, sqlite3.DatabaseError) and not isinstance(
            error, sqlite3.OperationalError
        ):
            for tail in ("", "-wal", "-shm"):
                self._path.with_name(self._path.name + tail).unlink(missing_ok=True)
        _log.warning(
            "%s: the cache of verdicts cannot be used (%s); going on without, which is slower",
            *(self._path, error),
        )
