"""Atom (RFC 4287): one ``<entry>``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model import Article
from ..fragment import Flat, flatten
from ..provenance import together
from ..syndicated import Item, article
from .element import Surroundings
from .its import declared_in
from .names import child, children, descend, language, markup, words

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_TYPES_OF_TEXT = ("", "text", "text/plain")


def entry(element: Element, around: Surroundings) -> Article:
    """The article; its body is the content, or the summary where there is none.

    The outlet is that of the ``<source>`` which an entry taken over from elsewhere names, else
    the feed's title. Raises IngestError where the entry has no text.
    """
    feed = around.root
    body_element = next(
        (part for part in _all(element, "content", "summary") if _text(part).text), None
    )
    body = Flat("") if body_element is None else _text(body_element)
    source = _one(element, "source")
    outlet = _line(_one(source, "title")) or _line(_one(feed, "title"))
    return article(
        Item(
            title=_line(_one(element, "title")),
            body=body.text,
            guid=words(_one(element, "id")),
            url=_alternate(element),
            home=_alternate(feed) if feed is not None else "",
            outlet=outlet,
            lang=body.lang
            or language(body_element if body_element is not None else element)
            or language(feed),
            dates=tuple(words(date) for date in _all(element, "published", "issued", "updated")),
            declared=together([body.declared, *declared_in(element)]),
            extra={
                "author": ", ".join(
                    name
                    for name in (words(_one(one, "name")) for one in _all(element, "author"))
                    if name
                ),
                "updated": words(_one(element, "updated")),
                "feed": _line(_one(feed, "title")) if _one(source, "title") is not None else "",
                "categories": [
                    one.get("term") for one in _all(element, "category") if one.get("term")
                ],
            },
        )
    )


def _all(element: Element, *names: str) -> list[Element]:
    """Children by Atom's names, whether the namespace is declared or forgotten."""
    return [one for name in names for one in children(element, f"atom:{name}", name)]


def _one(element: Element | None, name: str) -> Element | None:
    return child(element, f"atom:{name}", name)


def _text(element: Element) -> Flat:
    kind = (element.get("type") or "").strip().lower()
    if kind in _TYPES_OF_TEXT and not len(element):
        return Flat((element.text or "").strip())
    if kind.startswith(("image/", "audio/", "video/", "application/octet")):
        return Flat("")
    inner = descend(element, "xhtml:div")
    return flatten(markup(inner if inner is not None else element))


def _line(element: Element | None) -> str:
    return "" if element is None else " ".join(_text(element).text.split())


def _alternate(element: Element) -> str:
    links = _all(element, "link")
    for relation in ("alternate", None, ""):
        for link in links:
            if link.get("rel") == relation and link.get("href"):
                return str(link.get("href"))
    return ""
