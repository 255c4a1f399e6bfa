"""Articles by hash, every version of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from hashlib import sha256

from ..errors import ArchiveError
from ..model import Article
from .codec import decode, encode
from .database import Database, Row, storable
from .records import Stored, utc, when

_COLUMNS = "article.key, article.record, article.digest, article.seen, article.current"
IN_WINDOW = "article.moment >= ? AND article.moment < ? AND article.current >= ?"
_ALWAYS = (-1e18, 1e18)


def digest_of(article: Article) -> bytes:
    """What makes a version: SHA-256 of the id and the text."""
    both = f"{article.id}\0{article.text}".encode("utf-8", "surrogatepass")
    return sha256(both).digest()


class Articles:
    """The articles of an archive."""

    def __init__(self, database: Database) -> None:
        self._database = database

    def add(self, article: Article, *, run: int, now: float) -> int:
        """Keeps the article; its key.

        The same id and text again is the same article, under its newest metadata. Another text
        under the same id, or under the same URL in a later run, is a new version; the versions
        before it stay and are no longer current.
        """
        digest, record = digest_of(article), encode(article)
        name, url = storable(article.id), storable(article.url) if article.url else None
        published = _seconds(article.published)
        moment = now if published is None else published
        known = self._database.one(
            "SELECT key, record, current, run FROM article WHERE digest = ?", (digest,)
        )
        if known is None:
            key = self._database.do(
                "INSERT INTO article (digest, id, url, moment, seen, run, record) "
                "VALUES (?, ?, ?, ?, ?, ?, ?)",
                (digest, name, url, moment, now, run, record),
            )
        else:
            key = int(known[0])
            if known[1:] == (record, 1, run):
                return key
            self._database.do(
                "UPDATE article SET record = ?, url = ?, run = ?, current = 1, "
                "moment = coalesce(?, moment) WHERE key = ?",
                (record, url, run, published, key),
            )
        self._replace(key, name, url, run)
        return key

    def _replace(self, key: int, name: str, url: str | None, run: int) -> None:
        self._database.do(
            "UPDATE article SET current = 0 WHERE id = ? AND key <> ? AND current", (name, key)
        )
        if url is not None:
            self._database.do(
                "UPDATE article SET current = 0 WHERE url = ? AND run <> ? AND current", (url, run)
            )

    def key_of(self, article: Article) -> int | None:
        """The key of this version of an article, None if it is not there."""
        row = self._database.one("SELECT key FROM article WHERE digest = ?", (digest_of(article),))
        return None if row is None else int(row[0])

    def get(self, keys: Iterable[int]) -> Iterator[Stored]:
        """The articles of some keys, in their order. Raises ArchiveError for a damaged one."""
        query = f"SELECT {_COLUMNS} FROM article WHERE key IN ({{keys}})"
        return (self.stored(row) for row in self._database.by_keys(query, keys))

    def between(
        self,
        since: datetime | None = None,
        until: datetime | None = None,
        *,
        versions: bool = False,
    ) -> Iterator[Stored]:
        """Articles published (else first seen) from ``since`` on and before ``until``, earliest
        first; with ``versions`` also those that newer ones replaced."""
        return self.get(self.keys_between(since, until, versions=versions))

    def keys_between(
        self,
        since: datetime | None = None,
        until: datetime | None = None,
        *,
        versions: bool = False,
    ) -> list[int]:
        """The keys of ``between``."""
        rows = self._database.all(
            f"SELECT key FROM article WHERE {IN_WINDOW} ORDER BY moment, key",
            (*window(since, until), 0 if versions else 1),
        )
        return [row[0] for row in rows]

    def versions(self, name: str) -> Iterator[Stored]:
        """Every version of the article with the id ``name``, in the order they came."""
        rows = self._database.all(
            "SELECT key FROM article WHERE id = ? ORDER BY key", (storable(name),)
        )
        return self.get(row[0] for row in rows)

    def stored(self, row: Row) -> Stored:
        """An article as read; of ``row`` the first five columns are used."""
        key, record, digest, seen, current = row[:5]
        try:
            article = decode(Article, record)
            if digest_of(article) != digest:
                raise ValueError("the text is not the one that came in")
        except ValueError as error:
            raise ArchiveError(
                f'{self._database.name}: article {key} is damaged ({error}); "tadqiq archive '
                'check" lists what is, "tadqiq archive prune --damaged" removes it'
            ) from error
        return Stored(key, article, digest.hex(), when(seen), bool(current))


def window(since: datetime | None, until: datetime | None) -> tuple[float, float]:
    """A time window in seconds since 1970; what is not given is open."""
    start, end = _seconds(since), _seconds(until)
    return (
        _ALWAYS[0] if start is None else start,
        _ALWAYS[1] if end is None else end,
    )


def _seconds(moment: datetime | None) -> float | None:
    return None if moment is None else utc(moment).timestamp()
