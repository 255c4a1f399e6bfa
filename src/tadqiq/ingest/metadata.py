"""What formats share about an article's metadata."""

from __future__ import annotations

import re
from datetime import UTC, datetime

_LANGUAGE_TAG = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]{1,8})*", re.IGNORECASE)
_NO_LANGUAGE = {"und", "mul", "zxx", "mis"}


def primary(tag: str) -> str | None:
    """The primary subtag of a BCP 47 tag: ``ar-x-mtfrom-en`` gives ``ar``.

    None where ``tag`` is no tag, or says that the language is unknown.
    """
    found = _LANGUAGE_TAG.fullmatch(tag.strip())
    if found is None or found[1].lower() in _NO_LANGUAGE:
        return None
    return found[1].lower()


def moment(text: str) -> datetime:
    """An ISO 8601 date or time, in UTC where it names no zone.

    So any two of them compare. Raises ValueError for anything else.
    """
    read = datetime.fromisoformat(text.strip())
    return read if read.tzinfo else read.replace(tzinfo=UTC)


def compose(title: str | None, body: str) -> str:
    """The audited text: the title, a blank line and the body that does not start with it."""
    if not title or not title.strip() or body.lstrip().startswith(title.strip()):
        return body
    return f"{title}\n\n{body}"
