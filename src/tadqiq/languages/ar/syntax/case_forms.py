"""Words in another case, and what governs the genitive."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache

from ....detect import Analysed
from ....model import Pos, Reading, Token

_NOMINALS = frozenset({Pos.NOUN, Pos.ADJECTIVE})
_PREPOSITIONS = frozenset({
    "من", "إلى", "على", "في", "عن", "مع", "بين", "لدى", "عند", "منذ", "ضد", "تحت", "فوق",
    "أمام", "خلف", "حول", "نحو", "دون", "عبر", "وراء", "خلال", "بعد", "قبل", "لصالح",
})  # fmt: skip


def is_sure(sentence: Analysed, place: int, holds: Callable[[Reading], bool]) -> bool:
    """Whether the word has readings and ``holds`` is true of every one."""
    return surely(sentence.forms[place].readings, holds)


def surely(readings: Sequence[Reading], holds: Callable[[Reading], bool]) -> bool:
    """Whether there are readings and ``holds`` is true of every one."""
    for reading in readings:
        if not holds(reading):
            return False
    return bool(readings)


@lru_cache(maxsize=1 << 16)
def accusative(form: str) -> str | None:
    """As ``oblique``, the hamza of «أعضاؤه» on no seat: «أعضاءه»."""
    stem, found, suffix = form.rpartition("ؤ")
    seated = bool(found) and stem.endswith("ا") and len(suffix) <= 3
    return stem + "ء" + suffix if seated else oblique(form)


@lru_cache(maxsize=1 << 16)
def oblique(form: str) -> str | None:
    """«…ون» as «…ين», «…ان» as «…ين», «أبو» with a suffix as «أبي»; None if it is neither."""
    if form.endswith(("ون", "ان")) and len(form) > 4:
        return form[:-2] + "ين"
    for ending, right in (("خوه", "خيه"), ("بوه", "بيه"), ("خوها", "خيها"), ("بوها", "بيها")):
        if form.endswith(ending):
            return form[: -len(ending)] + right
    return None


@lru_cache(maxsize=1 << 16)
def nominative(form: str) -> str | None:
    """«…ين» as «…ون»; None for another form."""
    return form[:-2] + "ون" if form.endswith("ين") and len(form) > 4 else None


def governs_genitive(token: Token) -> bool:
    form = token.folded
    return form in _PREPOSITIONS or (form[:1] in "وف" and form[1:] in _PREPOSITIONS)


def bare_noun(reading: Reading) -> bool:
    """A singular noun without article, suffix or tanwin."""
    return (
        reading.pos is Pos.NOUN
        and reading.number == "s"
        and not reading.state
        and not reading.enclitic
        and "ال" not in reading.proclitics
    )


def is_governed_annexation(sentence: Analysed, place: int) -> bool:
    """A bare noun that a preposition governs, so that a noun after it is its second term."""
    if not is_sure(sentence, place, bare_noun):
        return False
    own = all({"ب", "ل", "ك"} & set(one.proclitics) for one in sentence.readings[place])
    return own or (place > 0 and governs_genitive(sentence.tokens[place - 1]))


def cased(reading: Reading) -> bool:
    """An indefinite dual or sound plural, which shows its case."""
    return (
        reading.pos in _NOMINALS
        and reading.number in {"d", "p"}
        and reading.case in {"n", "ag"}
        and is_sound(reading)
        and not reading.enclitic
        and not reading.state
        and not reading.proclitics
    )


def plural_in(reading: Reading, case: str) -> bool:
    """A dual or sound plural that shows this case."""
    return (
        reading.pos in _NOMINALS
        and reading.case == case
        and reading.number in "dp"
        and is_sound(reading)
        and not reading.enclitic
    )


def is_sound(reading: Reading) -> bool:
    """No broken plural; the dictionary takes «محامين» for one."""
    return not reading.broken or reading.lemma == "محامي"
