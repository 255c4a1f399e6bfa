"""Verbs of a speaker whom nobody has named."""

from __future__ import annotations

from ....detect import Condition
from ....model import Pos
from ..syntax.agreement import Line, Word
from .doubt import Doubt, Guess
from .flips import known

_FIRST = ("ن", "أ")
_JOINED = ("و", "ف", "س")


def _may_be_speaker(current: Word) -> bool:
    verb = current.kinds == {Pos.VERB} and not current.verb
    return verb and all(one.person == "1" and one.aspect == "imperfect" for one in current.readings)


def _of_speaker(line: Line, place: int) -> Guess | None:
    """«إن كانبرا سأواصل»: a verb in the first person, of which the line says nothing else."""
    if line.tokens[place].quoted:
        return None
    if any(_is_first(one) for at, one in enumerate(line.words) if at != place):
        return None
    form = line.tokens[place].text
    cut = len(form) - len(form.lstrip("وفس"))
    if form[cut : cut + 1] not in _FIRST:
        return None
    return Guess(place, place, known(*(form[:cut] + one + form[cut + 1 :] for one in ("ي", "ت"))))


def _is_first(current: Word) -> bool:
    return bool(current.readings) and all(
        one.person == "1" or one.enclitic in {"ي", "ني", "نا"} for one in current.readings
    )


SPEAKER = Doubt(Condition(_may_be_speaker), _of_speaker)
