"""NITF, the News Industry Text Format: one ``<nitf>``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ...model import Article
from ..fragment import flatten
from ..provenance import together
from ..syndicated import Item, article
from .element import Surroundings
from .its import declared_in
from .names import child, children, descend, language, markup, words

if TYPE_CHECKING:
    from lxml.etree import _Element as Element


def nitf(element: Element, around: Surroundings) -> Article:
    """The article: headline and body content, with what ``docdata`` says about them.

    Raises IngestError where there is no text.
    """
    return article(story(element))


def story(element: Element) -> Item:
    """What a NITF document says, alone or inside NewsML-G2."""
    head, body = child(element, "head"), child(element, "body")
    data, top = child(head, "docdata"), child(body, "body.head")
    contents = [] if body is None else list(children(body, "body.content"))
    issued, identity = child(data, "date.issue"), child(data, "doc-id")
    publication = child(head, "pubdata")
    hedline = child(top, "hedline")
    title = child(hedline, "hl1")
    if title is None:
        title = hedline if hedline is not None else child(head, "title")
    return Item(
        title=words(title),
        body="\n\n".join(flatten(markup(part), pages=False).text for part in contents),
        guid=(identity.get("id-string") or "") if identity is not None else "",
        url=(publication.get("ex-ref") or "") if publication is not None else "",
        outlet=_outlet(element),
        lang=language(contents[0] if contents else element),
        dates=_dates(issued, publication),
        declared=together(declared_in(element)),
        extra={
            "author": words(child(top, "byline")),
            "dateline": words(child(top, "dateline")),
            "abstract": words(child(top, "abstract")),
        },
    )


def _outlet(element: Element) -> str:
    publication = descend(element, "head", "pubdata")
    if publication is not None and publication.get("name"):
        return str(publication.get("name"))
    return words(descend(element, "body", "body.head", "distributor"))


def _dates(issued: Element | None, publication: Element | None) -> tuple[str, ...]:
    found = (
        issued.get("norm") if issued is not None else None,
        publication.get("date.publication") if publication is not None else None,
    )
    return tuple(date for date in found if date)
