"""What the vowel signs that a text does write exclude."""

from __future__ import annotations

from collections.abc import Iterator

from ..profile import TASHKEEL
from .transliteration import to_ascii

_SIGNS = frozenset(to_ascii(TASHKEEL)) & frozenset("FNKaui~o`")
_CASE_OF_TANWIN = {"ً": "a", "ٌ": "n", "ٍ": "g"}


def case_of_tanwin(form: str) -> str:
    """The case that a tanwin on the last letter (or before a final alif) states, or ""."""
    last_two = form[-2:]
    return next((case for sign, case in _CASE_OF_TANWIN.items() if sign in last_two), "")


def agrees(form: str, vocalised: str) -> bool:
    """Whether the signs written in ``form`` (Arabic) contradict ``vocalised`` (Buckwalter).

    Signs on the last letter are case endings, which ``vocalised`` lacks, and are passed over.
    """
    written, full = list(_letters(to_ascii(form))), list(_letters(vocalised))
    if len(written) != len(full):
        return True  # an assimilated or a dropped letter: no telling
    return all(_fits(one, other) for one, other in zip(written[:-1], full[:-1], strict=True))


def _letters(text: str) -> Iterator[frozenset[str]]:
    """The signs over every letter."""
    signs: set[str] | None = None
    for character in text:
        if character in _SIGNS:
            if signs is not None:
                signs.add(character)
        elif character != "_":
            if signs is not None:
                yield frozenset(signs)
            signs = set()
    if signs is not None:
        yield frozenset(signs)


def _fits(written: frozenset[str], full: frozenset[str]) -> bool:
    vowels = frozenset("aui")
    said, meant = written & vowels, full & vowels
    if said and meant and said != meant:
        return False
    return not ("~" in written and "~" not in full) and not ("o" in written and meant)
