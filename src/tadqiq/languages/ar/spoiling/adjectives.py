"""Adjectives, attributes and predicates, in the wrong gender and number."""

from __future__ import annotations

from collections.abc import Iterator

from ....model import Pos
from ..morphology import inflect
from ..syntax.agreement import Line, Word
from ..syntax.nominal import candidate_heads, fits
from .words import Change, as_written, of_words

_OTHER = {"m": "f", "f": "m"}
_COPULAS = frozenset({"كان", "أصبح", "بقي", "ظل", "بات", "ليس", "زال", "صار"})
_PARTICLES = ("أنه", "إنه", "أنها", "إنها", "أنهم", "إنهم")


def _is_adjective(current: Word) -> bool:
    plain = current.adjectival and not current.proclitics and not current.enclitic
    return plain and current.kinds <= {Pos.ADJECTIVE, Pos.NOUN, Pos.NAME}


def _other_gender(line: Line, place: int) -> str | None:
    current = line.words[place]
    forms = current.attribute
    if not _is_adjective(current) or len(forms) != 1:
        return None
    ((gender, number),) = forms
    if number != "s" or gender not in _OTHER or line.form(place).endswith(("ا", "اء", "ى")):
        return None
    return inflect(line.form(place), gender=_OTHER[gender], pos=Pos.ADJECTIVE)


def _describes_one_before(line: Line, place: int, other: str) -> bool:
    """Whether the noun before takes the adjective, and no noun before takes the other form."""
    noun, current, made = line.words[place - 1], line.words[place], as_written(other)
    if not place or not noun.maybe_nominal or noun.article != current.article:
        return False
    if not fits(noun.demanded, current.attribute):
        return False
    heads = candidate_heads(line, place - 1) or (place - 1,)
    return not any(fits(line.words[head].demanded, made.attribute) for head in heads)


def _of_noun(line: Line, place: int) -> Iterator[str]:
    other = _other_gender(line, place)
    noun = line.words[place - 1]
    first = noun.substantive and not noun.adjectival
    if other and first and _describes_one_before(line, place, other):
        yield other


def _second_of_chain(line: Line, place: int) -> Iterator[str]:
    """«الأزمة الاقتصادية العالمي»: after another adjective."""
    other = _other_gender(line, place)
    chained = place > 1 and line.words[place - 1].adjectival
    if other and chained and _describes_one_before(line, place, other):
        yield other


def _after_pronoun(line: Line, place: int) -> Iterator[str]:
    """«إنها مستعد»: the predicate of a pronoun."""
    other = _other_gender(line, place)
    if other and line.words[place].bare and line.form(place - 1).endswith(_PARTICLES):
        yield other


def _after_copula(line: Line, place: int) -> Iterator[str]:
    """«كانت الأوضاع صعب»: the predicate of a noun after its copula."""
    other = _other_gender(line, place)
    current = line.words[place]
    if not other or not current.bare:
        return
    for start in range(place - 2, max(-1, place - 6), -1):
        if line.words[start].verbs & _COPULAS:
            noun = line.words[start + 1]
            sure = noun.article and noun.substantive and fits(noun.demanded, current.attribute)
            if sure and not fits(noun.demanded, as_written(other).attribute):
                yield other
            return


def _one_for_several(line: Line, place: int) -> Iterator[str]:
    """«الجنود الأوكراني»: an adjective in the singular after people."""
    current, noun = line.words[place], line.words[place - 1]
    if not place or not current.form.endswith(("ون", "ين")) or not current.attribute:
        return
    if not all(number in "dp" for _, number in current.attribute) or current.proclitics:
        return
    if noun.substantive and noun.human and fits(noun.demanded, frozenset({("", "p")})):
        one = current.form[:-2]
        heads = candidate_heads(line, place - 1) or (place - 1,)
        forms = as_written(one).attribute
        if forms and not any(fits(line.words[head].demanded, forms) for head in heads):
            yield one


_CLASSES: dict[str, Change] = {
    "adjective.gender.of-noun": _of_noun,
    "adjective.gender.second": _second_of_chain,
    "adjective.number": _one_for_several,
    "predicate.gender.after-pronoun": _after_pronoun,
    "predicate.gender.after-copula": _after_copula,
}
SPOILINGS = tuple(of_words(name, change) for name, change in _CLASSES.items())
