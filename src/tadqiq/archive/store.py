"""The archive as a whole."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from datetime import datetime
from pathlib import Path
from types import TracebackType
from weakref import finalize

from .articles import Articles
from .database import FILE, Database
from .records import Counts, when
from .runs import Runs
from .upkeep import problems, remove_before, remove_damaged
from .vectors import Vectors
from .verdicts import Verdicts

_WAIT = 30.0  # seconds another process may be writing


class Archive:
    """One archive, opened. Any thread may use it; close it, or use it in a ``with``."""

    def __init__(self, database: Database, folder: Path | None) -> None:
        self._database = database
        self.folder = folder
        self.articles = Articles(database)
        self.vectors = Vectors(database, self.articles)
        self.verdicts = Verdicts(database, self.articles)
        self.runs = Runs(database)

    @classmethod
    def open(cls, folder: Path, *, write: bool = False, wait: float = _WAIT) -> Archive:
        """The archive in ``folder``; for writing it is made where there is none.

        ``wait`` is how many seconds another process may be writing. Raises ArchiveError where
        it cannot be opened, or a newer version made it.
        """
        return cls(Database(folder, writable=write, wait=wait), folder)

    @classmethod
    def temporary(cls) -> Archive:
        """An archive on disk that nobody else sees, and that is gone with this object."""
        database = Database(None, writable=True, wait=_WAIT)
        archive = cls(database, None)
        finalize(archive, database.close)
        return archive

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def lasting(self) -> bool:
        """Whether it is still there when this object is gone."""
        return self.folder is not None

    def close(self) -> None:
        """Ends the use of it."""
        self._database.close()

    def transaction(self) -> AbstractContextManager[None]:
        """All of what is written inside is kept, or nothing of it."""
        return self._database.transaction()

    def counts(self) -> Counts:
        """How much there is."""
        numbers = self._database.one(_COUNTS) or ()
        signatures = self._database.all(
            "SELECT signature, count(*) FROM audit GROUP BY signature ORDER BY max(run) DESC"
        )
        models = self._database.all("SELECT model, count(*) FROM vector GROUP BY model ORDER BY 1")
        first, last = numbers[7:9]
        return Counts(
            articles=numbers[0],
            versions=numbers[1],
            audits=numbers[2],
            events=numbers[3],
            rejections=numbers[4],
            runs=numbers[5],
            unfinished=numbers[6],
            signatures=tuple((name, count) for name, count in signatures),
            models=tuple((name, count) for name, count in models),
            first=None if first is None else when(first),
            last=None if last is None else when(last),
            bytes=_size(self.folder),
        )

    def problems(self) -> Iterator[str]:
        """What is damaged, a line each; nothing in a sound archive."""
        return problems(self._database)

    def remove_before(self, moment: datetime) -> int:
        """Removes articles published (else first seen) before ``moment`` with all that is known
        of them, and runs that ended before; how many articles. The file shrinks."""
        return remove_before(self._database, moment)

    def remove_damaged(self) -> int:
        """Removes damaged articles, verdicts and vectors; how many rows. An audit of the same
        sources brings them back."""
        return remove_damaged(self._database)


_COUNTS = """
SELECT
    (SELECT count(*) FROM article WHERE current),
    (SELECT count(*) FROM article WHERE NOT current),
    (SELECT count(*) FROM audit),
    (SELECT count(*) FROM event WHERE key IN (SELECT event FROM audit)),
    (SELECT count(*) FROM rejection),
    (SELECT count(*) FROM run),
    (SELECT count(*) FROM run WHERE finished IS NULL),
    (SELECT min(moment) FROM article),
    (SELECT max(moment) FROM article)
"""


def _size(folder: Path | None) -> int:
    if folder is None:
        return 0
    files = (folder / f"{FILE}{tail}" for tail in ("", "-wal"))
    return sum(path.stat().st_size for path in files if path.exists())
