"""ninjs, IPTC's news in JSON, versions 1 to 3: one item."""

from __future__ import annotations

from typing import Any

from ..errors import IngestError
from ..model import Article
from .fields import entries, string
from .fragment import Flat, flatten, line
from .provenance import by_source_type, together
from .syndicated import Item, article

_OF_NINJS = (
    "headline",
    "headlines",
    "body_text",
    "body_xhtml",
    "body_html",
    "bodies",
    "versioncreated",
    "versionCreated",
    "pubstatus",
    "pubStatus",
)
_WITHDRAWN = ("canceled", "cancelled")


def is_ninjs(value: object) -> bool:
    """Whether a JSON value is a ninjs item: it has a ``uri`` and fields that only ninjs has."""
    return (
        isinstance(value, dict)
        and isinstance(value.get("uri"), str)
        and "text" not in value
        and any(name in value for name in _OF_NINJS)
    )


def ninjs(item: dict[str, Any]) -> Article:
    """The article of an item; names are small letters in versions 1 and 2, camel case in 3.

    Raises IngestError for an item that its sender withdrew, one that is no text, and where
    there is no text.
    """
    if string(item, "pubstatus", "pubStatus") in _WITHDRAWN:
        raise IngestError("its sender has withdrawn it (pubstatus canceled)")
    kind = string(item, "type")
    body = _body(item)
    if not body.text and kind not in ("", "text", "composite"):
        raise IngestError(f"a ninjs item of the type {kind}: it holds no text")
    source = item.get("digitalSourceType", item.get("digitalsourcetype"))
    created = ("contentcreated", "contentCreated", "firstcreated", "firstCreated")
    providers = [
        string(one, "name") for one in entries(item, "infosources", "infoSources", "infosource")
    ]
    return article(
        Item(
            title=_title(item),
            body=body.text,
            guid=string(item, "uri"),
            url=string(item, "url"),
            outlet=string(item, "provider", "copyrightholder", "copyrightHolder")
            or next(filter(None, providers), ""),
            lang=body.lang or string(item, "language") or None,
            dates=(string(item, *created), string(item, "versioncreated", "versionCreated")),
            declared=together([body.declared, by_source_type(source)]),
            extra={
                "version": item.get("version"),
                "author": string(item, "byline", "by"),
                "located": string(item, "located"),
                "pub_status": string(item, "pubstatus", "pubStatus"),
            },
        )
    )


def _body(item: dict[str, Any]) -> Flat:
    """The main body: paragraphs of the marked-up form are sure, so it comes first."""
    bodies = [_value(one) for one in _by_role(item, "bodies")]
    marked = string(item, "body_xhtml", "body_html")
    plain = string(item, "body_text")
    for found in (*bodies, flatten(marked, pages=False), Flat(plain.strip())):
        if found.text:
            return found
    for one in _by_role(item, "descriptions"):
        if _value(one).text:
            return _value(one)
    return Flat(string(item, "description_text").strip())


def _title(item: dict[str, Any]) -> str:
    for one in _by_role(item, "headlines"):
        if _value(one).text:
            return " ".join(_value(one).text.split())
    return line(string(item, "headline", "title"))


def _by_role(item: dict[str, Any], name: str) -> list[dict[str, Any]]:
    """The entries, those whose role is the main one first."""
    return sorted(entries(item, name), key=_is_minor)


def _is_minor(entry: dict[str, Any]) -> bool:
    return string(entry, "role") not in ("", "main", "html", "text", "body")


def _value(entry: dict[str, Any]) -> Flat:
    value = string(entry, "value")
    kind = string(entry, "contenttype", "contentType")
    return flatten(value, pages=False) if "html" in kind or "<p" in value else Flat(value.strip())
