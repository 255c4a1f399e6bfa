"""The tables, and the way from older ones to these."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from ..errors import ArchiveError

APPLICATION = 0x7464_7171  # "tdqq": says whose file this is
_FIRST = """
CREATE TABLE run (
    key INTEGER PRIMARY KEY,
    sources TEXT NOT NULL,
    started REAL NOT NULL,
    finished REAL,
    signature TEXT,
    articles INTEGER NOT NULL DEFAULT 0
);
CREATE TABLE article (
    key INTEGER PRIMARY KEY,
    digest BLOB NOT NULL UNIQUE,
    id TEXT NOT NULL,
    url TEXT,
    moment REAL NOT NULL,
    seen REAL NOT NULL,
    run INTEGER NOT NULL,
    current INTEGER NOT NULL DEFAULT 1,
    record BLOB NOT NULL
);
CREATE INDEX article_by_id ON article (id);
CREATE INDEX article_by_url ON article (url) WHERE url IS NOT NULL;
CREATE INDEX article_by_moment ON article (moment, current);
CREATE TABLE vector (
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    model TEXT NOT NULL,
    mean BLOB NOT NULL,
    PRIMARY KEY (article, model)
);
CREATE TABLE sentences (
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    model TEXT NOT NULL,
    segmented BLOB NOT NULL,
    matrix BLOB NOT NULL,
    PRIMARY KEY (article, model)
);
CREATE TABLE event (
    key INTEGER PRIMARY KEY AUTOINCREMENT,
    run INTEGER NOT NULL,
    record BLOB NOT NULL
);
CREATE INDEX event_by_run ON event (run);
CREATE TABLE audit (
    key INTEGER PRIMARY KEY,
    article INTEGER NOT NULL REFERENCES article ON DELETE CASCADE,
    signature TEXT NOT NULL,
    context BLOB NOT NULL,
    run INTEGER NOT NULL,
    event INTEGER NOT NULL,
    audited REAL NOT NULL,
    record BLOB NOT NULL,
    UNIQUE (article, signature, context)
);
CREATE INDEX audit_by_run ON audit (article, run);
CREATE TABLE rejection (
    key INTEGER PRIMARY KEY,
    run INTEGER NOT NULL,
    origin TEXT NOT NULL,
    reason TEXT NOT NULL
);
CREATE INDEX rejection_by_run ON rejection (run);
"""
MIGRATIONS: tuple[str, ...] = (_FIRST,)
"""Step n brings an archive from version n to n + 1. Steps are added, never changed."""


def migrate(
    database: sqlite3.Connection, name: str, migrations: Sequence[str] = MIGRATIONS
) -> None:
    """Brings the tables to the newest version, each step wholly or not at all.

    Raises ArchiveError where the file is another program's, or a newer version's.
    """
    if _version(database, name, migrations) == len(migrations):
        return
    database.execute("BEGIN IMMEDIATE")
    try:
        for step in migrations[_version(database, name, migrations) :]:
            for statement in filter(str.strip, step.split(";")):
                database.execute(statement)
        database.execute(f"PRAGMA user_version = {len(migrations)}")
        database.execute(f"PRAGMA application_id = {APPLICATION}")
        database.execute("COMMIT")
    except BaseException:
        database.execute("ROLLBACK")
        raise


def _version(database: sqlite3.Connection, name: str, migrations: Sequence[str]) -> int:
    (version,) = database.execute("PRAGMA user_version").fetchone()
    (owner,) = database.execute("PRAGMA application_id").fetchone()
    (tables,) = database.execute("SELECT count(*) FROM sqlite_master").fetchone()
    if tables and owner != APPLICATION:
        raise ArchiveError(f"{name}: a database of another program; choose another folder")
    if version > len(migrations):
        raise ArchiveError(
            f"{name}: made by a newer tadqiq (archive version {version}; this one knows versions "
            f"up to {len(migrations)}); nothing was changed; update tadqiq to use it"
        )
    return int(version)
