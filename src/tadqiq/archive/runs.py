"""Runs of batches, and what they could not audit."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from ..model import Rejection
from .database import Database, storable
from .records import Run, when

_COLUMNS = (
    "run.key, sources, started, finished, signature, articles, "
    "(SELECT count(*) FROM rejection WHERE rejection.run = run.key)"
)


class Runs:
    """The runs of an archive."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def begin(self, sources: Sequence[str], *, now: float) -> int:
        """A new run; its key."""
        given = json.dumps([storable(name) for name in sources])
        return self._database.do("INSERT INTO run (sources, started) VALUES (?, ?)", (given, now))

    def broken_off(self) -> Run | None:
        """The latest run, if it did not come to its end."""
        latest = next(self.all(newest_first=True), None)
        return None if latest is None or latest.finished is not None else latest

    def resume(self) -> Run | None:
        """The latest run, if it did not come to its end; its rejections are forgotten, for its
        sources are read again."""
        latest = self.broken_off()
        if latest is not None:
            self._database.do("DELETE FROM rejection WHERE run = ?", (latest.key,))
        return latest

    def finish(self, key: int, *, signature: str, articles: int, now: float) -> None:
        """Says that a run is done. A clock that was set back does not make it end before it
        began. Events that no verdict names any longer are forgotten."""
        with self._database.transaction():
            self._database.do(
                "UPDATE run SET finished = max(started, ?), signature = ?, articles = ? "
                "WHERE key = ?",
                (now, signature, articles, key),
            )
            self._database.do("DELETE FROM event WHERE key NOT IN (SELECT event FROM audit)")

    def reject(self, key: int, rejection: Rejection) -> None:
        """Keeps what a run could not audit."""
        self._database.do(
            "INSERT INTO rejection (run, origin, reason) VALUES (?, ?, ?)",
            (key, storable(rejection.origin), storable(rejection.reason)),
        )

    def rejections(self, key: int | None = None) -> Iterator[Rejection]:
        """What a run, or with None any run, could not audit, in order."""
        rows = self._database.all(
            "SELECT origin, reason FROM rejection WHERE ? IS NULL OR run = ? ORDER BY key",
            (key, key),
        )
        return (Rejection(*row) for row in rows)

    def all(self, *, newest_first: bool = False) -> Iterator[Run]:
        """Every run, in the order they began."""
        order = "DESC" if newest_first else "ASC"
        rows = self._database.all(f"SELECT {_COLUMNS} FROM run ORDER BY key {order}")
        return (
            Run(
                key,
                tuple(json.loads(sources)),
                when(started),
                None if finished is None else when(finished),
                *rest,
            )
            for key, sources, started, finished, *rest in rows
        )
