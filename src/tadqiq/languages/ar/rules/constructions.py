"""Constructions carried over word by word: the patterns of the pack's TOML files."""

from __future__ import annotations

from importlib.resources import files

from ....detect import load_rules
from ....model import Pos, Token
from ..analysis import analysed
from ..lexis import LEXIS
from ..morphology import inflect, readings
from .variety import is_standard

_FOLDER = files(__package__.rpartition(".")[0]).joinpath("constructions")


def _conjugated(token: Token, verb: str) -> str | None:
    """``verb``, given as «أجرى/يجري», in the person, number and tense of ``token``.

    None unless every reading of the third person agrees on them.
    """
    past, _, present = verb.partition("/")
    forms = {
        (hit.aspect, hit.gender, hit.number, hit.proclitics)
        for hit in readings(token.text)
        if hit.pos is Pos.VERB and hit.person == "3" and hit.voice != "passive"
    }
    if len(forms) != 1:
        return None
    aspect, gender, number, proclitics = forms.pop()
    base = {"perfect": past, "imperfect": present}.get(aspect)
    if not base or number == "d":
        return None
    as_is = (gender, number) == ("m", "s")
    form = base if as_is else inflect(base, gender=gender, number=number)
    return "".join(proclitics) + form if form else None


RULES = load_rules(
    sorted(
        (file for file in _FOLDER.iterdir() if file.name.endswith(".toml")),
        key=lambda file: file.name,
    ),
    lang="ar",
    analyse=analysed,
    inflect=_conjugated,
    proclitics=LEXIS.proclitics,
    is_standard=is_standard,
)
