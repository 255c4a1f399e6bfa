"""Predicates and the topics or pronouns they belong to."""

from __future__ import annotations

from functools import lru_cache

from ....model import Pos
from ..morphology.lexicon import words as word_list
from .agreement import Forms, Line, Word
from .nominal import candidate_heads, fits, is_preposition
from .phrases import may_begin_phrase
from .topics import is_one_phrase, topic_before
from .verbs import clause_end, has_pronoun, may_have_other_subject

_OPEN = frozenset({Pos.NOUN, Pos.ADJECTIVE, Pos.VERB})
_SUFFIXES: dict[str, Forms] = {
    "ه": frozenset({("m", "s")}),
    "ها": frozenset({("f", "s")}),
    "هما": frozenset({("m", "d"), ("f", "d")}),
    "هم": frozenset({("m", "p"), ("", "p")}),
    "هن": frozenset({("f", "p"), ("", "p")}),
}
_HER = _SUFFIXES["ها"]
_ANY: Forms = frozenset().union(*_SUFFIXES.values())
_PARTICLES = frozenset({
    "أن", "إن", "لأن", "كأن", "لكن", "ولكن", "بأن", "وأن", "وإن", "فإن", "لعل", "وبأن", "ولأن",
    "وكأن", "فلأن", "فكأن", "ولعل",
})  # fmt: skip
_WITH_PRONOUN = {
    particle + suffix: forms for suffix, forms in _SUFFIXES.items() for particle in _PARTICLES
}
_DESCRIBING = frozenset({"وصف", "صنف"})


def predicate_against_topic(line: Line, place: int) -> bool:
    """Whether the adjective at ``place`` cannot be the predicate of the noun phrase before it."""
    if is_accusative_adjective(line.words[place]):
        return _ends_her_clause(line, place) or _is_accusative_against(line, place)
    if not _is_predicate(line, place):
        return False
    if _after_her_copula(line, place):
        return True
    head = topic_before(line, place)
    if head is None:
        head = _subject_of_copula(line, place)
    if head is None:
        return False
    predicate = line.words[place]
    return not predicate.name and not fits(line.words[head].demanded, predicate.attribute)


def _is_noun_described(line: Line, place: int) -> bool:
    """«كانت المنطقة سهلا فسيحا»: a noun that the next adjective describes, of its own gender."""
    after = line.words[place + 1] if place + 1 < len(line) else None
    described = after is not None and is_accusative_adjective(after)
    return described and Pos.NOUN in line.words[place].kinds


def _is_accusative_against(line: Line, place: int) -> bool:
    """«كانت السفينة متجها»: the noun after the copula is none of his."""
    head = _subject_of_copula(line, place)
    bound = place + 1 < len(line) and line.words[place + 1].enclitic
    if (
        head is None
        or _is_noun_described(line, place)
        or (bound and line.words[place + 1].maybe_nominal)
    ):
        return False
    return not fits(line.words[head].demanded, _SUFFIXES["ه"])


def _ends_her_clause(line: Line, place: int) -> bool:
    """«كانت ساحقا.», «كانت مدرجا على»: after her copula, and no noun of his is to come."""
    if not _is_her_copula(line.words[place - 1]):
        return False
    after = line.words[place + 1] if place + 1 < len(line) else None
    mark = after is None or not (after.readings or after.form.isalnum())
    state = all(one.participle for one in line.words[place].readings)
    return mark or (state and after is not None and is_preposition(after) and not after.enclitic)


def _is_her_copula(copula: Word) -> bool:
    verbs = copula.verbs & (word_list("pure_copulas") | {"كان", "أصبح", "بقي", "ظل", "بات"})
    she = bool(copula.verb) and copula.verb <= {("f", "s"), ("f", "p")}
    return copula.verbal and bool(verbs) and she


def _after_her_copula(line: Line, place: int) -> bool:
    """«كانت محدود», «ستبقى مغلق»: the copula's own subject is feminine, and stands before it."""
    current = line.words[place]
    if not (_is_her_copula(line.words[place - 1]) and current.attribute == {("m", "s")}):
        return False
    after = line.words[place + 1] if place + 1 < len(line) else None
    return after is None or not (after.maybe_nominal and not after.proclitics)


def may_be_predicate(current: Word) -> bool:
    """Whether anything could make the word the predicate of a topic."""
    return is_accusative_adjective(current) or _is_bare_adjective(current)


def is_pronoun(current: Word) -> bool:
    """«أنه», «بأنها» …: a particle with the pronoun that a predicate goes with."""
    return current.form in _WITH_PRONOUN


def pronoun_before(line: Line, place: int) -> Forms | None:
    """The forms of the pronoun in أنه, بأنها … at ``place``; None if there is none."""
    return _WITH_PRONOUN.get(line.words[place].form)


def predicate_against_pronoun(line: Line, place: int) -> bool:
    """«بأنها ضخم», «إنه انتظروا»."""
    forms = pronoun_before(line, place - 1)
    if forms is None:
        return False
    current = line.words[place]
    if _is_predicate(line, place) and current.attribute:
        return not fits(forms, current.attribute)
    sure = current.verbal or _is_verb_before_preposition(line, place)
    if not sure or not current.verb or current.may_have_enclitic:
        return False
    if forms == _SUFFIXES["ه"]:
        several = all(number != "s" for _, number in current.verb)
        return several or _speaks_of_her(line, place)
    if current.verbs & word_list("impersonal_verbs") or fits(forms, current.verb):
        return False
    return not may_have_other_subject(line, place, forms)


def _speaks_of_her(line: Line, place: int) -> bool:
    """«إنه ستضاعف»: a feminine verb that has no subject but the pronoun «ه» before it."""
    verb = line.words[place]
    if not all(form == ("f", "s") for form in verb.verb) or verb.verbs & {"ليس"}:
        return False
    return not any(
        may_begin_phrase(line, one, verb=place) and fits(line.words[one].opening or _HER, _HER)
        for one in range(place + 1, clause_end(line, place + 1))
    )


def _is_verb_before_preposition(line: Line, place: int) -> bool:
    """«أنها فشل في»: what is a noun too, but has the preposition of the verb."""
    current = line.words[place]
    if current.kinds != {Pos.VERB, Pos.NOUN} or place + 1 == len(line) or current.proclitics:
        return False
    one_word = bool(current.verbs & current.lemmas)
    return one_word and line.form(place + 1) in {"في", "من", "على", "إلى", "عن"}


def pronoun_against_object(line: Line, place: int) -> bool:
    """«وصفت الهجوم بأنها»: the pronoun cannot stand for the object described."""
    forms = pronoun_before(line, place)
    if forms is None or not line.words[place].form.startswith("ب") or place < 2:
        return False
    if not any(line.words[one].verbs & _DESCRIBING for one in range(max(0, place - 8), place)):
        return False
    heads = candidate_heads(line, place - 1)
    if not heads or not line.words[heads[-1]].substantive:
        return False
    return not any(_may_stand_for(line.words[head], forms) for head in heads)


def _may_stand_for(noun: Word, forms: Forms) -> bool:
    return noun.maybe_nominal and fits(noun.demanded, forms)


def _is_predicate(line: Line, place: int) -> bool:
    """An indefinite adjective that nothing after it makes into something else."""
    current = line.words[place]
    if not _is_bare_adjective(current):
        return False
    if place + 1 == len(line):
        return True
    after = line.words[place + 1]
    if current.lemmas & word_list("quantities") or (after.maybe_nominal and after.enclitic):
        return False
    return not has_pronoun(line, place + 1, min(len(line), place + 3), _ANY)


def _is_bare_adjective(current: Word) -> bool:
    if not (current.kinds - {Pos.NAME} <= _OPEN and current.bare and not current.proclitics):
        return False
    return (current.adjectival or _only_adjective(current)) and not current.form.endswith("ا")


@lru_cache(maxsize=1 << 16)
def is_accusative(current: Word) -> bool:
    """In the accusative with tanwin; the dual before a second term is written the same."""
    nominal = [one for one in current.readings if one.pos in {Pos.NOUN, Pos.ADJECTIVE}]
    return bool(nominal) and all(
        one.state == "i" or (one.number == "d" and one.state == "c") for one in nominal
    )


@lru_cache(maxsize=1 << 16)
def is_accusative_adjective(current: Word) -> bool:
    """«متجها», «خاليا»: an adjective or a participle of state in the accusative, masculine."""
    if not current.form.endswith("ا") or not current.maybe_nominal or current.proclitics:
        return False
    if current.form in word_list("adverbials"):
        return False
    known = current.lemmas & word_list("attributes") or Pos.NOUN not in current.kinds
    state = current.form.startswith("مت") and all(one.participle for one in current.readings)
    plain = current.kinds <= {Pos.NOUN, Pos.ADJECTIVE, Pos.ADVERB}
    fixed = current.lemmas & word_list("uninflected")
    return (
        plain
        and is_accusative(current)
        and bool(known or state)
        and not fixed
        and not current.nisba
    )


def _only_adjective(current: Word) -> bool:
    return current.kinds == {Pos.ADJECTIVE}


def _subject_of_copula(line: Line, place: int) -> int | None:
    """The noun after كان, أصبح, ما زال … if only its phrase stands before ``place``."""
    for verb in range(place - 2, max(-1, place - 8), -1):
        current = line.words[verb]
        if current.verbs & word_list("pure_copulas"):
            start = verb + 1 + (line.words[verb + 1].kinds == {Pos.DEMONSTRATIVE})
            head = line.words[start]
            ready = head.substantive and Pos.NOUN in head.kinds and not head.tanwin
            if ready and not head.lemmas & word_list("quantities"):
                return start if start < place and is_one_phrase(line, start, place) else None
            return None
        if current.kinds == {Pos.DEMONSTRATIVE}:
            continue
        if not current.nominal or is_preposition(current):
            return None
    return None
