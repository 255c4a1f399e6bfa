"""Answers that a text gives to questions with answers that exclude each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ..facts import Term, of_form
from ..model import Choice, Lexis, Pos, Span
from .reading import Noted, Reading, kept
from .theme import Theme, around

_SCOPE = 3  # words after a negator that it surely governs
_FAR = 7  # words after it that it may govern
_OPPOSITE = {"yes": "no", "no": "yes", "up": "down", "down": "up", "in": "out", "out": "in"}


@dataclass(eq=False)  # not frozen: there are many, see facts/terms.py
class Stand:
    """``answer`` to a question, at a word of a sentence of the document ``noted``."""

    family: str
    question: str
    answer: str
    sentence: int
    first: int
    last: int
    span: Span
    noted: Noted = field(repr=False)
    quoted: bool
    negated: bool = False
    unclear: bool = False
    verb: bool = False

    @cached_property
    def about(self) -> Theme:
        """What it is about."""
        return around(self.noted, self.sentence, self.first)


@kept
def stands(reading: Reading, sentence: int) -> tuple[Stand, ...]:
    """Every stand in one sentence, in order."""
    return tuple(_stands(reading, sentence))


def _stands(reading: Reading, sentence: int) -> Iterator[Stand]:
    terms = reading.terms[sentence]
    taken = 0
    for place in range(len(terms)):
        if place < taken:
            continue
        length, choices = _choices(reading, terms, place)
        taken = place + length
        for choice in choices:
            yield _stand(reading, sentence, place, length, choice)


def _choices(reading: Reading, terms: Sequence[Term], place: int) -> tuple[int, tuple[Choice, ...]]:
    """What a word says, or the phrase that begins with it."""
    best: tuple[int, tuple[Choice, ...]] = 1, ()
    for parts, choices in _phrases(terms[place], reading.lexis):
        window = terms[place : place + len(parts)]
        if len(parts) > best[0] and len(window) == len(parts) and all(
            part in term.lemmas or part in term.word.stems
            for part, term in zip(parts, window, strict=True)
        ):  # fmt: skip
            best = len(parts), choices
    if best[0] > 1:
        return best
    return 1, terms[place].choices


@of_form
def _phrases(term: Term, lexis: Lexis) -> tuple[tuple[tuple[str, ...], tuple[Choice, ...]], ...]:
    """The phrases that a word may begin, with what they say."""
    phrases = lexis.vocabulary().phrases
    starts = sorted({*term.lemmas, *term.word.stems} & phrases.keys())
    return tuple(item for start in starts for item in phrases[start].items())


def _stand(reading: Reading, sentence: int, place: int, length: int, choice: Choice) -> Stand:
    terms = reading.terms[sentence]
    negator = negator_of(reading, sentence, place)
    flipped = negator is not None and choice.family == "stance" and choice.answer in _OPPOSITE
    first = place if negator is None or not flipped else negator
    last = place + length - 1
    return Stand(
        choice.family,
        choice.question,
        _OPPOSITE[choice.answer] if flipped else choice.answer,
        sentence,
        place,
        last,
        terms[first].span.cover(terms[last].span),
        reading.told.noted,
        terms[place].word.token.quoted,
        negator is not None,
        (negator is None and in_scope(reading, sentence, place))
        or _conditional(reading, sentence, place),
        may_be_verb(terms[place], reading.lexis),
    )


def negator_of(reading: Reading, sentence: int, place: int) -> int | None:
    """The place of the word that negates the word at ``place``; None if it stands as it is.

    A word is negated right before it, a noun also through a word of existence: "without any
    occurrence of", "it did not result in".
    """
    terms, clauses = reading.terms[sentence], reading.clauses[sentence]
    known = negators(reading, sentence)
    if not known or known[0] >= place:
        return None
    if place - 2 in known and _without(reading, sentence, place - 2):
        return place - 2
    for at in range(place - 1, max(-1, place - 1 - _SCOPE), -1):
        if clauses[at] != clauses[place] or (terms[place].verb and at < place - 1):
            return None
        if at in known:
            plain = _no_negation(reading, sentence, at) or _contrasts(reading, sentence, at)
            return None if plain else at
        definite = terms[place].word.bare != terms[place].word.folded
        exists = terms[at].lemmas & reading.lexis.existence and not definite
        passes = not terms[at].content or exists
        if not passes or terms[at].word.folded in reading.lexis.complements:
            return None
    return None


def in_scope(reading: Reading, sentence: int, place: int) -> bool:
    """Whether a negator stands further before a word in its clause: what it denies is open."""
    known, clauses = negators(reading, sentence), reading.clauses[sentence]
    return bool(known) and any(
        place - _FAR <= at < place
        and clauses[at] == clauses[place]
        and not _no_negation(reading, sentence, at)
        for at in known
    )


@kept
def negators(reading: Reading, sentence: int) -> tuple[int, ...]:
    """The places of a sentence's negators."""
    terms = reading.terms[sentence]
    return tuple(place for place, term in enumerate(terms) if negates(term, reading.lexis))


