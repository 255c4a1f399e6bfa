"""Sitemaps with Google's news extension: one ``<url>``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...errors import IngestError
from ...model import Article
from ..syndicated import Item, article
from .element import Surroundings
from .names import child, descend, words

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def page(element: Element, around: Surroundings) -> Article:
    """The headline of a page, which is all that a sitemap holds; ``url`` leads to the rest.

    Raises IngestError for a page without a news entry: its title is not known.
    """
    news, address = child(element, "news:news"), words(child(element, "loc"))
    title = words(child(news, "news:title"))
    if not title:
        raise IngestError(f"no <news:title> for {address or 'this page'}; give the page itself")
    publication = descend(element, "news:news", "news:publication")
    return article(
        Item(
            title=title,
            body="",
            guid=address,
            url=address,
            outlet=words(child(publication, "news:name")),
            lang=words(child(publication, "news:language")) or None,
            dates=(words(child(news, "news:publication_date")), words(child(element, "lastmod"))),
            extra={"keywords": words(child(news, "news:keywords"))},
        )
    )
