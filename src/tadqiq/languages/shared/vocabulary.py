"""Reading tables of what words mean, and the vocabularies of languages without a pack."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files

from ...errors import PackError
from ...model import Choice, Pos, Reading, Vocabulary

_FAMILIES = frozenset(
    [
        "stance",
        "certainty",
        "kind",
        "limit",
        "unit",
        "bound",
        "time",
        "place",
        "title",
        "speaker",
        "scope",
        "extent",
        "portion",
        "term",
    ]
)
_LEXICON = files(__package__).joinpath("lexicon")
_SHORTEST = 3
# English endings, longest first, and what stands in their place.
_ENGLISH = (("iesses", "y"), ("ies", "y"), ("ied", "y"), ("sses", "ss"), ("ing", ""), ("ed", ""),
            ("es", ""), ("s", ""), ("e", ""))  # fmt: skip


def read_choices(
    table: Iterable[tuple[str, ...]], fold: Callable[[str], str]
) -> tuple[dict[str, tuple[Choice, ...]], dict[str, dict[tuple[str, ...], tuple[Choice, ...]]]]:
    """Choices by word and by phrase, from rows of family, question, answer and words.

    Raises PackError for a family that nothing compares.
    """
    words: defaultdict[str, list[Choice]] = defaultdict(list)
    phrases: defaultdict[tuple[str, ...], list[Choice]] = defaultdict(list)
    for family, question, answer, listed in table:
        if family not in _FAMILIES:
            raise PackError(f"contrasts: no family {family!r}; one of {sorted(_FAMILIES)}")
        choice = Choice(family, question, answer)
        for word in listed.split():
            parts = tuple(map(fold, word.split("_")))
            if len(parts) == 1:
                words[parts[0]].append(choice)
            else:
                phrases[parts].append(choice)
    by_first: defaultdict[str, dict[tuple[str, ...], tuple[Choice, ...]]] = defaultdict(dict)
    for parts, found in phrases.items():
        by_first[parts[0]][parts] = tuple(found)
    return {word: tuple(found) for word, found in words.items()}, dict(by_first)


def read_groups(
    table: Iterable[tuple[str, ...]], fold: Callable[[str], str]
) -> dict[str, frozenset[str]]:
    """The groups of synonyms of every word, from rows of group and words."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    for group, listed in table:
        for word in listed.split():
            found[fold(word)].add(group)
    return {word: frozenset(groups) for word, groups in found.items()}


@cache
def english() -> Vocabulary:
    """The vocabulary of English. Raises PackError for a broken row."""
    words, phrases = read_choices(_rows("contrasts.en.tsv", 4), english_stem)
    return Vocabulary(
        readings=_read_english,
        choices=words,
        phrases=phrases,
        groups=read_groups(_rows("synonyms.en.tsv", 2), english_stem),
        glosses=lambda reading: frozenset({reading.lemma}),
    )


def _rows(name: str, width: int) -> Iterator[tuple[str, ...]]:
    path = _LEXICON.joinpath(name)
    for number, line in enumerate(path.read_text("utf-8").split("\n"), 1):
        if line and not line.startswith("#"):
            cells = tuple(line.split("\t"))
            if len(cells) != width:
                raise PackError(f"{path}:{number}: {len(cells)} cells where {width} are due")
            yield cells


@lru_cache(maxsize=1 << 16)
def _read_english(form: str) -> tuple[Reading, ...]:
    """One reading, whose lemma is the word without its regular endings."""
    word = re.sub(r"['’]s?$", "", form.lower())
    return (Reading(pos=Pos.NOUN, lemma=english_stem(word)),) if word.isalpha() else ()


def english_stem(word: str) -> str:
    """A word without its regular endings, folded as English words are compared."""
    for ending, instead in _ENGLISH:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            stem = word.removesuffix(ending) + instead
            doubled = len(stem) > _SHORTEST and stem[-1] == stem[-2] and stem[-1] not in "ls"
            return stem[:-1] if doubled else stem
    return word
