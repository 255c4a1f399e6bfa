"""Which format a source is in: by its name, or by how it begins."""

from __future__ import annotations

import codecs
import re
from pathlib import PurePath
from typing import BinaryIO

from .html import html
from .jsonl import json_document, jsonl
from .plain import plain
from .source import Reader

_BY_SUFFIX: dict[str, Reader] = {
    ".txt": plain,
    ".text": plain,
    ".jsonl": jsonl,
    ".ndjson": jsonl,
    ".json": json_document,
    ".html": html,
    ".htm": html,
    ".xhtml": html,
}
SUFFIXES = tuple(_BY_SUFFIX)
"""File names ending so are articles when a folder is read."""

_MARKUP = re.compile(
    r"<(?:!doctype\s+html|\?xml|!--|html|head|body|meta|title|article|section|main|div|h1|p)\b"
    r"|<!--",
    re.IGNORECASE,
)
_OPENING = 65_536  # bytes
_BLANK = b" \t\r\n\x00" + codecs.BOM_UTF8 + codecs.BOM_UTF16  # in any encoding, marks included
_JSON_OBJECT = re.compile(r'\{\s*(?:["}]|$)')
_JSON_ARRAY = re.compile(r"\[\s*(?:[{\]]|$)")


def by_name(path: PurePath) -> Reader | None:
    """The format that the file name says, None where it says nothing."""
    return _BY_SUFFIX.get(path.suffix.lower())


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

    An object that fills its line is a JSON Lines record, one that goes on below a document.
    """
    wide = head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    text = head.decode("utf-16" if wide else "utf-8", "replace").lstrip("\ufeff").strip()
    if _MARKUP.match(text):
        return html
    if _JSON_ARRAY.match(text):
        return json_document
    if _JSON_OBJECT.match(text):
        return json_document if text.endswith(("{", "[", ",", ":")) else jsonl
    return plain
