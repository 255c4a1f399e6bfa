"""Bytes -> text, saying which encoding it was.

In order of trust: a byte order mark, UTF-8 that decodes, the charset that the file itself
declares, UTF-8 with a few stray bytes, and then what the bytes look like (``charsets``).
"""

from __future__ import annotations

import codecs
import re

from ..errors import IngestError
from ..model import record

_MARKS = (  # UTF-32's little-endian mark begins with UTF-16's
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_MAGIC = (
    (b"%PDF-", "a PDF; export its text first"),
    (b"PK\x03\x04", "a ZIP archive or an Office document; unpack it or export its text first"),
    (b"\x1f\x8b", "compressed with gzip; unpack it first"),
    (b"\xfd7zXZ", "compressed with xz; unpack it first"),
    (b"BZh9", "compressed with bzip2; unpack it first"),
    (b"\x28\xb5\x2f\xfd", "compressed with zstd; unpack it first"),
    (b"\xd0\xcf\x11\xe0", "an old Office document; export its text first"),
    (b"{\\rtf", "an RTF document; export its text first"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF89a", "a picture"),
)
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]+)"""
    rb"""|^\s*<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w:.-]+)""",
    re.IGNORECASE,
)
_DECLARED_WITHIN = 4096  # bytes; HTML asks for the first 1,024, pages in the wild are later
_MULTIBYTE = re.compile("[^\x00-\x7f\ufffd]")
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MAX_CONTROLS = 0.02  # share of characters; text has stray ones, binary a quarter
_MAX_STRAY = 0.01  # share of characters that may be U+FFFD
_ALWAYS_STRAY = 3  # so many are let pass in the shortest text


@record
class Decoded:
    """The text without its byte order mark, and the encoding it was read in."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """Read ``data`` as text; a few stray bytes become U+FFFD, one each.

    Raises IngestError where the bytes are no text, or damaged beyond a few strays.
    """
    for magic, what in _MAGIC:
        if data.startswith(magic):
            raise IngestError(f"not a text file: {what}")
    decoded = _marked(data) or _wide(data)
    if decoded is None:
        _refuse_nul(data)
        decoded = _utf8(data) or _declared(data) or _damaged_utf8(data) or _legacy(data)
    _refuse_binary(decoded.text)
    return decoded


def _marked(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(encoding, "replace")
            _refuse_many_strays(text, data, encoding)
            return Decoded(text, encoding)
    return None


def _utf8(data: bytes) -> Decoded | None:
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return None


def _wide(data: bytes) -> Decoded | None:
    """UTF-16 without a mark: ASCII leaves NULs on one side of the pairs, and on that side
    an alphabet leaves few other bytes."""
    for encoding, high in (("utf-16-le", 1), ("utf-16-be", 0)):
        blocks = set(data[high::2])
        if len(data) % 2 or 0 not in blocks or 0 in data[1 - high :: 2]:
            continue
        if len(blocks) > 1 + len(data) // 16:
            continue
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if sum(character.isalpha() or character.isspace() for character in text) > len(text) / 2:
            return Decoded(text, encoding)
    return None


def _declared(data: bytes) -> Decoded | None:
    """What an HTML or XML file says of itself; the Western default is no statement."""
    found = _DECLARED.search(data[:_DECLARED_WITHIN])
    if found is None:
        return None
    name = (found[1] or found[2]).decode("ascii", "replace")
    try:
        encoding = codecs.lookup(name).name
        if encoding in {"iso8859-1", "cp1252", "ascii", "utf-8"}:
            return None
        return Decoded(data.decode(encoding), encoding)
    except (LookupError, ValueError):  # ValueError: it does not decode, or is a binary transform
        return None


def _damaged_utf8(data: bytes) -> Decoded | None:
    """UTF-8 in which some bytes are wrong; None where it never was UTF-8.

    Sequences of two bytes and more hardly ever arise in other encodings, so where they
    outnumber the wrong bytes the text was meant as UTF-8.
    """
    text = data.decode("utf-8", "replace")
    stray = text.count("\ufffd")
    if len(_MULTIBYTE.findall(text)) < stray:
        return None
    _refuse_many_strays(text, data, "utf-8")
    return Decoded(text, "utf-8")


def _legacy(data: bytes) -> Decoded:
    from .charsets import recognise  # of what is no UTF-8 and says nothing of itself

    encoding = recognise(data)
    if encoding is None:
        raise IngestError(
            f"the encoding is not recognised: byte {_first_invalid(data, 'utf-8')} "
            "is not UTF-8; save the text as UTF-8"
        )
    text = data.decode(encoding, "replace")
    _refuse_many_strays(text, data, encoding)
    return Decoded(text, encoding)


def _refuse_many_strays(text: str, data: bytes, encoding: str) -> None:
    stray = text.count("\ufffd")
    if stray > max(_ALWAYS_STRAY, _MAX_STRAY * len(text)):
        raise IngestError(
            f"{stray:,} bytes are not valid {encoding.upper()}, the first at byte "
            f"{_first_invalid(data, encoding)}; save the text again as UTF-8"
        )


def _first_invalid(data: bytes, encoding: str) -> str:
    try:
        data.decode(encoding)
    except UnicodeDecodeError as error:
        return f"{error.start:,}"
    return "0"


def _refuse_nul(data: bytes) -> None:
    place = data.find(0)
    if place >= 0:
        raise IngestError(f"not a text file: binary data, a NUL at byte {place:,}")


def _refuse_binary(text: str) -> None:
    controls = len(_CONTROLS.findall(text))
    if controls > max(1, _MAX_CONTROLS * len(text)):
        raise IngestError(f"not a text file: {controls:,} control characters")
