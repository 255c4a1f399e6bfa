"""Verbs set apart from what they speak of: by a parenthesis, a relative clause, a pronoun."""

from __future__ import annotations

from functools import lru_cache

from ....model import Pos
from ..morphology.lexicon import words as word_list
from .agreement import Forms, Line, Word
from .attributive_verbs import own_clause_end, speaks_to_someone
from .nominal import MINISTRIES, candidate_heads, fits
from .predicative import past_phrases
from .tagging import mostly_verb
from .topics import may_follow_topic, topic_before
from .verbs import (
    CALLED_BY,
    COMPLEMENTISERS,
    RELATIVES,
    clause_end,
    clause_start,
    first_free_noun,
    has_pronoun,
    is_adverbial,
    may_have_other_subject,
)

_COMMAS = frozenset("،,")
_MARKS = frozenset("،,.؛:!؟?()[]…")
# What a parenthesis begins with that speaks of the noun before it.
_ASIDES = frozenset({"وهو", "وهي", "وهم", "وهما", "على", "رغم"}) | RELATIVES.keys()
_SUBORDINATORS = frozenset({
    "عندما", "حين", "حينما", "بعدما", "إذا", "لو", "كلما", "لما", "حيث", "إذ", "كما", "ما", "مما",
    "قد", "وقد", "كان", "كانت", "بينما", "فيما", "حتى", "كيف", "لأن", "منذ", "لكن", "ثم", "أو",
    "إن",
})  # fmt: skip
_OBJECTS: dict[str, Forms] = {
    "ه": frozenset({("m", "s")}),
    "ها": frozenset({("f", "s"), ("f", "p"), ("", "p")}),
}
_TWO_OF_THEM: Forms = frozenset({("m", "d"), ("f", "d"), ("m", "p"), ("f", "p"), ("", "p")})
_WITH_HIM = frozenset({"إنه", "إنها", "أنه", "أنها", "وإنه", "وإنها", "وأنه", "وأنها"})
_HIM: Forms = frozenset({("m", "s"), ("f", "s")})
_WOMEN: Forms = frozenset({("f", "p")})
_LEAST_ASIDE, _LONGEST = 2, 14


def verb_past_aside(line: Line, place: int) -> bool:
    """«أن العاصفة، وهي الثالثة في شهر، سينحسر»: the topic before the parenthesis disagrees."""
    verb, start = line.words[place], clause_start(line, place)
    if line.form(start - 1) not in _COMMAS or not _may_be_apart(verb):
        return False
    opened = _opening_comma(line, start - 1)
    if opened is None or line.form(opened + 1) not in _ASIDES:
        return False
    topic = topic_before(line, opened)
    return topic is not None and _opposes(line, place, topic)


def verb_past_relative(line: Line, place: int) -> bool:
    """«إن العمال الذين عادوا إلى المصنع يستحق»: one verb of the clause, then the predicate's."""
    verb, start = line.words[place], clause_start(line, place)
    if not _may_be_apart(verb) or not start:
        return False
    for relative in range(start - 2, max(0, start - _LONGEST), -1):
        if line.form(relative) in RELATIVES:
            inner = relative + 1 + (line.form(relative + 1) in {"قد", "لم", "لا", "لن"})
            if not line.words[inner].verb or past_phrases(line, inner + 1) != start:
                return False
            topic = topic_before(line, relative)
            return topic is not None and _opposes(line, place, topic)
    return False


def _opening_comma(line: Line, closing: int) -> int | None:
    for place in range(closing - _LEAST_ASIDE, max(0, closing - _LONGEST), -1):
        if line.form(place) in _COMMAS:
            return place
        if line.form(place) in _MARKS:
            return None
    return None


@lru_cache(maxsize=1 << 16)
def _may_be_apart(verb: Word) -> bool:
    """A verb of the third person alone that is not impersonal and has no object as a suffix."""
    sure = verb.verbal or mostly_verb(verb)
    return sure and may_follow_topic(verb) and not verb.enclitic


def _opposes(line: Line, place: int, topic: int) -> bool:
    """Whether the verb has no subject of its own, nor any form of the topic."""
    verb, noun = line.words[place], line.words[topic]
    if noun.form in MINISTRIES or fits(noun.subject, verb.verb - _WOMEN):
        return False
    if noun.lemmas & (CALLED_BY | word_list("quantities") | word_list("collectives")):
        return False
    if may_have_other_subject(line, place, noun.subject):
        return False
    end = clause_end(line, place + 1)
    own = first_free_noun(line, place + 1, end)
    if own is not None and not line.words[own].opening.isdisjoint(verb.verb):
        return not has_pronoun(line, place + 1, end, noun.subject) and _acts(verb)
    return True


def _acts(verb: Word) -> bool:
    return bool(verb.verbs & (word_list("agentive_verbs") | word_list("speaking_verbs")))


