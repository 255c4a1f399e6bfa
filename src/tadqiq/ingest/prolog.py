"""What stands before the first element of markup, and the name of that element."""

from __future__ import annotations

import re

_SKIPPED = (("<!--", "-->"), ("<?", "?>"))
_DOCTYPE = re.compile(r"<!doctype\s+([\w:.-]+)", re.IGNORECASE)
_NAME = re.compile(r"<(?:[A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)")


def root_name(text: str) -> str:
    """The local name of the first element, or what the document type calls it.

    Empty where ``text`` begins with no element, or ends before it.
    """
    at = _past_blank(text, 0)
    while text.startswith(("<!", "<?"), at):
        doctype = _DOCTYPE.match(text, at)
        if doctype is not None and doctype[1].lower() == "html":
            return "html"
        closed = _past_doctype(text, at) if doctype else _past_section(text, at)
        if closed < 0:
            return ""
        at = _past_blank(text, closed)
    found = _NAME.match(text, at)
    return "" if found is None else found[1]


def _past_section(text: str, at: int) -> int:
    for opener, closer in _SKIPPED:
        if text.startswith(opener, at):
            end = text.find(closer, at + len(opener))
            return end + len(closer) if end >= 0 else -1
    return -1


def _past_doctype(text: str, at: int) -> int:
    """Past a document type and the declarations it may hold in square brackets."""
    end, bracket = text.find(">", at), text.find("[", at)
    if 0 <= bracket < end:
        inside = text.find("]", bracket)
        end = text.find(">", inside) if inside >= 0 else -1
    return end + 1 if end >= 0 else -1


def _past_blank(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at
