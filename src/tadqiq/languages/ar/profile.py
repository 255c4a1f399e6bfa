"""Arabic, as the language-independent stages need it."""

from __future__ import annotations

from ...model import Profile
from .lexis import LEXIS

TASHKEEL = "ًٌٍَُِّْٰٕٓٔ"
TATWEEL = "ـ"
UNSEEN = (
    "\u00ad\u061c\u200b\u200c\u200d\u200e\u200f"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff"
)

_TITLES = "د أ م ص أ.د د.م"  # before a name or a page number; م after a year ends a sentence
_ERAS_AND_FORMS = "ق.م ب.م هـ ش.م.م ص.ب ق.ظ ب.ظ"
_SPELT_INITIALS = "دبليو جيه إف إتش كيه إل إيه إم جي"
_LATIN = "Inc Ltd Co Corp Mr Mrs Dr Jr St vs"

PROFILE = Profile(
    code="ar",
    name="Arabic",
    script="Arabic",
    rtl=True,
    enders=".!?؟…",
    commas=",،؛:",
    abbreviations=frozenset(
        f"{_TITLES} {_ERAS_AND_FORMS} {_SPELT_INITIALS} {_LATIN}".split(),
    ),
    foldings=dict.fromkeys(TASHKEEL + TATWEEL + UNSEEN, ""),
    foreign_letters=frozenset("پچژگکیےٹڈڑںہھەۆېڤڭ"),
    lexis=LEXIS,
)
