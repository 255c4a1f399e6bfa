"""What syndication formats say of an article, in one form -> the article."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urljoin, urlsplit

from ..model import Article
from .address import is_address
from .bounds import refuse_unauditable
from .dates import when
from .hashed import content_id
from .metadata import compose, primary
from .provenance import NOTHING_SAID, Declared, by_tag, together


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One item as sent: ``dates`` in order of trust, ``lang`` the tag nearest to the text,
    ``home`` the site of its feed."""

    title: str
    body: str
    guid: str = ""
    url: str = ""
    home: str = ""
    outlet: str = ""
    lang: str | None = None
    dates: tuple[str, ...] = ()
    declared: Declared = NOTHING_SAID
    extra: Mapping[str, object] = field(default_factory=dict)


def article(item: Item) -> Article:
    """The article of an item, without an origin.

    Its id is the guid, with the site before it where it is not unique in the world, or a hash
    of the text where there is none. A date that is not understood is kept in ``extra`` as
    ``published_raw``, a Hijri date as ``published_hijri``. Raises IngestError where there is
    no text.
    """
    text = compose(item.title, item.body) if item.body else item.title
    refuse_unauditable(text)
    declared = together([by_tag(item.lang), item.declared])
    extra = {name: value for name, value in item.extra.items() if value} | dict(declared.details)
    if item.guid:
        extra["guid"] = item.guid
    if not item.body:
        extra["part"] = "headline"
    published = None
    for raw in filter(None, item.dates):
        published, hijri = when(raw)
        if hijri:
            extra.setdefault("published_hijri", hijri)
        if published is not None:
            break
        extra.setdefault("published_raw", raw)
    return Article(
        id=_identity(item, text),
        text=text,
        title=item.title or None,
        lang=primary(item.lang) if item.lang else None,
        outlet=item.outlet or None,
        url=_absolute(item.url, item.home) or None,
        published=published,
        declared_mt=declared.machine,
        extra=extra,
    )


def _identity(item: Item, text: str) -> str:
    if not item.guid:
        return content_id(text)
    if ":" in item.guid:  # a URL, a URN or a tag: unique by design
        return item.guid
    site = _host(item.home) or _host(item.url) or item.outlet
    return f"{site}#{item.guid}" if site else item.guid


def _absolute(url: str, home: str) -> str:
    try:
        return urljoin(home, url) if url and is_address(home) else url
    except ValueError:  # brackets that hold no address
        return url


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:  # brackets that hold no address: no URL after all
        return ""
