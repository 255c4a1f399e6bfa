"""The feeds that are due, item by item, without what the archive has already."""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256

from ..archive import Archive
from ..fetch import Fetched, Fetcher, Unchanged, Validators
from ..ingest import Identities, Opened, followed, read
from ..model import Article, Rejection
from .feeds import Feed
from .state import Polled, State


@dataclass(slots=True)
class Learnt:
    """What a reading found; complete once its items were gone through. ``polled`` has the feeds
    that were read to their end, ``rejections`` those that were not there the last time."""

    polled: dict[str, Polled] = field(default_factory=dict)
    rejections: list[Rejection] = field(default_factory=list)
    unchanged: int = 0
    new: int = 0
    known: int = 0


def unseen(
    feeds: Sequence[Feed],
    *,
    state: State,
    fetcher: Fetcher,
    archive: Archive,
    stopped: Callable[[], bool],
    learnt: Learnt,
) -> Iterator[Article | Rejection]:
    """New articles and new rejections of the feeds, which are fetched at the same time."""
    validators = {feed.url: _before(state, feed).validators for feed in feeds}
    identities = Identities()
    for feed, got in zip(  # cancelled, the fetcher gives fewer
        feeds, fetcher.fetch([feed.url for feed in feeds], validators), strict=False
    ):
        before = _before(state, feed)
        marks: list[str] = []
        if isinstance(got, Unchanged):
            learnt.unchanged += 1
            learnt.polled[feed.url] = replace(before, at=time.time())
            continue
        given: Validators = before.validators
        if isinstance(got, Rejection):
            items: Iterable[Article | Rejection] = [got]
        else:
            given = got.validators
            items = _new(feed, got, fetcher, archive, identities, learnt)
        for item in items:
            if stopped():
                return
            if isinstance(item, Article):
                learnt.new += 1
                yield replace(item, outlet=feed.outlet or item.outlet)
                continue
            marks.append(_mark(item))
            if marks[-1] not in before.rejected:
                learnt.rejections.append(item)
                yield item
        learnt.polled[feed.url] = Polled(time.time(), given, tuple(marks))


def _new(
    feed: Feed,
    got: Fetched,
    fetcher: Fetcher,
    archive: Archive,
    identities: Identities,
    learnt: Learnt,
) -> Iterator[Article | Rejection]:
    def opener(addresses: Sequence[str]) -> Iterator[Opened | Rejection]:
        if list(addresses) == [feed.url]:
            yield got
            return
        for page in fetcher.fetch(addresses):
            if not isinstance(page, Unchanged):
                yield page

    def fresh() -> Iterator[Article | Rejection]:
        known = _page_is_known if feed.follow else _text_is_known
        for item in read([feed.url], lang=feed.lang, opener=opener, identities=identities):
            if item.origin == got.url and isinstance(item, Article):
                yield Rejection(feed.url, "no feed but a single page or text; give its feed")
            elif isinstance(item, Article) and known(archive, item):
                learnt.known += 1
            else:
                yield item

    return followed(fresh(), opener) if feed.follow else fresh()


def _text_is_known(archive: Archive, item: Article) -> bool:
    return archive.verdicts.exists(item)


def _page_is_known(archive: Archive, item: Article) -> bool:
    """Whether the page behind an item was audited, and the feed tells of no change since."""
    return any(
        stored.article.published == item.published
        and stored.article.extra.get("updated") == item.extra.get("updated")
        and archive.verdicts.exists(stored.article)
        for stored in archive.articles.versions(item.id)
    )


def _before(state: State, feed: Feed) -> Polled:
    return state.feeds.get(feed.url, Polled())


def _mark(rejection: Rejection) -> str:
    """What makes a rejection the same again: lines move as a feed grows."""
    bare = re.sub(r"\d+", "", f"{rejection.origin} {rejection.reason}")
    return sha256(bare.encode("utf-8", "replace")).hexdigest()[:16]
