"""Regular formations that dictionaries leave out: participles, verbal nouns, nisbas, plurals."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from ....model import Pos, Reading
from .arramooz import is_verb
from .clitics import proclitic_splits
from .endings import Ending, endings
from .lexicon import rows
from .nouns import NounStem, noun_stem
from .reading import read
from .segmentation import analyses
from .stems import Stem, tables
from .transliteration import to_ascii


def derived(form: str) -> Iterator[Reading]:
    """``form`` as a regular formation on a known stem, nisbas included."""
    for before, rest in proclitic_splits(form):
        if "س" in before or "أ" in before:
            continue
        for stem, ending, pronoun in endings(rest, definite="ال" in before):
            if not (stem.endswith("ة") and (pronoun or ending.letters)):
                yield from _formations(stem, ending, before, pronoun)
    yield from nisbas(form)


def nisbas(form: str) -> Iterator[Reading]:
    """``form`` as an adjective in ي made of a known noun."""
    for before, rest in proclitic_splits(form):
        if "س" in before or "أ" in before:
            continue
        for stem, ending, pronoun in endings(rest, definite="ال" in before):
            base = stem[:-1]
            if stem.endswith("ي") and len(base) >= 3 and base[-1] != "ا" and _is_thing(base):
                yield _reading(stem, stem, ending, before, pronoun, nisba=True)


def passives(form: str) -> Iterator[Reading]:
    """``form`` as a perfect of form III or VI in the passive: قوبلت of قابل, تبودل of تبادل."""
    for place in (1, 2, 3):
        if form[place : place + 1] != "و":
            continue
        for analysis in analyses(form[:place] + "ا" + form[place + 1 :]):
            if analysis.stem.category.startswith("PV") and "A" in analysis.stem.vocalised[1:5]:
                for hit in read(analysis):
                    yield replace(hit, voice="passive", source="derived")


@cache
def _listed() -> dict[str, str]:
    """The gender of the nouns in our own list."""
    return {noun: gender for gender, forms in rows("nouns", 2) for noun in forms.split()}


def _formations(
    stem: str, ending: Ending, before: tuple[str, ...], pronoun: str
) -> Iterator[Reading]:
    noun = stem + ("ة" if ending.letters in {"ة", "ت", "تان", "تين"} else "")
    if noun in _listed():
        hit = _reading(stem, noun, ending, before, pronoun, pos=Pos.NOUN)
        yield replace(hit, gender=_listed()[noun])
    if _is_participle(stem):
        for pos in (Pos.ADJECTIVE, Pos.NOUN):
            yield _reading(stem, stem, ending, before, pronoun, pos=pos, participle=True)
    if _is_verbal_noun(stem) and ending.letters in {"", "ا", "ات", "ة", "ت"}:
        yield _reading(stem, stem, ending, before, pronoun, pos=Pos.NOUN, masdar=True)
    if ending.letters in {"ات", "ون", "ين"} and _is_noun(stem):
        yield _reading(stem, stem, ending, before, pronoun, pos=Pos.NOUN)
    if ending.letters in {"ة", "ت"} and stem[:1] == "ت" and stem[-2:-1] == "ي" and _is_noun(stem):
        yield _reading(stem, stem + "ة", ending, before, pronoun, pos=Pos.NOUN)


def _reading(
    stem: str,
    lemma: str,
    ending: Ending,
    before: tuple[str, ...],
    pronoun: str,
    *,
    pos: Pos = Pos.ADJECTIVE,
    participle: bool = False,
    masdar: bool = False,
    nisba: bool = False,
) -> Reading:
    return Reading(
        pos=pos,
        lemma=lemma,
        stem=stem,
        gender=ending.gender or "m",
        number=ending.number,
        person="" if pos is Pos.ADJECTIVE else "3",
        case=ending.case,
        state="d" if "ال" in before else ending.state,
        proclitics=before,
        enclitic=pronoun,
        participle=participle,
        masdar=masdar,
        nisba=nisba,
        human=(ending.gender, ending.number) == ("m", "p"),
        source="derived",
    )


def _is_participle(stem: str) -> bool:
    """مخيِّب of a form II, مهزوم and صادق of a form I."""
    if len(stem) >= 4 and stem[0] == "م":
        if _has(stem[1:], "IV", derived_form=True) or is_verb(stem[1:]):
            return True
        if len(stem) == 5 and stem[3] == "و" and _has(stem[1:3] + stem[4], "PV"):
            return True
    return len(stem) == 4 and stem[1] == "ا" and _has(stem[0] + stem[2:], "PV")


def _is_verbal_noun(stem: str) -> bool:
    """استحواذ of استحوذ (the forms VII, VIII and X), تسخيف of سخّف (form II)."""
    if len(stem) == 5 and stem[0] == "ت" and stem[3] == "ي":
        return is_verb(stem[1:3] + stem[4])
    regular = len(stem) >= 6 and stem[0] == "ا" and stem[-2] == "ا"
    return regular and _has(stem[:-2] + stem[-1], "PV")


def _has(spelt: str, category: str, *, derived_form: bool = False) -> bool:
    return any(
        stem.category.startswith(category) and (not derived_form or _is_derived_form(spelt, stem))
        for stem in tables().stems(to_ascii(spelt))
    )


def _is_derived_form(spelt: str, stem: Stem) -> bool:
    """Whether an imperfect stem is of forms II–X, whose participles begin with مُ."""
    return "_yu" in stem.category or len(spelt) > 3 or "~" in stem.vocalised[1:3]


def _is_noun(spelt: str) -> bool:
    """Whether the dictionary has a noun spelt so that is no name."""
    return any(Pos.NOUN in noun.kinds for noun in _noun_stems(spelt))


def _is_thing(spelt: str) -> bool:
    """Whether it has one that a nisba may be made of: no name, no person, no plural."""
    return any(
        Pos.NOUN in noun.kinds and not (noun.human or noun.participle or noun.broken)
        for noun in _noun_stems(spelt)
    )


def _noun_stems(spelt: str) -> Iterator[NounStem]:
    for stem in tables().stems(to_ascii(spelt)):
        if stem.category.startswith("N"):
            yield noun_stem(stem)
