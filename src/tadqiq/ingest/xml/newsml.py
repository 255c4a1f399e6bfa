"""NewsML-G2: one ``<newsItem>``, whose text is plain, XHTML or NITF."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from ...errors import IngestError
from ...model import Article
from ..fragment import Flat, flatten
from ..provenance import by_source_type, together
from ..syndicated import Item, article
from .element import Surroundings
from .its import declared_in
from .names import child, children, language, markup, short, words
from .nitf import story

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_WITHDRAWN = ("canceled", "cancelled")


def news_item(element: Element, around: Surroundings) -> Article:
    """The article: headline and text, with what item and content metadata say about them.

    Raises IngestError for other kinds of items, for one that its sender has withdrawn, and
    where there is no text.
    """
    kind = short(element.tag)
    if kind != "newsItem":
        raise IngestError(f"a <{kind}> of NewsML-G2 holds no text of its own")
    about, content = child(element, "itemMeta"), child(element, "contentMeta")
    status = _code(child(about, "pubStatus"))
    if status in _WITHDRAWN:
        raise IngestError("its sender has withdrawn it (pubStatus canceled)")
    told = _content(element)
    tag = _attribute(child(content, "language"), "tag")
    headline = words(child(content, "headline"))
    types = (child(about, "digitalSourceType"), child(content, "digitalSourceType"))
    sources = [by_source_type(_attribute(one, "uri") or _code(one)) for one in types]
    return article(
        replace(
            told,
            title=headline or told.title or words(child(about, "title")),
            guid=element.get("guid") or told.guid,
            home="",
            outlet=_party(child(about, "provider")) or _party(child(content, "infoSource")),
            lang=tag or told.lang or language(element) or language(around.root),
            dates=(
                words(child(content, "contentCreated")),
                words(child(about, "versionCreated")),
                *told.dates,
            ),
            declared=together([told.declared, *sources, *declared_in(element)]),
            extra={
                **told.extra,
                "version": element.get("version"),
                "author": words(child(content, "by")) or _party(child(content, "creator")),
                "generator": words(child(about, "generator")),
                "pub_status": status,
            },
        )
    )


def _content(element: Element) -> Item:
    """The first content with text, in whichever form."""
    content = child(element, "contentSet")
    for form in () if content is None else children(content, "inlineXML", "inlineData"):
        inner = next((part for part in form if isinstance(part.tag, str)), None)
        if inner is not None and short(inner.tag).endswith("nitf"):
            return story(inner)
        marked = inner is not None or _is_html(form)
        flat = flatten(markup(form), pages=False) if marked else _plain(form)
        if flat.text:
            return Item(
                title=_heading(form),
                body=flat.text,
                lang=flat.lang or language(form),
                declared=flat.declared,
            )
    return Item(title="", body="")


def _plain(form: Element) -> Flat:
    return Flat((form.text or "").strip())


def _is_html(form: Element) -> bool:
    return "html" in (form.get("contenttype") or "")


def _heading(form: Element) -> str:
    """The title in the head of an XHTML page."""
    for inner in form.iter():
        if short(inner.tag) == "xhtml:title":
            return words(inner)
    return ""


def _party(element: Element | None) -> str:
    if element is None:
        return ""
    return words(child(element, "name")) or str(
        element.get("literal") or _code(element) or element.get("uri") or ""
    )


def _code(element: Element | None) -> str:
    """``stat:usable`` -> ``usable``."""
    return _attribute(element, "qcode").rpartition(":")[2]


def _attribute(element: Element | None, name: str) -> str:
    return "" if element is None else str(element.get(name) or "")
