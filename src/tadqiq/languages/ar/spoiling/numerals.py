"""Numerals in the wrong gender, and what they count in the wrong number and case."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ....model import Pos, TokenKind
from ..morphology import readings
from ..morphology.lexicon import rows
from ..syntax.agreement import Line
from .words import Change, of_words

_UNITS = {
    "ثلاث": "ثلاثة", "أربع": "أربعة", "خمس": "خمسة", "ست": "ستة", "سبع": "سبعة",
    "ثماني": "ثمانية", "تسع": "تسعة", "عشر": "عشرة",
}  # fmt: skip
_OTHER = _UNITS | {long: short for short, long in _UNITS.items()}
_TENS = frozenset({"عشرون", "عشرين"} | {
    stem + end for stem in ("ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")
    for end in ("ون", "ين")
})  # fmt: skip
_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
_SHORTEST = 3
_NUMBERS = frozenset({"مئة", "مائة", "ألف", "آلاف", "مليون", "ملايين", "مليار", "مليارات"})


def _count(line: Line, place: int) -> int:
    """The number at a place that counts what follows; 0 where there is none."""
    if place < 0:
        return 0
    form = line.form(place).lstrip("وفبل")
    if form in _OTHER:
        return 5
    if form in _TENS or (line.form(place) in {"عشر", "عشرة"} and _count(line, place - 1) == 5):
        return 20
    token = line.tokens[place]
    digits = token.text.translate(_DIGITS)
    known = token.kind is TokenKind.NUMBER and digits.isascii() and digits.isdigit()
    return int(digits) if known and len(digits) <= 2 else 0


def _polarity(line: Line, place: int) -> Iterator[str]:
    form = line.form(place)
    after = line.words[place + 1] if place + 1 < len(line) else None
    if after is None or not after.bare or not after.kinds <= {Pos.NOUN, Pos.ADJECTIVE}:
        return
    for cut in range(min(3, len(form))):
        if form[cut:] in _OTHER and set(form[:cut]) <= set("وفبل"):
            if all(one.number == "p" for one in after.readings) and not _count(line, place - 1):
                yield form[:cut] + _OTHER[form[cut:]]
            return


def _one_after_few(line: Line, place: int) -> Iterator[str]:
    """«خمسة شخص»: the singular after three to ten."""
    current = line.words[place]
    if 3 <= _count(line, place - 1) <= 10 and current.kinds == {Pos.NOUN} and current.bare:
        lemmas = {one.lemma for one in current.readings if one.number == "p"}
        if len(lemmas) == 1 and all(one.number == "p" for one in current.readings):
            yield from lemmas - _NUMBERS


def _several_after_tens(line: Line, place: int) -> Iterator[str]:
    """«عشرين أشخاص»: the plural after eleven to ninety-nine."""
    current = line.words[place]
    if _count(line, place - 1) > 10 and current.kinds <= {Pos.NOUN, Pos.ADJECTIVE}:
        lemmas = {one.lemma for one in current.readings if one.number == "s"}
        if len(lemmas) == 1 and not lemmas & _NUMBERS and current.bare:
            (lemma,) = lemmas
            if lemma.endswith("ة"):
                yield lemma[:-1] + "ات"
            elif lemma in _plurals():
                yield _plurals()[lemma]


def _bare_after_tens(line: Line, place: int) -> Iterator[str]:
    """«عشرين شخص»: without the ا of its accusative."""
    current, form = line.words[place], line.tokens[place].text
    counted = _count(line, place - 1) > 10 and current.tanwin and Pos.NOUN in current.kinds
    if counted and form.endswith(("ا", "اً", "ًا")) and len(form) > _SHORTEST:
        yield form.rstrip("اً")


@cache
def _plurals() -> dict[str, str]:
    """Of every singular that is listed, a plural that is nothing else."""
    found: dict[str, str] = {}
    for several, one, _ in rows("plurals", 3):
        found.setdefault(one, several)
    return {one: several for one, several in found.items() if readings(several)}


_CLASSES: dict[str, Change] = {
    "numeral.gender": _polarity,
    "counted.one-for-several": _one_after_few,
    "counted.several-for-one": _several_after_tens,
    "counted.case": _bare_after_tens,
}
SPOILINGS = tuple(of_words(name, change) for name, change in _CLASSES.items())
