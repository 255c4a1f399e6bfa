"""Finding what is damaged, and throwing away."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import datetime

from ..model import Article, Event
from .articles import digest_of
from .codec import decode
from .database import Database, Row
from .records import Verdict, utc
from .vectors import sound

_BLOCK = 256


def problems(database: Database) -> Iterator[str]:
    """What is damaged, a line each: in the file, between tables, in single rows."""
    for (said,) in database.all("PRAGMA integrity_check"):
        if said != "ok":
            yield f"file: {said}"
    for table, row, parent, _ in database.all("PRAGMA foreign_key_check"):
        yield f"{table} {row}: its {parent} is missing"
    for row in database.all(
        "SELECT key, event FROM audit WHERE event NOT IN (SELECT key FROM event) ORDER BY key"
    ):
        yield f"audit {row[0]}: its event {row[1]} is missing"
    for table, key in damaged(database):
        yield f"{table} {key}: damaged"


def damaged(database: Database) -> Iterator[tuple[str, int]]:
    """Tables and row ids of rows that cannot be read."""
    for table, columns, read in _CHECKS:
        last = -1
        query = (
            f"SELECT rowid, {columns} FROM {table} WHERE rowid > ? ORDER BY rowid LIMIT {_BLOCK}"
        )
        while rows := database.all(query, (last,)):
            last = rows[-1][0]
            yield from ((table, row[0]) for row in rows if not _reads(read, row[1:]))


def remove_damaged(database: Database) -> int:
    """Removes the rows that cannot be read; how many."""
    rows = list(damaged(database))
    with database.transaction():
        for table, key in rows:
            database.do(f"DELETE FROM {table} WHERE rowid = ?", (key,))
        database.do("DELETE FROM audit WHERE event NOT IN (SELECT key FROM event)")
    return len(rows)


def remove_before(database: Database, moment: datetime) -> int:
    """Removes articles of before ``moment`` with all that is known of them; how many."""
    limit = utc(moment).timestamp()
    with database.transaction():
        row = database.one("SELECT count(*) FROM article WHERE moment < ?", (limit,))
        database.do("DELETE FROM article WHERE moment < ?", (limit,))
        database.do("DELETE FROM event WHERE key NOT IN (SELECT event FROM audit)")
        database.do(
            "DELETE FROM run WHERE finished < ? AND key NOT IN (SELECT run FROM audit)", (limit,)
        )
        database.do("DELETE FROM rejection WHERE run NOT IN (SELECT key FROM run)")
    database.do("VACUUM")
    return int(row[0]) if row else 0


def _reads(read: Callable[[Row], bool], row: Row) -> bool:
    try:
        return read(row)
    except ValueError:
        return False


def _article(row: Row) -> bool:
    return bool(digest_of(decode(Article, row[0])) == row[1])


def _verdict(row: Row) -> bool:
    return decode(Verdict, row[0]) is not None


def _event(row: Row) -> bool:
    return decode(Event, row[0]) is not None


def _vector(row: Row) -> bool:
    return sound(row[0])


_CHECKS: tuple[tuple[str, str, Callable[[Row], bool]], ...] = (
    ("article", "record, digest", _article),
    ("audit", "record", _verdict),
    ("event", "record", _event),
    ("vector", "mean", _vector),
    ("sentences", "matrix", _vector),
)
