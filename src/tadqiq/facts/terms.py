"""A document's words as what they mean: lemmas, roots, synonyms, names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import TypeVar

from ..model import Choice, Lexis, Pos, Reading, Span
from .skeleton import skeleton
from .words import Word

_SHORTEST = 2
_SHORTEST_NAME = 3  # consonants by which names of two scripts are compared
_TELLING = 4  # a mark and consonants: with fewer, unlike names agree by chance
_EMPTY = frozenset(
    {Pos.PRONOUN, Pos.DEMONSTRATIVE, Pos.RELATIVE, Pos.PREPOSITION, Pos.CONJUNCTION, Pos.PARTICLE}
)
_Item = TypeVar("_Item")
_OF_PARTICLES = frozenset({"modality", "scope", "bound"})
_ROOTLESS = frozenset({Pos.NAME, Pos.NUMERAL})


@dataclass(frozen=True)
class Term:
    """A word with what it may mean.

    ``lemmas`` are folded; ``roots`` what inflected and derived forms share; ``groups`` its sets
    of synonyms; ``senses`` the senses of ambiguous source words that it renders, ``mistaken`` those
    that it is known to stand for by mistake; ``names`` the
    names it may be, alike in all languages; ``side`` the state that it names. ``content`` is
    false of function words. ``weight`` 0–1 is less for words that are everywhere in an event.
    """

    word: Word
    readings: tuple[Reading, ...]
    lemmas: frozenset[str]
    roots: frozenset[str]
    groups: frozenset[str]
    senses: frozenset[tuple[str, str]]
    mistaken: frozenset[tuple[str, str]]
    choices: tuple[Choice, ...]
    names: frozenset[str]
    side: str
    content: bool
    weight: float = 1.0

    @property
    def span(self) -> Span:
        return self.word.span

    @cached_property
    def keys(self) -> frozenset[str]:
        """Everything by which it is matched, marked by what it is."""
        marked = [f"={lemma}" for lemma in self.lemmas]
        marked += [f"√{root}" for root in self.roots]
        marked += [f"~{group}" for group in self.groups]
        marked += [f"@{name}" for name in self.names if name[0] != "§" or len(name) > _TELLING]
        if self.side:
            marked.append(f"#{self.side}")
        return frozenset(marked)

    @cached_property
    def past(self) -> bool:
        """Whether every verb that it may be is in the past tense, and it may be one."""
        verbs = [hit for hit in self.readings if hit.pos is Pos.VERB]
        return bool(verbs) and all(hit.aspect == "perfect" for hit in verbs)

    @cached_property
    def verb(self) -> bool:
        """Whether it can be nothing but a verb."""
        return bool(self.readings) and all(hit.pos is Pos.VERB for hit in self.readings)

    @cached_property
    def named(self) -> bool:
        """Whether it is a name, and hardly anything else."""
        others = [hit for hit in self.readings if hit.pos is not Pos.NAME]
        return bool(self.names) and not others


def terms(words: Sequence[Word], lexis: Lexis) -> tuple[Term, ...]:
    """The terms of one sentence, one for every word."""
    found = [_term(word, lexis) for word in words]
    for place, (word, after) in enumerate(pairwise(words)):
        for _, stem in word.parts:
            side = lexis.sides.get(f"{stem} {after.folded}")
            if side:  # a name of two words: both bear it
                found[place : place + 2] = [replace(t, side=side) for t in found[place : place + 2]]
                break
    for place, term in enumerate(found):
        before = found[place - 1] if place else None
        if not term.readings and lexis.article and before is not None and before.named:
            found[place] = replace(term, names=frozenset({term.word.bare}))  # rest of a name
    return tuple(found)


def _term(word: Word, lexis: Lexis) -> Term:
    vocabulary = lexis.vocabulary()
    readings = vocabulary.readings(word.token.text)
    table = str.maketrans(dict(lexis.variants))
    lemmas = frozenset(hit.lemma.translate(table) for hit in readings) or word.stems
    side = next((lexis.sides[s] for _, s in word.parts if s in lexis.sides), "")
    if readings and not any(_of_state(hit, word) for hit in readings):
        side = ""
    empty = bool(readings) and all(hit.pos in _EMPTY for hit in readings)
    content = len(word.bare) >= _SHORTEST and word.folded not in lexis.functions and not empty
    choices = dict.fromkeys(
        c
        for form in sorted(lemmas | {word.bare, word.folded})
        for c in vocabulary.choices.get(form, ())
    )
    closed = any(hit.pos in _EMPTY or hit.pos is Pos.NUMERAL for hit in readings)
    return Term(
        word,
        readings,
        lemmas,
        frozenset(hit.root for hit in readings if hit.root and hit.pos not in _ROOTLESS),
        _united(lemmas, vocabulary.groups),
        _united(lemmas | word.stems, vocabulary.senses),
        _united(lemmas | word.stems, vocabulary.mistaken),
        tuple(choice for choice in choices if not closed or choice.family in _OF_PARTICLES),
        _names(word, readings, lexis) if content else frozenset(),
        side,
        content,
    )


def _of_state(reading: Reading, word: Word) -> bool:
    """Whether a reading may name a state or say that something is of one, spelt as it is."""
    return reading.pos is Pos.NAME or (reading.nisba and reading.lemma in word.token.folded)


def _united(lemmas: Iterable[str], table: Mapping[str, frozenset[_Item]]) -> frozenset[_Item]:
    return frozenset(item for lemma in lemmas for item in table.get(lemma, ()))


def _names(word: Word, readings: Sequence[Reading], lexis: Lexis) -> frozenset[str]:
    """The names that the word may be: as listed, and by its consonants."""
    vocabulary = lexis.vocabulary()
    listed = {vocabulary.names[stem] for stem in word.stems if stem in vocabulary.names}
    if lexis.capitals:
        capital = word.token.text[:1].isupper() and not word.initial
        possessive = word.folded.removesuffix("'s").removesuffix("’s")
        marks = {word.folded, possessive, _mark(possessive)} - {""}
        return frozenset(marks) if capital else frozenset()
    forms = {hit.stem or hit.lemma for hit in readings if hit.pos is Pos.NAME}
    if forms:
        table = str.maketrans(dict(lexis.variants))
        listed |= {_mark(form.translate(table)) for form in forms}
    return frozenset(listed - {""})


def _mark(form: str) -> str:
    mark = skeleton(form)
    return f"§{mark}" if len(mark) >= _SHORTEST_NAME else ""
