"""Names of people, places and organisations, and the adjectives made of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.resources import files

from ....detect import kept
from ....model import Pos, Reading, record
from .clitics import enclitic_splits, proclitic_splits
from .lexicon import rows, table
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
        for name in _lists()[0].get(loose(whole), ()):
            yield _reading(Name(*name), tuple(letter for letter in before if letter != "ال"))
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
            lemma = _lists()[1].get(loose(base[: len(base) - len(ending)]))
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
        if rest in _lists()[2] and not {"ال", "س", "أ"} & set(before):
            yield _reading(Name(rest, "", "surname"), before)


_Spelt = tuple[str, str, str]
"""A name's form, gender and kind."""
_Lists = tuple[dict[str, list[_Spelt]], dict[str, str], frozenset[str]]
"""Names by their loose spelling, bases of nisbas by theirs, words of names of people."""


@cache
def _lists() -> _Lists:
    """Made of the lists once, and kept from one run to the next."""
    code = (files(__package__).joinpath(name) for name in ("names.py", "orthography.py"))
    sources = (*code, *map(table, ("latin_people", "names", "nisbas")))
    return kept("names", sources, _listed, settings="")


def _listed() -> _Lists:
    names = _named()
    return names, _bases(names), _people()


def _people() -> frozenset[str]:
    """The words of the names that have a Latin spelling in our lists."""
    listed = (name.replace("|", " ").replace("+", " ") for _, name in rows("latin_people", 2))
    return frozenset(word for name in listed for word in name.split() if len(word) > 2)


def _named() -> dict[str, list[_Spelt]]:
    """All names by their loose spelling."""
    found: dict[str, list[_Spelt]] = {}
    for kind, gender, forms in rows("names", 3):
        for form in forms.split():
            spelt = loose(form)
            found.setdefault(spelt, []).append((form, gender, kind))
            egyptian = spelt.replace("غ", "ج")
            if egyptian != spelt and kind != "given" and len(form) >= 5:
                found.setdefault(egyptian, []).append((form, gender, kind))
    return found


def _bases(names: Mapping[str, Iterable[_Spelt]]) -> dict[str, str]:
    """What precedes the ي of a nisba, by its loose spelling: of listed nisbas and of names."""
    found: dict[str, str] = {}
    for form, _, kind in (name for homonyms in names.values() for name in homonyms):
        if kind not in {"given", "surname", "time", "brand"}:
            for base in _stripped(form):
                found.setdefault(loose(base), base)
    for (forms,) in rows("nisbas", 1):
        for form in forms.split():
            base = form.removesuffix("ي")
            found[loose(base)] = base
    return found


def _stripped(name: str) -> Iterator[str]:
    """The stems a nisba of ``name`` may be built on: without article, without ا, ة, يا."""
    stem = name.removeprefix("ال")
    if len(stem) < 4:
        return
    yield stem
    for ending in ("يا", "ية", "ا", "ة", "و"):
        if stem.endswith(ending) and len(stem) - len(ending) >= 3:
            yield stem[: -len(ending)]
