"""A web page: its article by trafilatura, its metadata by what the page declares."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from ..errors import IngestError
from ..model import Article, Rejection
from .bounds import MAX_FILE, read_within, refuse_unauditable
from .encoding import decode
from .fragment import html_attributes
from .linked_data import linked_data
from .metadata import compose, moment
from .provenance import Declared, by_its, by_tag, together
from .source import Source

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_MAX_VISIBLE = 500_000  # characters; extraction is quadratic, this takes it half a second
_MAX_ELEMENTS = 50_000
_MAX_TAGS = 4 * _MAX_ELEMENTS  # with end tags and what scripts have
_TITLES = ("og:title", "twitter:title", "headline", "title")
_OUTLETS = ("og:site_name", "application-name", "publisher", "dc.publisher")
_ADDRESSES = ("og:url", "twitter:url")
_DATES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "dc.date.issued",
    "dcterms.created",
    "dc.date",
    "pubdate",
    "publishdate",
    "date",
)
_TRANSLATED_BY_BROWSER = {"translated-ltr", "translated-rtl"}
_XML_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")


def html(source: Source) -> Iterator[Article | Rejection]:
    """The page's article; ``published`` only where a meta tag or JSON-LD gives it in ISO 8601.

    The language of a page's template often is not its article's, so it is not taken for
    ``lang``; it is kept in ``extra`` as ``declared_lang``. Of a long paragraph given twice in
    a row trafilatura keeps one. Raises IngestError where the page holds no article or is too
    large.
    """
    data = read_within(source.stream, MAX_FILE, advice="save the article alone")
    markup = decode(data).text
    if not markup.strip():
        raise IngestError("empty: there is no text to audit")
    if markup.count("<") > _MAX_TAGS:
        raise IngestError(f"more than {_MAX_TAGS:,} tags; save the article alone")
    page = _tree(markup)
    linked = linked_data(page)
    page = _visible(page)
    declared, lang = _declared(page), _language(page)
    url = _first(declared, _ADDRESSES) or _canonical(page)
    outlet = _first(declared, _OUTLETS) or linked.outlet or None
    heading = _heading(page)
    body = _body(page)
    title = heading if heading and body.startswith(heading) else None
    named = _first(declared, _TITLES) or linked.headline or _title(page)
    title = title or _without_outlet(named, outlet) or heading
    text = compose(title, body)
    refuse_unauditable(text)
    provenance = together([by_tag(lang or linked.lang), linked.declared, *_provenance(page)])
    yield Article(
        id=source.name,
        text=text,
        origin=source.origin,
        title=title,
        outlet=outlet,
        url=url,
        published=_published(declared, linked.published),
        declared_mt=provenance.machine,
        extra={"declared_lang": lang, **provenance.details} if lang else provenance.details,
    )


def body_of(markup: str) -> str:
    """The article's text in a page that is given as text. Raises IngestError as ``html`` does."""
    return _body(_visible(_tree(markup)))


def _tree(markup: str) -> HtmlElement:
    """The page as parsed. No entity is expanded from outside, nothing loaded."""
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    clean = _XML_DECLARATION.sub("", markup).replace("\0", "\ufffd")
    try:
        return document_fromstring(
            clean.encode("utf-8", "replace"),
            parser=HTMLParser(encoding="utf-8", no_network=True, remove_comments=True),
        )
    except etree.ParserError as error:
        raise IngestError("not an HTML page: it holds no element") from error


def _visible(page: HtmlElement) -> HtmlElement:
    """The tree without scripts and styles. Raises IngestError where it is too large."""
    from lxml import etree

    etree.strip_elements(page, "script", "style", "noscript", "template", with_tail=False)
    elements = sum(1 for _ in page.iter())
    visible = sum(map(len, page.itertext()))
    if visible > _MAX_VISIBLE or elements > _MAX_ELEMENTS:
        raise IngestError(
            f"the page has {visible:,} characters in {elements:,} elements, more than "
            f"{_MAX_VISIBLE:,} or {_MAX_ELEMENTS:,}; save the article alone"
        )
    return page


def _body(page: HtmlElement) -> str:
    from trafilatura import bare_extraction

    logger = logging.getLogger("trafilatura")
    if not logger.handlers:  # what it has to say, the rejection says
        logger.addHandler(logging.NullHandler())
    try:
        found = bare_extraction(page, include_comments=False, with_metadata=False)
    except Exception as error:  # a page may break the extractor in any way; it must not break us
        raise IngestError(f"trafilatura fails on this page: {error!r}") from error
    body = getattr(found, "text", None)
    if not isinstance(body, str) or not body.strip():
        raise IngestError("no article found in this page; save its text as plain text")
    return body


def _declared(page: HtmlElement) -> dict[str, str]:
    """Meta tags by name, property or itemprop in small letters; the first of a name counts."""
    found: dict[str, str] = {}
    for tag in page.iter("meta"):
        content = (tag.get("content") or "").strip()
        for attribute in ("property", "name", "itemprop"):
            name = (tag.get(attribute) or "").strip().lower()
            if name and content:
                found.setdefault(name, content)
    return found


def _first(declared: dict[str, str], names: tuple[str, ...]) -> str | None:
    return next((declared[name] for name in names if name in declared), None)


def _published(declared: dict[str, str], linked: str) -> datetime | None:
    for date in (*(declared.get(name, "") for name in _DATES), linked):
        try:
            return moment(date)
        except ValueError:  # absent, or written for people: the next may be exact
            continue
    return None


def _canonical(page: HtmlElement) -> str | None:
    for link in page.iter("link"):
        if (link.get("rel") or "").lower() == "canonical":
            return link.get("href") or None
    return None


def _language(page: HtmlElement) -> str | None:
    """The language tag nearest to the article: its own, the body's, the page's."""
    for name in ("article", "body", "html"):
        for element in page.iter(name):
            tag = element.get("lang") or element.get("xml:lang")
            if tag and tag.strip():
                return str(tag.strip())
    return None


def _provenance(page: HtmlElement) -> Iterator[Declared]:
    """ITS 2.0 attributes anywhere, and the mark that Chrome leaves on a page that it translated
    before it was saved."""
    for element in page.iter():
        if any(isinstance(name, str) and name.startswith("its-") for name in element.attrib):
            yield by_its(html_attributes(element))
    if _TRANSLATED_BY_BROWSER & set((page.get("class") or "").split()):
        yield Declared(True, {"mt_engine": "Google Translate in the browser"})


def _heading(page: HtmlElement) -> str | None:
    return next((_words(heading) for heading in page.iter("h1") if _words(heading)), None)


def _title(page: HtmlElement) -> str | None:
    return next((_words(title) for title in page.iter("title") if _words(title)), None)


def _words(element: HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def _without_outlet(title: str | None, outlet: str | None) -> str | None:
    """``Headline | The Outlet`` -> ``Headline``."""
    if not title or not outlet:
        return title
    return re.sub(rf"\s*[|–—:·-]\s*{re.escape(outlet)}\s*$", "", title) or title
