"""Tables of articles: which column is which field, and a row -> its article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from math import isfinite

from ..errors import IngestError
from ..model import Article
from .dates import when
from .hashed import content_id
from .metadata import compose
from .record import article

_NAMES = {
    "id": ("id", "guid", "article_id", "uid", "uri"),
    "text": ("text", "body", "content", "article", "article_text", "full_text"),
    "title": ("title", "headline"),
    "lang": ("lang", "language"),
    "outlet": ("outlet", "source", "publisher", "newspaper", "site"),
    "url": ("url", "link"),
    "published": ("published", "date", "pubdate", "published_at", "publish_date", "datetime"),
    "event": ("event",),
    "source_text": ("source_text",),
    "declared_mt": ("declared_mt",),
}
_FIELD = {name: field for field, names in _NAMES.items() for name in names}
_SAID = {"true": True, "1": True, "yes": True, "false": False, "0": False, "no": False}


def fields(names: Sequence[str]) -> tuple[str, ...]:
    """The field of each column; a column that is none of ours keeps its name.

    Of two columns for one field the first counts. Raises IngestError where none holds the text.
    """
    found: list[str] = []
    for name in names:
        field = _FIELD.get(name.strip().lower().replace(" ", "_"), name)
        found.append(name if field in found else field)
    if "text" not in found:
        shown = ", ".join(f'"{name[:40]}"' for name in names[:12])
        raise IngestError(f'no column holds the text: name one "text" (found {shown})')
    return tuple(found)


def row(values: Mapping[str, object]) -> Article:
    """The article of one row, without an origin; a cell without a value is a field left out.

    A row without an id has a hash of its text for one. A date that is not understood is kept
    in ``extra`` as ``published_raw``. Raises IngestError for a field that is wrong.
    """
    record = {name: _plain(value) for name, value in values.items()}
    record = {name: value for name, value in record.items() if value not in (None, "")}
    text, title = record.get("text", ""), record.get("title")
    if text == "":
        raise IngestError("empty: this row has no text")
    if isinstance(text, str) and not record.get("id"):
        record["id"] = content_id(compose(title if isinstance(title, str) else None, text))
    raw = record.get("published")
    if isinstance(raw, str):
        record |= _dated(raw)
    said = record.get("declared_mt")
    if isinstance(said, str):
        record["declared_mt"] = _SAID.get(said.strip().lower(), said)
    return article(record, origin="")


def _dated(raw: str) -> dict[str, object]:
    published, hijri = when(raw)
    also: dict[str, object] = {"published_hijri": hijri} if hijri else {}
    if published is not None:
        return {"published": published.isoformat()} | also
    return {"published": None, "published_raw": raw} | also


def _plain(value: object) -> object:
    if isinstance(value, (datetime, date)):
        return value.isoformat()
    if isinstance(value, float) and not isfinite(value):
        return None
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return value
