"""What a word is in its place, where its form alone leaves verb and noun open."""

from __future__ import annotations

from ....model import Pos
from .agreement import Line, Word
from .nominal import is_preposition

# What only a verb follows.
TENSES = frozenset({
    prefix + form
    for prefix in ("", "و", "ف")
    for form in ("قد", "لم", "لن", "سوف", "لقد")
})  # fmt: skip
# What a verb follows far oftener than a noun.
_BEFORE_VERBS = frozenset({
    "كما", "عندما", "حينما", "بعدما", "كلما", "فيما", "ريثما", "طالما", "حالما", "مثلما", "قبلما",
    "وعندما", "فعندما", "إذ", "حيث", "لكن", "ولكن", "بل", "ثم", "حتى", "لما", "إذا", "وإذا", "كي",
    "لكي",
})  # fmt: skip
_MARKS = frozenset("،,.؛:!؟?()[]…")
_OFTENER = 2


def acts_as_verb(line: Line, place: int) -> bool:
    """A verb of the third person: by its form, by what stands before it, or by what is usual.

    Where a clause begins a word is a verb that is far oftener one than a noun.
    """
    current = line.words[place]
    if not current.verb or current.kinds <= {Pos.NAME}:
        return False
    if current.verbal:
        return True
    if line.form(place - 1) in TENSES:
        return True
    return mostly_verb(current) and begins_clause(line, place)


def mostly_verb(current: Word) -> bool:
    """Oftener a verb than the noun that it may be as well."""
    if current.form == "أولى":  # «أولى الجلسات»
        return False
    return bool(current.verb) and current.verb_use > _OFTENER * current.noun_use


def begins_clause(line: Line, place: int) -> bool:
    """Whether a clause begins with the word: at a mark, after «كما», «عندما», «أن» …"""
    if not place:
        return True
    before = line.form(place - 1)
    return before in _MARKS or before in _BEFORE_VERBS


def is_mark(current: Word) -> bool:
    """A comma, a full stop, a bracket."""
    return current.form in _MARKS


def is_fronted(line: Line, end: int) -> bool:
    """«في الوقت نفسه» before ``end``: the clause begins with phrases that hold no topic."""
    start = end
    while start and not is_mark(line.words[start - 1]):
        start -= 1
    if start == end:
        return False
    first = line.words[start]
    linked = bool(first.proclitics & {"ب", "ل", "ك"}) and first.maybe_nominal
    if not (is_preposition(first) or linked):
        return False
    return all(
        one.nominal or is_preposition(one) or one.kinds <= {Pos.DEMONSTRATIVE, Pos.NUMERAL}
        for one in line.words[start:end]
    ) and _hold_no_topic(line, start, end)


def _hold_no_topic(line: Line, start: int, end: int) -> bool:
    """No new noun phrase begins after a definite one, but by a preposition."""
    closed = False
    for place in range(start, end):
        current = line.words[place]
        if is_preposition(current) or current.proclitics & {"ب", "ل", "ك"}:
            closed = False
        elif closed and not (current.attribute or current.name):
            return False
        closed = current.article or current.enclitic
    return True
