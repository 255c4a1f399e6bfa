"""Demonstratives, relatives and pronoun suffixes in the wrong gender and number."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from ....model import Pos
from ..syntax.agreement import Forms, Line
from ..syntax.nominal import fits
from ..syntax.verbs import clause_end, first_free_noun
from .words import Change, of_words

_ONE: dict[str, Forms] = {"ه": frozenset({("m", "s")}), "ها": frozenset({("f", "s")})}
_SEVERAL: Forms = frozenset({("m", "p"), ("", "p")})
_POINTING = {"هذا": "هذه", "هذه": "هذا", "ذلك": "تلك", "تلك": "ذلك"}
_RELATIVES = {"الذي": "التي", "التي": "الذي"}
_SHOWN: dict[str, Forms] = {
    "هذا": _ONE["ه"], "هذه": _ONE["ها"], "ذلك": _ONE["ه"], "تلك": _ONE["ها"],
    "الذي": _ONE["ه"], "التي": _ONE["ها"],
}  # fmt: skip
_PARTICLES = ("إن", "أن", "بأن", "لأن", "وإن", "وأن", "ولكن", "لكن", "كأن")


def _swapped(form: str, pairs: Mapping[str, str]) -> tuple[str, str] | None:
    """The form with its pronoun of the other gender, and that pronoun."""
    for cut in range(min(3, len(form))):
        if form[cut:] in pairs and set(form[:cut]) <= set("وفب"):
            return form[:cut] + pairs[form[cut:]], pairs[form[cut:]]
    return None


def _demonstrative(line: Line, place: int) -> Iterator[str]:
    swapped = _swapped(line.form(place), _POINTING)
    noun = line.words[place + 1] if place + 1 < len(line) else None
    if swapped is None or noun is None or not (noun.article and noun.substantive):
        return
    if not noun.proclitics and not fits(noun.demanded, _SHOWN[swapped[1]]):
        yield swapped[0]


def _relative(line: Line, place: int) -> Iterator[str]:
    """No noun of the line before it may be meant by the other form."""
    swapped = _swapped(line.form(place), _RELATIVES)
    if swapped and place:
        forms = _SHOWN[swapped[1]]
        near = line.words[max(0, place - 4) : place]
        if line.words[place - 1].maybe_nominal and not any(fits(n.demanded, forms) for n in near):
            yield swapped[0]


def _relative_of_people(line: Line, place: int) -> Iterator[str]:
    """«اللاجئون الذي وصلوا»."""
    near = line.words[max(0, place - 4) : place]
    if line.form(place) == "الذين" and not any(fits(n.demanded, _ONE["ه"]) for n in near):
        yield "الذي"


def _may_stand_for(line: Line, place: int, forms: Forms) -> bool:
    """Whether anything before it in the line, pronouns and verbs included, may be meant."""
    for current in line.words[:place]:
        if current.name or current.enclitic or fits(current.demanded, forms):
            return True
        if current.verb and fits(current.verb, forms):
            return True
    return False


def _suffix(line: Line, place: int) -> str:
    suffixes = {one.enclitic for one in line.words[place].readings}
    return suffixes.pop() if len(suffixes) == 1 else ""


def _other_suffix(line: Line, place: int, *kinds: Pos) -> Iterator[str]:
    current, suffix = line.words[place], _suffix(line, place)
    if suffix not in _ONE or not current.kinds <= set(kinds):
        return
    other = "ها" if suffix == "ه" else "ه"
    if _may_stand_for(line, place, _ONE[suffix]) and not _may_stand_for(line, place, _ONE[other]):
        yield line.tokens[place].text.removesuffix(suffix) + other


def _possessive(line: Line, place: int) -> Iterator[str]:
    return _other_suffix(line, place, Pos.NOUN)


def _object(line: Line, place: int) -> Iterator[str]:
    return _other_suffix(line, place, Pos.VERB)


def _of_preposition(line: Line, place: int) -> Iterator[str]:
    return _other_suffix(line, place, Pos.PREPOSITION)


def _of_particle(line: Line, place: int) -> Iterator[str]:
    """«قالت الوزيرة إنه»: the speaker's own pronoun, right before a verb that agrees with it."""
    form = line.form(place)
    after = line.words[place + 1] if place + 1 < len(line) else None
    for suffix, other in (("ها", "ه"), ("ه", "ها")):
        if not form.endswith(suffix) or form.removesuffix(suffix) not in _PARTICLES:
            continue
        if after is None or not after.verbal or _has_subject(line, place + 1):
            return
        if fits(after.verb, _ONE[suffix]) and not fits(after.verb, _ONE[other]):
            yield form.removesuffix(suffix) + other


def _has_subject(line: Line, verb: int) -> bool:
    """«إنه وصلت المساعدات»: the pronoun stands for nothing then."""
    subject = first_free_noun(line, verb + 1, clause_end(line, verb + 1))
    return subject is not None and fits(line.words[subject].opening, line.words[verb].verb)


def _theirs(line: Line, place: int) -> Iterator[str]:
    """«أعرب السكان عن قلقه»: one owner for several, of whom alone the line speaks."""
    current = line.words[place]
    if _suffix(line, place) == "هم" and current.kinds == {Pos.NOUN}:
        several = any(fits(one.demanded, _SEVERAL) for one in line.words[:place])
        if several and not _may_stand_for(line, place, _ONE["ه"]):
            yield line.tokens[place].text.removesuffix("هم") + "ه"


_CLASSES: dict[str, Change] = {
    "demonstrative.gender": _demonstrative,
    "relative.gender": _relative,
    "relative.number": _relative_of_people,
    "pronoun.possessive": _possessive,
    "pronoun.object": _object,
    "pronoun.preposition": _of_preposition,
    "pronoun.particle": _of_particle,
    "pronoun.number": _theirs,
}
SPOILINGS = tuple(of_words(name, change) for name, change in _CLASSES.items())
