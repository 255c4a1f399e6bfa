"""Sound plurals, duals and hamza seats in a case that the words around them hardly govern."""

from __future__ import annotations

from ....detect import Condition
from ....model import Pos
from ..syntax.agreement import Line, Word, is_rare
from ..syntax.nominal import is_preposition
from .doubt import Doubt, Guess
from .flips import known
from .partners import INNA, MARKS

_ENDINGS = ("ون", "ين", "ان")


def _cased(current: Word) -> bool:
    plain = current.form.endswith(_ENDINGS) and not current.enclitic
    return (
        plain
        and current.maybe_nominal
        and any(
            one.number in {"d", "p"} and one.case and not one.broken for one in current.readings
        )
    )


def _ending(line: Line, place: int) -> Guess | None:
    current, form = line.words[place], line.tokens[place].text
    after = line.words[place + 1] if place + 1 < len(line) else None
    foreign = (
        current.bare
        and after is not None
        and (after.name or not (after.kinds or after.form in MARKS))
    )
    if current.name or foreign or is_rare(current) or not _is_doubtful(line, place):
        return None
    stem = form[:-2]
    plural = any(one.number == "p" for one in current.readings)
    dual = any(one.number == "d" for one in current.readings)
    if form.endswith("ين"):
        forms = ((stem + "ون",) if plural else ()) + ((stem + "ان",) if dual else ())
    else:
        forms = (stem + "ين",)
    return Guess(place, place, known(*forms))


def _is_doubtful(line: Line, place: int) -> bool:
    """Whether what stands before the word hardly asks for the case that it shows."""
    if not place:
        return line.form(place).endswith("ين")
    current, before = line.words[place], line.words[place - 1]
    agrees = before.form.endswith(_ENDINGS) and before.form[-2:] == current.form[-2:]
    described = current.adjectival and before.article and not _is_governed(line, place - 1)
    if agrees or described or before.form in MARKS or "و" in current.proclitics:
        return False
    if current.form.endswith("ين"):
        return not (_takes_oblique(line, place) or (current.adjectival and before.article))
    return not _takes_nominative(before)


def _takes_oblique(line: Line, place: int) -> bool:
    before = line.words[place - 1]
    term = before.bare and before.maybe_nominal and not before.name and not before.tanwin
    return term or before.form in INNA or _is_governed(line, place)


def _takes_nominative(before: Word) -> bool:
    """A verb, a demonstrative, a word with its pronoun: «اتفق عليه», «مدتها»."""
    verb = Pos.VERB in before.kinds and bool(before.verb)
    return verb or before.enclitic or Pos.DEMONSTRATIVE in before.kinds


def _is_governed(line: Line, place: int) -> bool:
    linked = bool(line.words[place].proclitics & {"ب", "ل", "ك"})
    return linked or (place > 0 and is_preposition(line.words[place - 1]))


def _nun(line: Line, place: int) -> Guess | None:
    """«محامين الدفاع», «مفاوضون الاتحاد»: the nun is kept before a second term."""
    current, form = line.words[place], line.tokens[place].text
    after = line.words[place + 1] if place + 1 < len(line) else None
    if after is None or not current.bare or not after.maybe_nominal or after.proclitics:
        return None
    people = any(one.human and one.source == "buckwalter" for one in current.readings)
    if not (after.article or after.name) or current.name or not people or is_rare(current):
        return None
    stem = form[:-2]
    forms = (stem + "و", stem + "ي") if not form.endswith("ان") else (stem + "ا", stem + "ي")
    return Guess(place, place, known(*forms))


ENDING = Doubt(Condition(_cased), _ending)
NUN = Doubt(Condition(_cased), _nun)
