"""Names compared across scripts, by their consonants."""

from __future__ import annotations

import unicodedata
from functools import lru_cache
from itertools import groupby

# One letter for each class of consonants that transcriptions do not keep apart; vowels and
# the letters that stand for them in Arabic script (و ي ا ع ء) are dropped.
_ARABIC = dict(
    zip(
        "بپتطثجچحخهدضذرزژسصشظغغفڤقكکگلمن",
        "BBTTTKSHHHDDDRSSSSSSKKFFKKKKLMN",
        strict=True,
    )
)
_CYRILLIC = dict(
    zip(
        "бвгґдзжклмнпрстфхцчшщ",
        "BFKKDSSKLMNBRSTFHSSSS",
        strict=True,
    )
)
_LATIN = dict(
    zip(
        "bpvwftdsxzcgjkqlmnrh",
        "BBF~FTDSSSKKKKKLMNRH",
        strict=True,
    )
)
_DIGRAPHS = (
    ("sch", "š"), ("tch", "č"), ("sh", "š"), ("ch", "č"), ("kh", "ħ"), ("gh", "k"),
    ("ph", "f"), ("th", "t"), ("ck", "k"), ("x", "ks"), ("ce", "s"), ("ci", "s"), ("cy", "s"),
    ("ge", "j"), ("gi", "j"),
)  # fmt: skip
_MAP = _ARABIC | _CYRILLIC | _LATIN | {"š": "S", "č": "S", "ħ": "H", "w": ""}


@lru_cache(maxsize=65536)
def skeleton(word: str) -> str:
    """The consonant classes of a name in Arabic, Latin or Cyrillic script.

    Two spellings of one name in different scripts mostly agree in it (زيلينسكي, Zelensky and
    Зеленский give SLNSK); two names may agree by chance, the more so the shorter it is.
    """
    plain = unicodedata.normalize("NFKD", word.lower())
    for written, sound in _DIGRAPHS:
        plain = plain.replace(written, sound)
    classes = (_MAP.get(letter, "") for letter in plain)
    return "".join(key for key, _ in groupby(mark for mark in classes if mark))
