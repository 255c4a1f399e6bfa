"""Unknown words that look like foreign names."""

from __future__ import annotations

import re

from ....model import Pos, Reading
from .clitics import proclitic_splits
from .lexicon import words

_FOREIGN = re.compile(
    "[ڤپچگژ]|تش|غغ|سك[يو]|كسي|ووو?|يي|[وي]ا[وي]|^(?:تش|كر|غر|بر|تر|در|فر|بل|كل|غل|فل|سك|ست|سب|سم|سن|شو|ز)[ايو]"
    "|[اوي][اوي][اوي]|پ"
)
_ARABIC_ONLY = re.compile("[ضظصطعحقءئؤةى]")


def foreign(form: str) -> Reading | None:
    """A reading as a name, if ``form`` looks like nothing an Arabic root could yield."""
    for before, rest in proclitic_splits(form):
        if len(rest) < 4 or "ال" in before or "أ" in before or "س" in before:
            continue
        if _ARABIC_ONLY.search(rest):
            continue
        ending = any(
            rest.endswith(end) and len(rest) - len(end) >= 2 for end in words("foreign_endings")
        )
        if _FOREIGN.search(rest) or (ending and len(rest) >= 5):
            return Reading(
                pos=Pos.NAME, lemma=rest, stem=rest, person="3", proclitics=before, source="guess"
            )
    return None
