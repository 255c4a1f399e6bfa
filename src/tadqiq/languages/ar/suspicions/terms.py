"""The article where the first term of an annexation has it, or where a subject lacks it."""

from __future__ import annotations

from ....detect import Condition
from ....model import Pos
from ..morphology.frequency import is_oftener_noun
from ..morphology.lexicon import words as word_list
from ..syntax.agreement import Line, Word
from ..syntax.nominal import fits, is_preposition
from .adjectives import WITHOUT_ARTICLE, with_article
from .doubt import Doubt, Guess
from .flips import known
from .partners import INNA

_REACH = 7
_NOMINAL = frozenset({Pos.NOUN, Pos.ADJECTIVE})


def _first_term(line: Line, place: int) -> Guess | None:
    """«السائق الحافلة», «الوزارة الخارجية»: two nouns with articles side by side."""
    second, first = line.words[place], line.words[place - 1]
    if not place or second.proclitics or not second.article or not _may_be_first(first):
        return None
    if fits(first.demanded, second.attribute) or not _is_noun(second):
        return None
    if _is_subject(line, place - 1):
        return None
    return Guess(place - 1, place - 1, known(without_article(line.tokens[place - 1].text)))


def _may_be_first(noun: Word) -> bool:
    return noun.article and Pos.NOUN in noun.kinds and not (noun.adjectival or noun.name)


def _is_noun(second: Word) -> bool:
    """A noun, and hardly ever an adjective: no time, no people who are described by a plural."""
    if second.name or second.lemmas & (word_list("times") | {"عرب"}):
        return False
    nouns = (one.lemma for one in second.readings if one.pos is Pos.NOUN)
    return not second.attribute or any(map(is_oftener_noun, nouns))


def _is_subject(line: Line, place: int) -> bool:
    """Whether a verb that may have an object stands before the phrase."""
    for at in range(place - 1, max(-1, place - _REACH), -1):
        current = line.words[at]
        if current.verb and Pos.VERB in current.kinds:
            return not current.verbs <= word_list("intransitive_verbs") | {"قال"}
        if not (current.maybe_nominal or is_preposition(current)):
            return False
    return False


def without_article(form: str) -> str:
    """The form without its article; "" where it has none."""
    for joined in ("", "و", "ف", "ب", "وب", "ك"):
        if form.startswith(joined + "ال"):
            return joined + form[len(joined) + 2 :]
    return "ل" + form[2:] if form.startswith("لل") else ""


def _lone_subject(line: Line, place: int) -> Guess | None:
    """«إن ديمقراطية لا تبنى»: a bare noun right after a particle or at the head of a clause."""
    noun, before = line.words[place], line.form(place - 1)
    if not place or before not in INNA or not noun.bare or noun.name or noun.tanwin:
        return None
    after = line.words[place + 1] if place + 1 < len(line) else None
    if after is None or after.maybe_nominal:
        return None
    return Guess(place, place, known(with_article(line, place)))


FIRST_TERM = Doubt(Condition(lambda one: one.article and one.kinds <= _NOMINAL), _first_term)
LONE_SUBJECT = Doubt(
    Condition(lambda one: one.bare and not one.proclitics and one.kinds <= _NOMINAL),
    _lone_subject,
    message=WITHOUT_ARTICLE,
)
