"""What surrounds verbs: where a subject must stand, and where one may."""

from __future__ import annotations

from ...model import Pos
from .agreement import Forms, Line, Word
from .morphology.lexicon import words as word_list
from .nominal import MINISTRIES, fits, is_preposition

COMPLEMENTISERS = frozenset({
    prefix + form for prefix in ("", "و", "ف", "ب", "ل", "ك", "وب", "ول") for form in ("أن", "إن")
} | {"لأن", "ولأن", "كأن", "لكن", "ولكن", "لعل", "ليت"})  # fmt: skip
_CLAUSE_ENDS = frozenset("،,.؛:!؟?()[]…")
_GOVERNING = frozenset({"ب", "ل", "ك"})
_REACH = 9
_PRONOUNS: dict[str, Forms] = {
    "ه": frozenset({("m", "s")}),
    "ها": frozenset({("f", "s")}),
    "هما": frozenset({("m", "d"), ("f", "d")}),
    "هم": frozenset({("m", "p"), ("", "p")}),
    "هن": frozenset({("f", "p"), ("", "p")}),
}
_RELATIVES: dict[str, Forms] = {"الذي": frozenset({("m", "s")}), "التي": frozenset({("f", "s")})}
_SINGULARS = frozenset({("m", "s"), ("f", "s")})


def clause_end(line: Line, place: int) -> int:
    """The first place from ``place`` on where the clause surely ends, at most nine words on."""
    last = min(len(line), place + _REACH)
    while place < last and line.words[place].form not in _CLAUSE_ENDS:
        place += 1
    return place


def has_pronoun(line: Line, start: int, end: int, forms: Forms) -> bool:
    """Whether a word in the range may bear a suffix that stands for a noun of these forms."""
    return any(
        one.enclitic in _PRONOUNS and fits(forms, _PRONOUNS[one.enclitic])
        for current in line.words[start:end]
        for one in current.readings
    )


def may_have_other_subject(line: Line, verb: int, topic: Forms) -> bool:
    """Whether a noun after the verb may be its subject, bound to the topic by a pronoun.

    «الشركة استقال مديرها», «المدينة يسكنها مليون», «الشركة استقال عدد من موظفيها».
    """
    end = clause_end(line, verb + 1)
    if not has_pronoun(line, verb + 1, end, topic):
        return False
    subject = _first_free_noun(line, verb + 1, end)
    if subject is None or not fits(line.words[subject].opening, line.words[verb].verb):
        return False
    acts = line.words[verb].verbs & (word_list("agentive_verbs") | word_list("speaking_verbs"))
    return not acts or may_act(line.words[subject])


def may_act(noun: Word) -> bool:
    """Whether the noun may be a person or a body, or counts some."""
    people = any(one.human or one.pos is Pos.NAME for one in noun.readings)
    return people or bool(noun.lemmas & (word_list("bodies") | word_list("quantities")))


def _first_free_noun(line: Line, start: int, end: int) -> int | None:
    """The first noun of the range that no preposition governs."""
    governed = False
    for place in range(start, end):
        current = line.words[place]
        if is_preposition(current) or current.proclitics & _GOVERNING:
            governed = True
        elif current.maybe_nominal:
            if not governed:
                return place
            governed = current.bare or (place + 1 < end and line.words[place + 1].article)
        elif Pos.VERB in current.kinds or Pos.CONJUNCTION in current.kinds:
            return None
    return None


def is_third_person_verb(current: Word) -> bool:
    """A verb and nothing else, possibly of the third person."""
    return current.verbal and bool(current.verb)


def verb_before_subject(line: Line, place: int) -> bool:
    """Whether the verb at ``place`` cannot have the noun after it, which must be its subject."""
    verb = line.words[place]
    if place + 1 == len(line) or not (is_third_person_verb(verb) or _opens_as_verb(line, place)):
        return False
    noun = line.words[place + 1]
    if noun.proclitics or not noun.substantive or noun.enclitic or fits(noun.opening, verb.verb):
        return False
    if not _is_finite(line, place) or verb.may_have_enclitic:
        return False
    if all(number == "p" for _, number in verb.verb):
        return _is_plural_before_people(noun)
    return _must_be_subject(verb, noun, line, place + 1)