def verb_of_pair(line: Line, place: int) -> bool:
    """«إن الرجل وشقيقه تقاضى», «إنه وزوجته يعاني»: two people and a verb of one."""
    start = clause_start(line, place)
    if start < 2 or not _may_be_apart(line.words[place]):
        return False
    second, first = line.words[start - 1], line.words[start - 2]
    person = second.maybe_nominal and not second.name and _may_be_person(second)
    if not person or "و" not in second.proclitics or not (second.enclitic or second.article):
        return False
    if fits(_TWO_OF_THEM, line.words[place].verb) or not fits(second.subject, _HIM):
        return False
    if first.form in _WITH_HIM:
        return True
    one = first.nominal and _may_be_person(first) and first.article and not first.proclitics
    return one and line.form(start - 3) in COMPLEMENTISERS


def _may_be_person(noun: Word) -> bool:
    return any(one.human for one in noun.readings)


def object_against_relative(line: Line, place: int) -> bool:
    """«الكنائس التي هجره المصلون»: neither the verb nor its suffix can be of the noun before."""
    verb, start = line.words[place], clause_start(line, place)
    forms = RELATIVES.get(line.form(start - 1)) if start else None
    if forms is None or not _bears_another(verb, forms) or is_adverbial(line, start - 1):
        return False
    return not has_pronoun(line, place + 1, own_clause_end(line, place), forms)


def object_against_indefinite(line: Line, place: int) -> bool:
    """«تسلم رسائل تبادله المتهم ومعاونوه»: as after a relative, right after the noun."""
    verb = line.words[place]
    if not verb.verbal or not _is_past(line, place) or not _described(line, place):
        return False
    heads = candidate_heads(line, place - 1) or ()
    return bool(heads) and all(
        _bears_another(verb, line.words[one].subject)
        and not has_pronoun(line, place + 1, own_clause_end(line, place), line.words[one].subject)
        for one in heads
    )


def _bears_another(verb: Word, forms: Forms) -> bool:
    """A verb that disagrees with the forms, as does the pronoun on it."""
    if not verb.verb or not verb.enclitic or fits(forms, verb.verb):
        return False
    if verb.verbs & (word_list("ditransitive_verbs") | word_list("impersonal_verbs")):
        return False
    borne = {one.enclitic for one in verb.readings if one.pos is Pos.VERB}
    return all(one in _OBJECTS and not fits(_OBJECTS[one], forms) for one in borne)


def verb_against_described(line: Line, place: int) -> bool:
    """«أدلت بإفادة استغرق», «شاهد حريقا دمرت»: a past verb right after an indefinite noun.

    A verb has opened the clause, so that this one can but describe the noun.
    """
    verb = line.words[place]
    if not _may_be_apart(verb) or not _is_past(line, place) or not _described(line, place):
        return False
    if ("f", "s") in verb.verb and speaks_to_someone(line):
        return False
    start, end = clause_start(line, place), own_clause_end(line, place)
    heads = candidate_heads(line, start - 1) or ()
    if not heads or not all(_is_plain(line.words[one]) for one in heads):
        return False
    own = first_free_noun(line, place + 1, end)
    alone = own is None or line.words[own].opening.isdisjoint(verb.verb)
    return alone and not any(
        fits(line.words[one].subject, verb.verb)
        or has_pronoun(line, place + 1, end, line.words[one].subject)
        for one in heads
    )


def _is_past(line: Line, place: int) -> bool:
    """A verb in the perfect, or one after «لم»."""
    if line.form(place - 1) == "لم":
        return True
    current = line.words[place]
    return (
        not current.proclitics
        and clause_start(line, place) == place
        and all(one.aspect == "perfect" for one in current.readings if one.pos is Pos.VERB)
    )


def _described(line: Line, place: int) -> bool:
    """Whether an indefinite noun stands right before, in a clause with its verb at the front."""
    noun = clause_start(line, place) - 1
    if noun < 1 or not _is_plain(line.words[noun]):
        return False
    start = noun
    while start and line.form(start - 1) not in _MARKS:
        start -= 1
    words = line.words[start:noun]
    if any(
        one.form in COMPLEMENTISERS | _SUBORDINATORS
        or one.kinds & {Pos.RELATIVE, Pos.PRONOUN}
        or one.verbs & (word_list("copulas") | word_list("loose_verbs"))
        for one in words
    ):
        return False
    return bool(words) and words[0].verbal and sum(one.verbal for one in words) == 1


@lru_cache(maxsize=1 << 16)
def _is_plain(noun: Word) -> bool:
    """An indefinite noun or adjective, no name, nothing of time or number."""
    plain = noun.bare and noun.nominal and not noun.name and not noun.may_have_enclitic
    apart = word_list("times") | word_list("quantities") | word_list("collectives") | CALLED_BY
    return plain and not noun.lemmas & apart and noun.form not in word_list("adverbials")


def is_apart(current: Word) -> bool:
    """A verb of the third person, whatever it bears."""
    return bool(current.verb)
