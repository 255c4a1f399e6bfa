"""A piece of HTML, as feeds carry it -> its text, nothing dropped but what is never shown."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

from ..errors import IngestError
from .provenance import NOTHING_SAID, Declared, by_its, by_tag, together

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

_MAX_TAGS = 200_000  # parsed they take a hundred times their bytes
_PAGE = re.compile(r"<(?:html|body|nav|article|main|aside)\b", re.IGNORECASE)
_MARKUP = re.compile(r"<[a-zA-Z!/]")
_REFERENCE = re.compile(r"&(?:#\d+|#[xX][0-9a-fA-F]+|[A-Za-z]\w*);")
_STILL_MARKUP = re.compile(r"</(?:p|div|h[1-6]|ul|ol|li|blockquote)>|<br ?/?>", re.IGNORECASE)
_HIDDEN = {"script", "style", "noscript", "template", "iframe", "svg", "object", "head", "title"}
_OF_HTML = """address article aside blockquote dd div dl dt fieldset figcaption figure footer form
    h1 h2 h3 h4 h5 h6 header hr main nav ol p pre section table ul"""
_OF_NITF = "block hl1 hl2 media media-caption"
_APART = frozenset([*_OF_HTML.split(), *_OF_NITF.split()])
_LINES = frozenset({"li", "tr", "br"})


@dataclass(frozen=True, slots=True)
class Flat:
    """The text of a fragment, the language tag around it, and what is declared inside."""

    text: str
    lang: str | None = None
    declared: Declared = NOTHING_SAID


def flatten(markup: str, *, pages: bool = True) -> Flat:
    """Paragraphs apart, line breaks and list items on their own lines, spaces folded.

    Text without any markup keeps its lines. Markup that was escaped twice is read twice. With
    ``pages`` a whole page inside is left to the extractor that knows what surrounds an article.
    Raises IngestError where the markup is nested too deeply to be read.
    """
    if not _MARKUP.search(markup):
        text = unescape(markup) if _REFERENCE.search(markup) else markup
        return Flat(text.strip()) if not _STILL_MARKUP.search(text) else flatten(text, pages=pages)
    root = _parsed(markup)
    flat = Flat(_text(root), _language(root), _declared(root))
    if pages and _PAGE.search(markup):
        return Flat(_article(markup) or flat.text, flat.lang, flat.declared)
    if _STILL_MARKUP.search(flat.text):
        inner = _parsed(flat.text)
        return Flat(_text(inner), flat.lang or _language(inner), flat.declared)
    return flat


def line(markup: str) -> str:
    """A fragment as one line, for titles and names."""
    return " ".join(flatten(markup).text.split())


def _parsed(markup: str) -> Element:
    from lxml import etree

    if markup.count("<") > _MAX_TAGS:
        raise IngestError(f"its HTML has more than {_MAX_TAGS:,} tags; simplify it")
    clean = markup.replace("\0", "\ufffd").encode("utf-8", "replace")
    parser = etree.HTMLParser(encoding="utf-8", no_network=True, remove_comments=True)
    try:
        root = etree.fromstring(b"<div>" + clean + b"</div>", parser)
    except etree.XMLSyntaxError as error:
        raise IngestError(f"its HTML cannot be read: {error}") from error
    if any(entry.level_name == "FATAL" for entry in parser.error_log):
        raise IngestError("its HTML is nested too deeply to be read without loss; simplify it")
    return root


def _text(root: Element) -> str:
    pieces = "".join(_pieces(root))
    lines = (" ".join(part.split()) for part in pieces.split("\n"))
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()


def _pieces(root: Element) -> Iterator[str]:
    """The text in order, with the breaks that elements make; spaces as they stand."""
    from lxml import etree

    hidden: Element | None = None
    for event, element in etree.iterwalk(root, events=("start", "end")):
        name = element.tag if isinstance(element.tag, str) else ""
        gap = "\n\n" if name in _APART else "\n" if name in _LINES else ""
        if name in ("td", "th"):
            gap = " "
        if event == "start" and hidden is None:
            yield gap
            if name in _HIDDEN:
                hidden = element
            elif name:
                yield _unbroken(element.text, keep=name == "pre")
        elif event == "end":
            if hidden is not None and element is not hidden:
                continue
            hidden = None
            yield "" if name == "br" else gap
            if element is not root:
                yield _unbroken(element.tail)


def _unbroken(text: str | None, *, keep: bool = False) -> str:
    return text or "" if keep else re.sub(r"\s+", " ", text or "")


def _language(root: Element) -> str | None:
    """The tag of the outermost element that has one."""
    for element in root.iter():
        tag = element.get("lang") or element.get("xml:lang")
        if tag and tag.strip():
            return str(tag.strip())
    return None


def _declared(root: Element) -> Declared:
    found = []
    for element in root.iter():
        found.append(by_tag(element.get("lang") or element.get("xml:lang")))
        found.append(by_its(html_attributes(element)))
    return together(one for one in found if one.machine is not None)


def html_attributes(element: Element) -> dict[str, str]:
    """ITS attributes in HTML, ``its-mt-confidence``, by the names they have in XML."""
    found = {}
    for name, value in element.attrib.items():
        if isinstance(name, str) and name.startswith("its-"):
            first, *rest = name[4:].split("-")
            found[first + "".join(part.capitalize() for part in rest)] = str(value)
    return found


def _article(markup: str) -> str | None:
    from .html import body_of

    try:
        return body_of(markup)
    except IngestError:  # no page after all: the fragment as it stands loses nothing
        return None
