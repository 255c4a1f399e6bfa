"""Unicode scripts as character classes, and which of them a text is written in.

The ranges hold letters (and, for the scripts of South and South-East Asia, the vowel signs
that stand between them), after Scripts.txt of the Unicode Character Database, cut down to
what news is written in.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections import Counter
from functools import cache, lru_cache


def _indic(base: int) -> str:
    """Letters and vowel signs of a block that is laid out as Devanagari is."""
    return f"{chr(base)}-{chr(base + 0x63)}"


SCRIPTS: dict[str, str] = {
    "Arabic": "\u0620-\u064a\u066e\u066f\u0671-\u06d3\u06d5\u06e5\u06e6\u06ee\u06ef\u06fa-\u06ff"
    "\u0750-\u077f\u0870-\u0887\u0889-\u088e\u08a0-\u08c9\ufb50-\ufbb1\ufbd3-\ufd3d"
    "\ufd50-\ufdc7\ufdf0-\ufdf9\ufe70-\ufefc",
    "Latin": "A-Za-zªºÀ-ÖØ-öø-ʸˠ-ˤᴀ-ᶿḀ-ỿⱠ-ⱿꜢ-ꟿꬰ-ꭤﬀ-ﬆＡ-Ｚａ-ｚ",
    "Cyrillic": "\u0400-\u0481\u048a-\u052f\u1c80-\u1c88\ua640-\ua66e\ua680-\ua69d",
    "Greek": "\u0370-\u0373\u0376\u0377\u037a-\u037d\u037f\u0386\u0388-\u03f5\u03f7-\u03ff"
    "\u1f00-\u1fbc\u1fc2-\u1fcc\u1fd0-\u1fdb\u1fe0-\u1fec\u1ff2-\u1ffc",
    "Hebrew": "\u05d0-\u05ea\u05ef-\u05f2\ufb1d-\ufb28\ufb2a-\ufb4f",
    "Devanagari": _indic(0x0900) + "\u0971-\u097f\ua8e0-\ua8f7",
    "Bengali": _indic(0x0980) + "\u09f0\u09f1",
    "Gurmukhi": _indic(0x0A00) + "\u0a70-\u0a75",
    "Gujarati": _indic(0x0A80) + "\u0af9-\u0aff",
    "Oriya": _indic(0x0B00) + "\u0b71",
    "Tamil": _indic(0x0B80),
    "Telugu": _indic(0x0C00),
    "Kannada": _indic(0x0C80) + "\u0cf1-\u0cf3",
    "Malayalam": _indic(0x0D00) + "\u0d7a-\u0d7f",
    "Sinhala": "\u0d80-\u0ddf\u0df2\u0df3",
    "Thai": "\u0e01-\u0e3a\u0e40-\u0e4e",
    "Lao": "\u0e80-\u0ece\u0edc-\u0edf",
    "Tibetan": "\u0f40-\u0f84\u0f88-\u0fbc",
    "Myanmar": "\u1000-\u103f\u1050-\u108f\u109a-\u109d\uaa60-\uaa7f",
    "Khmer": "\u1780-\u17d3\u17dd",
    "Georgian": "\u10a0-\u10fa\u10fc-\u10ff\u1c90-\u1cbf\u2d00-\u2d2d",
    "Armenian": "\u0531-\u0556\u0559\u0560-\u0588\ufb13-\ufb17",
    "Ethiopic": "\u1200-\u135f\u1380-\u138f\u2d80-\u2dde",
    "Hangul": "\u1100-\u11ff\u3131-\u318e\ua960-\ua97c\uac00-\ud7a3\ud7b0-\ud7fb",
    "Hiragana": "\u3041-\u3096\u309d-\u309f",
    "Katakana": "\u30a1-\u30fa\u30fc-\u30ff\u31f0-\u31ff\uff66-\uff9f",
    "Han": "\u3005\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufad9\U00020000-\U0003134f",
    "Syriac": "\u0710-\u074f",
    "Thaana": "\u0780-\u07b1",
    "Tifinagh": "\u2d30-\u2d7f",
}

MARKS = (
    "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u0610-\u061a"
    "\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e4\u06e7\u06e8\u06ea-\u06ed\u0898-\u089f"
    "\u08ca-\u08e1\u08e3-\u08ff\u135d-\u135f\u1ab0-\u1ace\u1cd0-\u1cd2\u1cd4-\u1ce8\u1dc0-\u1dff"
    "\u20d0-\u20f0\u302a-\u302f\u3099\u309a\ufe00-\ufe0f\ufe20-\ufe2f\ufb1e"
)
"""Combining marks that belong to the letter before them, in any script."""

_BRAHMIC = "Devanagari Bengali Gurmukhi Gujarati Oriya Tamil Telugu Kannada Malayalam Sinhala"
_SOUTH_EAST = "Thai Lao Tibetan Myanmar Khmer"
WORD_CHARS = r"\w" + MARKS + "".join(map(SCRIPTS.__getitem__, f"{_BRAHMIC} {_SOUTH_EAST}".split()))
"""What ``\\w`` should be: letters, digits and the signs that stand between letters."""

INVISIBLE = "\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff"
"""Format characters without a glyph: part of a word between its letters, else like a space."""

_LETTER_RUN = re.compile(r"[^\W\d_]+")
_SAMPLE = 4000


@cache
def _letters(script: str) -> re.Pattern[str]:
    """Compiled when a text gets so far: most of them are in one of the first scripts."""
    return re.compile(f"[{SCRIPTS[script]}]+")


def count_scripts(text: str) -> Counter[str]:
    """How many letters of each script the first few thousand characters hold."""
    found: Counter[str] = Counter()
    left = "".join(_LETTER_RUN.findall(text[:_SAMPLE]))
    for name in SCRIPTS:
        if not left:
            break
        others = _letters(name).sub("", left)
        if len(others) < len(left):
            found[name] = len(left) - len(others)
            left = others
    found.update(filter(None, map(script_of, left)))
    return found


def main_script(text: str) -> str:
    """The script of most letters; the empty string if there is no letter."""
    return majority(count_scripts(text))


def majority(found: Counter[str]) -> str:
    """The script counted most; Han counts for Japanese kana where kana is present at all."""
    if not found:
        return ""
    kana = found["Hiragana"] + found["Katakana"]
    if kana and found["Han"]:
        found["Hiragana"] += found["Han"]
    return max(found, key=lambda name: (found[name], name))


def listed(letter: str) -> str:
    """The script in whose ranges the letter or vowel sign stands; the empty string if in none."""
    starts, ranges = _ranges()
    _, last, script = ranges[bisect_right(starts, letter) - 1]
    return script if letter <= last else ""


@cache
def _ranges() -> tuple[list[str], list[tuple[str, str, str]]]:
    """The beginnings of all ranges, in order; first letter, last letter and script of each."""
    found = [("\0", "", "")]
    for script, ranges in SCRIPTS.items():
        for pair in re.finditer("(.)-(.)|(.)", ranges):
            first, last, single = pair.groups()
            found.append((first or single, last or single, script))
    found.sort()
    return [first for first, _, _ in found], found


@lru_cache(maxsize=4096)
def script_of(letter: str) -> str:
    """The script of one letter; the empty string if it is no letter."""
    known = listed(letter)
    if known:
        return known
    if letter.isalpha():
        return unicodedata.name(letter, "").partition(" ")[0].title()
    return ""
