"""The endings of nouns and adjectives, and what each says."""

from __future__ import annotations

from collections.abc import Iterator

from ....model import record
from .clitics import enclitic_splits


@record
class Ending:
    """What stands after a nominal stem: gender "" leaves the stem's own."""

    letters: str
    gender: str
    number: str
    case: str = ""
    state: str = ""


_FREE = (
    Ending("", "", "s"),
    Ending("ا", "", "s", "a", "i"),
    Ending("ة", "f", "s"),
    Ending("ات", "f", "p"),
    Ending("ون", "m", "p", "n"),
    Ending("ين", "m", "p", "ag"),
    Ending("ين", "m", "d", "ag"),
    Ending("ان", "m", "d", "n"),
    Ending("تان", "f", "d", "n"),
    Ending("تين", "f", "d", "ag"),
)
_BOUND = (
    Ending("و", "m", "p", "n", "c"),
    Ending("ي", "m", "p", "ag", "c"),
    Ending("ي", "m", "d", "ag", "c"),
    Ending("تا", "f", "d", "n", "c"),
    Ending("تي", "f", "d", "ag", "c"),
)
_BEFORE_PRONOUN = (
    Ending("", "", "s"),
    Ending("ت", "f", "s"),
    Ending("ات", "f", "p"),
    Ending("ا", "m", "d", "n", "c"),
    *_BOUND,
)


def endings(word: str, *, definite: bool) -> Iterator[tuple[str, Ending, str]]:
    """Every cut of ``word`` into stem, ending and pronoun suffix.

    A ``definite`` word bears the article, which excludes construct, tanwin and pronouns.
    """
    for ending in _FREE:
        if not (definite and ending.state == "i"):
            yield from _cut(word, ending, "")
    if definite:
        return
    for ending in _BOUND:
        yield from _cut(word, ending, "")
    for base, pronoun in enclitic_splits(word):
        if pronoun:
            for ending in _BEFORE_PRONOUN:
                yield from _cut(base, ending, pronoun)


def _cut(base: str, ending: Ending, pronoun: str) -> Iterator[tuple[str, Ending, str]]:
    stem = base.removesuffix(ending.letters) if ending.letters else base
    if len(stem) >= 2 and (not ending.letters or base.endswith(ending.letters)):
        yield stem, ending, pronoun
