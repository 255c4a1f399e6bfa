"""What is too much, or too little, to audit."""

from __future__ import annotations

from typing import BinaryIO

from ..errors import IngestError

MAX_CHARACTERS = 2_000_000  # of one article: a long novel
MAX_FILE = 4 * MAX_CHARACTERS + 4  # bytes; no encoding needs more for such a text, with its mark
MAX_LINE = 16 * 2**20  # bytes of one JSON record: escaped text, source_text and references


def read_within(stream: BinaryIO, limit: int, *, advice: str) -> bytes:
    """All of ``stream``. Raises IngestError with ``advice`` beyond ``limit`` bytes."""
    data = stream.read(limit + 1)
    if len(data) > limit:
        raise IngestError(f"larger than {limit:,} bytes; {advice}")
    return data


def refuse_unauditable(text: str) -> None:
    """Raises IngestError where ``text`` is no article: empty, without letters, or endless."""
    if not text:
        raise IngestError("empty: there is no text to audit")
    if len(text) > MAX_CHARACTERS:
        raise IngestError(
            f"the text has {len(text):,} characters, more than {MAX_CHARACTERS:,}; "
            "split it into articles"
        )
    if text.isspace():
        raise IngestError("only white space: there is no text to audit")
    if not any(map(str.isalpha, text)):
        raise IngestError("no letters: there is no text to audit")
