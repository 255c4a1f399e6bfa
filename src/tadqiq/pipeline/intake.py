"""The first pass: articles are read, segmented, embedded and put down; little is kept of each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from typing import TYPE_CHECKING

from ..archive import Archive, pack
from ..errors import TadqiqError
from ..model import Article, Document, Rejection
from .engine import Engine
from .judge import broken
from .prepared import Prepared, sentences_of
from .spool import MarksFile, VectorFile

if TYPE_CHECKING:
    from ..events import Traits

_ARTICLES = 128  # put down at a time, in one transaction
_CHARACTERS = 400_000  # and no more text than this
_NEAREST = 16  # articles of the archive that an article is linked with


@dataclass(frozen=True, slots=True)
class Plan:
    """Where a batch is kept and what it is compared with.

    ``run`` is the run in ``store``. With ``days`` articles are compared with those in the
    archive that are no more days apart. Articles published before ``since`` are passed over.
    ``now`` is the time in seconds since 1970.
    """

    store: Archive
    run: int
    now: float
    days: float | None = None
    since: datetime | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """What is kept in memory of an article: its key in the store, a digest of all of it that
    can bear on a verdict, whether it comes with its source, where its vectors are, and its
    traits, if it was embedded."""

    key: int
    id: str
    lang: str
    given: str | None
    bearing: bytes
    sourced: bool
    rows: tuple[int, int] | None
    traits: Traits | None


class Intake:
    """Takes the items of a batch. ``members`` are its articles in input order, ``beside``
    articles of the archive that they may share events with."""

    def __init__(self, engine: Engine, plan: Plan) -> None:
        self._engine = engine
        self._plan = plan
        self._block: list[Prepared] = []
        self._characters = 0
        self._ids: set[str] = set()
        self._beside: dict[int, Member] = {}
        self.vectors = VectorFile()
        self._marks = MarksFile()
        self.members: list[Member] = []
        self.rejections: list[Rejection] = []
        self.passed = 0

    @property
    def beside(self) -> list[Member]:
        """Articles of the archive, none of which is in the batch."""
        return [one for one in self._beside.values() if one.id not in self._ids]

    def take(self, items: Iterable[Article | Rejection]) -> None:
        """Reads everything. Raises ModelError if the encoder cannot be had, ArchiveError if
        the store cannot be written."""
        for item in items:
            if isinstance(item, Rejection):
                self.reject(item)
            elif self._too_old(item):
                self.passed += 1
            elif item.id in self._ids:
                self.reject(_taken(item))
            else:
                self._segment(item)
            if self._full():
                self._flush()
        self._flush()
        self._engine.progress("read", len(self.members), len(self.members))

    def _full(self) -> bool:
        if len(self.members) + len(self._block) < 2:
            return False  # whether it is embedded depends on there being another
        return len(self._block) >= _ARTICLES or self._characters >= _CHARACTERS

    @property
    def _embeds(self) -> bool:
        """Not for a lonely article: there is nothing to compare it with."""
        alone = len(self.members) + len(self._block) < 2 and self._plan.days is None
        told = any(one.document.article.source_text is not None for one in self._block)
        return self._engine.config.drift and (told or not alone)

    def _too_old(self, article: Article) -> bool:
        since, published = self._plan.since, article.published
        return since is not None and published is not None and _utc(published) < _utc(since)

    def reject(self, rejection: Rejection) -> None:
        """Notes what cannot be audited."""
        self.rejections.append(rejection)
        self._plan.store.runs.reject(self._plan.run, rejection)

    def _segment(self, article: Article) -> None:
        try:
            self._block.append(self._engine.preparation.segment(article))
            self._characters += len(article.text)
            self._ids.add(article.id)
        except TadqiqError:
            raise  # a broken pack is no article's fault
        except Exception as error:  # nothing an article holds may end the batch
            self.reject(broken(article, "segment", error))
        self._engine.progress("read", len(self.members) + len(self._block), 0)

    def _flush(self) -> None:
        if not self._block:
            return
        if self._embeds:
            self._recall()
            self._engine.preparation.embed(self._block)
            self._block = [one for one in self._block if self._has_traits(one)]
            self._look_beside()
        block, self._block, self._characters = self._block, [], 0
        with self._plan.store.transaction():
            for prepared in block:
                self._put_down(prepared)

    def _has_traits(self, prepared: Prepared) -> bool:
        try:
            return prepared.traits is not None
        except Exception as error:  # nothing an article holds may end the batch
            self._ids.discard(prepared.document.id)
            self.reject(broken(prepared.document.article, "link", error))
            return False

    def _recall(self) -> None:
        """Vectors that the archive has of the same sentences by the same model."""
        store, model = self._plan.store, self._engine.model
        for one in self._block if store.lasting else ():
            key = store.articles.key_of(one.document.article) if one.vectors is None else None
            if key is not None:
                one.vectors = store.vectors.get(key, model, segmented=segmented(one.document))

    def _put_down(self, prepared: Prepared) -> None:
        plan, doc, traits = self._plan, prepared.document, prepared.traits
        key = plan.store.articles.add(doc.article, run=plan.run, now=plan.now)
        if traits is not None and prepared.vectors is not None and plan.store.lasting:
            plan.store.vectors.put(
                key,
                self._engine.model,
                segmented=segmented(doc),
                matrix=prepared.vectors,
                mean=traits.marks.mean,
            )
        self.members.append(self._member(key, prepared))

    def _member(self, key: int, prepared: Prepared) -> Member:
        doc, rows, traits = prepared.document, None, prepared.traits
        if traits is not None and prepared.vectors is not None:
            rows = self.vectors.append(prepared.vectors)
            traits = self._marks.put_down(traits, self.vectors, rows)
        return Member(
            key,
            doc.id,
            doc.lang,
            doc.article.event,
            bearing_of(doc.article),
            doc.article.source_text is not None,
            rows,
            traits,
        )

    def _look_beside(self) -> None:
        """Articles of the archive that are near to those of the block, and not far in time."""
        if self._plan.days is None or not self._block:
            return
        import numpy as np

        store, days = self._plan.store, timedelta(days=self._plan.days)
        moments = [
            _utc(one.document.article.published or datetime.fromtimestamp(self._plan.now, UTC))
            for one in self._block
        ]
        means = [one.traits.marks.mean for one in self._block if one.traits is not None]
        near = store.vectors.nearest(
            np.stack(means),
            self._engine.model,
            since=min(moments) - days,
            until=max(moments) + days,
            limit=_NEAREST,
        )
        wanted = sorted({key for row in near for key, _ in row} - self._beside.keys())
        for prepared, key in self._stored(wanted):
            self._beside[key] = self._member(key, prepared)

    def _stored(self, keys: Iterable[int]) -> Iterator[tuple[Prepared, int]]:
        """Articles of the archive that have not come in this batch, with their vectors."""
        for stored in self._plan.store.articles.get(keys):
            if stored.article.id in self._ids:
                continue
            one = self._engine.preparation.segment(stored.article)
            one.vectors = (
                one.vectors
                if one.vectors is not None
                else self._plan.store.vectors.get(
                    stored.key, self._engine.model, segmented=segmented(one.document)
                )
            )
            self._engine.preparation.embed([one])
            yield one, stored.key


def bearing_of(article: Article) -> bytes:
    """A digest of all of an article that can bear on a verdict on it or on a sibling."""
    bare = replace(article, origin="", url=None, extra={})
    return sha256(pack(bare)).digest()


def segmented(doc: Document) -> bytes:
    """A digest of the sentences: vectors of others must not be taken for theirs."""
    joined = "\0".join(sentences_of(doc))
    return sha256(joined.encode("utf-8", "surrogatepass")).digest()


def _taken(article: Article) -> Rejection:
    return Rejection(
        article.origin or article.id,
        f'the id "{article.id}" is taken in this batch; give every article its own',
    )


def _utc(moment: datetime) -> datetime:
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment
