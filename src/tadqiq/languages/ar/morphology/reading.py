"""From a segmentation to a reading."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ....model import Pos, Reading
from .lexicon import words
from .nouns import NounStem, lemma_of, noun_stem, root_of
from .segmentation import Analysis
from .stems import Stem
from .transliteration import bare, to_arabic

_PROCLITICS = {
    "wa/CONJ": "و",
    "fa/CONJ": "ف",
    "bi/PREP": "ب",
    "ka/PREP": "ك",
    "li/PREP": "ل",
    "li/SUBJUNC": "ل",
    "la/EMPHATIC_PARTICLE": "ل",
    "la/RESULT_CLAUSE_PARTICLE": "ل",
    "la/RC_PART": "ل",
    "Al/DET": "ال",
    "sa/FUT": "س",
}
_PRONOUN = re.compile(r"([^+]*)/(?:POSS_PRON|PVSUFF_DO:|IVSUFF_DO:|CVSUFF_DO:|PRON)_?[123]")
_IMPERFECT = re.compile(r"/IV([123])([MF]?)([SDP])")
_PERFECT = re.compile(r"/([PC])VSUFF_SUBJ:([123])([MF]?)([SDP])")
_PLAIN_POS = {
    "PREP": Pos.PREPOSITION,
    "CONJ": Pos.CONJUNCTION,
    "ADV": Pos.ADVERB,
    "NOUN": Pos.NOUN,
    "ADJ": Pos.ADJECTIVE,
    "NOUN_PROP": Pos.NAME,
    "ABBREV": Pos.NAME,
    "REL_PRON": Pos.RELATIVE,
    "VERB_PERFECT": Pos.VERB,
    "VERB_IMPERFECT": Pos.VERB,
}
_NO_MASCULINE_SUFFIX = ("NSUFF_MASC_DU", "NSUFF_MASC_PL")


def read(analysis: Analysis) -> Iterator[Reading]:
    """The readings that a Buckwalter analysis amounts to."""
    category = analysis.stem.category
    if category.startswith("N"):
        noun = noun_stem(analysis.stem)
        yield from (_nominal(analysis, noun, kind) for kind in noun.kinds)
    elif category.startswith("F"):
        yield _function_word(analysis)
    else:
        yield _verbal(analysis)


def proclitics(tags: str) -> tuple[str, ...]:
    """The letters before the stem, from a prefix's tags."""
    parts = (part for part in tags.split("+"))
    return tuple(_PROCLITICS[part] for part in parts if part in _PROCLITICS)


def _enclitic(tags: str) -> str:
    match = _PRONOUN.search(tags)
    if match is None:
        return ""
    pronoun = to_arabic(bare(match[1]))
    return "ي" if pronoun in {"", "ى"} else pronoun


def _nominal(analysis: Analysis, noun: NounStem, kind: Pos) -> Reading:
    stem, tags = analysis.stem, analysis.suffix.tags
    before = proclitics(analysis.prefix.tags)
    enclitic = _enclitic(tags)
    gender, number = noun.gender, noun.number
    broken = noun.broken and "FEM_PL" not in tags
    if "NSUFF_FEM" in tags:
        gender = _gender_with_ta(noun, stem, tags)
        number = "d" if "FEM_DU" in tags else "p" if "FEM_PL" in tags or noun.broken else "s"
    elif any(tag in tags for tag in _NO_MASCULINE_SUFFIX):
        number = "d" if "MASC_DU" in tags else "p"
        gender = noun.gender or "m"
    human = (noun.human and kind is not Pos.ADJECTIVE) or "MASC_PL" in tags
    return Reading(
        pos=kind,
        lemma=noun.lemma,
        root=root_of(stem),
        stem=to_arabic(bare(stem.vocalised)),
        gender=gender,
        number=number,
        person="3" if kind is not Pos.ADJECTIVE else "",
        case=_case(analysis, enclitic),
        state=_state(analysis, before),
        proclitics=before,
        enclitic=enclitic,
        masdar=noun.masdar and number == "s" and kind is Pos.NOUN,
        participle=noun.participle,
        broken=broken,
        human=human,
        nisba=noun.nisba and "NapAt" not in stem.category,
        source="buckwalter",
    )


