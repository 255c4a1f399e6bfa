"""Spelling: vowel signs, and the letters that careful and careless hands write differently."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ..profile import TASHKEEL, TATWEEL

_NO_MARKS = str.maketrans(dict.fromkeys(TASHKEEL + TATWEEL, ""))
_LOOSE = str.maketrans("أإآٱىة", "اااايه")


@lru_cache(maxsize=1 << 16)
def strip_marks(form: str) -> str:
    """``form`` without tashkeel and tatweel."""
    return form.translate(_NO_MARKS)


def loose(form: str) -> str:
    """``form`` with one letter for those that are confused in print: alifs, ي ى, ه ة."""
    return form.translate(_LOOSE)


def spellings(form: str) -> Iterator[str]:
    """Other spellings of ``form`` that print tolerates: final ى for ي and the reverse."""
    if form.endswith("ى"):
        yield form[:-1] + "ي"
    elif form.endswith("ي"):
        yield form[:-1] + "ى"
