"""Verbs after what they speak of: the antecedent of a relative clause, the topic of a sentence."""

from __future__ import annotations

from functools import lru_cache

from ....model import Pos
from ..morphology.lexicon import words as word_list
from .agreement import Forms, Line, Word
from .nominal import MINISTRIES, candidate_heads, fits, is_preposition
from .phrases import may_begin_phrase
from .predicative import past_phrases, phrase_end
from .verbs import (
    COMPLEMENTISERS,
    RELATIVES,
    clause_end,
    clause_start,
    first_free_noun,
    has_pronoun,
    is_adverbial,
    is_verb_here,
    may_act,
    may_have_other_subject,
)

_FURTHEST = 12
_MINE = frozenset({"ي", "ني", "نا", "ك", "كم"})
_WOMEN: Forms = frozenset({("f", "p")})
_SEVERAL: Forms = frozenset({("", "p")})


def relative_against_noun(line: Line, place: int) -> bool:
    """«عقوبة قد يصل إلى», «المدعية التي تولى»: no subject but the noun before, which disagrees."""
    verb = line.words[place]
    forms = _antecedent(line, place)
    if forms is None or not is_verb_here(line, place) or fits(forms, verb.verb):
        return False
    end = own_clause_end(line, place)
    if has_pronoun(line, place + 1, end, forms):
        return False
    return _is_alone_in(line, place, end) or _has_no_subject(line, place, end)


def _has_no_subject(line: Line, place: int, end: int) -> bool:
    """Whether a verb that needs one has no noun after it that may be its subject."""
    verb = line.words[place]
    if verb.verbs & word_list("loose_verbs"):
        return False
    subject = first_free_noun(line, place + 1, end)
    acts = bool(verb.verbs & (word_list("agentive_verbs") | word_list("speaking_verbs")))
    if subject is None or not _may_be_subject(line.words[subject], verb):
        return acts or _has_complement(line, place + 1)
    return acts and not may_act(line.words[subject])


def may_be_of_relative(verb: Word) -> bool:
    """A verb that without a pronoun of its own may speak of what stands before it."""
    if not verb.verb or verb.may_have_enclitic or verb.proclitics - {"س"}:
        return False
    return not verb.verbs & word_list("impersonal_verbs") or ("m", "s") not in verb.verb


def own_clause_end(line: Line, verb: int) -> int:
    """Where the verb's clause surely ends: at a mark, a relative, «أن», or a verb joined by و."""
    end = clause_end(line, verb + 1)
    for place in range(verb + 2, end):
        current = line.words[place]
        joined = current.verbal and current.proclitics & {"و", "ف"}
        told = (
            current.form in COMPLEMENTISERS
            or current.form.removesuffix("ا")[:-1] in COMPLEMENTISERS
        )
        if joined or told or _relative(current.form):
            return place
    return end


def _is_alone_in(line: Line, verb: int, end: int) -> bool:
    """Whether a relative clause has no noun that acts and may be the verb's subject."""
    relative = before_tense(line, verb)
    she = ("f", "s") in line.words[verb].verb  # written like "I …" or "you …"
    if not _relative(line.form(relative)) or (she and speaks_to_someone(line)):
        return False
    if is_adverbial(line, relative):
        return False
    return not any(
        may_begin_phrase(line, place, verb=verb)
        and may_act(line.words[place])
        and fits(line.words[place].opening or line.words[verb].verb, line.words[verb].verb)
        for place in range(verb + 1, end)
    )


def speaks_to_someone(line: Line) -> bool:
    """Whether the line has a word of the first or second person, beside which «قلت» is "I said"."""
    return any(
        (one.readings and all(hit.person in {"1", "2"} for hit in one.readings))
        or (one.enclitic and all(hit.enclitic in _MINE for hit in one.readings))
        for one in line.words
    )


def _relative(form: str) -> Forms | None:
    return RELATIVES.get(form) or RELATIVES.get(form[1:] if form[:1] in {"و", "ف"} else "")


def before_tense(line: Line, verb: int) -> int:
    """The place before the verb and its قد, لم, لا …"""
    return clause_start(line, verb) - 1


def _has_complement(line: Line, place: int) -> bool:
    """A preposition or a clause right after the verb, so that no subject follows."""
    if place >= len(line):
        return False
    after = line.words[place]
    linked = after.maybe_nominal and bool(after.proclitics & {"ل", "ب"})
    return is_preposition(after) or linked or after.form in COMPLEMENTISERS


def _relative_fits(line: Line, place: int, forms: Forms) -> bool:
    """Whether the relative pronoun agrees with the word before it, a comma aside."""
    last = place - 2 if line.form(place - 1) in {"،", ","} else place - 1
    if last < 0:
        return False
    heads = candidate_heads(line, last, near=True) or (last,)
    return any(line.words[one].name or fits(line.words[one].demanded, forms) for one in heads)


def _may_be_subject(noun: Word, verb: Word) -> bool:
    extent = noun.lemmas & (word_list("times") | word_list("quantities"))
    return not extent and fits(noun.opening, verb.verb)


def _antecedent(line: Line, verb: int) -> Forms | None:
    """The forms of what a verb after الذي, التي or after an indefinite noun and قد speaks of."""
    start = before_tense(line, verb)
    found = _relative(line.form(start)) if start >= 0 else None
    if found is not None:
        return found if _relative_fits(line, start, found) else None
    before = line.form(verb - 1)
    if before != "قد" or verb < 2:
        return None
    noun = line.words[verb - 2]
    sure = noun.substantive and noun.bare and Pos.NOUN in noun.kinds and not noun.name
    earlier = line.words[verb - 3] if verb > 2 else None
    alone = earlier is not None and (earlier.verbal or earlier.article or is_preposition(earlier))
    return noun.subject if sure and alone and not noun.lemmas & word_list("quantities") else None


