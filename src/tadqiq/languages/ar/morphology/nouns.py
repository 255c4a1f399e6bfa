"""What the stem of a noun or adjective says before any suffix."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from ....model import Pos, record
from .arramooz import is_listed_broken_plural
from .frequency import as_noun_and_adjective
from .lexicon import rows, words
from .shapes import is_broken_plural, is_broken_plural_with_ta, is_masdar, is_participle
from .stems import Stem
from .transliteration import bare, to_arabic

_IRREGULAR = frozenset(("men", "women", "children", "people", "feet", "teeth", "mice", "oxen"))
_PLURAL_S = re.compile(r"[a-z]{2,}(?<![siu])s")
_ENGLISH = re.compile(r"[a-z]+")
_LEMMA_TAIL = re.compile(r"(?:-[aiu]+)?_\d+$")
_NEVER_PLURAL = frozenset({"Nprop", "NapAt", "Nall", "N/ap", "NduAt"})
_ELATIVE = "Nel"
_WEAK = frozenset("Awy'>&<}|")
_SURELY = 50  # times as often; below that either use is common enough


@record
class NounStem:
    """Features a noun has by its stem; ``gender`` and ``number`` of the form without suffix."""

    kinds: tuple[Pos, ...]
    lemma: str
    gender: str
    number: str
    broken: bool
    human: bool
    masdar: bool
    participle: bool
    nisba: bool


@lru_cache(maxsize=65536)
def noun_stem(stem: Stem) -> NounStem:
    """What ``stem``, of a nominal category, is."""
    listed = _plurals().get(_with_plain_hamza(to_arabic(bare(stem.vocalised))))
    if listed is not None and not stem.category.startswith("Nap"):
        return _listed_plural(*listed)
    lemma = lemma_of(stem)
    kinds = _kinds(stem)
    broken = kinds != (Pos.NAME,) and _is_broken(stem)
    gender = "" if stem.category.startswith(_ELATIVE) else _gender(stem, lemma, broken)
    return NounStem(
        kinds=kinds,
        lemma=lemma,
        gender=gender,
        number="" if stem.category.startswith(_ELATIVE) else "p" if broken else "s",
        broken=broken,
        human=_is_human(stem, lemma, broken),
        masdar=Pos.NOUN in kinds and not broken and is_masdar(stem.vocalised),
        participle=is_participle(stem.vocalised) and not broken,
        nisba=stem.vocalised.endswith("iy~") and len(bare(stem.vocalised)) > 3,
    )


def _listed_plural(lemma: str, gender: str) -> NounStem:
    human = lemma in words("people")
    return NounStem((Pos.NOUN,), lemma, gender, "p", True, human, False, False, False)


def _with_plain_hamza(form: str) -> str:
    """A final hamza off its seat: نساؤ before a pronoun is نساء."""
    return form[:-1] + "ء" if form[-2:] in {"اؤ", "ائ"} else form


@cache
def _plurals() -> dict[str, tuple[str, str]]:
    return {plural: (lemma, gender) for plural, lemma, gender in rows("plurals", 3)}


def lemma_of(stem: Stem) -> str:
    """The dictionary form in bare Arabic letters; a noun that only has ة keeps it."""
    lemma = to_arabic(bare(vocalised_lemma(stem)))
    return lemma + "ة" if is_feminine_lemma(stem) and not lemma.endswith("ة") else lemma


def is_feminine_lemma(stem: Stem) -> bool:
    """Whether the stem stands for a noun that exists with ة only, such as حكومة."""
    return stem.category.startswith("Nap") and stem.vocalised == stem.base


def root_of(stem: Stem) -> str:
    """The radicals, if the heading the stem stands under is borne out by its letters."""
    letters = iter(bare(stem.vocalised))
    firm = [letter for letter in bare(stem.root) if letter not in _WEAK]
    return to_arabic(stem.root) if all(letter in letters for letter in firm) else ""


def vocalised_lemma(stem: Stem) -> str:
    """The dictionary form in Buckwalter's letters, vowel signs included."""
    return _LEMMA_TAIL.sub("", stem.lemma)


