"""Namespaces of news, and elements found by short names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_XML = "http://www.w3.org/XML/1998/namespace"
_XHTML = "http://www.w3.org/1999/xhtml"
PREFIXES = {
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "dcterms": "http://purl.org/dc/terms/",
    "atom": "http://www.w3.org/2005/Atom",
    "media": "http://search.yahoo.com/mrss/",
    "news": "http://www.google.com/schemas/sitemap-news/0.9",
    "its": "http://www.w3.org/2005/11/its",
    "yandex": "http://news.yandex.ru",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xhtml": _XHTML,
}
"""What a prefix means where a feed forgot to say so."""

_SHORT = {uri: prefix for prefix, uri in PREFIXES.items()} | {
    "http://purl.org/dc/elements/1.0/": "dc",
    "http://www.w3.org/2005/11/its/": "its",
    "http://purl.org/atom/ns#": "atom",
    "http://search.yahoo.com/mrss": "media",
    _XML: "xml",
}
_NAME = re.compile(r"[A-Za-z_][\w.-]*")
_CORE = re.compile(
    r"https?://(?:purl\.org/rss/1\.0/?$|purl\.org/net/rss1|\w+\.netscape\.com/|backend\.userland\.com/"
    r"|blogs\.law\.harvard\.edu/|(?:www\.)?iptc\.org/|www\.sitemaps\.org/"
    r"|www\.google\.com/schemas/sitemap/)"
)


def short(tag: object) -> str:
    """``title`` for an element of the format itself, ``dc:creator`` for one of an extension.

    An element of an extension that we don't know is ``?:name``, a comment is empty.
    """
    if not isinstance(tag, str):
        return ""
    uri, _, name = tag.rpartition("}")
    uri = uri[1:]
    if uri in _SHORT:
        return f"{_SHORT[uri]}:{name}"
    if not uri or _CORE.match(uri):
        return name
    return f"?:{name}"


def children(element: Element, *names: str) -> Iterator[Element]:
    """The children of these short names, those of the first name before the next."""
    for name in names:
        yield from (child for child in element if short(child.tag) == name)


def child(element: Element | None, *names: str) -> Element | None:
    """The first of them, None where there is none."""
    return None if element is None else next(children(element, *names), None)


def descend(element: Element, *path: str) -> Element | None:
    """The element at a path of short names."""
    here: Element | None = element
    for name in path:
        here = child(here, name)
    return here


def words(element: Element | None) -> str:
    """All text in an element, spaces folded; nothing of none."""
    return "" if element is None else " ".join("".join(element.itertext()).split())


def language(element: Element | None) -> str | None:
    """The ``xml:lang`` that holds for an element: its own or the nearest around it."""
    while element is not None:
        tag = element.get(f"{{{_XML}}}lang") or element.get("lang")
        if tag and tag.strip():
            return str(tag.strip())
        element = element.getparent()
    return None


def markup(element: Element | None) -> str:
    """What an element holds, as HTML: its text, or its children where they were not escaped."""
    if element is None:
        return ""
    if not len(element):
        return element.text or ""
    from copy import deepcopy
    from html import escape

    from lxml import etree

    plain = deepcopy(element)
    for inner in plain.iterdescendants():
        if isinstance(inner.tag, str):
            name = inner.tag.rpartition("}")[2].rpartition(":")[2]
            inner.tag = name if _NAME.fullmatch(name) else "span"
    etree.cleanup_namespaces(plain)
    inside = (etree.tostring(part, encoding="unicode", method="html") for part in plain)
    return escape(plain.text or "", quote=False) + "".join(inside)
