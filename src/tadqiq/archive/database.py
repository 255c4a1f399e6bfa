"""One connection to the archive's file, and what its errors mean."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from threading import RLock
from typing import Any

from ..errors import ArchiveError
from .schema import migrate

FILE = "archive.sqlite"
Row = Sequence[Any]
_AGAIN = "what was committed is kept: free some space, then run this again with --resume"
_ELSEWHERE = "free some space, or set TMPDIR to another folder"
_ROWS = 256  # read at a time, so that nobody is kept from writing for long


class Database:
    """Statements against one file; any thread may use it, one at a time.

    A folder gets a file in WAL mode: many may read while one writes, and what was committed
    outlives a killed process. None is a nameless file that is gone with the connection.
    Every failure is an ArchiveError.
    """

    def __init__(self, folder: Path | None, *, writable: bool, wait: float) -> None:
        self.name = "the batch's temporary file" if folder is None else str(folder)
        self._wait = wait
        self._advice = _ELSEWHERE if folder is None else _AGAIN
        self._lock = RLock()
        self._depth = 0
        with self._explained():
            self._connection = _connect(folder, writable=writable, wait=wait)
            try:
                if folder is None:
                    self._connection.execute("PRAGMA synchronous = OFF")
                    self._connection.execute("PRAGMA journal_mode = MEMORY")
                self._connection.execute("PRAGMA foreign_keys = ON")
                migrate(self._connection, self.name)
                if not writable:
                    self._connection.execute("PRAGMA query_only = ON")
            except BaseException:
                self._connection.close()
                raise

    def close(self) -> None:
        """Ends the connection; what was committed stays."""
        with self._lock:
            self._connection.close()

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All of what is written inside, or, where it fails, nothing of it."""
        with self._lock, self._explained():
            if self._depth:
                yield
                return
            self._connection.execute("BEGIN IMMEDIATE")
            self._depth += 1
            try:
                yield
                self._connection.execute("COMMIT")
            except BaseException:
                if self._connection.in_transaction:
                    self._connection.execute("ROLLBACK")
                raise
            finally:
                self._depth -= 1

    def do(self, statement: str, values: Sequence[object] = ()) -> int:
        """Executes a statement; the key of the row that it inserted."""
        with self._lock, self._explained():
            return self._connection.execute(statement, values).lastrowid or 0

    def one(self, query: str, values: Sequence[object] = ()) -> Row | None:
        """The first row, if there is one."""
        with self._lock, self._explained():
            row: Row | None = self._connection.execute(query, values).fetchone()
            return row

    def all(self, query: str, values: Sequence[object] = ()) -> list[Row]:
        """Every row."""
        with self._lock, self._explained():
            return self._connection.execute(query, values).fetchall()

    def by_keys(self, query: str, keys: Iterable[int], *values: object) -> Iterator[Row]:
        """The rows of ``query``, in which ``{keys}`` stands for some of ``keys``, in their order.

        The first column must be the key; a key without a row is left out. ``values`` are for
        what follows the keys in the query.
        """
        rest = iter(keys)
        while block := tuple(islice(rest, _ROWS)):
            marks = ",".join("?" * len(block))
            rows = self.all(query.format(keys=marks), (*block, *values))
            found = {row[0]: row for row in rows}
            yield from (found[key] for key in block if key in found)

    @contextmanager
    def _explained(self) -> Iterator[None]:
        try:
            yield
        except sqlite3.Error as error:
            raise ArchiveError(f"{self.name}: {self._why(error)}") from error
        except OSError as error:
            raise ArchiveError(f"{self.name}: {error.strerror or error}") from error

    def _why(self, error: sqlite3.Error) -> str:
        code = getattr(error, "sqlite_errorname", "") or ""
        if code.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
            return (
                f"another process has been writing to this archive for {self._wait:g} seconds; "
                "wait until it is done, then run this again"
            )
        if code.startswith(("SQLITE_FULL", "SQLITE_IOERR")):
            return f"no space left, or the disk fails ({error}); {self._advice}"
        if code.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")):
            return (
                f'damaged ({error}); "tadqiq archive check" says what, "tadqiq archive export" '
                "saves what can be read"
            )
        if code.startswith(("SQLITE_READONLY", "SQLITE_PERM", "SQLITE_CANTOPEN")):
            return f"cannot be opened or written ({error}); see the folder's permissions"
        return str(error)


def storable(text: str) -> str:
    """``text`` with what UTF-8 cannot hold (half of a surrogate pair) escaped."""
    return text.encode("utf-8", "backslashreplace").decode()


def _connect(folder: Path | None, *, writable: bool, wait: float) -> sqlite3.Connection:
    if folder is None:
        return sqlite3.connect("", isolation_level=None, check_same_thread=False)
    path = folder / FILE
    if not writable and not path.is_file():
        raise ArchiveError(
            f'{folder}: no archive here; "tadqiq audit SOURCE --archive {folder}" makes one'
        )
    if folder.exists() and not folder.is_dir():
        raise ArchiveError(f"{folder}: a file, but an archive is a folder; choose another name")
    folder.mkdir(parents=True, exist_ok=True)
    connection = sqlite3.connect(path, timeout=wait, isolation_level=None, check_same_thread=False)
    try:
        if writable:
            connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
    except BaseException:
        connection.close()
        raise
    return connection
