"""JSON Feed 1 and 1.1: one document with its items."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any

from ..errors import IngestError
from ..model import Article, Rejection
from .fields import entries, located, string, strings
from .fragment import Flat, flatten, line
from .syndicated import Item, article

_VERSION = "jsonfeed.org/version/"


def is_json_feed(value: object) -> bool:
    """Whether a JSON value says that it is a JSON Feed."""
    return isinstance(value, dict) and _VERSION in string(value, "version")


def json_feed(feed: dict[str, Any], *, origin: str) -> Iterator[Article | Rejection]:
    """The feed's items, with origins ``path[0]``, ``path[1]`` …; a bad one is rejected.

    Raises IngestError where there is no list of items, or nothing in it.
    """
    items = feed.get("items")
    if not isinstance(items, list):
        raise IngestError('a JSON Feed needs a list "items"')
    if not items:
        raise IngestError("no item in this JSON Feed: there is no article")
    for index, item in enumerate(items):
        yield located(partial(feed_item, item, feed), origin=f"{origin}[{index}]")


def feed_item(item: object, feed: dict[str, Any]) -> Article:
    """The article of one item; ``feed`` has what the feed says of all. Raises IngestError."""
    if not isinstance(item, dict):
        raise IngestError("an item of a JSON Feed must be an object")
    html = string(item, "content_html")
    body = flatten(html) if html.strip() else Flat(string(item, "content_text").strip())
    body = body if body.text else Flat(string(item, "summary").strip())
    authors = [string(one, "name") for one in entries(item, "authors", "author")]
    guid = item.get("id")
    return article(
        Item(
            title=line(string(item, "title")),
            body=body.text,
            guid=str(guid) if isinstance(guid, (str, int)) and not isinstance(guid, bool) else "",
            url=string(item, "url"),
            home=string(feed, "home_page_url") or string(feed, "feed_url"),
            outlet=string(feed, "title"),
            lang=body.lang or string(item, "language") or string(feed, "language") or None,
            dates=(string(item, "date_published"), string(item, "date_modified")),
            declared=body.declared,
            extra={
                "author": ", ".join(filter(None, authors)),
                "external_url": string(item, "external_url"),
                "tags": strings(item, "tags"),
            },
        )
    )
