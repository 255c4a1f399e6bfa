"""Pronoun suffixes that nothing near before them may be meant by."""

from __future__ import annotations

from ....detect import Condition
from ..syntax.agreement import Line
from ..syntax.nominal import fits
from .doubt import Doubt, Guess
from .flips import known
from .partners import pronoun

_REACH = 14
_EARLIEST = 4
_DUMMIES = ("إنه", "أنه", "أنها", "إنها")
_SUFFIXES = ("هما", "ها", "هم", "هن", "ه")
_OTHERS = {
    "ه": ("ها", "هم", "هما"),
    "ها": ("ه", "هم", "هما"),
    "هم": ("ها", "هما", "ه"),
    "هما": ("هم", "ها", "ه"),
    "هن": ("ها", "هم"),
}


def _against_nouns(line: Line, place: int) -> Guess | None:
    current = line.words[place]
    forms = pronoun(current)
    if not forms or place < _EARLIEST or current.form.endswith(_DUMMIES):
        return None
    if not any(one.nominal and not one.bare for one in line.words[:place]):
        return None
    start = max(0, place - _REACH)
    for before in line.words[start:place]:
        if before.name or fits(before.demanded, forms) or fits(before.subject, forms):
            return None
        if before.verb and fits(before.verb, forms):
            return None
        if before.enclitic and fits(pronoun(before), forms):
            return None
    form = line.tokens[place].text
    suffix = next((one for one in _SUFFIXES if form.endswith(one)), "")
    others = [form.removesuffix(suffix) + one for one in _OTHERS.get(suffix, ())]
    return Guess(place, place, known(*others)) if suffix else None


PRONOUN = Doubt(
    Condition(lambda one: one.enclitic and one.form.endswith(_SUFFIXES)), _against_nouns
)
