"""Which stretches of a paragraph stand between quotation marks."""

from __future__ import annotations

import re

from .intervals import Interval, merge

_FAMILY = {"«": "«", "»": "«", '"': '"', "״": '"', "„": "“", "“": "“", "”": "“", "‟": "“"}
_OPENING = frozenset("«„“")
_CLOSING = frozenset("»”‟")
_MARK = re.compile('[«»"״„“”‟]')
_CURLY_SINGLE = re.compile(r"(?<!\w)‘(?=\S)((?:[^‘’\n]|(?<=\w)’(?=\w)){1,300}?)’(?!\w)")
_STRAIGHT_SINGLE = re.compile(r"(?<!\w)'(?=\S)((?:[^'\n]|(?<=\w)'(?=\w)){1,300}?)(?<=\S)'(?!\w)")
_BEFORE_OPENING = frozenset("([{:،,؛-–—«“„‘/")
_AFTER_CLOSING = frozenset(")]}:،,؛;.!?؟…۔।»”’")


def quotations(text: str, start: int, end: int) -> list[Interval]:
    """The insides of the quotations in ``text[start:end]``, in order, without the marks.

    Marks pair by place, not by direction, since right-to-left text has them both ways round.
    A mark without a partner opens nothing. Single marks count only where they cannot be
    apostrophes.
    """
    found: list[Interval] = []
    open_marks: dict[str, int] = {}
    for mark in _MARK.finditer(text, start, end):
        at = mark.start()
        before = text[at - 1] if at > start else " "
        after = text[at + 1] if at + 1 < end else " "
        if _is_gershayim(mark.group(), before, after):
            continue
        family = _FAMILY[mark.group()]
        if family in open_marks and not _surely_opens(mark.group(), before, after):
            found.append((open_marks.pop(family) + 1, at))
        elif not _surely_closes(mark.group(), before, after):
            open_marks[family] = at
    for opening, pattern in (("‘", _CURLY_SINGLE), ("'", _STRAIGHT_SINGLE)):
        if text.find(opening, start, end) >= 0:
            found += [single.span(1) for single in pattern.finditer(text, start, end)]
    return merge(found)


def _surely_opens(mark: str, before: str, after: str) -> bool:
    outside = before.isspace() or before in _BEFORE_OPENING
    return mark not in _CLOSING and outside and (after.isalnum() or after in _OPENING)


def _surely_closes(mark: str, before: str, after: str) -> bool:
    outside = after.isspace() or after in _AFTER_CLOSING
    return mark not in _OPENING and outside and not before.isspace()


def _is_gershayim(mark: str, before: str, after: str) -> bool:
    """A double mark between Hebrew letters spells an acronym (צה"ל)."""
    return mark in '"״”' and "א" <= before <= "ת" and "א" <= after <= "ת"
