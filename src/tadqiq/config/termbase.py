"""Termbases: how this newsroom spells names and terms, as CSV or TBX (ISO 30042)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from io import StringIO
from pathlib import Path

from ..errors import ConfigError

_TERM_PARTS = frozenset({"tig", "termSec", "termGrp"})
_ENTRIES = frozenset({"termEntry", "conceptEntry"})
_LANGUAGES = frozenset({"langSet", "langSec"})
_STANDING = frozenset({"preferred", "admitted"})
_DISCARDED = ("deprecated", "superseded")
_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


def read_termbase(path: Path) -> Mapping[str, str]:
    """Variant to preferred form.

    A CSV file has the columns ``variant`` and ``preferred``; a column ``status`` may say that a
    form is not wrong (preferred, admitted), as in the ledger of names. In TBX the deprecated
    and superseded terms of an entry are variants of its preferred one, language by language.
    Raises ConfigError for a file that cannot be read or is neither.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        why = error.strerror or str(error)
        raise ConfigError(f"{path}: the termbase cannot be read ({why}); check the path") from error
    pairs = _tbx(data, path) if path.suffix.lower() in (".tbx", ".xml") else _csv(data, path)
    return dict(pairs)


def _csv(data: bytes, path: Path) -> Iterator[tuple[str, str]]:
    import csv

    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: not UTF-8 ({error.reason}); save it as UTF-8") from error
    head = text.partition("\n")[0]
    delimiter = max(",;\t", key=head.count)
    rows = csv.DictReader(StringIO(text), delimiter=delimiter)
    if not {"variant", "preferred"} <= set(rows.fieldnames or ()):
        raise ConfigError(f"{path}:1: the columns variant and preferred are missing; add them")
    for row in rows:
        variant, preferred = (row["variant"] or "").strip(), (row["preferred"] or "").strip()
        if not variant or not preferred:
            raise ConfigError(f"{path}:{rows.line_num}: a row needs a variant and a preferred form")
        if (row.get("status") or "").strip() not in _STANDING:
            yield variant, preferred


def _tbx(data: bytes, path: Path) -> Iterator[tuple[str, str]]:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ConfigError(f"{path}: no well-formed TBX ({error}); export it again") from error
    for element in root.iter():
        if _local(element.tag) in _ENTRIES:
            for section in element.iter():
                if _local(section.tag) in _LANGUAGES and section.get(_LANG):
                    yield from _section(section)


def _section(section: object) -> Iterator[tuple[str, str]]:
    """The variants of one language of one concept, each with its preferred term."""
    preferred = ""
    variants: list[str] = []
    for part in section.iter():  # type: ignore[attr-defined]
        if _local(part.tag) not in _TERM_PARTS:
            continue
        term = next((one.text or "" for one in part.iter() if _local(one.tag) == "term"), "")
        notes = [one.text or "" for one in part.iter() if _local(one.tag) == "termNote"]
        if any(note.startswith(_DISCARDED) for note in notes):
            variants.append(term.strip())
        elif not preferred or any(note.startswith("preferred") for note in notes):
            preferred = term.strip()
    yield from ((variant, preferred) for variant in variants if variant and preferred)


def _local(tag: object) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
