"""A JSON value -> its articles: a JSON Feed, a ninjs item, an article record, or a list of them
under the name "articles"."""

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
    if not isinstance(value, dict):
        yield _record(value, origin=origin)
    elif is_json_feed(value):
        try:
            yield from json_feed(value, origin=origin)
        except IngestError as error:
            yield Rejection(origin, str(error))
    elif is_ninjs(value):
        yield located(partial(ninjs, value), origin=origin)
    elif "text" not in value and isinstance(value.get("articles"), list) and value["articles"]:
        for index, one in enumerate(value["articles"]):
            yield _record(one, origin=f"{origin}[{index}]")
    else:
        yield _record(value, origin=origin)


def _record(value: object, *, origin: str) -> Article | Rejection:
    return located(partial(article, value, origin=origin), origin=origin)
