"""An id for a text that came without one."""

from __future__ import annotations

from hashlib import sha256

MADE = "sha256-"
"""An id that begins so was made of the text."""


def content_id(text: str) -> str:
    """An id made of the text: equal texts have equal ids."""
    return f"{MADE}{sha256(text.encode('utf-8', 'replace')).hexdigest()[:16]}"
