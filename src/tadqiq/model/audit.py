"""An article with everything that was found out about it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import overload

from .document import Document, Rejection
from .drift import Drift
from .event import Event
from .finding import Finding
from .record import record
from .score import Score


@record
class ArticleAudit:
    """One audited article. ``findings`` hold drift's departures too, in order of place."""

    document: Document
    findings: tuple[Finding, ...]
    drift: Drift
    score: Score
    event: Event
    rank: int
    tied: bool = False


@record
class Audit:
    """A batch in input order, what could not be read, and the signature of the run.

    ``passed`` counts the articles that were passed over, for they are older than was asked for,
    ``reused`` those whose verdict was known from an earlier run.
    ``articles`` may lie on disk: going through them reads one at a time, so go through them
    rather than keeping them.
    """

    articles: Sequence[ArticleAudit]
    rejections: tuple[Rejection, ...]
    signature: str
    passed: int = 0
    reused: int = 0

    def ranked(self) -> Sequence[ArticleAudit]:
        """Best quality first."""
        ranks = [article.rank for article in self.articles]
        return Reordered(self.articles, sorted(range(len(ranks)), key=ranks.__getitem__))


class Reordered(Sequence[ArticleAudit]):
    """``articles`` in another order, none of them held."""

    def __init__(self, articles: Sequence[ArticleAudit], order: Sequence[int]) -> None:
        self._articles = articles
        self._order = order

    def __len__(self) -> int:
        return len(self._order)

    def __iter__(self) -> Iterator[ArticleAudit]:
        return (self._articles[place] for place in self._order)

    @overload
    def __getitem__(self, place: int) -> ArticleAudit: ...
    @overload
    def __getitem__(self, place: slice) -> Reordered: ...
    def __getitem__(self, place: int | slice) -> ArticleAudit | Reordered:
        if isinstance(place, slice):
            return Reordered(self._articles, self._order[place])
        return self._articles[self._order[place]]
