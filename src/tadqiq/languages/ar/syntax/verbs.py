"""What surrounds verbs: where a subject must stand, and where one may."""

from __future__ import annotations

from functools import lru_cache

from ....model import Pos
from ..morphology.lexicon import words as word_list
from ..morphology.valency import takes_no_person
from .agreement import Forms, Line, Word, is_rare
from .nominal import fits, is_preposition, names_country
from .parentheses import resumes

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
RELATIVES: dict[str, Forms] = {
    "الذي": frozenset({("m", "s")}),
    "التي": frozenset({("f", "s")}),
    "الذين": frozenset({("m", "p"), ("", "p")}),
    "اللذان": frozenset({("m", "d")}),
    "اللتان": frozenset({("f", "d")}),
}
# What only a verb follows, and what mostly does.
_TENSES = frozenset(
    {prefix + form for prefix in ("", "و", "ف") for form in ("قد", "لم", "لن", "سوف")}
)
_BEFORE_VERBS = _TENSES | {"لا", "ولا"}
# «في الوقت الذي», «الطريقة التي»: what needs no pronoun.
_ADVERBIAL = frozenset({
    "وقت", "لحظة", "حين", "مرة", "حد", "طريقة", "قدر", "درجة", "مكان", "شكل", "نحو", "سبب", "كيفية",
    "فترة", "مرحلة", "مدة", "حال", "حالة", "آن", "ظرف", "مستوى", "مدى", "أسلوب", "سرعة", "صورة",
})  # fmt: skip
# Things by which people are called: «عثر عناصر خفر السواحل على», «سقط ضحايا».
CALLED_BY = frozenset({
    "عنصر", "كادر", "قطب", "وجه", "رمز", "طرف", "قيادة", "شخصية", "ضحية", "حشد", "جمع", "طاقم",
    "كفاءة", "موهبة", "زعامة", "مرجعية", "فعالية", "فرد", "شريحة", "فئة", "جهة", "ركن", "رأس",
    "عين", "نفس", "روح", "حي", "دفعة", "خلية", "سلالة", "نخبة",
})  # fmt: skip
_CLAUSES = frozenset({"أن", "ألا", "بأن"})
# What only somebody does with a clause for its object: «اللجنة التي قرر أن».
_UNDERTAKEN = frozenset({
    "قرر", "أعلن", "قال", "أكد", "زعم", "أضاف", "أوضح", "رفض", "حاول", "استطاع", "وافق", "اقترح",
    "تعهد", "وعد", "أراد", "اعتزم", "أوشك", "كاد", "شك",
})  # fmt: skip
_SINGULAR_HE: Forms = frozenset({("m", "s")})
_SEVERAL: Forms = frozenset({("", "p")})
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
    if is_impersonal_passive(line, verb):
        return True
    subject = first_free_noun(line, verb + 1, end)
    if subject is None or not fits(line.words[subject].opening, line.words[verb].verb):
        return False
    if all(one.voice == "passive" for one in line.words[verb].readings if one.person == "3"):
        return True  # «الرهائن أُطلق سراحهم»
    acts = line.words[verb].verbs & (word_list("agentive_verbs") | word_list("speaking_verbs"))
    return not acts or may_act(line.words[subject])


def is_impersonal_passive(line: Line, verb: int) -> bool:
    """«لم يعثر عليها»: a verb in the masculine singular with a preposition and its pronoun."""
    if verb + 1 >= len(line) or ("m", "s") not in line.words[verb].verb:
        return False
    after = line.words[verb + 1]
    return after.kinds == {Pos.PREPOSITION} and after.enclitic


@lru_cache(maxsize=1 << 16)
def may_act(noun: Word) -> bool:
    """Whether the noun may be a person or a body, or counts some."""
    people = any(one.human or one.pos is Pos.NAME for one in noun.readings)
    return people or bool(noun.lemmas & (word_list("bodies") | word_list("quantities")))


def first_free_noun(line: Line, start: int, end: int) -> int | None:
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


