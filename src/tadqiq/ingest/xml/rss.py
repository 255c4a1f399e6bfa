"""RSS 2.0, its older forms and RSS 1.0: one ``<item>``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model import Article
from ..address import is_address
from ..fragment import flatten, line
from ..provenance import together
from ..syndicated import Item, article
from .element import Surroundings
from .its import declared_in
from .names import child, children, language, markup, words

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_BODIES = (
    "content:encoded",
    "yandex:full-text",
    "atom:content",
    "xhtml:body",
    "description",
    "media:description",
)
_DATES = ("pubDate", "dc:date", "dcterms:issued", "atom:published", "atom:updated")


def item(element: Element, around: Surroundings) -> Article:
    """The article; its body is the fullest text there is, ``content:encoded`` before the rest.

    The outlet is the ``<source>`` of an item taken over from elsewhere, else the channel's
    title. Raises IngestError where the item has no text.
    """
    channel = child(around.root, "channel")
    if channel is None:
        channel = around.root
    body_element = next(
        (found for found in children(element, *_BODIES) if markup(found).strip()), None
    )
    body = flatten(markup(body_element))
    source, guid = child(element, "source"), child(element, "guid")
    feed = line(markup(child(channel, "title")))
    names = [line(markup(name)) for name in children(element, "dc:creator", "author")]
    tag = child(element, "dc:language")
    return article(
        Item(
            title=line(markup(child(element, "title", "media:title"))),
            body=body.text,
            guid=words(guid) or words(child(element, "dc:identifier")),
            url=_address(element),
            home=words(child(channel, "link")),
            outlet=words(source) or feed or words(child(channel, "dc:publisher")),
            lang=body.lang
            or language(body_element if body_element is not None else element)
            or words(tag)
            or words(child(channel, "language", "dc:language"))
            or language(channel),
            dates=tuple(words(date) for date in children(element, *_DATES)),
            declared=together([body.declared, *declared_in(element)]),
            extra={
                "author": ", ".join(filter(None, names)),
                "source_url": (source.get("url") or "") if source is not None else "",
                "feed": feed if words(source) and feed != words(source) else "",
                "categories": [words(one) for one in children(element, "category") if words(one)],
            },
        )
    )


def _address(element: Element) -> str:
    """The link, or a guid that says it is one."""
    link = next((words(one) for one in children(element, "link") if words(one)), "")
    if link:
        return link
    guid = child(element, "guid")
    if guid is not None and guid.get("isPermaLink") != "false" and is_address(words(guid)):
        return words(guid)
    for atom in children(element, "atom:link"):
        if atom.get("rel") in (None, "alternate") and atom.get("href"):
            return str(atom.get("href"))
    return str(element.get("{http://www.w3.org/1999/02/22-rdf-syntax-ns#}about") or "")