@of_form
def may_be_verb(term: Term, _: Lexis) -> bool:
    """Whether a word may be a verb, among others."""
    return any(hit.pos is Pos.VERB for hit in term.readings)


@of_form
def negates(term: Term, lexis: Lexis) -> bool:
    """Whether the word is a negator, with or without a conjunction written onto it."""
    if may_be_verb(term, lexis) and not term.lemmas & lexis.negators:
        return False
    return any(
        stem in lexis.negators
        and (not clitic or clitic in lexis.joiners or len(clitic) == 1 or clitic == lexis.article)
        for clitic, stem in term.word.parts
    )


def _no_negation(reading: Reading, sentence: int, place: int) -> bool:
    """Whether a negator denies nothing: "not … but", "no less than", "though"."""
    terms, lexis = reading.terms[sentence], reading.lexis
    after = [term.word.folded for term in terms[place + 1 : place + 8]]
    if place and terms[place - 1].word.folded in lexis.unless | lexis.conditions:
        return True
    if after and after[0] in lexis.complements:
        return not _without(reading, sentence, place)
    if any(form in lexis.never or pair in lexis.never for form, pair in _with_next(after[1:])):
        return True
    return any(form in lexis.exceptions for form in after)


def _with_next(forms: Sequence[str]) -> Iterator[tuple[str, str]]:
    """Every word, alone and with the next."""
    for place, form in enumerate(forms):
        yield form, " ".join(forms[place : place + 2])


def _without(reading: Reading, sentence: int, place: int) -> bool:
    """Whether a negator is "without" before "that": it denies the verb that follows."""
    terms, lexis = reading.terms[sentence], reading.lexis
    following = terms[place + 1].word.folded if place + 1 < len(terms) else ""
    return terms[place].word.bare in lexis.without and following in lexis.complements


def _conditional(reading: Reading, sentence: int, place: int) -> bool:
    """Whether a word stands under "if" or "unless"."""
    clauses = reading.clauses[sentence]
    return any(
        place - _SCOPE <= at < place and clauses[at] == clauses[place]
        for at in _conditions(reading, sentence)
    )


@kept
def _conditions(reading: Reading, sentence: int) -> tuple[int, ...]:
    """The places of a sentence's words for "if" and "unless"."""
    terms, conditions = reading.terms[sentence], reading.lexis.conditions
    return tuple(place for place, term in enumerate(terms) if term.word.folded in conditions)


def _contrasts(reading: Reading, sentence: int, place: int) -> bool:
    """Whether a negator opens a clause and a noun follows: "…, not the names"."""
    clauses = reading.clauses[sentence]
    opens = place > 0 and clauses[place] != clauses[place - 1]
    after = reading.terms[sentence][place + 1 : place + 2]
    return opens and any(not may_be_verb(term, reading.lexis) for term in after)