def stands_for_clause(line: Line, place: int) -> bool:
    """«ينتظر أن تشهد», «كان ينبغي أن»: the subject is a clause, whatever stands before."""
    if ("m", "s") not in line.words[place].verb:
        return False
    after = line.words[place + 1] if place + 1 < len(line) else None
    if after is None or after.form in _CLAUSES:
        expected = all(one.aspect == "imperfect" for one in line.words[place].readings)
        return after is not None and expected and not line.words[place].verbs & _UNDERTAKEN
    kana = line.words[place].verbs & word_list("loose_verbs") and after.verbal
    if not kana or ("m", "s") not in after.verb:
        return False
    return bool(after.verbs & word_list("impersonal_verbs")) or line.form(place + 2) in _CLAUSES


def is_third_person_verb(current: Word) -> bool:
    """A verb and nothing else, possibly of the third person."""
    return current.verbal and bool(current.verb)


def is_verb_here(line: Line, place: int) -> bool:
    """A verb of the third person: by its form, or by what stands before it."""
    current = line.words[place]
    before = line.form(place - 1)
    return bool(current.verb) and (current.verbal or before in _TENSES or before in RELATIVES)


def clause_start(line: Line, verb: int) -> int:
    """The place of قد, لم, لن … before the verb, or its own."""
    return verb - 1 if line.form(verb - 1) in _BEFORE_VERBS else verb


def may_oppose_subject(line: Line, place: int) -> bool:
    """Whether a noun comes next that no proclitic governs and that the verb may disagree with."""
    words = line.words
    if place + 1 == len(words):
        return False
    verb, noun = words[place], words[place + 1]
    if not noun.nominal or noun.proclitics:
        return False
    return not fits(_narrowest_opening(noun), verb.verb)


@lru_cache(maxsize=1 << 16)
def _narrowest_opening(noun: Word) -> Forms:
    """Forms of a verb before the noun that no rule takes exception to."""
    things = all(one.number == "p" and not one.human for one in noun.readings)
    return noun.opening - _SINGULAR_HE if things else noun.opening


def verb_before_subject(line: Line, place: int) -> bool:
    """Whether the verb at ``place`` cannot have the noun after it, which must be its subject."""
    verb = line.words[place]
    if place + 1 == len(line) or not (is_verb_here(line, place) or _opens_as_verb(line, place)):
        return False
    noun = line.words[place + 1]
    opening = noun.opening - _SINGULAR_HE if _is_many_things(noun) else noun.opening
    person = noun.nominal and bool(noun.lemmas & word_list("people"))
    if noun.proclitics or not (noun.substantive or person) or noun.enclitic or is_rare(noun):
        return False
    if fits(opening, verb.verb) or names_country(line, place + 1):
        return False
    if not _is_finite(line, place) or verb.may_have_enclitic:
        return False
    if all(number == "p" for _, number in verb.verb):
        predicate = verb.verbs & word_list("copulas") and noun.form.endswith("ين")
        people = _is_plural_before_people(noun) or _are_no_object(verb, noun)
        return people and not predicate  # «كانوا المسؤولين عن القرار»
    return _must_be_subject(verb, noun, line, place + 1)


def _is_many_things(noun: Word) -> bool:
    """«الفيضانات»: the sound plural in ات of a thing."""
    return (
        noun.form.endswith("ات")
        and not noun.lemmas & CALLED_BY
        and all(
            one.pos is Pos.NOUN and one.number == "p" and not one.human for one in noun.readings
        )
    )


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
    verb, place = place, clause_start(line, place)
    if place == 0:
        return True
    before = line.words[place - 1]
    if before.maybe_nominal or before.kinds & {Pos.RELATIVE, Pos.PRONOUN, Pos.VERB}:
        return False
    if resumes(line, place):
        return False
    return not has_bound_subject(line, verb)


def has_bound_subject(line: Line, verb: int) -> bool:
    """«أنها بدأت», «إنهم وصلوا»: the subject is the pronoun on the particle before the verb."""
    start = clause_start(line, verb)
    before = line.words[start - 1] if start else None
    if before is None or not before.enclitic or before.maybe_nominal or is_preposition(before):
        return False
    return has_pronoun(line, start - 1, start, line.words[verb].verb)


