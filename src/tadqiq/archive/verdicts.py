"""What was found out about articles: verdicts by signature, with the event of their run."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

from ..errors import ArchiveError
from ..model import Article, Event
from .articles import IN_WINDOW, Articles, digest_of, window
from .codec import decode, encode
from .database import Database, Row
from .records import Audited, Verdict, when

_COLUMNS = (
    "article.key, article.record, article.digest, article.seen, article.current, "
    "audit.key, audit.record, event.key, event.record, audit.signature, audit.audited, audit.run"
)
_FROM = "audit JOIN article ON article.key = audit.article JOIN event ON event.key = audit.event"
_LATEST = (
    "SELECT key FROM audit AS other WHERE other.article = article.key "
    "AND (? IS NULL OR other.signature = ?) ORDER BY run DESC, key DESC LIMIT 1"
)


class Verdicts:
    """The verdicts of an archive."""

    def __init__(self, database: Database, articles: Articles) -> None:
        self._database = database
        self._articles = articles
        self._event: tuple[int, Event] = (0, Event("", ()))

    def add_event(self, event: Event, *, run: int) -> int:
        """Keeps an event of a run; its key."""
        return self._database.do(
            "INSERT INTO event (run, record) VALUES (?, ?)", (run, encode(event))
        )

    def find(self, article: int, signature: str, context: bytes) -> tuple[int, Verdict] | None:
        """The verdict on an article with its key, by signature and by digest of what it was
        compared with; None if there is none, or a damaged one."""
        row = self._database.one(
            "SELECT key, record FROM audit WHERE article = ? AND signature = ? AND context = ?",
            (article, signature, context),
        )
        if row is None:
            return None
        try:
            return int(row[0]), decode(Verdict, row[1])
        except ValueError:
            return None

    def exists(self, article: Article) -> bool:
        """Whether there is any verdict on this version of an article."""
        row = self._database.one(
            "SELECT 1 FROM audit JOIN article ON article.key = audit.article "
            "WHERE article.digest = ? LIMIT 1",
            (digest_of(article),),
        )
        return row is not None

    def of_run(self, run: int) -> Iterator[Audited]:
        """The verdicts that last held in a run, in the order they were made."""
        rows = self._database.all("SELECT key FROM audit WHERE run = ? ORDER BY key", (run,))
        return self.get(row[0] for row in rows)

    def add(
        self,
        article: int,
        verdict: Verdict | bytes,
        *,
        signature: str,
        context: bytes,
        run: int,
        event: int,
        now: float,
    ) -> int:
        """Keeps a verdict, packed or not, in place of the one by the same signature and
        context; its key."""
        record = verdict if isinstance(verdict, bytes) else encode(verdict)
        return self._database.do(
            "INSERT OR REPLACE INTO audit (article, signature, context, run, event, audited, "
            "record) VALUES (?, ?, ?, ?, ?, ?, ?)",
            (article, signature, context, run, event, now, record),
        )

    def reuse(self, key: int, *, run: int, event: int) -> None:
        """Says that a verdict holds in a later run too, where the article is in ``event``."""
        self._database.do("UPDATE audit SET run = ?, event = ? WHERE key = ?", (run, event, key))

    def get(self, keys: Iterable[int]) -> Iterator[Audited]:
        """The verdicts of some keys, in their order. Raises ArchiveError for a damaged one."""
        query = f"SELECT audit.key, {_COLUMNS} FROM {_FROM} WHERE audit.key IN ({{keys}})"
        return (self._audited(row[1:]) for row in self._database.by_keys(query, keys))

    def latest(
        self,
        since: datetime | None = None,
        until: datetime | None = None,
        *,
        signature: str | None = None,
        versions: bool = False,
    ) -> Iterator[Audited]:
        """The latest verdict on every article published (else first seen) in a time window,
        earliest article first; with ``signature`` the latest by it, with ``versions`` also those
        on articles that newer ones replaced."""
        return self.get(self.latest_keys(since, until, signature=signature, versions=versions))

    def latest_keys(
        self,
        since: datetime | None = None,
        until: datetime | None = None,
        *,
        signature: str | None = None,
        versions: bool = False,
    ) -> list[int]:
        """The keys of ``latest``."""
        rows = self._database.all(
            f"SELECT ({_LATEST}) FROM article WHERE {IN_WINDOW} ORDER BY moment, article.key",
            (signature, signature, *window(since, until), 0 if versions else 1),
        )
        return [row[0] for row in rows if row[0] is not None]

    def _audited(self, row: Row) -> Audited:
        key, record, event_key, event, signature, at, run = row[5:]
        try:
            verdict = decode(Verdict, record)
            if self._event[0] != event_key:
                self._event = event_key, decode(Event, event)
        except ValueError as error:
            raise ArchiveError(
                f'{self._database.name}: verdict {key} is damaged ({error}); "tadqiq archive '
                'prune --damaged" removes it, and the next audit makes it again'
            ) from error
        return Audited(
            self._articles.stored(row), verdict, self._event[1], signature, when(at), run
        )