def verb_after_topic(line: Line, place: int) -> bool:
    """Whether the verb at ``place`` cannot have the noun phrase before it, its subject."""
    verb = line.words[place]
    if not (is_verb_here(line, place) or _is_deed_or_noun(verb)):
        return False
    if verb.form.endswith("ا") and line.words[place - 1].lemmas & word_list("uninflected"):
        return False  # «الأكثر تضررا»: what is compared, not a verb in the dual
    topic = topic_before(line, clause_start(line, place))
    if topic is None:
        return False
    if not (is_verb_here(line, place) or _acts_here(verb, line.words[topic])):
        return False
    pointed = topic > 0 and line.form(topic - 1) in {"هذه", "تلك"}
    forms = frozenset({("f", "s")}) if pointed else line.words[topic].subject
    # «السلطات أعلن», «الأسعار انخفضوا»: only people take the verbs of women and of men.
    things = not any(one.human or one.pos is Pos.NAME for one in line.words[topic].readings)
    offered = verb.verb - _WOMEN if things else verb.verb
    if things and not line.words[topic].lemmas & word_list("collectives"):
        forms -= _SEVERAL
    if line.words[topic].form in MINISTRIES or not offered or fits(forms, offered):
        return False
    return _is_alone(line, place, forms)


def may_follow_topic(verb: Word) -> bool:
    """A verb that the noun before it may be the subject of."""
    if not verb.verb or verb.may_have_enclitic or verb.proclitics - {"س"}:
        return False
    return not verb.verbs & word_list("impersonal_verbs")


def _is_alone(line: Line, place: int, forms: Forms) -> bool:
    """Whether the verb has no subject of its own, bound to the topic by a pronoun."""
    verb = line.words[place]
    if not verb.verbs & word_list("loose_verbs"):
        return not may_have_other_subject(line, place, forms)
    if ("m", "s") in verb.verb:
        return not has_pronoun(line, place + 1, clause_end(line, place + 1), forms)
    after = line.words[place + 1] if place + 1 < len(line) else None
    if after is not None and (
        Pos.VERB in after.kinds or (after.maybe_nominal and fits(after.opening, verb.verb))
    ):
        return False
    return not may_have_other_subject(line, place, forms)


def _acts_here(verb: Word, topic: Word) -> bool:
    """«إن الحكومة رفض»: a noun like «رفض» is no predicate of a person or a body."""
    if not _is_deed_or_noun(verb):
        return False
    known = topic.article or topic.bare
    return known and (topic.human or bool(topic.lemmas & word_list("bodies")))


@lru_cache(maxsize=1 << 16)
def _is_deed_or_noun(verb: Word) -> bool:
    """«رفض»: a verb of deeds or speech, and the noun of the same."""
    if verb.kinds != {Pos.VERB, Pos.NOUN}:
        return False
    acts = verb.verbs & (word_list("agentive_verbs") | word_list("speaking_verbs"))
    return bool(acts) and verb.lemmas <= acts


def topic_before(line: Line, verb: int) -> int | None:
    """Where the noun is that surely is the topic of the clause, its phrase ending at ``verb``."""
    start = _topic_start(line, verb)
    if start is None:
        return _topic_with_phrases(line, verb)
    head = line.words[start]
    colloquial = any(current.form in {"اللي", "الي"} for current in line.words[start:verb])
    if (
        colloquial
        or head.lemmas & word_list("quantities")
        or not head.substantive
        or Pos.NOUN not in head.kinds
    ):
        return None
    if not head.demanded or head.tanwin:
        return None
    return start if is_one_phrase(line, start, verb) else None


def _topic_with_phrases(line: Line, verb: int) -> int | None:
    """«إن المسؤولين في الوزارة»: the topic after إن where phrases alone stand before the verb."""
    for place in range(verb - 3, max(-1, verb - _FURTHEST), -1):
        if line.form(place) not in COMPLEMENTISERS:
            if Pos.VERB in line.words[place].kinds and line.words[place].verbal:
                return None
            continue
        start = place + 1 + (line.form(place + 1) in {"هذه", "تلك", "هذا"})
        head = line.words[start]
        sure = head.substantive and Pos.NOUN in head.kinds and not head.name and head.demanded
        if not sure or head.lemmas & word_list("quantities") or head.tanwin:
            return None
        end = phrase_end(line, start)
        return start if end is not None and past_phrases(line, end) == verb else None
    return None


def _topic_start(line: Line, verb: int) -> int | None:
    """The word after إن or أن, if only a noun phrase can stand between it and the verb."""
    for place in range(verb - 1, max(-1, verb - 7), -1):
        current = line.words[place]
        if current.form in COMPLEMENTISERS or current.verbs & {"كان"}:
            start = place + 1 + (line.form(place + 1) in {"هذه", "تلك", "هذا"})
            return start if start < verb else None
        if current.nominal and (place == 0 or _opens_speech(line, place)):
            return place
        if current.kinds == {Pos.DEMONSTRATIVE}:
            continue
        if not line.words[place].nominal:
            return None
    return None


def _opens_speech(line: Line, place: int) -> bool:
    """Whether a quotation begins with the word, behind a colon."""
    return line.form(place - 1) == ":"


def is_one_phrase(line: Line, start: int, end: int) -> bool:
    """Whether the words make one definite noun phrase whose head is the first."""
    definite = False
    for place in range(start, end):
        current = line.words[place]
        if not current.maybe_nominal:
            return False
        if current.proclitics and not (place == start == 0 and current.proclitics == {"و"}):
            return False
        if place > start and not definite and not line.words[place - 1].bare:
            return False
        if definite and not (current.article or current.name):
            return False
        definite = definite or current.article or current.enclitic or current.name
    return definite