def _gender_with_ta(noun: NounStem, stem: Stem, tags: str) -> str:
    """The gender of a form in ة or ات; a plural has its singular's."""
    if "FEM_PL" in tags and _masculine_base(stem):
        return "m"
    if "FEM_SG" in tags and (noun.broken or noun.lemma in words("masculine")):
        return noun.gender
    return "f"


def _masculine_base(stem: Stem) -> bool:
    """Whether a plural in ات belongs to a masculine singular, as مطارات does."""
    if stem.category.removesuffix("_L") in {"N/At", "NduAt"}:
        return True
    lemma = lemma_of(stem)
    return stem.category.startswith("NAt") and not lemma.endswith(("ة", "اء", "ى"))


def _state(analysis: Analysis, before: tuple[str, ...]) -> str:
    if "ال" in before:
        return "d"
    tags = analysis.suffix.tags
    if "ACC_INDEF" in tags or analysis.stem.category == "NK":
        return "i"
    if "_POSS" in tags.replace("_POSS_PRON", "").replace("POSS_PRON", ""):
        return "c"
    if ("MASC_DU" in tags or "MASC_PL" in tags) and "POSS_PRON" in tags:
        return "c"
    return ""


def _case(analysis: Analysis, enclitic: str) -> str:
    tags = analysis.suffix.tags
    if "ACC_INDEF" in tags:
        return "a"
    if "DU_NOM" in tags or "PL_NOM" in tags:
        return "n"
    if "ACCGEN" in tags:
        return "ag"
    if analysis.stem.category == "NK":
        return "ng" if "ال" not in proclitics(analysis.prefix.tags) else ""
    if enclitic and enclitic != "ي" and "NSUFF" not in tags:
        seat = analysis.stem.vocalised[-2:]
        return {"A&": "n", "A}": "g", "A'": "a"}.get(seat, "")
    return ""


def _verbal(analysis: Analysis) -> Reading:
    stem = analysis.stem
    tags = f"{analysis.prefix.tags}/+{analysis.suffix.tags}"
    aspect, person, gender, number = _conjugation("+/" + tags.replace("+", "+/"), stem)
    return Reading(
        pos=Pos.VERB,
        lemma=lemma_of(stem),
        root=root_of(stem),
        stem=to_arabic(bare(stem.vocalised)),
        gender=gender,
        number=number,
        person=person,
        aspect=aspect,
        voice="passive" if "Pass" in stem.category else "active",
        mood={"I": "i", "S": "sj"}.get(analysis.suffix.tags.partition("MOOD:")[2][:1], ""),
        proclitics=proclitics(analysis.prefix.tags),
        enclitic=_enclitic(analysis.suffix.tags),
        source="buckwalter",
    )


def _conjugation(tags: str, stem: Stem) -> tuple[str, str, str, str]:
    """Aspect, person, gender and number."""
    imperfect = _IMPERFECT.search(tags)
    if imperfect is not None:
        person, gender, number = imperfect.groups()
        return "imperfect", person, gender.lower(), number.lower()
    perfect = _PERFECT.search(tags)
    if perfect is not None:
        kind, person, gender, number = perfect.groups()
        aspect = "imperative" if kind == "C" else "perfect"
        return aspect, person, gender.lower(), number.lower()
    return ("imperative" if stem.category.startswith("C") else "perfect"), "3", "", ""


def _function_word(analysis: Analysis) -> Reading:
    stem = analysis.stem
    tag = stem.tags.split("+")[0].rpartition("/")[2] if stem.tags else ""
    return Reading(
        pos=_PLAIN_POS.get(tag, Pos.PARTICLE),
        lemma=lemma_of(stem),
        stem=to_arabic(bare(stem.vocalised)),
        proclitics=proclitics(analysis.prefix.tags),
        enclitic=_enclitic(stem.tags) or _enclitic(analysis.suffix.tags),
        source="buckwalter",
    )
