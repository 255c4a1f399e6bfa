"""The result of a batch, read from where it was put down."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, lru_cache
from typing import overload

from .. import languages, score
from ..archive import Archive, Audited
from ..model import Article, ArticleAudit, Document, Drift, Event, Paragraph, Profile, Score
from ..score import Rank

_AT_HAND = 64


class LazyDocument(Document):
    """A document that is segmented when somebody looks at its paragraphs."""

    def __init__(
        self, article: Article, profile: Profile, segment: Callable[[Article], Document]
    ) -> None:
        self.__dict__.update(article=article, profile=profile, _segment=segment)

    @cached_property
    def paragraphs(self) -> tuple[Paragraph, ...]:
        """Segmented now."""
        segment: Callable[[Article], Document] = self.__dict__["_segment"]
        return segment(self.article).paragraphs


class Spooled(Sequence[ArticleAudit]):
    """Audits in a store, by the keys of their verdicts; a few are kept at hand.

    ``events`` gives the event at a place, where it is another than the store knows.
    """

    def __init__(
        self,
        store: Archive,
        keys: Sequence[int],
        ranks: Sequence[Rank],
        segment: Callable[[Article], Document],
        events: Sequence[Event] | None = None,
    ) -> None:
        self._store = store
        self._keys = keys
        self._ranks = ranks
        self._segment = segment
        self._events = events
        self._at = lru_cache(maxsize=_AT_HAND)(self._read)

    def __len__(self) -> int:
        return len(self._keys)

    def __iter__(self) -> Iterator[ArticleAudit]:
        if len(self) <= _AT_HAND:
            return (self._at(place) for place in range(len(self)))
        found = self._store.verdicts.get(self._keys)
        return (self._audit(place, one) for place, one in enumerate(found))

    @overload
    def __getitem__(self, place: int) -> ArticleAudit: ...
    @overload
    def __getitem__(self, place: slice) -> Sequence[ArticleAudit]: ...
    def __getitem__(self, place: int | slice) -> ArticleAudit | Sequence[ArticleAudit]:
        if isinstance(place, slice):
            return Spooled(
                self._store,
                self._keys[place],
                self._ranks[place],
                self._segment,
                None if self._events is None else self._events[place],
            )
        return self._at(range(len(self))[place])

    def _read(self, place: int) -> ArticleAudit:
        (found,) = self._store.verdicts.get([self._keys[place]])
        return self._audit(place, found)

    def _audit(self, place: int, found: Audited) -> ArticleAudit:
        verdict, rank = found.verdict, self._ranks[place]
        profile = languages.profile_for(verdict.lang)
        return ArticleAudit(
            LazyDocument(found.stored.article, profile, self._segment),
            verdict.findings,
            verdict.drift,
            verdict.score,
            found.event if self._events is None else self._events[place],
            rank=rank.position,
            tied=rank.tied,
        )


def ranks_of(
    ids: Sequence[str],
    scores: Sequence[Score],
    drifts: Sequence[Drift | float | None],
    events: Sequence[Event],
) -> tuple[Rank, ...]:
    """The ranks of articles, in the order given. An event goes by its first article: every run
    names events anew."""
    values = [one.value if isinstance(one, Drift) else one for one in drifts]
    names = [next(iter(event.members), event.id) for event in events]
    return score.rank(ids, scores, values, names)
