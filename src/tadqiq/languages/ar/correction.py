"""Putting another word in the place of one: the same clitics, number, person and tense."""

from __future__ import annotations

from ...model import Pos, Reading, Token
from .morphology import inflect, readings

_PROCLITICS = ("ال", "و", "ف", "ب", "ل", "ك", "س", "أ")


def conjugated(token: Token, verb: str) -> str | None:
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
    form = base if as_is else inflect(base, gender=gender, number=number, pos=Pos.VERB)
    return "".join(proclitics) + form if form else None


def declined(token: Token, singular: str, plural: str, *, was: str) -> str | None:
    """The noun ``singular``/``plural`` with the number and the clitics of ``token``.

    ``was`` is the lemma that ``token`` is a form of. None for a dual, and where the readings
    of the token as a form of ``was`` differ.
    """
    nominal = [hit for hit in readings(token.text) if hit.pos is not Pos.VERB]
    own = [hit for hit in nominal if hit.lemma == was] or nominal
    shapes = {(hit.number, hit.proclitics, hit.enclitic) for hit in own}
    if len(shapes) != 1:
        return None
    number, proclitics, enclitic = shapes.pop()
    form = {"s": singular, "p": plural, "": singular}.get(number)
    if not form:
        return None
    if enclitic and form.endswith("ة"):
        form = form[:-1] + "ت"
    return _prefix(proclitics) + form + enclitic


def adjective_like(reading: Reading, lemma: str) -> str | None:
    """The adjective ``lemma`` with the gender, number and clitics of ``reading``."""
    plain = (reading.gender, reading.number) in {("m", "s"), ("", "s"), ("", "")}
    form = lemma if plain else inflect(lemma, gender=reading.gender, number=reading.number)
    return _prefix(reading.proclitics) + form if form else None


def _prefix(proclitics: tuple[str, ...]) -> str:
    """Proclitics as they are written: «ل» and «ال» make «لل»."""
    return "".join(one for one in proclitics if one in _PROCLITICS).replace("لال", "لل")
