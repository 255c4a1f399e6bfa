"""The nouns near a word that it may belong to, whether they surely do or not."""

from __future__ import annotations

from ....model import Pos
from ..syntax.agreement import Forms, Line, Word
from ..syntax.nominal import fits, is_preposition

MARKS = frozenset("،,.؛:!؟?()[]…")
INNA = frozenset({"إن", "أن", "بأن", "لأن", "وأن", "وإن", "فإن", "لكن", "ولكن", "كأن", "ولأن"})
_LINKING = frozenset({"ب", "ل", "ك"})
_PRONOUNS: dict[str, Forms] = {
    "ه": frozenset({("m", "s")}),
    "ها": frozenset({("f", "s")}),
    "هما": frozenset({("m", "d"), ("f", "d")}),
    "هم": frozenset({("m", "p"), ("", "p")}),
    "هن": frozenset({("f", "p"), ("", "p")}),
}
_REACH = 5


def heads_before(line: Line, last: int) -> tuple[int, ...]:
    """The nouns of the phrase that ends at ``last``, the nearest first."""
    heads = []
    for place in range(last, max(-1, last - _REACH), -1):
        current = line.words[place]
        if not current.maybe_nominal or (current.verbal and place < last):
            break
        if Pos.NOUN in current.kinds or current.name:
            heads.append(place)
        linked = current.proclitics & _LINKING
        if linked or (place and is_preposition(line.words[place - 1])):
            break
        joined = place < last and "و" in current.proclitics
        if joined or (place and _begins_anew(current, line.words[place - 1])):
            break
    return tuple(heads)


def _begins_anew(current: Word, before: Word) -> bool:
    """«الجمهور فيلم»: a bare noun after a definite one is of another phrase."""
    plain = current.bare and Pos.ADJECTIVE not in current.kinds and not current.name
    return plain and (before.article or before.enclitic)


def nouns_before(line: Line, last: int, reach: int = 9) -> tuple[int, ...]:
    """Every noun of the clause up to ``last``, the nearest first."""
    found = []
    for place in range(last, max(-1, last - reach), -1):
        current = line.words[place]
        if current.form in MARKS - {"(", ")"}:
            break
        if current.maybe_nominal:
            found.append(place)
    return tuple(found)


def pronoun(current: Word) -> Forms:
    """The forms of what the word's suffix stands for."""
    several = {one.enclitic for one in current.readings}
    return _PRONOUNS.get(several.pop(), frozenset()) if len(several) == 1 else frozenset()


def any_fits(line: Line, places: tuple[int, ...], forms: Forms) -> bool:
    """Whether a noun at one of the places may be described in these forms."""
    return any(
        line.words[place].kinds == {Pos.NAME} or fits(line.words[place].demanded, forms)
        for place in places
    )
