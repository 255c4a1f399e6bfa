"""What a page says of its article in JSON-LD, as schema.org names it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from .fields import string
from .provenance import NOTHING_SAID, Declared, by_source_type

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MAX_SCRIPT = 500_000  # characters
_ARTICLES = ("Article", "NewsArticle", "ReportageNewsArticle", "BlogPosting", "LiveBlogPosting")
_DEEPEST = 6


@dataclass(frozen=True, slots=True)
class LinkedData:
    """The statements on the page's article; empty where nothing is said."""

    headline: str = ""
    published: str = ""
    outlet: str = ""
    lang: str = ""
    declared: Declared = NOTHING_SAID


def linked_data(page: HtmlElement) -> LinkedData:
    """What the first article in the page's JSON-LD says; damaged JSON-LD says nothing."""
    for script in page.iter("script"):
        if (script.get("type") or "").strip().lower() != "application/ld+json":
            continue
        text = script.text or ""
        if len(text) > _MAX_SCRIPT:
            continue
        try:
            value = json.loads(text, strict=False)
        except (ValueError, RecursionError):  # the page has other places to say it
            continue
        for article in _articles(value):
            return LinkedData(
                headline=string(article, "headline"),
                published=string(article, "datePublished"),
                outlet=_name(article.get("publisher")),
                lang=string(article, "inLanguage"),
                declared=by_source_type(article.get("digitalSourceType")),
            )
    return LinkedData()


def _articles(value: object, depth: int = 0) -> Iterator[dict[str, Any]]:
    """Objects of a type that is an article, wherever they are."""
    if depth > _DEEPEST:
        return
    if isinstance(value, dict):
        kinds = value.get("@type")
        if any(kind in _ARTICLES for kind in (kinds if isinstance(kinds, list) else [kinds])):
            yield value
        for inner in value.values():
            yield from _articles(inner, depth + 1)
    elif isinstance(value, list):
        for inner in value:
            yield from _articles(inner, depth + 1)


def _name(value: object) -> str:
    if isinstance(value, list):
        value = value[0] if value else None
    return value if isinstance(value, str) else string(value, "name")
