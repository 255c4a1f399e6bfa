"""Verbs whose nearest nouns are of another gender or number."""

from __future__ import annotations

import re

from ....detect import Condition
from ....model import Pos
from ..morphology.lexicon import words as word_list
from ..syntax.agreement import Forms, Line, Word, is_rare
from ..syntax.attributive_verbs import speaks_to_someone
from ..syntax.nominal import fits, is_preposition
from ..syntax.verbs import (
    RELATIVES,
    clause_end,
    first_free_noun,
    has_pronoun,
    is_impersonal_passive,
    may_act,
    may_have_other_subject,
)
from .doubt import Doubt, Guess
from .flips import agreeing
from .partners import heads_before, pronoun

_PASSED_OVER = frozenset({"قد", "لم", "لن", "لا", "سوف", "لقد", "وقد", "ولم", "ولن", "ولا", "ما"})
_NOUN_LIKE = frozenset({"من", "لمن", "ما", "مما", "ممن", "ومن", "بما", "عما", "بمن", "كما"})
_EITHER: Forms = frozenset({("m", "s"), ("f", "s")})
_MUTUAL = re.compile(r"^[وف]?ت.ا..$")  # «تبادل»: he did, or she does
_PARTS = frozenset({"بعض", "كل", "جميع", "معظم", "أغلب", "أي", "كافة", "سائر"})
_REACH = 5
_FURTHEST = 12
_EARLIEST = 4
_MOST = 3


def _is_verb(current: Word) -> bool:
    sure = current.verbal or (Pos.VERB in current.kinds and current.verb_use > current.noun_use)
    return sure and bool(current.verb)


def _before_subject(line: Line, place: int) -> Guess | None:
    """«أدى الفيضانات»: nothing before the verb is its subject, nor the noun near after it."""
    verb, after = line.words[place], _after(line, place)
    if after and _is_subject(verb, line.words[place + 1]):
        after = after[:1]
    if not after or any(fits(forms, verb.verb) for forms in after) or _before(line, place):
        return None
    if line.form(place - 1) in _NOUN_LIKE or is_rare(verb):
        return None
    noun = line.words[place + 1]
    if _is_of_several(verb) and not (noun.article and fits(noun.demanded, verb.verb)):
        return None
    if not _may_have_no_other(line, place):
        return None
    return Guess(place, place, agreeing(line.form(place), after[:1], Pos.VERB))


def _is_subject(verb: Word, noun: Word) -> bool:
    """Whether the noun right after the verb is its subject, whatever else follows."""
    if noun.name or not noun.maybe_nominal or noun.proclitics:
        return False
    return may_act(noun) or ("كان" in verb.verbs and noun.article)


def _may_have_no_other(line: Line, place: int) -> bool:
    """Whether the noun after the verb is its subject, not the object of one that is unsaid."""
    verb, noun = line.words[place], line.words[place + 1]
    if verb.verbs <= word_list("intransitive_verbs") | {"كان"}:
        return noun.article or "كان" not in verb.verbs
    if noun.form.endswith("ين") or _MUTUAL.search(verb.form) or (not place and not line.first):
        return False
    alone = not _fits_earlier(line, place) and (line.first or place > _EARLIEST)
    return alone or may_act(noun)


def _after_subject(line: Line, place: int) -> Guess | None:
    """«السيارة التي استخدم»: what stands before the verb does not fit, and needs no pronoun."""
    verb, before = line.words[place], _before(line, place)
    if not before or any(fits(forms, verb.verb) for forms in before):
        return None
    if verb.proclitics & {"و", "ف"} or _is_counted(line, place) or is_rare(verb):
        return None
    if _is_governed(line, place) and _may_have_other(line, place):
        return None
    mine = verb.form.endswith("ت") and speaks_to_someone(line)  # «الذين اعتقدت أنني»
    if mine or any(has_pronoun(line, place, place + 1, forms) for forms in before):
        return None
    if any(_may_be_of_other(line, place, forms) for forms in before):
        return None
    return Guess(place, place, agreeing(line.form(place), before, Pos.VERB))


def _unsaid_subject(line: Line, place: int) -> Guess | None:
    """«وأضاف في بيان»: no noun of the sentence before or after the verb may be its subject."""
    verb = line.words[place]
    if place < _EARLIEST or _before(line, place) or _after(line, place):
        return None
    if line.form(place - 1) in _NOUN_LIKE or is_rare(verb) or _fits_earlier(line, place):
        return None
    impersonal = verb.verbs & word_list("impersonal_verbs") or is_impersonal_passive(line, place)
    if impersonal or len({gender for gender, _ in verb.verb}) != 1:
        return None
    wanted = [one.subject for one in reversed(line.words[:place]) if one.subject][:_MOST]
    return Guess(place, place, agreeing(line.form(place), wanted, Pos.VERB))


def _last_before(line: Line, place: int) -> int:
    """The place before the verb and its قد, لم, لا; -1 at the beginning."""
    last = place - 1
    while last >= 0 and line.form(last) in _PASSED_OVER:
        last -= 1
    return last


def _is_counted(line: Line, place: int) -> bool:
    """Whether the nouns before the verb are counted or joined by و."""
    numbers = {number for _, number in line.words[place].verb}
    if "s" not in numbers:
        joined = any("و" in one.proclitics and one.maybe_nominal for one in line.words[:place])
        return joined or numbers == {"d"}  # of two: hardly ever said by mistake
    heads = heads_before(line, _last_before(line, place))
    near = line.words[max(0, heads[-1] - 2) : place] if heads else ()
    counts = word_list("quantities")
    return any(
        Pos.NUMERAL in one.kinds or one.lemmas & counts or ("و" in one.proclitics and one.nominal)
        for one in near
    )


def _is_governed(line: Line, place: int) -> bool:
    """Whether a preposition or another verb stands before the phrase before the verb."""
    heads = heads_before(line, _last_before(line, place))
    first = heads[-1] if heads else 0
    linked = bool(heads) and bool(line.words[first].proclitics & {"ب", "ل", "ك"})
    before = line.words[first - 1] if first else None
    return linked or (before is not None and (is_preposition(before) or before.verbal))


def _may_be_of_other(line: Line, place: int, topic: Forms) -> bool:
    """«الشركة استقال مديرها»: another subject, bound to the topic by a pronoun."""
    if not may_have_other_subject(line, place, topic):
        return False
    subject = first_free_noun(line, place + 1, clause_end(line, place + 1))
    return subject is None or may_act(line.words[subject]) or line.words[subject].enclitic


def _may_have_other(line: Line, place: int) -> bool:
    """Whether a noun after the verb, or one farther before it, may be its subject.

    Not so of one before where the verb describes a bare noun: «في رحلة يستغرق».
    """
    forms, noun = line.words[place].verb, line.words[place - 1]
    if any(fits(one, forms) for one in _after(line, place)):
        return True
    described = noun.bare and noun.kinds == {Pos.NOUN} and not noun.tanwin
    return not described and _fits_earlier(line, place)


def _is_of_several(verb: Word) -> bool:
    return all(number != "s" for _, number in verb.verb)


def _fits_earlier(line: Line, place: int) -> bool:
    """Whether a noun, a verb or a pronoun earlier in the line may have the verb's subject."""
    forms = line.words[place].verb
    return any(
        fits(one.subject, forms) or fits(one.verb, forms) or fits(pronoun(one), forms)
        for one in line.words[max(0, place - _FURTHEST) : place]
    )


def _before(line: Line, place: int) -> list[Forms]:
    """Forms of what stands before the verb: a relative, a pronoun, the phrase of a noun."""
    last = _last_before(line, place)
    if last < 0:
        return []
    current, form = line.words[last], line.form(last)
    relative = RELATIVES.get(form) or RELATIVES.get(form[1:] if form[:1] in "وف" else "")
    if relative:
        return [relative]
    if not current.maybe_nominal:
        shown = pronoun(current) if not is_preposition(current) else frozenset()
        return [shown] if shown else []
    heads = heads_before(line, last)
    if any(line.words[head].name for head in heads):
        return [_EITHER]
    return [line.words[head].subject for head in heads]


def _after(line: Line, place: int) -> list[Forms]:
    """Forms of a verb before the nouns near after it that no preposition governs."""
    found = []
    governed = False
    for at in range(place + 1, min(clause_end(line, place + 1), place + 1 + _REACH)):
        current = line.words[at]
        if is_preposition(current) or current.proclitics & {"ب", "ل", "ك"}:
            governed = True
        elif current.maybe_nominal:
            if not governed and not current.lemmas & word_list("times"):
                if (
                    current.form in _PARTS
                    or current.name
                    or current.tanwin
                    or current.lemmas & word_list("quantities")
                ):
                    found.append(_EITHER)
                found.append(current.opening)
            governed = current.bare and not current.name
        elif not current.kinds or current.kinds & {Pos.NUMERAL, Pos.FOREIGN}:
            found.append(_EITHER)
        elif Pos.VERB in current.kinds or Pos.CONJUNCTION in current.kinds:
            break
    return found


BEFORE_SUBJECT = Doubt(Condition(_is_verb), _before_subject)
AFTER_SUBJECT = Doubt(Condition(_is_verb), _after_subject)
UNSAID_SUBJECT = Doubt(Condition(_is_verb), _unsaid_subject)
