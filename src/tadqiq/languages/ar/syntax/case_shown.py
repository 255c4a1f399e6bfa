"""The case a word shows: sound plurals, duals, the seat of a hamza, the ا of tanwin."""

from __future__ import annotations

import re
from functools import lru_cache

from ....model import Pos, Reading
from .agreement import Word

Cases = frozenset[str]
"""Letters n, a, g: the cases a form may stand in, or a place may ask for."""

NOMINATIVE: Cases = frozenset("n")
ACCUSATIVE: Cases = frozenset("a")
GENITIVE: Cases = frozenset("g")
_LINKS = frozenset({"ب", "ل", "ك"})
_NONE: Cases = frozenset()
_NOMINALS = frozenset({Pos.NOUN, Pos.ADJECTIVE})
_SEATED = re.compile("(.*ا)([ؤئء])(ه|ها|هما|هم|هن|نا|ي|ك|كم)")
_SEATS = {NOMINATIVE: "ؤ", ACCUSATIVE: "ء", GENITIVE: "ئ"}
# Broken plurals and singulars that the dictionary takes for two of another noun.
_NO_ENDING = frozenset({"ألمان", "موازين", "ركبان", "قرابين", "بحرين"})
_DICTIONARIES = frozenset({"buckwalter", "arramooz", "nisba"})


@lru_cache(maxsize=1 << 16)
def shown_case(current: Word) -> Cases:
    """The cases that the word's ending allows; none where the ending shows nothing.

    Nothing but nouns and adjectives shows a case, and every reading must.
    """
    if not current.readings or not current.kinds <= _NOMINALS:
        return _NONE
    if current.form.removeprefix("و").removeprefix("ال") in _NO_ENDING:
        return _NONE
    cases: set[str] = set()
    for one in current.readings:
        if not one.case or not _shows(one, current.form):
            return _NONE
        cases |= set(one.case)
    return frozenset(cases)


def _shows(reading: Reading, form: str) -> bool:
    if reading.source not in _DICTIONARIES:
        return False
    if reading.enclitic and _SEATED.fullmatch(form):
        return True
    if form.endswith("ا"):  # «بيانا», be it in tanwin or two before a second term
        dual = reading.number == "d" and reading.state == "c" and reading.case == "n"
        name = "ك" in reading.proclitics  # «كوبالا»: nothing in tanwin follows «ك»
        return dual or (reading.state == "i" and reading.case == "a" and not name)
    if reading.number == "d" and reading.source != "buckwalter":
        return False  # «الرجفان», «الروبيان»
    if reading.number == "d" and reading.pos is Pos.ADJECTIVE and _LINKS & set(reading.proclitics):
        return False  # «لاريان»
    sound = not reading.broken and reading.number in {"d", "p"}
    return sound and form.endswith(("ون", "ين", "ان")) and not reading.enclitic


def in_case(current: Word, cases: Cases) -> list[str]:
    """The word in one of these cases, where its ending shows it; nothing where that is not sure."""
    form = current.form
    seated = _SEATED.fullmatch(form)
    if seated:
        return [seated[1] + _SEATS[cases] + seated[3]] if cases in _SEATS else []
    if form.endswith(("ون", "ان")):
        return [form[:-2] + "ين"]
    if form.endswith("ين"):
        plural = any(one.number == "p" for one in current.readings)
        return [form[:-2] + ("ون" if plural else "ان")]
    return [form[:-1]] if form.endswith("ا") else []
