"""An XML stream -> articles, by what its root element is."""

from __future__ import annotations

import codecs
import io
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, BinaryIO, cast

from ...errors import IngestError
from ...model import Article, Rejection
from ..broken import broken
from ..lines import whole
from ..prolog import root_name
from ..source import Source
from .atom import entry
from .element import Surroundings, parse, surroundings
from .newsml import news_item
from .nitf import nitf
from .rss import item
from .scan import Scan, Unit
from .sitemap import page

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_OPENING = 65_536

Reading = Callable[["Element", Surroundings], Article]
"""One item's element -> its article, without an origin. Raises IngestError."""


@dataclass(frozen=True, slots=True)
class _Format:
    units: tuple[str, ...]
    read: Reading


_G2_ITEMS = (
    "newsItem",
    "packageItem",
    "conceptItem",
    "knowledgeItem",
    "planningItem",
    "catalogItem",
)
_NEWSML_G2 = _Format(_G2_ITEMS, news_item)
_FORMATS = {
    "rss": _Format(("item",), item),
    "RDF": _Format(("item",), item),
    "channel": _Format(("item",), item),
    "feed": _Format(("entry",), entry),
    "entry": _Format(("entry",), entry),
    "urlset": _Format(("url",), page),
    "newsMessage": _NEWSML_G2,
    "itemSet": _NEWSML_G2,
    **dict.fromkeys(_G2_ITEMS, _NEWSML_G2),
    "nitf": _Format(("nitf",), nitf),
}
_ADVICE = {
    "sitemapindex": "a list of sitemaps; give the sitemaps it lists",
    "NewsML": "NewsML 1, the forerunner of NewsML-G2; convert it to NewsML-G2, NITF or ninjs",
    "opml": "a list of feeds; give the feeds it lists",
}


def xml(source: Source) -> Iterator[Article | Rejection]:
    """RSS, Atom, news sitemaps, NewsML-G2 and NITF, item by item; XHTML as a page.

    Every item is an article or a rejection with origin ``path:line``. Raises IngestError
    where the root is none of these, or declares entities.
    """
    head = source.stream.read(_OPENING)
    stream: BinaryIO = whole(head, source.stream)
    if _wide(head):
        stream = cast(BinaryIO, _Recoded(stream))
        head = stream.read(_OPENING)
        stream = whole(head, stream)
    root = root_name(head.decode("utf-8", "replace").removeprefix("\ufeff"))
    if not root:
        raise IngestError("not an XML document: it holds no element")
    if root == "html":
        from ..html import html

        yield from html(Source(stream, source.origin, source.name))
        return
    chosen = _FORMATS.get(root)
    if chosen is None:
        advice = _ADVICE.get(root, "RSS, Atom, news sitemaps, NewsML-G2 and NITF are read")
        raise IngestError(f"XML with the root <{root}>: {advice}")
    yield from _items(Scan(stream, chosen.units, root), chosen.read, source.origin, root)


def _items(scan: Scan, read: Reading, origin: str, root: str) -> Iterator[Article | Rejection]:
    around: Surroundings | None = None
    for unit in scan:
        around = around or surroundings(scan.head)
        yield _item(unit, around, read, f"{origin}:{unit.line}")
    if around is None:
        surroundings(scan.head)
        raise IngestError(f"no item in this <{root}>: there is no article")
    if not scan.complete and root not in ("nitf", *_G2_ITEMS, "entry"):
        yield Rejection(origin, f"cut off: </{root}> is missing at the end; get the rest of it")


def _item(unit: Unit, around: Surroundings, read: Reading, origin: str) -> Article | Rejection:
    from dataclasses import replace

    if unit.problem is not None:
        return Rejection(origin, unit.problem)
    try:
        element, mended = parse(unit.data, around)
        article = read(element, around)
    except IngestError as error:
        return Rejection(origin, str(error))
    except Exception as error:
        return broken(origin, error)
    extra = {**article.extra, "warning": mended} if mended else article.extra
    return replace(article, origin=origin, extra=extra)


def _wide(head: bytes) -> bool:
    return head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)) or b"<\0" in head[:4]


class _Recoded(io.BufferedIOBase):
    """A UTF-16 stream as UTF-8."""

    def __init__(self, stream: BinaryIO) -> None:
        super().__init__()
        start = stream.peek(2)[:2] if isinstance(stream, io.BufferedReader) else b""
        marked = start in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
        encoding = "utf-16" if marked else "utf-16-le" if start[1:] == b"\0" else "utf-16-be"
        self._text = io.TextIOWrapper(stream, encoding, errors="replace", newline="")
        self._ready = b""

    def readable(self) -> bool:
        return True

    def read(self, size: int | None = -1) -> bytes:
        """At most ``size`` bytes, all where it is negative."""
        size = -1 if size is None else size
        while size < 0 or len(self._ready) < size:
            text = self._text.read(_OPENING)
            if not text:
                break
            self._ready += text.encode("utf-8", "replace")
        taken = self._ready if size < 0 else self._ready[:size]
        self._ready = self._ready[len(taken) :]
        return taken

    def readline(self, size: int | None = -1) -> bytes:
        """As much as ``read``: nobody reads XML by lines."""
        return self.read(size)
