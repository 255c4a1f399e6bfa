"""Predicates and states in another gender, number or case than what they speak of."""

from __future__ import annotations

from ....detect import Condition
from ....model import Pos
from ..syntax.agreement import Forms, Line, Word, is_rare
from ..syntax.nominal import fits, is_preposition
from .adjectives import is_hardly_noun
from .doubt import Doubt, Guess
from .flips import agreeing, known
from .partners import MARKS, nouns_before, pronoun

_REACH = 8
_MOST = 3  # forms that are tried
_PRONOUNS: dict[str, Forms] = {
    "هو": frozenset({("m", "s")}),
    "وهو": frozenset({("m", "s")}),
    "هي": frozenset({("f", "s")}),
    "وهي": frozenset({("f", "s")}),
}
_NO_TANWIN = ("ا", "ة", "ى", "ء", "ات", "ين", "ون", "ان", "ه")
_NOMINAL = frozenset({Pos.NOUN, Pos.ADJECTIVE, Pos.NAME})
_COPULAS = frozenset({"كان", "ليس", "أصبح", "صار", "ظل", "بات", "بقي", "زال", "بدا", "أضحى", "عد"})


def _may_be_predicate(current: Word) -> bool:
    plain = bool(current.attribute) and current.bare and Pos.ADJECTIVE in current.kinds
    return plain and not current.proclitics and current.kinds <= _NOMINAL


def _after_copula(line: Line, place: int) -> Guess | None:
    """«كانت الطائرة متجها», «بأنها مثير»: what the predicate's subject does not take."""
    current = line.words[place]
    named = current.form.endswith(("ون", "ين")) and is_rare(current)  # «غانيون»
    sure = is_hardly_noun(current) and not named
    subject = _subject(line, place) if sure else None
    if subject is None or fits(subject, current.attribute):
        return None
    near = nouns_before(line, place - 1, 2)
    if any(fits(line.words[one].demanded, current.attribute) for one in near):
        return None
    form = line.form(place)
    bases = (form[:-1], form) if form.endswith("ا") else (form,)
    forms = [one for base in bases for one in agreeing(base, [subject], Pos.ADJECTIVE)]
    return Guess(place, place, tuple(dict.fromkeys(forms))[:_MOST])


def _subject(line: Line, place: int) -> Forms | None:
    """The forms of the subject of the copula, or of the particle's pronoun, before the word."""
    for start in range(place - 1, max(-1, place - _REACH), -1):
        current = line.words[start]
        if current.form in MARKS or Pos.RELATIVE in current.kinds:
            return None
        if current.form in _PRONOUNS:
            return _PRONOUNS[current.form]
        if current.verb and Pos.VERB in current.kinds:
            return _subject_of(line, start, place) if current.verbs & _COPULAS else None
        particle = not current.maybe_nominal and not is_preposition(current)
        if particle and pronoun(current):
            return pronoun(current)
    return None


def _subject_of(line: Line, copula: int, place: int) -> Forms | None:
    if copula == place - 1:
        return line.words[copula].verb if _ends_phrase(line, place) else None
    return line.words[copula + 1].demanded or None


def _lacks_alif(line: Line, place: int) -> Guess | None:
    """«بات رئيس البلدية مرشح»: a predicate of a copula without its accusative ا."""
    if not place or not _ends_phrase(line, place) or _is_governed(line, place):
        return None
    if not _is_described(line, place) and not _describes(line, place):
        start = _verb_before(line, place) if _begins_phrase(line, place) else None
        if start is None or not line.words[start].verbs & _COPULAS:
            return None
        if start == place - 1 and not line.words[place].adjectival:
            return None
    return Guess(place, place, known(line.tokens[place].text + "ا"))


def _is_governed(line: Line, place: int) -> bool:
    before = line.words[place - 1]
    return is_preposition(before) or before.form in MARKS


def _is_described(line: Line, place: int) -> bool:
    """«إنجاز علميا»: an adjective in tanwin follows."""
    after = line.words[place + 1] if place + 1 < len(line) else None
    if after is None or not after.tanwin or Pos.ADJECTIVE not in after.kinds:
        return False
    return Pos.NOUN in line.words[place].kinds and fits(line.words[place].demanded, after.attribute)


def _describes(line: Line, place: int) -> bool:
    """«اجتماعا مهم»: an adjective after a noun in tanwin."""
    before, current = line.words[place - 1], line.words[place]
    return before.tanwin and current.adjectival and fits(before.demanded, current.attribute)


def _verb_before(line: Line, place: int) -> int | None:
    """The nearest verb before the word in its clause."""
    for start in range(place - 1, max(-1, place - _REACH), -1):
        current = line.words[start]
        if current.form in MARKS:
            return None
        if current.verbal and current.verb:
            return start
    return None


def _ends_phrase(line: Line, place: int) -> bool:
    """Whether no second term follows the word."""
    after = line.words[place + 1] if place + 1 < len(line) else None
    if after is None or not after.maybe_nominal:
        return True
    return after.tanwin or bool(after.proclitics & {"ب", "ل", "ك"})


def _begins_phrase(line: Line, place: int) -> bool:
    """Whether the word is neither governed nor a second term nor right after a full verb."""
    before = line.words[place - 1]
    fronted = Pos.PREPOSITION in before.kinds  # «يكون معهم صور»
    if fronted or (Pos.VERB in before.kinds and not before.verbs & _COPULAS):
        return False
    return not before.bare or before.name or bool(before.verb) or before.tanwin


def _may_lack_alif(current: Word) -> bool:
    if current.name or not current.kinds <= {Pos.NOUN, Pos.ADJECTIVE} or not current.kinds:
        return False
    masculine = all(one.number == "s" or one.broken for one in current.readings)
    return current.bare and masculine and not current.form.endswith(_NO_TANWIN)


PREDICATE = Doubt(Condition(_may_be_predicate), _after_copula)
LOST_ALIF = Doubt(Condition(_may_lack_alif), _lacks_alif)
