"""Buckwalter's transliteration of Arabic, one ASCII character a letter.

After Tim Buckwalter, qamus.org/transliteration.htm.
"""

from __future__ import annotations

_ASCII = "'|>&<}AbptvjHxd*rzs$SDTZEg_fqklmnhwYyFNKaui~o`{"
_ARABIC = "ءآأؤإئابةتثجحخدذرزسشصضطظعغـفقكلمنهوىيًٌٍَُِّْٰٱ"
_MARKS = "FNKaui~o`_"

_TO_ARABIC = str.maketrans(_ASCII, _ARABIC)
_TO_ASCII = str.maketrans(_ARABIC, _ASCII)
_BARE = str.maketrans({**dict.fromkeys(_MARKS, ""), "{": "A"})


def to_arabic(text: str) -> str:
    """The Arabic letters for Buckwalter's."""
    return text.translate(_TO_ARABIC)


def to_ascii(text: str) -> str:
    """Buckwalter's letters for the Arabic; what is not Arabic stays."""
    return text.translate(_TO_ASCII)


def bare(text: str) -> str:
    """Buckwalter's letters without vowel signs, a joined alif as a plain one."""
    return text.translate(_BARE)
