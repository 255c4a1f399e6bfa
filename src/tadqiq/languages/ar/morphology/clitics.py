"""What may stand glued before and after an Arabic word."""

from __future__ import annotations

from collections.abc import Iterator

ENCLITICS = ("هما", "كما", "ها", "هم", "هن", "كم", "كن", "نا", "ني", "ه", "ك", "ي")

_CONJUNCTIONS = ("", "و", "ف")
_PREPOSITIONS = ("", "ب", "ل", "ك")


def proclitic_splits(form: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Every cut of ``form`` into proclitics and a non-empty rest, the uncut form first."""
    for question in ("", "أ"):
        if not form.startswith(question):
            continue
        for conjunction in _CONJUNCTIONS:
            before = question + conjunction
            if not form.startswith(before) or len(form) <= len(before):
                continue
            outer = tuple(letter for letter in (question, conjunction) if letter)
            yield outer, form[len(before) :]
            for inner, rest in _inner(form[len(before) :]):
                yield outer + inner, rest


def _inner(form: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Preposition and article; ل and ال are written لل, and للـ before a second ل."""
    for preposition in _PREPOSITIONS:
        rest = form[len(preposition) :]
        if not form.startswith(preposition) or not rest:
            continue
        if preposition:
            yield (preposition,), rest
        article = "ل" if preposition == "ل" else "ال"
        if rest.startswith(article) and len(rest) > len(article):
            outer = (preposition,) if preposition else ()
            yield (*outer, "ال"), rest[len(article) :]
            if preposition == "ل":
                yield (*outer, "ال"), rest  # لليبيا: the ل of the word itself is not written thrice
    if form.startswith("س") and len(form) > 1:
        yield ("س",), form[1:]


def enclitic_splits(form: str) -> Iterator[tuple[str, str]]:
    """Every cut of ``form`` into a non-empty rest and a pronoun suffix, the uncut form first."""
    yield form, ""
    for pronoun in ENCLITICS:
        if form.endswith(pronoun) and len(form) > len(pronoun):
            yield form[: -len(pronoun)], pronoun
