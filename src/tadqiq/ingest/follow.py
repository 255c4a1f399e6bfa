"""The pages behind items of feeds and sitemaps, where these hold a headline or a teaser."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import islice

from ..errors import IngestError
from ..model import Article, Rejection
from .address import Opened, Opener, is_address
from .broken import broken
from .hashed import MADE
from .html import html
from .source import Source

_AT_ONCE = 32  # pages


def followed(items: Iterable[Article | Rejection], opener: Opener) -> Iterator[Article | Rejection]:
    """The items in order, each with the text of the page that its ``url`` leads to.

    What the item says of itself holds; what it does not say, the page does. An item whose page
    cannot be read is rejected with the reason; one without an address comes as it is.
    """
    rest = iter(items)
    while batch := list(islice(rest, _AT_ONCE)):
        wanted = [item for item in batch if _leads_on(item)]
        pages = iter(opener([item.url or "" for item in wanted if isinstance(item, Article)]))
        for item in batch:
            if isinstance(item, Article) and _leads_on(item):
                yield _whole(item, next(pages))
            else:
                yield item


def _leads_on(item: Article | Rejection) -> bool:
    """Only items of feeds: they have a guid, or an id made for want of one."""
    if not isinstance(item, Article) or not is_address(item.url or ""):
        return False
    return "guid" in item.extra or item.id.startswith(MADE)


def _whole(item: Article, page: Opened | Rejection) -> Article | Rejection:
    if isinstance(page, Rejection):
        return Rejection(item.origin, f"its page {item.url}: {page.reason}")
    try:
        (read,) = html(Source(page.stream, page.url, item.id))
    except (IngestError, OSError) as error:
        return Rejection(item.origin, f"its page {item.url}: {error}")
    except Exception as error:
        return broken(item.origin, error)
    if isinstance(read, Rejection):
        return read
    said = {name: value for name, value in item.extra.items() if name != "part"}
    declared = item.declared_mt if item.declared_mt is not None else read.declared_mt
    return replace(
        read,
        origin=item.origin,
        title=read.title or item.title,
        lang=item.lang,
        outlet=item.outlet or read.outlet,
        url=item.url,
        published=item.published or read.published,
        declared_mt=declared,
        extra={**read.extra, **said},
    )
