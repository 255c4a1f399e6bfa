"""Names of people, places and organisations, and the adjectives made of them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from ....model import Pos, Reading, record
from .clitics import enclitic_splits, proclitic_splits
from .lexicon import rows
from .orthography import loose

_HUMAN = frozenset({"given", "surname"})
_NISBA_ENDINGS = (
    # ending: gender, number, case, state; يين is listed twice, as plural and as dual
    ("ي", "m", "s", "", ""),
    ("ى", "m", "s", "", ""),
    ("ية", "f", "s", "", ""),
    ("يا", "m", "s", "a", "i"),
    ("ييا", "m", "s", "a", "i"),
    ("يون", "m", "p", "n", ""),
    ("يين", "m", "p", "ag", ""),
    ("يين", "m", "d", "ag", ""),
    ("يو", "m", "p", "n", "c"),
    ("يات", "f", "p", "", ""),
    ("يان", "m", "d", "n", ""),
    ("يتان", "f", "d", "n", ""),
    ("يتين", "f", "d", "ag", ""),
    ("يتا", "f", "d", "n", "c"),
    ("يتي", "f", "d", "ag", "c"),
)


@record
class Name:
    """A name: its gender (m, f or "" where it may be either), and of what it is the name."""

    form: str
    gender: str
    kind: str


def names(form: str) -> Iterator[Reading]:
    """``form`` as a name, with its proclitics, and as an adjective made of a name."""
    for before, rest in proclitic_splits(form):
        if "س" in before:
            continue
        whole = "ال" + rest if "ال" in before else rest
        for name in _names().get(loose(whole), ()):
            yield _reading(name, tuple(letter for letter in before if letter != "ال"))
        yield from _nisbas(rest, before)


def _reading(name: Name, before: tuple[str, ...]) -> Reading:
    return Reading(
        pos=Pos.NAME,
        lemma=name.form,
        stem=name.form,
        gender=name.gender,
        number="s",
        person="3",
        state="d",
        proclitics=before,
        human=name.kind in _HUMAN,
        source=f"name:{name.kind}",
    )


def _nisbas(rest: str, before: tuple[str, ...]) -> Iterator[Reading]:
    for base, enclitic in enclitic_splits(rest):
        for ending, gender, number, case, state in _NISBA_ENDINGS:
            if not base.endswith(ending) or (enclitic and (ending == "ي" or "ال" in before)):
                continue
            lemma = _bases().get(loose(base[: len(base) - len(ending)]))
            if lemma is None:
                continue
            for pos in (Pos.ADJECTIVE, Pos.NOUN):
                yield Reading(
                    pos=pos,
                    lemma=lemma + "ي",
                    stem=base,
                    gender=gender,
                    number=number,
                    person="3" if pos is Pos.NOUN else "",
                    case=case,
                    state="d" if "ال" in before else state,
                    proclitics=before,
                    enclitic=enclitic,
                    human=pos is Pos.NOUN or number == "p",
                    nisba=True,
                    source="nisba",
                )


def people(form: str) -> Iterator[Reading]:
    """``form`` as a word of a name of somebody in the news, of whichever gender."""
    for before, rest in proclitic_splits(form):
        if rest in _people() and not {"ال", "س", "أ"} & set(before):
            yield _reading(Name(rest, "", "surname"), before)


@cache
def _people() -> frozenset[str]:
    """The words of the names that have a Latin spelling in our lists."""
    listed = (name.replace("|", " ").replace("+", " ") for _, name in rows("latin_people", 2))
    return frozenset(word for name in listed for word in name.split() if len(word) > 2)


@cache
def _names() -> dict[str, list[Name]]:
    """All names by their loose spelling."""
    table: dict[str, list[Name]] = {}
    for kind, gender, forms in rows("names", 3):
        for form in forms.split():
            spelt = loose(form)
            table.setdefault(spelt, []).append(Name(form, gender, kind))
            egyptian = spelt.replace("غ", "ج")
            if egyptian != spelt and kind != "given" and len(form) >= 5:
                table.setdefault(egyptian, []).append(Name(form, gender, kind))
    return table


@cache
def _bases() -> dict[str, str]:
    """What precedes the ي of a nisba, by its loose spelling: of listed nisbas and of names."""
    table: dict[str, str] = {}
    for name in (name for homonyms in _names().values() for name in homonyms):
        if name.kind not in {"given", "surname", "time", "brand"}:
            for base in _stripped(name.form):
                table.setdefault(loose(base), base)
    for (forms,) in rows("nisbas", 1):
        for form in forms.split():
            base = form.removesuffix("ي")
            table[loose(base)] = base
    return table


def _stripped(name: str) -> Iterator[str]:
    """The stems a nisba of ``name`` may be built on: without article, without ا, ة, يا."""
    stem = name.removeprefix("ال")
    if len(stem) < 4:
        return
    yield stem
    for ending in ("يا", "ية", "ا", "ة", "و"):
        if stem.endswith(ending) and len(stem) - len(ending) >= 3:
            yield stem[: -len(ending)]
