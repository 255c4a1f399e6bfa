"""Arabic, as the language-independent stages need it."""

from __future__ import annotations

from ...model import Profile

TASHKEEL = "ًٌٍَُِّْٰٕٓٔ"
TATWEEL = "ـ"

PROFILE = Profile(
    code="ar",
    name="Arabic",
    script="Arabic",
    rtl=True,
    enders=".!?؟…",
    commas=",،؛:",
    abbreviations=frozenset({"د", "أ", "م", "ص", "ج", "ق.م", "هـ", "ب.م", "ت"}),
    foldings=dict.fromkeys(TASHKEEL + TATWEEL, ""),
    foreign_letters=frozenset("پچژگکیےٹڈڑںہھەۆېڤڭ"),
)
