"""Which texts there is no use in auditing, said so that an editor understands it."""

from __future__ import annotations

from ..model import Message
from .problems import INVALID, TOO_LARGE, RefusedError

EMPTY = Message("There is no text to audit.", "لا نص هنا لتدقيقه.")
NO_LETTERS = Message(
    "There is not one letter in this text; send the article's own words.",
    "ليس في هذا النص حرف واحد؛ أرسل نص المقال نفسه.",
)
BINARY = Message(
    "This is no text but a binary file; save the article as plain text or HTML.",
    "هذا ملف ثنائي لا نص؛ احفظ المقال نصًا عاديًا أو بصيغة HTML.",
)
TOO_LONG = Message(
    "The text has {length} characters, and one article may have {limit}; split it.",
    "عدد محارف النص {length}، والحد الأقصى للمقال الواحد {limit}؛ قسّمه إلى أكثر من مقال.",
)


def refuse_text(text: str, limit: int) -> None:
    """Raises RefusedError where ``text`` is empty, without letters, binary or beyond ``limit``."""
    if not text or text.isspace():
        raise RefusedError(INVALID, EMPTY)
    if len(text) > limit:
        told = TOO_LONG.fill(length=f"{len(text):,}", limit=f"{limit:,}")
        raise RefusedError(TOO_LARGE, told)
    if "\x00" in text:
        raise RefusedError(INVALID, BINARY)
    if not any(map(str.isalpha, text)):
        raise RefusedError(INVALID, NO_LETTERS)
