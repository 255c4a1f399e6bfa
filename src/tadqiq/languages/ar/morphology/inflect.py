"""Other forms of a word, for suggestions; None where no rule is sure.

Candidates are made by rule, and one is given only if the analyser reads it as what was asked.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ....model import Pos, Reading, record
from .frequency import uses
from .lexicon import rows
from .orthography import strip_marks
from .readings import readings

_PRONOUNS = {
    "m": {"ها": "ه", "هن": "هم", "كن": "كم"},
    "f": {"ه": "ها", "هم": "هن", "كم": "كن"},
}
_ORDER = (Pos.DEMONSTRATIVE, Pos.RELATIVE, Pos.ADJECTIVE, Pos.VERB, Pos.NOUN)
_POINTING = (
    ("هذا", "هذه", "هذان", "هذين", "هاتان", "هاتين", "هؤلاء"),
    ("ذلك", "تلك", "ذانك", "ذينك", "تانك", "تينك", "أولئك"),
    ("الذي", "التي", "اللذان", "اللذين", "اللتان", "اللتين", "الذين", "اللاتي"),
)
_NOMINAL_ENDINGS = {
    ("m", "s", ""): "",
    ("f", "s", ""): "ة",
    ("f", "p", ""): "ات",
    ("m", "p", "n"): "ون",
    ("m", "p", "ag"): "ين",
    ("m", "d", "n"): "ان",
    ("m", "d", "ag"): "ين",
    ("f", "d", "n"): "تان",
    ("f", "d", "ag"): "تين",
}
_PERFECT_ENDINGS = {
    ("m", "s"): "",
    ("f", "s"): "ت",
    ("m", "d"): "ا",
    ("f", "d"): "تا",
    ("m", "p"): "وا",
}
_COUNTERPARTS = {  # by the gender wanted; no ending makes them
    ("أول", "f"): "أولى",
    ("أولى", "m"): "أول",
    ("آخر", "f"): "أخرى",
    ("أخرى", "m"): "آخر",
}
_FINAL_WEAK = ("ى", "ا")
_NOMINALS = {Pos.ADJECTIVE, Pos.NOUN}  # «بطيئة» is a noun for the dictionary


@record
class _Wanted:
    """The features of the form to be made; "" and None ask for nothing."""

    gender: str
    number: str
    case: str
    state: str


def inflect(
    form: str,
    *,
    gender: str = "",
    number: str = "",
    definite: bool | None = None,
    case: str = "",
    pos: Pos | None = None,
) -> str | None:
    """``form`` in another gender (m, f), number (s, d, p), definiteness or case (n, ag, a).

    What is not given stays, and proclitics stay in place; ``pos`` says as what part of speech
    ``form`` is to be read. Adjectives, nouns, demonstratives,
    relatives and verbs of the third person are understood. A dual or masculine plural of a
    form that does not show its case needs ``case``. None if the result is not sure.
    """
    plain = strip_marks(form)
    parts = _ORDER if pos is None else (pos,)
    for hit in sorted((hit for hit in readings(plain) if hit.pos in parts), key=_rank):
        state = hit.state if definite is None else "d" if definite else ""
        wanted = _Wanted(gender or hit.gender, number or hit.number, case or hit.case, state)
        for candidate in _candidates(plain, hit, wanted):
            if candidate != plain and _is_read_as(candidate, hit, wanted):
                return candidate
    return None


def swap_pronoun(form: str, gender: str) -> str | None:
    """``form`` with its pronoun suffix in ``gender``: بأنها, m, gives بأنه; None without one."""
    plain = strip_marks(form)
    for hit in readings(plain):
        other = _PRONOUNS[gender].get(hit.enclitic)
        if other is not None and plain.endswith(hit.enclitic):
            candidate = plain[: -len(hit.enclitic)] + other
            if any(one.enclitic == other for one in readings(candidate)):
                return candidate
    return None


def _rank(hit: Reading) -> tuple[int, bool, int]:
    """By part of speech, the dual after other numbers, the commoner lemma first."""
    common = max((count for _, _, count in uses(hit.lemma)), default=0)
    return _ORDER.index(hit.pos), hit.number == "d", -common


def _is_read_as(candidate: str, hit: Reading, wanted: _Wanted) -> bool:
    return any(
        (one.pos is hit.pos or (one.lemma == hit.lemma and {one.pos, hit.pos} == _NOMINALS))
        and one.gender in {wanted.gender, ""}
        and one.number in {wanted.number, ""}
        and (one.lemma == hit.lemma or hit.pos in _NOMINALS)
        and one.enclitic == hit.enclitic
        and (one.aspect, one.voice) == (hit.aspect, hit.voice)
        and (one.person == hit.person or hit.pos in _NOMINALS)
        and (one.state == "d") == (wanted.state == "d")
        for one in readings(candidate)
    )


def _candidates(plain: str, hit: Reading, wanted: _Wanted) -> Iterator[str]:
    outside = _written(hit.proclitics)
    if not plain.startswith(outside) or not plain.endswith(hit.enclitic):
        return
    core = plain[len(outside) : len(plain) - len(hit.enclitic)]
    if hit.pos in {Pos.DEMONSTRATIVE, Pos.RELATIVE}:
        yield from (outside + other for other in _pointing(core, wanted))
    elif hit.pos is Pos.VERB:
        if hit.person == "3":
            yield from (outside + other + hit.enclitic for other in _verb(core, hit, wanted))
    elif not hit.enclitic:
        before = tuple(letter for letter in hit.proclitics if letter != "ال")
        if wanted.state == "d":
            before = (*before, "ال")
        yield from (_written(before) + other for other in _nominal(core, hit, wanted))


def _written(proclitics: tuple[str, ...]) -> str:
    """Proclitics as they are written: ل and ال make لل."""
    return "".join(proclitics).replace("لال", "لل")


def _pointing(core: str, wanted: _Wanted) -> Iterator[str]:
    for row in _POINTING:
        if core in row:
            yield from (
                other
                for other in row
                for one in readings(other)
                if _fits(one.case, wanted.case)
                if one.gender in {wanted.gender, ""} and one.number == wanted.number
            )


def _fits(shown: str, wanted: str) -> bool:
    return not shown or (bool(wanted) and set(wanted) <= set(shown))


def _verb(core: str, hit: Reading, wanted: _Wanted) -> Iterator[str]:
    if hit.aspect == "perfect":
        ending = _PERFECT_ENDINGS.get((wanted.gender, wanted.number))
        shown = _PERFECT_ENDINGS.get((hit.gender, hit.number))
        if ending is None or shown is None:
            return
        for base in (core.removesuffix(shown), hit.lemma):
            yield base + ending
            if base.endswith(_FINAL_WEAK):
                yield base[:-1] + ending
    elif hit.aspect == "imperfect" and core[:1] in {"ي", "ت"}:
        first = "ت" if wanted.gender == "f" and wanted.number in {"s", "d"} else "ي"
        base = core[1:]
        for ending in ("ون", "وا", "ان", "ا") if hit.number in {"p", "d"} else ("",):
            if ending == "" or base.endswith(ending):
                stem = base[: len(base) - len(ending)]
                yield from (first + stem + new for new in _imperfect_endings(wanted, ending))
                if stem[-1:] in {"ي", "ى", "و"}:
                    yield from (first + stem[:-1] + new for new in _imperfect_endings(wanted, ""))
                break


def _imperfect_endings(wanted: _Wanted, shown: str) -> tuple[str, ...]:
    """The endings of the number, with the nun unless the form shown dropped it."""
    if wanted.number == "s":
        return ("",)
    full, short = ("ون", "وا") if wanted.number == "p" else ("ان", "ا")
    return (short,) if shown in {"وا", "ا"} else (full,)


def _nominal(core: str, hit: Reading, wanted: _Wanted) -> Iterator[str]:
    if wanted.number == "p" and wanted.gender == "m" and hit.lemma in _plurals():
        yield _plurals()[hit.lemma]
        return
    if wanted.number == "s" and (core, wanted.gender) in _COUNTERPARTS:
        yield _COUNTERPARTS[core, wanted.gender]
        return
    for stem in _stems(core, hit):
        for (gender, number, case), ending in _NOMINAL_ENDINGS.items():
            if (gender, number) != (wanted.gender, wanted.number) or not _fits(case, wanted.case):
                continue
            indefinite = (gender, number) == ("m", "s") and wanted.state != "d"
            yield _joined(stem, "ا" if indefinite and wanted.case == "a" else ending)


def _joined(stem: str, ending: str) -> str:
    """The stem with its ending: a final hamza after ي gets a seat, «مسيء» gives «مسيئة»."""
    seated = ending and stem.endswith("يء")
    return (stem[:-1] + "ئ" if seated else stem) + ending


def _stems(core: str, hit: Reading) -> Iterator[str]:
    """The masculine singular that ``core`` is built on."""
    if hit.broken:
        yield hit.lemma
        return
    endings = [
        ending
        for (gender, number, case), ending in _NOMINAL_ENDINGS.items()
        if (gender, number) == (hit.gender, hit.number) and case in {hit.case, ""}
    ]
    if hit.gender == "m" and hit.number == "s" and hit.case == "a":
        endings = ["ا"]
    for ending in endings:
        stem = core.removesuffix(ending)
        if core.endswith(ending) and not stem.endswith(("ى", "اء")):
            yield stem


@cache
def _plurals() -> dict[str, str]:
    """The first broken plural of adjectives that have one."""
    found: dict[str, str] = {}
    for plural, singular in rows("adjective_plurals", 2):
        found.setdefault(singular, plural)
    return found
