"""The bytes of one item -> its element, or the reason why not."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from html import escape, unescape
from html.entities import html5
from typing import TYPE_CHECKING

from ...errors import IngestError
from ..encoding import decode
from .names import PREFIXES, children, short
from .parts import parts

if TYPE_CHECKING:
    from lxml.etree import XMLParser
    from lxml.etree import _Element as Element

_MAX_TAGS = 200_000  # of one item; parsed they take a hundred times their bytes
_MAX_MENDED = 500_000  # characters; what is longer and broken is not worth the time
_FEW = 20
_REFERENCE = re.compile(r"&(?:#(?P<decimal>\d{1,9});|#[xX](?P<hex>[0-9a-fA-F]{1,8});|(\w+;))?")
_XML_ENTITIES = ("amp;", "lt;", "gt;", "quot;", "apos;")
_FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_DECLARATION = re.compile(rb"<\?xml[^>]{0,200}\?>")
_DOCTYPE = re.compile(rb"<!DOCTYPE[^\[>]*(?:\[[^\]]*\]\s*)?>?", re.IGNORECASE)
_USED_PREFIX = re.compile(r"[<\s/]([A-Za-z_][\w.-]*):[A-Za-z_][\w.-]*(?=[\s=/>])")
_TAG = re.compile(r"</?[A-Za-z_][^<>]*>")
_TEXT_FIELDS = ("title", "description", "content:encoded", "summary", "content", "guid", "pubDate")
_FIELDS = frozenset((*_TEXT_FIELDS, "link", "id", "updated", "published", "dc:date", "source"))
_HTML_FIELD = re.compile(r"<(?:\w+:)?(?:description|encoded|summary|content)[\s>]")
_OF_NO_NAMESPACE = re.compile(r"(<rss\b[^>]*?)\sxmlns\s*=\s*(?:\"[^\"]*\"|'[^']*')")
_UNESCAPED = re.compile(
    r"(?P<opening><(?P<name>(?:\w+:)?(?:description|encoded|summary|content))(?:\s[^<>]*)?>)"
    r"(?P<inner>.*?)(?P<closing></(?P=name)\s*>)",
    re.DOTALL,
)
_START = re.compile(r"<[A-Za-z_][^<>]*>")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What stands before the first item: the opened elements, and how the input is declared."""

    root: Element | None
    declaration: bytes
    namespaces: Mapping[str, str]
    default: str


def surroundings(head: bytes) -> Surroundings:
    """The part of the input before its first item, which is never closed there.

    Raises IngestError where it declares entities: nothing in the news needs them, and they
    can be made to grow without bound.
    """
    if re.search(rb"<!ENTITY", head):
        raise IngestError(
            "declares XML entities, which can grow without bound or read other files; "
            "refused: write the characters themselves"
        )
    found = _DECLARATION.search(head[:1024])
    declaration = found[0] if found else b""
    text = decode(head).text if head.strip() else ""
    text = _DECLARATION.sub(b"", text.encode("utf-8", "replace"), count=1).decode()
    text = _DOCTYPE.sub(b"", text.encode(), count=1).decode()
    root = _lenient(_repaired(_OF_NO_NAMESPACE.sub(r"\1", text, count=1)))
    if root is None:
        return Surroundings(None, declaration, {}, "")
    named: dict[str, str] = {}
    for element in root.iter():
        for prefix, uri in element.nsmap.items():
            named.setdefault(prefix or "", uri)
    return Surroundings(root, declaration, named, root.nsmap.get(None) or "")


