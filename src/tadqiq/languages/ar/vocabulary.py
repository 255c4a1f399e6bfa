"""What Arabic words mean, as far as facts are compared by it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from ...model import Choice, Home, Vocabulary
from ..shared.vocabulary import read_choices, read_groups
from .glosses import glosses
from .lexis import VARIANTS
from .morphology.lexicon import rows
from .morphology.readings import readings
from .senses.lexicon import lexicon
from .senses.terms import Rendering
from .variety import entry_of

_FOLD = str.maketrans(VARIANTS)
_MODALITY = "modality"
_PIVOT = "en"  # other languages' words have senses that Arabic hardly tells apart
_NAMES = ("latin_places", "latin_people", "latin_bodies")


@cache
def vocabulary() -> Vocabulary:
    """The vocabulary that ships with the pack. Raises PackError for a broken row."""
    words, phrases = read_choices(rows("contrasts", 4), _folded)
    for kind, lemmas in rows(_MODALITY, 2):
        for lemma in lemmas.split():
            words[_folded(lemma)] = (*words.get(_folded(lemma), ()), Choice(_MODALITY, kind, kind))
    return Vocabulary(
        readings=readings,
        choices=words,
        phrases=phrases,
        groups=read_groups(rows("synonyms", 2), _folded),
        glosses=glosses,
        senses=_senses(),
        mistaken=_mistaken(),
        names=dict(_names()),
        homes=_homes(),
        spoken=_spoken,
    )


def _spoken(form: str) -> bool:
    entry = entry_of(form)
    return entry is not None and entry.sure


def _folded(word: str) -> str:
    return word.translate(_FOLD)


def _senses() -> dict[str, frozenset[tuple[str, str]]]:
    """Every single word that renders a sense of an ambiguous word of another language."""
    found: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for source in lexicon().words:
        if source.lang != _PIVOT:
            continue
        for sense in source.senses:
            for rendering in sense.renderings:
                for form in _forms(rendering):
                    found[form].add((source.word, sense.gloss))
    return {lemma: frozenset(senses) for lemma, senses in found.items()}


def _forms(rendering: Rendering) -> Iterator[str]:
    """The folded forms of a rendering of one word."""
    for form in (rendering.lemma, rendering.plural):
        if form and " " not in form:
            yield _folded(form.replace("ّ", ""))


def _mistaken() -> dict[str, frozenset[tuple[str, str]]]:
    """By rendering, the sense that is meant where the rendering is known to be a mistake."""
    found: defaultdict[str, set[tuple[str, str]]] = defaultdict(set)
    for one in lexicon().confusions():
        if one.lang == _PIVOT:
            for form in _forms(one.rendering):
                found[form].add((one.word, one.right.gloss))
    return {lemma: frozenset(senses) for lemma, senses in found.items()}


def _homes() -> dict[str, tuple[Home, ...]]:
    """Where names of one or two words are at home. Raises PackError for a row that is no such."""
    found: defaultdict[str, list[Home]] = defaultdict(list)
    for kind, *cells in rows("whereabouts", 3):
        names, codes = cells if kind in {"area", "seat"} else reversed(cells)
        home = Home(kind, frozenset(map(_folded, codes.split())))
        for name in names.split():
            found[_folded(name.replace("_", " "))].append(home)
    return {name: tuple(homes) for name, homes in found.items()}


def _names() -> Iterator[tuple[str, str]]:
    """Arabic forms of names of one word, surnames of people among them, with the Latin one."""
    for table in _NAMES:
        kind = ""
        for cells in rows(table, 2):
            if cells[0].startswith("["):
                kind = cells[0].strip("[] ")
                continue
            latin, native = cells
            person = kind == "person"
            forms = native.split(" ")[-1] if person else native
            name = (latin.split(" ")[-1] if person else latin).split("|")[0]
            for form in forms.split("|"):
                if " " not in form and "_" not in form and form:
                    yield _folded(form), name.replace("_", " ").casefold()