def _is_plural_before_people(noun: Word) -> bool:
    return noun.human and noun.article and not fits(noun.demanded, _SINGULARS)


def _are_no_object(verb: Word, noun: Word) -> bool:
    """«يعتقدون الخبراء»: people after a verb that has no people for its object."""
    several = noun.human and noun.article and fits(noun.demanded, _SEVERAL)
    return several and all(map(takes_no_person, verb.usual_verbs))


def _must_be_subject(verb: Word, noun: Word, line: Line, place: int) -> bool:
    """Whether the noun cannot be the object of the verb, its subject being unsaid."""
    if noun.tanwin or (noun.name and not noun.human) or noun.lemmas & word_list("times"):
        return False
    if verb.verbs <= word_list("intransitive_verbs"):
        return True
    man = noun.kinds == {Pos.NAME} and noun.form.endswith("سكي")
    people = noun.human or noun.lemmas <= word_list("people")
    acts = (people and not noun.name) or man or bool(noun.lemmas & word_list("bodies"))
    if not acts:
        return False
    if verb.verbs & word_list("speaking_verbs"):
        return True
    return bool(verb.verbs & word_list("agentive_verbs")) and has_object(line, place)


def has_object(line: Line, noun: int) -> bool:
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


def verb_with_object_against_subject(line: Line, place: int) -> bool:
    """«تحتلها روسي»: the verb has its object as a suffix, so the noun after is its subject."""
    verb = line.words[place]
    sure = is_third_person_verb(verb) or line.form(place - 1) in RELATIVES
    if place + 1 == len(line) or not sure or not verb.enclitic:
        return False
    if place and is_preposition(line.words[place - 1]):
        return False  # «من دهسه راكبة»: a verbal noun
    two = word_list("ditransitive_verbs") | word_list("copulas")
    if verb.verbs & two or all(one.voice == "passive" for one in verb.readings):
        return False
    noun = line.words[place + 1]
    if noun.proclitics or noun.enclitic or noun.tanwin or not _opposes(verb, noun):
        return False
    if noun.lemmas & (word_list("times") | word_list("quantities")) or not noun.substantive:
        return False
    things = noun.kinds == {Pos.NOUN} and (noun.article or _is_annexed(line, place + 1))
    return things or _is_lone_ethnic(line, place + 1)


def _opposes(verb: Word, noun: Word) -> bool:
    """Whether the noun disagrees with the verb, and is no more than its possible subject."""
    own = _has_subject_in_ending(verb, noun) or _is_its_own_deed(verb, noun)
    return not own and not fits(noun.opening, verb.verb)


def _has_subject_in_ending(verb: Word, noun: Word) -> bool:
    """«يعاملونه», not before people, whom a plural verb may wrongly stand before."""
    return not noun.human and all(number != "s" for _, number in verb.verb)


def _is_its_own_deed(verb: Word, noun: Word) -> bool:
    """«عاملها معاملة الأخت»: the verb's own verbal noun says how it was done."""
    roots = {one.root for one in verb.readings if one.root}
    return any(one.masdar and one.root in roots for one in noun.readings)


def _is_annexed(line: Line, place: int) -> bool:
    """A bare noun with a definite second term."""
    return line.words[place].bare and place + 1 < len(line) and line.words[place + 1].article


def _is_lone_ethnic(line: Line, place: int) -> bool:
    """«روسي» at the end of its clause, where only «روسيا» makes sense."""
    current = line.words[place]
    ethnic = any(one.nisba and one.human for one in current.readings) and current.bare
    return ethnic and (place + 1 == len(line) or line.form(place + 1) in _CLAUSE_ENDS)


def is_adverbial(line: Line, relative: int) -> bool:
    """«في الوقت الذي»: what a relative clause needs no pronoun for."""
    nouns = line.words[max(0, relative - 4) : relative]
    apart = _ADVERBIAL | word_list("times")
    return any(one.lemmas & apart or one.form.endswith("فيه") for one in nouns)
