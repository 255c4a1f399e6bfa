"""An article with everything that was found out about it."""

from __future__ import annotations

from dataclasses import dataclass

from .document import Document, Rejection
from .drift import Drift
from .event import Event
from .finding import Finding
from .score import Score


@dataclass(frozen=True, slots=True)
class ArticleAudit:
    """One audited article. ``findings`` hold drift's departures too, in order of place."""

    document: Document
    findings: tuple[Finding, ...]
    drift: Drift
    score: Score
    event: Event
    rank: int
    tied: bool = False


@dataclass(frozen=True, slots=True)
class Audit:
    """A batch in input order, what could not be read, and the signature of the run."""

    articles: tuple[ArticleAudit, ...]
    rejections: tuple[Rejection, ...]
    signature: str

    def ranked(self) -> tuple[ArticleAudit, ...]:
        """Best quality first."""
        return tuple(sorted(self.articles, key=lambda article: article.rank))
