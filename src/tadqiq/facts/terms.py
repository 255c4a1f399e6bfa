"""A document's words as what they mean: lemmas, roots, synonyms, names."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from functools import cache, wraps
from itertools import pairwise
from operator import attrgetter
from typing import Any, TypeVar

from ..model import Choice, Lexis, Pos, Reading, Span
from .skeleton import skeleton
from .words import Word, variants

_SHORTEST = 2
_SHORTEST_NAME = 3  # consonants by which names of two scripts are compared
_TELLING = 4  # a mark and consonants: with fewer, unlike names agree by chance
_EMPTY = frozenset(
    {Pos.PRONOUN, Pos.DEMONSTRATIVE, Pos.RELATIVE, Pos.PREPOSITION, Pos.CONJUNCTION, Pos.PARTICLE}
)
_Item = TypeVar("_Item")
_Found = TypeVar("_Found")
_OF_PARTICLES = frozenset({"modality", "scope", "extent", "portion", "bound", "limit", "time"})
_REMEMBERED = 1 << 17  # forms
_ROOTLESS = frozenset({Pos.NAME, Pos.NUMERAL})


# Words, meanings and terms are not frozen, though nothing changes them: there is one for every
# word of a text, and a frozen dataclass takes nine times as long to make.
@dataclass(slots=True, eq=False)
class Meaning:
    """What a form may mean, wherever it stands.

    ``lemmas`` are folded; ``roots`` what inflected and derived forms share; ``groups`` its sets
    of synonyms; ``glosses`` English stems that render it; ``senses`` the senses of ambiguous
    source words that it renders, ``mistaken`` those that it is known to stand for by mistake;
    ``names`` the names it may be, alike in all languages; ``side`` the state that it names.
    ``content`` is false of function words. ``keys`` are all by which it is matched, marked by
    what they are. ``verb`` says that it can be nothing but a verb, ``past`` that every verb it
    may be is in the past tense.
    """

    readings: tuple[Reading, ...]
    lemmas: frozenset[str]
    roots: frozenset[str]
    groups: frozenset[str]
    glosses: frozenset[str]
    senses: frozenset[tuple[str, str]]
    mistaken: frozenset[tuple[str, str]]
    choices: tuple[Choice, ...]
    names: frozenset[str]
    side: str
    content: bool
    keys: frozenset[str]
    past: bool
    verb: bool
    named: bool
    found: dict[object, Any] = field(repr=False)


@dataclass(slots=True, eq=False)
class Term(Meaning):
    """A word of a text with what it may mean; equal only to itself."""

    word: Word = field(kw_only=True)

    @property
    def span(self) -> Span:
        return self.word.span

    def known_as(self, *, side: str | None = None, names: frozenset[str] | None = None) -> Term:
        """The same word as the name of a state, or as a name."""
        side = self.side if side is None else side
        names = self.names if names is None else names
        keys = _keys(self.lemmas, self.roots, self.groups, self.glosses, names, side)
        named = _named(names, self.readings)
        return replace(self, side=side, names=names, keys=keys, named=named, found={})


def of_form(judge: Callable[[Term, Lexis], _Found]) -> Callable[[Term, Lexis], _Found]:
    """What holds of a form wherever it stands, found out when it is first asked."""

    @wraps(judge)
    def once(term: Term, lexis: Lexis) -> _Found:
        try:
            found: _Found = term.found[judge]
        except KeyError:
            found = term.found[judge] = judge(term, lexis)
        return found

    return once


def _named(names: Iterable[str], readings: Iterable[Reading]) -> bool:
    return bool(names) and all(hit.pos is Pos.NAME for hit in readings)


def _keys(
    lemmas: Iterable[str],
    roots: Iterable[str],
    groups: Iterable[str],
    glosses: Iterable[str],
    names: Iterable[str],
    side: str,
) -> frozenset[str]:
    marked = [f"={lemma}" for lemma in lemmas]
    marked += [f"√{root}" for root in roots]
    marked += [f"~{group}" for group in groups]
    marked += [f"%{gloss}" for gloss in glosses]
    marked += [f"@{name}" for name in names if name[0] != "§" or len(name) > _TELLING]
    if side:
        marked.append(f"#{side}")
    return frozenset(marked)


_fields = attrgetter(*(one.name for one in fields(Meaning)))


def terms(words: Sequence[Word], lexis: Lexis) -> tuple[Term, ...]:
    """The terms of one sentence, one for every word."""
    found = [_term(word, lexis) for word in words]
    for place, (word, after) in enumerate(pairwise(words)):
        for _, stem in word.parts:
            side = lexis.sides.get(f"{stem} {after.folded}")
            if side:  # a name of two words: both bear it
                both = slice(place, place + 2)
                found[both] = [term.known_as(side=side) for term in found[both]]
                break
    for place, term in enumerate(found):
        before = found[place - 1] if place else None
        if not term.readings and lexis.article and before is not None and before.named:
            found[place] = term.known_as(names=frozenset({term.word.bare}))  # rest of a name
    return tuple(found)


def _term(word: Word, lexis: Lexis) -> Term:
    form, first = word.token, word.initial and lexis.capitals
    known = _meanings(lexis).get((form.text, form.folded, first))
    return Term(*_fields(known or _remembered(word, first, lexis)), word=word)


@cache
def _meanings(lexis: Lexis) -> dict[tuple[str, str, bool], Meaning]:
    """What is remembered of a language's forms, and of whether they begin a sentence where that
    matters."""
    return {}


def _remembered(word: Word, first: bool, lexis: Lexis) -> Meaning:
    known = _meanings(lexis)
    if len(known) >= _REMEMBERED:
        known.clear()
    found = known[word.token.text, word.token.folded, first] = _meaning(word, lexis)
    return found


def _meaning(word: Word, lexis: Lexis) -> Meaning:
    text, folded, parts, bare, stems = (
        word.token.text, word.folded, word.parts, word.bare, word.stems,
    )  # fmt: skip
    vocabulary = lexis.vocabulary()
    readings = vocabulary.readings(text)
    table = variants(lexis)
    lemmas = frozenset(hit.lemma.translate(table) for hit in readings) or stems
    side = next((lexis.sides[s] for _, s in parts if s in lexis.sides), "")
    if readings and not any(_of_state(hit, word.token.folded) for hit in readings):
        side = ""
    empty = bool(readings) and all(hit.pos in _EMPTY for hit in readings)
    content = len(bare) >= _SHORTEST and folded not in lexis.functions and not empty
    verbal = {hit.lemma.translate(table) for hit in readings if hit.pos is Pos.VERB}
    answering = (lemmas - (verbal & lexis.functions)) | {bare, folded}
    choices = dict.fromkeys(
        c for form in sorted(answering) for c in vocabulary.choices.get(form, ())
    )
    closed = any(hit.pos in _EMPTY or hit.pos is Pos.NUMERAL for hit in readings)
    capital = text[:1].isupper() and not word.initial
    names = _names(folded, stems, capital, readings, lexis) if content else frozenset()
    roots = frozenset(hit.root for hit in readings if hit.root and hit.pos not in _ROOTLESS)
    groups = _united(lemmas, vocabulary.groups)
    glosses = frozenset(word for hit in readings for word in vocabulary.glosses(hit))
    verbs = [hit for hit in readings if hit.pos is Pos.VERB]
    return Meaning(
        readings,
        lemmas,
        roots,
        groups,
        glosses,
        _united(lemmas | stems, vocabulary.senses),
        _united(lemmas | stems, vocabulary.mistaken),
        tuple(choice for choice in choices if not closed or choice.family in _OF_PARTICLES),
        names,
        side,
        content,
        _keys(lemmas, roots, groups, glosses, names, side),
        past=bool(verbs) and all(hit.aspect == "perfect" for hit in verbs),
        verb=bool(verbs) and len(verbs) == len(readings),
        named=_named(names, readings),
        found={},
    )


def _of_state(reading: Reading, unfolded: str) -> bool:
    """Whether a reading may name a state or say that something is of one, spelt as it is."""
    return reading.pos is Pos.NAME or (reading.nisba and reading.lemma in unfolded)


def _united(lemmas: Iterable[str], table: Mapping[str, frozenset[_Item]]) -> frozenset[_Item]:
    return frozenset(item for lemma in lemmas for item in table.get(lemma, ()))


def _names(
    folded: str,
    stems: frozenset[str],
    capital: bool,
    readings: Sequence[Reading],
    lexis: Lexis,
) -> frozenset[str]:
    """The names that the word may be: as listed, and by its consonants."""
    if lexis.capitals:
        possessive = folded.removesuffix("'s").removesuffix("’s")
        marks = {folded, possessive, _mark(possessive)} - {""}
        return frozenset(marks) if capital else frozenset()
    vocabulary = lexis.vocabulary()
    listed = {vocabulary.names[stem] for stem in stems if stem in vocabulary.names}
    forms = {hit.stem or hit.lemma for hit in readings if hit.pos is Pos.NAME}
    if forms:
        listed |= {_mark(form.translate(variants(lexis))) for form in forms}
    return frozenset(listed - {""})


def _mark(form: str) -> str:
    mark = skeleton(form)
    return f"§{mark}" if len(mark) >= _SHORTEST_NAME else ""
