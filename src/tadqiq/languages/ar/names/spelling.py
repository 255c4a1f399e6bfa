"""When two Arabic spellings may stand for one foreign name.

Only what transcription leaves open counts as alike: long vowels written or not, letters that
render one foreign sound, doubled letters. Any other difference makes another name.
"""

from __future__ import annotations

from functools import lru_cache

from ..morphology.orthography import loose, strip_marks

_SOUNDS = ("غجقكگ", "فڤ", "بپ", "سصثز", "سش", "تط", "دض", "شجچ", "ذدز", "خه", "ىي")
_ALIKE = frozenset(
    (one, other) for sound in _SOUNDS for one in sound for other in sound if one != other
)
_PAIRS = (("تش", "ج"), ("تش", "ك"), ("تش", "ش"), ("تس", "ز"), ("تس", "س"), ("غ", "نغ"), ("كس", "ز"))
_VOWELS = frozenset("اوي")
_ONSETS = {
    letter: group[0] for group in ("غجقكگشچسصثزذدض", "فڤ", "بپ", "تط", "خه") for letter in group
}
_HOUSE = str.maketrans("ج", "غ")  # a foreign g: ج in Cairo, غ in Doha and Beirut
_LONG = 7  # letters from which two differences may be one name
_SHORTEST = 4


def onset(form: str) -> str:
    """The same letter for all spellings that ``may_be_one`` takes for one name with ``form``."""
    return _onset(form[:1])


@lru_cache(maxsize=1024)
def _onset(letter: str) -> str:
    first = loose(letter)
    return _ONSETS.get(first, first)


@lru_cache(maxsize=65536)
def may_be_one(one: str, other: str) -> bool:
    """Whether two different spellings may be one foreign name.

    Spellings that differ in the seat of an alif or in final ة and ه alone are no two spellings
    here: that is orthography.
    """
    first, second = loose(strip_marks(one)), loose(strip_marks(other))
    if first == second:
        return _final_yeh_differs(one, other)
    longer = max(len(first), len(second))
    if longer < _SHORTEST or abs(len(first) - len(second)) > 2 or first[0] not in _same(second[0]):
        return False
    return _differences(first, second, 2 if longer >= _LONG else 1)


def in_house_style(one: str, other: str) -> bool:
    """Whether two spellings differ only in how newsrooms write a foreign g: neither is wrong."""
    return loose(one).translate(_HOUSE) == loose(other).translate(_HOUSE)


def near(one: str, other: str) -> bool:
    """Whether two foreign spellings of five letters or more are one slip apart: a letter more,
    less, changed or out of place. Enough only where nothing but this name can stand."""
    first, second = loose(strip_marks(one)), loose(strip_marks(other))
    if first == second or min(len(first), len(second)) < _SHORTEST:
        return False
    if max(len(first), len(second)) < _LONG - 2 or abs(len(first) - len(second)) > 1:
        return False
    start = 0
    while start < min(len(first), len(second)) and first[start] == second[start]:
        start += 1
    left, right = first[start:], second[start:]
    swapped = left[:2] == right[1::-1] and left[2:] == right[2:]
    return swapped or left[1:] == right[1:] or left[1:] == right or left == right[1:]


def _final_yeh_differs(one: str, other: str) -> bool:
    return {one[-1], other[-1]} == {"ى", "ي"} and one[:-1] == other[:-1]


def _same(letter: str) -> frozenset[str]:
    return frozenset({letter} | {other for one, other in _ALIKE if one == letter})


def _differences(one: str, other: str, budget: int) -> bool:
    """Whether at most ``budget`` differences that transcription allows separate the two."""
    if one == other:
        return True
    common = 0
    while common < min(len(one), len(other)) and one[common] == other[common]:
        common += 1
    head, left, right = one[:common], one[common:], other[common:]
    if budget == 0:
        return False
    return any(
        _differences(head + rest, head + others, budget - 1) if rest or others else True
        for rest, others in _steps(head, left, right)
    )


def _steps(head: str, left: str, right: str) -> list[tuple[str, str]]:
    """What remains of both after one allowed difference at their start."""
    steps = [*_dropped(head, left, right)]
    steps += [(theirs, ours) for ours, theirs in _dropped(head, right, left)]
    if left and right and (left[0], right[0]) in _ALIKE:
        steps.append((left[1:], right[1:]))
    for long, short in _PAIRS:
        if left.startswith(long) and right.startswith(short):
            steps.append((left[len(long) :], right[len(short) :]))
        if right.startswith(long) and left.startswith(short):
            steps.append((left[len(short) :], right[len(long) :]))
    return steps


def _dropped(head: str, left: str, right: str) -> list[tuple[str, str]]:
    """A letter of ``left`` that ``right`` lacks: a vowel inside the word, or a doubled letter."""
    if not head or len(left) < 2:
        return []
    doubled = left[0] == head[-1] or left[0] == left[1]
    return [(left[1:], right)] if left[0] in _VOWELS or doubled else []
