"""JSON: one object a line, or one document with an object or an array of them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from io import BytesIO

from ..errors import IngestError
from ..model import Article, Rejection
from .bounds import MAX_LINE
from .elements import Elements
from .fields import located
from .jsonfeed import feed_item, is_json_feed
from .lines import lines, whole
from .record import is_annotation, parse, value_of
from .source import Source
from .values import articles_in

_OF_RECORDS = {"id", "text", "uri"}


def jsonl(source: Source) -> Iterator[Article | Rejection]:
    """Line by line; blank lines don't count, a bad one is rejected and the rest goes on.

    Raises IngestError where there is no record at all.
    """
    empty = True
    for number, line in lines(source.stream):
        if line is not None and not line.strip():
            continue
        empty = False
        yield from _line(line, origin=f"{source.origin}:{number}")
    if empty:
        raise IngestError("empty: there is no article record")


def json_document(source: Source) -> Iterator[Article | Rejection]:
    """A record, a ninjs item or a JSON Feed, or an array of them with origins ``path[0]`` …; the
    array may be the member "articles" of an object.

    JSON Lines under the name of JSON are read as such. What is longer than one record may be is
    read element by element. Raises IngestError where the document is none of these.
    """
    data = source.stream.read(MAX_LINE + 1)
    if not data.strip():
        raise IngestError("empty: there is no article record")
    if len(data) > MAX_LINE:
        source = replace(source, stream=whole(data, source.stream))
        first = data.split(b"\n", 1)[0]
        yield from jsonl(source) if isinstance(_parsed(first), dict) else _one_by_one(source)
        return
    try:
        value = parse(data)
    except IngestError:
        if not _has_record_lines(data):
            raise
        yield from jsonl(Source(BytesIO(data), source.origin, source.name))
        return
    if not isinstance(value, list):
        yield from articles_in(value, origin=source.origin)
        return
    if not value:
        raise IngestError("empty: there is no article record in the array")
    for index, item in enumerate(value):
        yield from articles_in(item, origin=f"{source.origin}[{index}]")


def _one_by_one(source: Source) -> Iterator[Article | Rejection]:
    """The elements of a long array; where it breaks off, why."""
    elements, index = Elements(source.stream), 0
    try:
        for index, text in enumerate(elements, 1):
            yield from _element(text, elements.header, origin=f"{source.origin}[{index - 1}]")
    except IngestError as error:
        if not index:
            raise
        yield Rejection(f"{source.origin}[{index}]", str(error))
        return
    if not index:
        raise IngestError("empty: there is no article record in the array")


def _element(text: str, header: dict[str, object], *, origin: str) -> Iterator[Article | Rejection]:
    try:
        value = value_of(text)
    except IngestError as error:
        yield Rejection(origin, str(error))
        return
    if is_json_feed(header):
        yield located(partial(feed_item, value, header), origin=origin)
    else:
        yield from articles_in(value, origin=origin)


def holds_annotations(source: Source) -> bool:
    """Whether the first record speaks about articles (gold spans, findings) and holds none."""
    for _, line in lines(source.stream):
        if line is None:
            return False
        if line.strip():
            return is_annotation(_parsed(line))
    return False


def _line(line: bytes | None, *, origin: str) -> Iterator[Article | Rejection]:
    if line is None:
        yield Rejection(origin, f"the line is longer than {MAX_LINE:,} bytes; split the article")
        return
    try:
        value = parse(line)
    except IngestError as error:
        yield Rejection(origin, str(error))
        return
    yield from articles_in(value, origin=origin)


def _has_record_lines(data: bytes) -> bool:
    found = (_parsed(line) for _, line in lines(BytesIO(data)) if line and line.strip())
    return any(isinstance(value, dict) and bool(_OF_RECORDS & value.keys()) for value in found)


def _parsed(line: bytes) -> object:
    """The value of a line; None where it has none, which its reader will say."""
    try:
        return parse(line)
    except IngestError:
        return None
