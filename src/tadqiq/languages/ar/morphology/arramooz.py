"""The Arramooz dictionary: words that Buckwalter's lacks, above all broken plurals."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache, lru_cache
from sqlite3 import Connection

from ....model import Pos, Reading, record
from .clitics import enclitic_splits, proclitic_splits
from .endings import endings
from .lexicon import words
from .orthography import strip_marks
from .resources import open_arramooz

_BROKEN = "جمع تكسير"
_OF_PEOPLE = frozenset({"ون", "و", "ي"})
_ADJECTIVAL = ("فاعل", "مفعول", "صفة", "صيغة", "منسوب", "اسم تفضيل", ":اسم فاعل", ":منسوب")
_SUBJECTS = {
    # suffix of the perfect: person, gender, number
    "": ("3", "m", "s"),
    "ت": ("3", "f", "s"),
    "ا": ("3", "m", "d"),
    "تا": ("3", "f", "d"),
    "وا": ("3", "m", "p"),
    "نا": ("1", "", "p"),
    "تم": ("2", "m", "p"),
}
_PREFIXES = {"ي": ("3", "m"), "ت": ("3", "f"), "أ": ("1", ""), "ن": ("1", "")}
_IMPERFECT_ENDINGS = {"": "s", "ون": "p", "وا": "p", "ان": "d", "ا": "d"}


@record
class _Noun:
    lemma: str
    root: str
    adjectival: bool
    feminine: bool
    broken: bool
    masdar: bool


def nominals(form: str) -> Iterator[Reading]:
    """``form`` as a noun or adjective of the dictionary, with clitics and endings."""
    for before, rest in proclitic_splits(form):
        if "س" in before:
            continue
        for stem, ending, pronoun in endings(rest, definite="ال" in before):
            if len(stem) < 3 or (stem.endswith("ة") and (pronoun or ending.letters)):
                continue
            for noun in _nouns(stem + ("ة" if ending.letters in {"ت", "ة"} else "")) or (
                _nouns(stem) if ending.letters not in {"", "ا"} else ()
            ):
                if noun.broken and ending.letters not in {"", "ا"}:
                    continue
                if ending.letters in _OF_PEOPLE and not noun.adjectival:
                    continue
                for pos in (Pos.ADJECTIVE, Pos.NOUN) if noun.adjectival else (Pos.NOUN,):
                    yield Reading(
                        pos=pos,
                        lemma=noun.lemma,
                        root=noun.root,
                        stem=stem,
                        gender=ending.gender or ("f" if noun.feminine else "m"),
                        number="p" if noun.broken else ending.number,
                        person="3" if pos is Pos.NOUN else "",
                        case=ending.case,
                        state="d" if "ال" in before else ending.state,
                        proclitics=before,
                        enclitic=pronoun,
                        broken=noun.broken,
                        masdar=noun.masdar,
                        participle=noun.adjectival,
                        human=(ending.gender, ending.number) == ("m", "p"),
                        source="arramooz",
                    )


def verbs(form: str) -> Iterator[Reading]:
    """``form`` as a verb of the dictionary; weak verbs only where their letters stay."""
    for before, rest in proclitic_splits(form):
        if "ال" in before or {"ب", "ك"} & set(before):
            continue
        for base, pronoun in enclitic_splits(rest):
            if not {"س", "ل"} & set(before):
                yield from _perfects(base, before, pronoun)
            yield from _imperfects(base, before, pronoun)


def _perfects(base: str, before: tuple[str, ...], pronoun: str) -> Iterator[Reading]:
    for suffix, (person, gender, number) in _SUBJECTS.items():
        stem = base[: len(base) - len(suffix)]
        if suffix and stem.endswith(("ى", "ا")):
            continue  # a weak last letter gives way: قضى, قضت
        if base.endswith(suffix) and len(stem) >= 3 and is_verb(stem):
            yield _verb(stem, "perfect", (person, gender, number), before, pronoun)


def _imperfects(base: str, before: tuple[str, ...], pronoun: str) -> Iterator[Reading]:
    subject = _PREFIXES.get(base[:1])
    if subject is None:
        return
    for suffix, number in _IMPERFECT_ENDINGS.items():
        stem = base[1 : len(base) - len(suffix)]
        if not base.endswith(suffix) or len(stem) < 3 or (suffix and subject[0] == "1"):
            continue
        for lemma in (stem, "أ" + stem, "ا" + stem):
            if is_verb(lemma):
                count = "p" if base[0] == "ن" else number
                yield _verb(lemma, "imperfect", (*subject, count), before, pronoun)


def _verb(
    lemma: str, aspect: str, subject: tuple[str, str, str], before: tuple[str, ...], pronoun: str
) -> Reading:
    return Reading(
        pos=Pos.VERB,
        lemma=lemma,
        stem=lemma,
        person=subject[0],
        gender=subject[1],
        number=subject[2],
        aspect=aspect,
        proclitics=before,
        enclitic=pronoun,
        source="arramooz",
    )


def is_listed_broken_plural(spelt: str) -> bool:
    """Whether the dictionary lists the word as a broken plural and as nothing else."""
    found = _nouns(spelt)
    return bool(found) and all(noun.broken for noun in found)


def is_also_broken_plural(spelt: str) -> bool:
    """Whether the dictionary lists the word as a broken plural, among other things."""
    return any(noun.broken for noun in _nouns(spelt))


@cache
def _dictionary() -> Connection:
    return open_arramooz("arabicdictionary")


@lru_cache(maxsize=1 << 14)
def _nouns(stem: str) -> tuple[_Noun, ...]:
    query = "SELECT wordtype, root, gender, number, single FROM nouns WHERE unvocalized = ?"
    found = []
    for kind, root, gender, number, single in _dictionary().execute(query, (stem,)):
        broken = number == _BROKEN
        feminine = stem.endswith("ة") or stem in words("feminine")
        found.append(
            _Noun(
                lemma=strip_marks(single or "") or stem,
                root=root or "",
                adjectival=not broken and (kind or "").startswith(_ADJECTIVAL),
                feminine=feminine or (broken and gender == "مؤنث" and (single or "").endswith("ة")),
                broken=broken,
                masdar="مصدر" in (kind or "") and not broken,
            )
        )
    return tuple(dict.fromkeys(found))


@lru_cache(maxsize=1 << 14)
def is_verb(lemma: str) -> bool:
    """Whether the dictionary has a verb whose third person singular is spelt so."""
    query = "SELECT 1 FROM verbs WHERE unvocalized = ? LIMIT 1"
    return _dictionary().execute(query, (lemma,)).fetchone() is not None
