"""Verbs after what they speak of: the antecedent of a relative clause, the topic of a sentence."""

from __future__ import annotations

from functools import lru_cache

from ....model import Pos
from ..morphology.lexicon import words as word_list
from .agreement import Forms, Line, Word, is_rare
from .nominal import MINISTRIES, fits, names_country
from .predicative import past_phrases, phrase_end
from .tagging import mostly_verb
from .verbs import (
    CALLED_BY,
    COMPLEMENTISERS,
    clause_end,
    clause_start,
    has_pronoun,
    is_verb_here,
    may_have_other_subject,
    stands_for_clause,
)

_FURTHEST = 12
# Of what counts some what bears the pronoun of those counted: «معظمهم وقعوا»; not «فريقها قرر».
_SHARES = frozenset({
    "كل", "جميع", "بعض", "معظم", "غالبية", "أغلبية", "أغلب", "أكثرية", "أكثر", "كثير", "قليل",
    "عدد", "نصف", "ثلث", "ربع", "كلا", "كلتا", "أحد", "إحدى", "بقية", "باقي", "سائر", "كافة", "قلة",
})  # fmt: skip
_SURE_NAMES = frozenset({"name:country", "name:given"})
_WOMEN: Forms = frozenset({("f", "p")})
_SEVERAL: Forms = frozenset({("", "p")})


def verb_after_topic(line: Line, place: int) -> bool:
    """Whether the verb at ``place`` cannot have the noun phrase before it, its subject."""
    verb = line.words[place]
    if not (is_verb_here(line, place) or _is_deed_or_noun(verb) or mostly_verb(verb)):
        return False
    # «الأكثر تضررا»: what is compared, not a verb in the dual.
    compared = verb.form.endswith("ا") and line.words[place - 1].lemmas & word_list("uninflected")
    if compared or stands_for_clause(line, place) or is_quoted_apart(line, place):
        return False
    topic = topic_before(line, clause_start(line, place))
    if topic is None or not _is_its_verb(line, place, topic) or names_country(line, topic):
        return False
    if line.form(topic).startswith(("كلا", "كلتا", "وكلا")):
        return False  # «كلاهما يحمل»: the singular is right
    pointed = topic > 0 and line.form(topic - 1) in {"هذه", "تلك"}
    forms = frozenset({("f", "s")}) if pointed else line.words[topic].subject
    # «السلطات أعلن», «الأسعار انخفضوا»: only people take the verbs of women and of men.
    things = not any(one.human or one.pos is Pos.NAME for one in line.words[topic].readings)
    offered = verb.verb - _WOMEN if things else verb.verb
    called = line.words[topic].lemmas & CALLED_BY
    if things and not called and not line.words[topic].lemmas & word_list("collectives"):
        forms -= _SEVERAL
    if line.words[topic].form in MINISTRIES or not offered or fits(forms, offered):
        return False
    return _is_alone(line, place, forms)


def is_quoted_apart(line: Line, place: int) -> bool:
    """«إن اللبوة «نالا» أنجبت»: a title in quotation marks, not the verb that it looks like."""
    first, last = max(0, place - 1), min(len(line) - 1, place + 1)
    return line.tokens[place].quoted and not (line.tokens[first].quoted or line.tokens[last].quoted)


def _is_its_verb(line: Line, place: int, topic: int) -> bool:
    """Whether the word is a verb here, and has not the topic itself for its object."""
    verb, noun = line.words[place], line.words[topic]
    known = is_verb_here(line, place) or _acts_here(verb, noun)
    if not (known or (mostly_verb(verb) and line.words[place - 1].adjectival)):
        return False
    return not (verb.enclitic and has_pronoun(line, place, place + 1, noun.subject))


def may_follow_topic(verb: Word) -> bool:
    """A verb that the noun before it may be the subject of."""
    bound = verb.may_have_enclitic and not verb.enclitic
    if not verb.verb or bound or verb.proclitics - {"س"}:
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
        Pos.VERB in after.kinds
        or (
            after.maybe_nominal
            and not (after.bare and after.adjectival)
            and fits(after.opening, verb.verb)
        )
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
    if colloquial or not _is_topic(head):
        return None
    if is_one_phrase(line, start, verb):
        return start
    return _topic_with_phrases(line, verb)


def _is_topic(head: Word) -> bool:
    """A noun, or a name of known gender that is no club's."""
    if head.kinds == {Pos.NAME}:
        return all(one.gender and one.source in _SURE_NAMES for one in head.readings)
    sure = head.substantive and Pos.NOUN in head.kinds and bool(head.demanded)
    sure = sure and not all(one.source in {"derived", "guess"} for one in head.readings)
    return sure and not (_is_quantity(head) or head.tanwin or is_rare(head))


def _is_quantity(head: Word) -> bool:
    """«عدد», «معظمهم»: the verb may agree with what is counted; not «المجموعة», «فريقها»."""
    counts = head.lemmas & word_list("quantities")
    if head.enclitic:
        counts &= _SHARES
    return bool(counts) and not head.article


def _topic_with_phrases(line: Line, verb: int) -> int | None:
    """«إن المسؤولين في الوزارة»: the topic after إن where phrases alone stand before the verb."""
    for place in range(verb - 3, max(-1, verb - _FURTHEST), -1):
        current = line.words[place]
        if current.form not in COMPLEMENTISERS:
            if current.verbal:
                return None
            continue
        start = place + 1 + (line.form(place + 1) in {"هذه", "تلك", "هذا"})
        head = line.words[start]
        if not _is_topic(head):
            return None
        end = phrase_end(line, start)
        return start if end is not None and past_phrases(line, end) == verb else None
    return None


def _topic_start(line: Line, verb: int) -> int | None:
    """The word after إن or أن, if only a noun phrase can stand between it and the verb."""
    loose = word_list("loose_verbs")
    for place in range(verb - 1, max(-1, verb - 7), -1):
        current = line.words[place]
        if current.form in COMPLEMENTISERS or not current.verbs.isdisjoint(loose):
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
        if definite and current.kinds == {Pos.NOUN} and not current.attribute:
            return False  # «المسؤولون الخطوة»: a second noun phrase
        definite = definite or current.article or current.enclitic or current.name
    return definite