def parse(data: bytes, around: Surroundings) -> tuple[Element, str | None]:
    """The element, and what was wrong with its markup where nothing of it was lost.

    Stray ampersands, HTML entities and characters that XML forbids (one U+FFFD each) are
    mended unasked; HTML that somebody forgot to escape is read as HTML. Raises IngestError
    where the markup cannot be read without loss.
    """
    from lxml import etree

    text = decode(around.declaration + data).text
    if around.declaration:
        text = text[text.find("?>") + 2 :]
    if text.count("<") > _MAX_TAGS:
        raise IngestError(f"more than {_MAX_TAGS:,} tags in one item; split it")
    text, problem = _repaired(text), None
    for form in (text, _with_html_escaped(text)):
        try:
            return etree.fromstring(_wrapped(form, around).encode(), _parser())[0], problem
        except (etree.XMLSyntaxError, IndexError) as error:
            problem = problem or f"not well-formed XML: {_said(error)}"
    mended = _lenient(_wrapped(text, around)) if len(text) < _MAX_MENDED else None
    if mended is None or len(mended) != 1 or not _keeps(mended[0], text):
        raise IngestError(f"{problem}; it cannot be read without loss, so correct its markup")
    return mended[0], problem


def _parser(*, recover: bool = False) -> XMLParser:
    from lxml.etree import XMLParser

    return XMLParser(
        encoding="utf-8",
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
        recover=recover,
    )


def _lenient(text: str) -> Element | None:
    from lxml import etree

    try:
        return etree.fromstring(text.encode("utf-8", "replace"), _parser(recover=True))
    except (etree.XMLSyntaxError, ValueError):
        return None


def _wrapped(text: str, around: Surroundings) -> str:
    known = {**PREFIXES, **around.namespaces}
    used = set(_USED_PREFIX.findall(text)) - {"xml", "xmlns"}
    declared = "".join(
        f" xmlns:{prefix}={_quoted(known.get(prefix) or f'urn:undeclared:{prefix}')}"
        for prefix in sorted(used)
    )
    default = f" xmlns={_quoted(around.default)}" if around.default else ""
    return f"<around{default}{declared}>{text}</around>"


def _quoted(value: str) -> str:
    return f'"{escape(value)}"'


def _repaired(text: str) -> str:
    return "".join(
        _REFERENCE.sub(_reference, part.text) if part.kind == "markup" else part.text
        for part in parts(_FORBIDDEN.sub("\ufffd", text))
    )


def _reference(found: re.Match[str]) -> str:
    number, name = found["decimal"] or found["hex"], found[3]
    if number:
        point = int(number, 10 if found["decimal"] else 16)
        possible = point <= 0x10FFFF and not _FORBIDDEN.match(chr(point))
        return found[0] if possible else "\ufffd"
    if name in _XML_ENTITIES:
        return found[0]
    if name in html5:
        return html5[name].replace("&", "&amp;").replace("<", "&lt;")
    return "&amp;" + found[0][1:]


def _with_html_escaped(text: str) -> str:
    """The item with the HTML of its fields in CDATA, as it should have been."""
    if len(_HTML_FIELD.findall(text)) > _FEW:
        return text
    return _UNESCAPED.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    """A field with its HTML in CDATA, where it is not there already."""
    opening, inner, closing = found["opening"], found["inner"], found["closing"]
    if "<![CDATA[" in inner or "]]>" in inner:
        return found[0]
    return f"{opening}<![CDATA[{inner}]]>{closing}"


def _keeps(element: Element, text: str) -> bool:
    """Whether the mended element holds every element and letter of the text, and no field of
    the item has come to lie inside another."""
    markup = [part.text for part in parts(text) if part.kind == "markup"]
    starts = sum(len(_START.findall(part)) for part in markup)
    seen, fields = _letters("".join(element.itertext())), list(children(element, *_TEXT_FIELDS))
    swallowed = any(
        short(inner.tag) in _FIELDS for field in fields for inner in field.iterdescendants()
    )
    whole = starts == sum(1 for _ in element.iter()) and seen == _letters(_visible(text))
    return whole and not swallowed


def _visible(text: str) -> str:
    return "".join(
        unescape(_TAG.sub("", part.text)) if part.kind == "markup" else part.content
        for part in parts(text)
    )


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text))


def _said(error: Exception) -> str:
    return re.sub(r", line \d+, column \d+.*", "", str(error)) or "no element in it"
