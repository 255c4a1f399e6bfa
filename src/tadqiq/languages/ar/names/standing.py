"""Words that stand where only a person's name can, whatever else they could be.

A surname follows a given name («بيت هيغسيث»); a speaker follows a verb in the past («وقال هيغسث
إن»). A surname that is a word of Arabic as well («فانس», «مارين») is known by its place alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from ....detect import Condition, Form
from ....model import Document, Pos, Span, TokenKind
from ..analysis import spots
from ..morphology.orthography import strip_marks

_SHORTEST = 4
_LONG_ENOUGH = 5
_BEFORE_NAMES = frozenset(
    [
        *("رئيس", "وزير", "زعيم", "قائد", "مدرب", "مستشار", "سفير", "حاكم", "جنرال", "سيناتور"),
        *("مدينة", "بلدة", "قرية", "عاصمة", "إقليم", "جزيرة", "مقاطعة", "منطقة", "ميناء", "مطار"),
    ]
)
_AFTER_SPEAKER = frozenset(["إن", "أن", "بأن", "إنه", "إنها", "أنه", "أنها", "بأنه", "بأنها", ":"])
_GIVEN_BY = frozenset({"name:given", "guess"})


def introduced(doc: Document) -> frozenset[str]:
    """The words right after a given name, a title or what a place is."""
    found = (_plain(sentence.forms, place + 1) for sentence, place in spots(doc, _INTRODUCING))
    return frozenset(word for word in found if word is not None)


def strangers(doc: Document) -> Iterator[tuple[str, Span]]:
    """The words that no dictionary has, wherever they stand, with their places."""
    for sentence, place in spots(doc, _STRANGE):
        word = _plain(sentence.forms, place)
        if word is not None and len(word) >= _LONG_ENOUGH:
            yield word, sentence.tokens[place].span


def speakers(doc: Document) -> Iterator[tuple[str, Span]]:
    """The words between a verb in the past and its complement, with their places."""
    for sentence, place in spots(doc, _SAID):
        word = _plain(sentence.forms, place + 1)
        if word is None or place + 2 >= len(sentence.forms):
            continue
        after = sentence.forms[place + 2]
        named = _is_unknown(sentence.forms[place + 1]) and _opens_complement(after)
        if named or after.folded in _AFTER_SPEAKER:
            yield word, sentence.tokens[place + 1].span


def _plain(forms: tuple[Form, ...], place: int) -> str | None:
    """The word there, if it may be a name as it stands."""
    return _as_it_stands(forms[place]) if place < len(forms) else None


@lru_cache(maxsize=1 << 16)
def _as_it_stands(form: Form) -> str | None:
    """The word, if it may be a name: no article, no feminine or plural mark."""
    word = strip_marks(form.text)
    if form.kind != TokenKind.WORD or form.script != "Arabic" or len(word) < _SHORTEST:
        return None
    if word.startswith(("ال", "وال", "لل", "بال")) or word.endswith(("اً", "ة")):
        return None
    if any(hit.pos in (Pos.PREPOSITION, Pos.PARTICLE, Pos.PRONOUN) for hit in form.readings):
        return None
    return word


def _introduces(form: Form) -> bool:
    return any(
        hit.source in _GIVEN_BY or hit.lemma in _BEFORE_NAMES
        for hit in form.readings
        if hit.pos in (Pos.NAME, Pos.NOUN) and not hit.enclitic
    )


def _is_strange(form: Form) -> bool:
    return form.kind == TokenKind.WORD and form.script == "Arabic" and _is_unknown(form)


def _is_unknown(form: Form) -> bool:
    return all(hit.source == "guess" for hit in form.readings)


def _opens_complement(form: Form) -> bool:
    return any(hit.pos is Pos.PREPOSITION or "ب" in hit.proclitics for hit in form.readings)


def _is_said(form: Form) -> bool:
    return any(
        hit.pos is Pos.VERB and hit.aspect == "perfect" and not hit.enclitic
        for hit in form.readings
    )


_INTRODUCING: Condition[Form] = Condition(_introduces)
_STRANGE: Condition[Form] = Condition(_is_strange)
_SAID: Condition[Form] = Condition(_is_said)