def _opens_as_verb(line: Line, place: int) -> bool:
    """«وصل السفينة»: a verb that is a noun too, but opens the sentence."""
    current = line.words[place]
    plain = current.kinds == {Pos.VERB, Pos.NOUN} and bool(current.verb)
    noun = any(one.masdar or one.human for one in current.readings)
    return place == 0 and plain and not noun


def _is_finite(line: Line, place: int) -> bool:
    """No topic before it of which the verb may be the predicate."""
    if place == 0:
        return True
    before = line.words[place - 1]
    return not before.maybe_nominal and not before.kinds & {Pos.RELATIVE, Pos.PRONOUN, Pos.VERB}


def _is_plural_before_people(noun: Word) -> bool:
    return noun.human and noun.article and not fits(noun.demanded, _SINGULARS)


def _must_be_subject(verb: Word, noun: Word, line: Line, place: int) -> bool:
    """Whether the noun cannot be the object of the verb, its subject being unsaid."""
    if noun.tanwin or (noun.name and not noun.human) or noun.lemmas & word_list("times"):
        return False
    if verb.verbs <= word_list("intransitive_verbs"):
        return True
    man = noun.kinds == {Pos.NAME} and noun.form.endswith("سكي")
    acts = (noun.human and not noun.name) or man or bool(noun.lemmas & word_list("bodies"))
    if not acts:
        return False
    if verb.verbs & word_list("speaking_verbs"):
        return True
    return bool(verb.verbs & word_list("agentive_verbs")) and _has_object(line, place)


def _has_object(line: Line, noun: int) -> bool:
    """Whether a thing follows the noun phrase directly, so that this must be the subject."""
    end = _phrase_end(line, noun)
    if end is not None and end < len(line) and line.words[end].kinds == {Pos.PREPOSITION}:
        end += line.words[end].enclitic
    if end is None or end >= len(line):
        return False
    thing = line.words[end]
    if not thing.kinds <= {Pos.NOUN} or thing.proclitics or thing.tanwin or may_act(thing):
        return False
    return thing.substantive and not thing.lemmas & word_list("times")


def _phrase_end(line: Line, start: int) -> int | None:
    """The place after the definite noun phrase that begins at ``start``."""
    place = start
    if line.words[start].kinds == {Pos.NAME}:
        return start + 1
    while place < len(line) and line.words[place].substantive and line.words[place].bare:
        place += 1
    if place >= len(line) or not line.words[place].nominal or not line.words[place].article:
        return None
    place += 1
    while place < len(line) and line.words[place].article and line.words[place].attribute:
        place += 1
    return place


def relative_against_noun(line: Line, place: int) -> bool:
    """«عقوبة قد يصل إلى», «المدعية التي تولى»: no subject but the noun before, which disagrees."""
    verb = line.words[place]
    if not is_third_person_verb(verb) or verb.may_have_enclitic or verb.proclitics - {"س"}:
        return False
    if verb.verbs & (word_list("impersonal_verbs") | word_list("loose_verbs")):
        return False
    forms = _antecedent(line, place)
    if forms is None or fits(forms, verb.verb):
        return False
    end = clause_end(line, place + 1)
    if has_pronoun(line, place + 1, end, forms):
        return False
    subject = _first_free_noun(line, place + 1, end)
    acts = bool(verb.verbs & (word_list("agentive_verbs") | word_list("speaking_verbs")))
    if subject is None or not _may_be_subject(line.words[subject], verb):
        return acts or (place + 1 < len(line) and is_preposition(line.words[place + 1]))
    return acts and not may_act(line.words[subject])


def _relative_fits(line: Line, place: int) -> bool:
    """Whether the relative pronoun agrees with the word before it, a comma aside."""
    comma = line.form(place - 1) in {"،", ","}
    noun = line.words[place - 2 if comma else place - 1] if place > 1 else None
    return noun is not None and fits(noun.demanded, _RELATIVES[line.words[place].form])