def _kinds(stem: Stem) -> tuple[Pos, ...]:
    """Noun, adjective or both: by Buckwalter's tags, corrected by how the word is used."""
    pos = _pos(stem)
    if pos is Pos.NAME or stem.category.startswith("Nap"):
        return (pos,)
    lemma = vocalised_lemma(stem)
    nouns, adjectives = as_noun_and_adjective(lemma, to_arabic(bare(lemma)))
    if adjectives > nouns * _SURELY:
        return (Pos.ADJECTIVE,)
    if nouns > adjectives * _SURELY:
        return (Pos.NOUN,)
    if nouns or (pos is Pos.NOUN and is_participle(stem.base)):
        return (Pos.NOUN, Pos.ADJECTIVE)
    return (pos,)


def _pos(stem: Stem) -> Pos:
    if stem.tags.endswith("/ADJ") or stem.category.startswith(_ELATIVE):
        return Pos.ADJECTIVE
    if stem.tags.endswith("/NOUN_PROP") or stem.category == "Nprop":
        return Pos.NAME
    if not stem.tags and stem.gloss[:1].isupper() and not stem.vocalised.endswith("iy~"):
        return Pos.NAME
    return Pos.NOUN


def _gender(stem: Stem, lemma: str, broken: bool) -> str:
    """The gender of the singular; names are m or f only where a list says so."""
    if lemma in words("two_gendered"):
        return ""
    form = to_arabic(bare(stem.vocalised))
    if form in words("masculine") or lemma in words("masculine"):
        return "m"
    if form in words("feminine") or lemma in words("feminine"):
        return "f"
    if _pos(stem) is Pos.NAME:
        return ""
    if stem.vocalised.endswith("ap") or (broken and lemma.endswith("ة")):
        return "f"
    return "m"


def _is_broken(stem: Stem) -> bool:
    form = to_arabic(bare(stem.vocalised))
    if form in _adjective_plurals() and stem.vocalised != stem.base:
        return True
    differs = _skeleton(stem.vocalised) != _skeleton(stem.base)
    if stem.category in _NEVER_PLURAL or not (differs or stem.gloss != stem.base_gloss):
        return False
    plural_gloss = _is_plural_gloss(stem.gloss)
    if stem.category.startswith("Nap"):
        return plural_gloss and is_broken_plural_with_ta(stem.vocalised)
    if is_broken_plural(stem.vocalised) and (differs or plural_gloss):
        return True
    listed = differs and len(form) > 2 and is_listed_broken_plural(form)
    return listed or (plural_gloss and not _is_plural_gloss(stem.base_gloss))


@cache
def _adjective_plurals() -> frozenset[str]:
    return frozenset(plural for plural, _ in rows("adjective_plurals", 2))


def _skeleton(vocalised: str) -> str:
    """The stem without what changes inside one number: a final weak letter, hamza's seat."""
    return re.sub("(?:iy|Y|A|aw|ay)$", "", re.sub("[&}<>]", "'", vocalised))


def _is_plural_gloss(gloss: str) -> bool:
    return any(
        word in _IRREGULAR or _PLURAL_S.fullmatch(word)
        for part in gloss.split(";")
        for word in _ENGLISH.findall(part.lower())[-1:]
    )


def _is_human(stem: Stem, lemma: str, broken: bool) -> bool:
    if lemma in words("people"):
        return True
    heads = words("person_glosses")
    gloss = stem.base_gloss if broken else stem.gloss
    glosses = gloss.lower().replace("/", ";").replace(",", ";")
    return any(
        word in heads
        for part in glosses.split(";")
        for word in _ENGLISH.findall(part.partition("(")[0])[-1:]
    )
