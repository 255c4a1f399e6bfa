"""A JSON value -> its articles: a JSON Feed, a ninjs item or an article record."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from ..errors import IngestError
from ..model import Article, Rejection
from .fields import located
from .jsonfeed import is_json_feed, json_feed
from .ninjs import is_ninjs, ninjs
from .record import article


def articles_in(value: object, *, origin: str) -> Iterator[Article | Rejection]:
    """Every article in the value; what cannot be read is rejected under its place."""
    if isinstance(value, dict) and is_json_feed(value):
        try:
            yield from json_feed(value, origin=origin)
        except IngestError as error:
            yield Rejection(origin, str(error))
    elif isinstance(value, dict) and is_ninjs(value):
        yield located(partial(ninjs, value), origin=origin)
    else:
        yield located(partial(article, value, origin=origin), origin=origin)
