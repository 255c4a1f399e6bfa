"""Which format a source is in: by its name, or by how it begins."""

from __future__ import annotations

import codecs
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import PurePath
from typing import BinaryIO

from ..model import Article, Rejection
from .plain import plain
from .prolog import root_name
from .source import Reader, Source


def _later(module: str, name: str) -> Reader:
    """The reader ``name`` of ``module``, which only sources in its format have to wait for."""

    def read(source: Source) -> Iterator[Article | Rejection]:
        reader: Reader = getattr(import_module(f"{__package__}.{module}"), name)
        return reader(source)

    return read


delimited = _later("delimited", "delimited")
html = _later("html", "html")
json_document = _later("jsonl", "json_document")
jsonl = _later("jsonl", "jsonl")
parquet = _later("parquet", "parquet")
xml = _later("xml", "xml")

_BY_SUFFIX: dict[str, Reader] = {
    ".txt": plain,
    ".text": plain,
    ".jsonl": jsonl,
    ".ndjson": jsonl,
    ".json": json_document,
    ".html": html,
    ".htm": html,
    ".xhtml": html,
    ".xml": xml,
    ".rss": xml,
    ".rdf": xml,
    ".atom": xml,
    ".nitf": xml,
    ".newsml": xml,
    ".csv": delimited,
    ".tsv": delimited,
    ".parquet": parquet,
}
ZIP = ".zip"
SUFFIXES = (*_BY_SUFFIX, ZIP, ".gz")
"""File names ending so are articles when a folder is read."""

_PIECE = re.compile(
    r"<(?:html|head|body|meta|title|article|section|main|div|h1|p)\b|<!--", re.IGNORECASE
)
_NEWS_ROOTS = frozenset(
    [
        "rss",
        "RDF",
        "feed",
        "entry",
        "urlset",
        "sitemapindex",
        "nitf",
        "newsMessage",
        "newsItem",
        "packageItem",
        "itemSet",
        "NewsML",
        "opml",
    ]
)
_ZIP_MAGIC = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_PARQUET_MAGIC = b"PAR1"
_OPENING = 65_536  # bytes
_BLANK = b" \t\r\n\x00" + codecs.BOM_UTF8 + codecs.BOM_UTF16  # in any encoding, marks included
_JSON_OBJECT = re.compile(r'\{\s*(?:["}]|$)')
_JSON_ARRAY = re.compile(r"\[\s*(?:[{\]]|$)")


def by_name(path: PurePath) -> Reader | None:
    """The format that the file name says, None where it says nothing."""
    return _BY_SUFFIX.get(path.suffix.lower())


def is_zip(head: bytes) -> bool:
    """Whether a stream that begins with ``head`` is a zip archive."""
    return head.startswith(_ZIP_MAGIC)


def chosen(path: PurePath | None, head: bytes) -> Reader:
    """The format of a file: by its name, unless its first bytes can be of one format only."""
    named = by_name(path) if path is not None else None
    if named is None:
        return by_content(head)
    if head.startswith(_PARQUET_MAGIC):
        return parquet
    markup = None if named is html else _markup(_text(head))
    return markup or named


def opening(stream: BinaryIO) -> bytes:
    """What is read of ``stream`` to tell its format: up to its first line that is not blank."""
    head = b""
    while len(head) < _OPENING and not head.strip(_BLANK):
        line = stream.readline(_OPENING - len(head))
        if not line:
            break
        head += line
    return head


def by_content(head: bytes) -> Reader:
    """The format of a stream that begins with ``head``; plain text where it shows no other.

    An object that fills its line is a JSON Lines record, one that goes on below a document; of
    a line that has no end in sight the reader of documents will see.
    """
    if head.startswith(_PARQUET_MAGIC):
        return parquet
    text = _text(head)
    markup = _markup(text) or (html if _PIECE.match(text) else None)
    if markup is not None:
        return markup
    if _JSON_ARRAY.match(text):
        return json_document
    if _JSON_OBJECT.match(text):
        unended = len(head) >= _OPENING and b"\n" not in head
        return json_document if unended or text.endswith(("{", "[", ",", ":")) else jsonl
    from .delimited import is_delimited

    return delimited if is_delimited(text) else plain


def _markup(text: str) -> Reader | None:
    """HTML or XML where the beginning can be nothing else."""
    if not text.startswith("<"):
        return None
    root = root_name(text)
    if root.lower() == "html":
        return html
    return xml if root in _NEWS_ROOTS or text.startswith("<?xml") else None


def _text(head: bytes) -> str:
    wide = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    head = head[: len(head) // 2 * 2] if wide else head  # a line may end inside a character
    return head.decode("utf-16" if wide else "utf-8", "replace").lstrip("\ufeff").strip()
