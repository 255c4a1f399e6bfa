"""Paths and what is wrong with them, in words."""

from __future__ import annotations

import re
from pathlib import PurePath

_UNDECODED = re.compile("[\ud800-\udfff]")


def shown(path: PurePath) -> str:
    """``path`` as text that can be written anywhere: bytes that are no UTF-8 become U+FFFD."""
    return _UNDECODED.sub("\ufffd", str(path))


def explained(error: OSError) -> str:
    """What the system said, and what to do about it."""
    if isinstance(error, FileNotFoundError):
        return "no such file or folder; check the path"
    if isinstance(error, PermissionError):
        return "permission denied; make it readable for this user"
    if error.strerror:
        return f"cannot be read: {error.strerror}"
    return f"cannot be read: {error}"
