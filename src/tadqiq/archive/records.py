"""What an archive holds, as others see it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from ..model import Article, Drift, Event, Finding, Score


@dataclass(frozen=True, slots=True)
class Stored:
    """An article in the archive.

    ``key`` names it inside this archive, ``digest`` (SHA-256 of id and text, hex) everywhere.
    ``seen`` is when it first came in. ``current`` is false once a newer version of it came.
    """

    key: int
    article: Article
    digest: str
    seen: datetime
    current: bool

    @property
    def moment(self) -> datetime:
        """When it was published or, where nobody says so, first seen; in UTC."""
        return utc(self.article.published) if self.article.published else self.seen


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was found out about an article, whatever batch it came in; ``lang`` as identified."""

    lang: str
    findings: tuple[Finding, ...]
    drift: Drift
    score: Score


@dataclass(frozen=True, slots=True)
class Audited:
    """An article with its verdict, what made it, and the event it was in then.

    ``run`` is the last run that the verdict held in. Events are named anew in every run:
    ``event.id`` means the same only within one; across runs compare ``event.members``.
    """

    stored: Stored
    verdict: Verdict
    event: Event
    signature: str
    at: datetime
    run: int


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An article and how near its text is: the cosine of centred document vectors."""

    stored: Stored
    similarity: float


@dataclass(frozen=True, slots=True)
class Run:
    """One run of a batch; ``finished`` is None while it goes on, and where it was broken off."""

    key: int
    sources: tuple[str, ...]
    started: datetime
    finished: datetime | None
    signature: str | None
    articles: int
    rejected: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Counts:
    """How much an archive holds. ``versions`` counts the articles that newer ones replaced;
    ``first`` and ``last`` are the moments of the earliest and the latest article."""

    articles: int
    versions: int
    audits: int
    events: int
    rejections: int
    runs: int
    unfinished: int
    signatures: tuple[tuple[str, int], ...]
    models: tuple[tuple[str, int], ...]
    first: datetime | None
    last: datetime | None
    bytes: int


def utc(moment: datetime) -> datetime:
    """The moment in UTC; one without a zone is taken as UTC."""
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)


def when(seconds: float) -> datetime:
    """Seconds since 1970 as a moment in UTC."""
    return datetime.fromtimestamp(seconds, UTC)
