"""Unknown words that must be names: known to tagged news, or written as no Arabic word is.

The second is a naive Bayes over letter trigrams, foreign names against Arabic word forms; its
weights are in ``lexicon/foreign_trigrams.tsv``, written by ``build``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from ....detect import kept
from ....model import Pos, Reading
from .clitics import proclitic_splits
from .frequency import is_name
from .lexicon import rows, table

# On held-out words: 70 % of foreign names pass, 3 % of Arabic forms, 5 % of Arabic forms with a
# typing error (which the lookups before this one have not taken for words).
_SURE = 4.0
_UNSEEN = 1.5  # log-odds of a trigram that neither side has: Arabic is better covered
_ONLY_ARABIC = frozenset("ضظةؤىء")
_FOREIGN_LETTERS = frozenset("ڤپچگژ")
_SHORTEST = 3
_STUTTER = re.compile(r"(.)\1\1")


def tagged_name(form: str) -> Iterator[Reading]:
    """A reading as a name, if the tagged news behind Arramooz' counts knows one."""
    for before, rest in _names_in(form):
        if is_name(rest):
            yield _name(rest, before, "counts")


def foreign(form: str) -> Iterator[Reading]:
    """Readings as a name, if ``form`` is spelt as foreign names are and Arabic words are not."""
    for before, rest in _names_in(form):
        if foreignness(rest) > _SURE:
            yield _name(rest, before, "guess")


def foreignness(word: str) -> float:
    """Log-odds that ``word`` is a foreign name rather than an Arabic word form."""
    if _FOREIGN_LETTERS & set(word):
        return 2 * _SURE
    if _ONLY_ARABIC & set(word) or _STUTTER.search(word):
        return -_SURE
    weights = _weights()
    return sum(weights.get(gram, _UNSEEN) for gram in trigrams(word))


def trigrams(word: str) -> Iterator[str]:
    """Every three letters in a row, ^ and $ standing for the word's edges."""
    framed = f"^{word}$"
    return (framed[place : place + 3] for place in range(len(framed) - 2))


def _names_in(form: str) -> Iterator[tuple[tuple[str, ...], str]]:
    for before, rest in (((), form), *proclitic_splits(form)):
        if len(rest) >= _SHORTEST and not {"ال", "أ", "س"} & set(before):
            yield before, rest


def _name(rest: str, before: tuple[str, ...], source: str) -> Reading:
    return Reading(
        pos=Pos.NAME,
        lemma=rest,
        stem=rest,
        number="s",
        person="3",
        state="d",
        proclitics=before,
        source=source,
    )


@cache
def _weights() -> dict[str, float]:
    return kept(
        "trigrams",
        (files(__package__).joinpath("guess.py"), table("foreign_trigrams")),
        lambda: {gram: float(weight) for gram, weight in rows("foreign_trigrams", 2)},
        settings="",
    )
