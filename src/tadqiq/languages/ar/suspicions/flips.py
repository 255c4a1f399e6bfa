"""The forms of a word that would agree with its partner."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from ....model import Pos
from ..morphology import inflect, readings
from ..syntax.agreement import Forms

_MOST = 3  # forms that are tried
_GENDERED = ("m", "f")
_MADE_UP = frozenset({"guess", "derived"})
_COMMON = {("m", "s"): 0, ("f", "s"): 1, ("m", "p"): 2, ("m", "d"): 3, ("f", "d"): 4, ("f", "p"): 5}


def agreeing(form: str, wanted: Iterable[Forms], pos: Pos) -> tuple[str, ...]:
    """``form`` in the gender and number of each partner, the nearest partner first."""
    found: dict[str, None] = {}
    for forms in wanted:
        for gender, number in sorted(_spelt_out(forms), key=lambda one: _COMMON[one]):
            made = _inflected(form, gender, number, pos)
            if made and made != form:
                found[made] = None
    return tuple(found)[:_MOST]


def _spelt_out(forms: Forms) -> set[tuple[str, str]]:
    return {(one, number) for gender, number in forms for one in gender or _GENDERED}


@lru_cache(maxsize=1 << 14)
def _inflected(form: str, gender: str, number: str, pos: Pos) -> str | None:
    if pos is Pos.ADJECTIVE and (gender, number) in {("m", "d"), ("m", "p"), ("f", "d")}:
        case = "n" if form.endswith(("ون", "ان")) else "ag"
        return inflect(form, gender=gender, number=number, case=case, pos=pos)
    return inflect(form, gender=gender, number=number, pos=pos)


@lru_cache(maxsize=1 << 14)
def is_word(form: str) -> bool:
    """Whether the dictionaries know the form."""
    return any(one.source not in _MADE_UP for one in readings(form))


def known(*forms: str) -> tuple[str, ...]:
    """Of the forms those that are words."""
    return tuple(one for one in forms if is_word(one))