def _may_be_subject(noun: Word, verb: Word) -> bool:
    extent = noun.lemmas & (word_list("times") | word_list("quantities"))
    return not extent and fits(noun.opening, verb.verb)


def _antecedent(line: Line, verb: int) -> Forms | None:
    """The forms of what a verb after الذي, التي or after an indefinite noun and قد speaks of."""
    before = line.form(verb - 1)
    if before in _RELATIVES:
        return _RELATIVES[before] if _relative_fits(line, verb - 1) else None
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
    if not verb.verb or verb.may_have_enclitic or verb.proclitics - {"س"}:
        return False
    topic = topic_before(line, place)
    if topic is None or not (verb.verbal or _acts_here(verb, line.words[topic])):
        return False
    forms = line.words[topic].subject
    if line.words[topic].form in MINISTRIES or fits(forms, verb.verb):
        return False
    if verb.verbs & word_list("impersonal_verbs"):
        return False
    if verb.verbs & word_list("loose_verbs"):
        return not has_pronoun(line, place + 1, clause_end(line, place + 1), forms)
    return not may_have_other_subject(line, place, forms)


def _acts_here(verb: Word, topic: Word) -> bool:
    """«إن الحكومة رفض»: a noun like «رفض» is no predicate of a person or a body."""
    acts = verb.verbs & (word_list("agentive_verbs") | word_list("speaking_verbs"))
    if verb.kinds != {Pos.VERB, Pos.NOUN} or not acts or not verb.lemmas <= acts:
        return False
    return topic.article and (topic.human or bool(topic.lemmas & word_list("bodies")))


def topic_before(line: Line, verb: int) -> int | None:
    """Where the noun is that surely is the topic of the clause, its phrase ending at ``verb``."""
    start = _topic_start(line, verb)
    if start is None:
        return None
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


def _topic_start(line: Line, verb: int) -> int | None:
    """The word after إن or أن, if only a noun phrase can stand between it and the verb."""
    for place in range(verb - 1, max(-1, verb - 7), -1):
        if line.words[place].form in COMPLEMENTISERS:
            return place + 1 if place + 1 < verb else None
        if place == 0 and line.words[0].nominal:
            return 0
        if not line.words[place].nominal:
            return None
    return None


def is_one_phrase(line: Line, start: int, end: int) -> bool:
    """Whether the words make one definite noun phrase whose head is the first."""
    definite = False
    for place in range(start, end):
        current = line.words[place]
        if current.proclitics:
            return False
        if place > start and not definite and not line.words[place - 1].bare:
            return False
        if definite and not (current.article or current.name):
            return False
        definite = definite or current.article or current.enclitic or current.name
    return definite


def verb_with_object_against_subject(line: Line, place: int) -> bool:
    """«تحتلها روسي»: the verb has its object as a suffix, so the noun after is its subject."""
    verb = line.words[place]
    sure = is_third_person_verb(verb) or line.form(place - 1) in _RELATIVES
    if place + 1 == len(line) or not sure or not verb.enclitic:
        return False
    two = word_list("ditransitive_verbs") | word_list("copulas")
    if verb.verbs & two or all(one.voice == "passive" for one in verb.readings):
        return False
    noun = line.words[place + 1]
    if noun.proclitics or noun.enclitic or noun.tanwin or fits(noun.opening, verb.verb):
        return False
    if noun.lemmas & (word_list("times") | word_list("quantities")) or not noun.substantive:
        return False
    things = noun.kinds == {Pos.NOUN} and (noun.article or _is_annexed(line, place + 1))
    return things or _is_lone_ethnic(line, place + 1)


def _is_annexed(line: Line, place: int) -> bool:
    """A bare noun with a definite second term."""
    return line.words[place].bare and place + 1 < len(line) and line.words[place + 1].article


def _is_lone_ethnic(line: Line, place: int) -> bool:
    """«روسي» at the end of its clause, where only «روسيا» makes sense."""
    current = line.words[place]
    ethnic = any(one.nisba and one.human for one in current.readings) and current.bare
    return ethnic and (place + 1 == len(line) or line.form(place + 1) in _CLAUSE_ENDS)
