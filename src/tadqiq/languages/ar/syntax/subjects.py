"""The subject of the verb that opens a sentence, and what must agree with it further on."""

from __future__ import annotations

from functools import lru_cache

from ....model import Pos
from ..morphology.lexicon import words as word_list
from .agreement import Forms, Line, Word
from .nominal import fits, is_preposition
from .predicates import is_accusative
from .predicative import subject_before_object
from .verbs import COMPLEMENTISERS, is_third_person_verb

_SUFFIXES: dict[str, Forms] = {"ه": frozenset({("m", "s")}), "ها": frozenset({("f", "s")})}
_HE, _SHE = _SUFFIXES["ه"], _SUFFIXES["ها"]
_SAYS_OF_FEELING = frozenset({"أعرب", "عبر", "أبدى"})
_FEELINGS = frozenset({
    "أسف", "قلق", "ارتياح", "استعداد", "رغبة", "رفض", "تقدير", "شكر", "تضامن", "امتنان", "ترحيب",
    "أمل", "إدانة", "تعاطف", "دهشة", "خيبة", "غضب", "سعادة", "حزن", "ثقة", "تفاؤل", "استياء",
})  # fmt: skip
_STATEMENTS = frozenset({"بيان", "تصريح", "تقرير", "كلمة", "خطاب"})
_OWN = frozenset({"بلد", "بلاد", "حكومة"})
_SAYING = frozenset({
    "مضيف", "مؤكد", "مشير", "موضح", "معتبر", "معرب", "محذر", "مشدد", "لافت", "منوه", "مطالب",
})  # fmt: skip
_STATES = {one + "ا": _HE for one in _SAYING} | {one + "ة": _SHE for one in _SAYING}
_LINKS = frozenset({"إلى", "على", "عن", "من"}) | COMPLEMENTISERS
_UNDERTAKINGS = frozenset({
    "اتفق", "تعهد", "وافق", "قرر", "وعد", "التزم", "رفض", "أراد", "حاول", "استطاع", "اعتزم", "أقسم",
    "تعاهد", "قبل", "أمل", "تمنى",
})  # fmt: skip
_OFFICES = frozenset({
    "متهم", "مدان", "مسؤول", "ممثل", "مرشح", "ناطق", "متحدث", "مبعوث", "مدعي", "مشتبه", "مكلف",
})  # fmt: skip
_REACH = 30


def deed_before_subject(line: Line, place: int) -> bool:
    """«وعقدت وزير الدفاع اجتماعا»: a deed that disagrees with the one who must have done it."""
    if place + 1 >= len(line) or place != 0:
        return False
    verb, head = line.words[place], line.words[place + 1]
    sure = is_third_person_verb(verb) and head.substantive and not head.proclitics
    return sure and not fits(head.opening, verb.verb) and subject_before_object(line, place)


def pronoun_against_subject(line: Line, place: int) -> bool:
    """«أوضحت الوزارة في بيانه»: nothing from the opening verb on that the pronoun may stand for."""
    suffix = _own_suffix(line.words[place])
    if not suffix or not _opens_with_speech(line):
        return False
    forms = _SUFFIXES[suffix]
    if not _belongs_to_subject(line, place) or place > _REACH:
        return False
    between = line.words[1 : place - 1]
    return bool(between) and not any(_may_own(one, forms) for one in between)


def owned_by_one(current: Word) -> bool:
    """A noun with the pronoun of one man or of a woman or things."""
    return bool(_own_suffix(current))


def _own_suffix(current: Word) -> str:
    if not current.kinds <= {Pos.NOUN, Pos.VERB} or current.proclitics:
        return ""
    suffixes = {one.enclitic for one in current.readings if one.pos is Pos.NOUN}
    return suffixes.pop() if len(suffixes) == 1 and suffixes <= _SUFFIXES.keys() else ""


def _opens_with_speech(line: Line) -> bool:
    """A verb of speech or feeling, with a subject right after it."""
    verbs = word_list("speaking_verbs") | _SAYS_OF_FEELING
    head = line.words[1] if len(line) > 1 else None
    said = is_third_person_verb(line.words[0]) and bool(line.words[0].verbs & verbs)
    return said and head is not None and head.substantive and fits(head.opening, line.words[0].verb)


def _belongs_to_subject(line: Line, place: int) -> bool:
    """Whether custom makes the thing the subject's own."""
    lemmas, link = line.words[place].lemmas, line.form(place - 1)
    if link in {"أن", "إن"}:
        return lemmas <= _OWN
    phrase = all(one.nominal and not one.tanwin for one in line.words[1 : place - 1])
    if link == "عن":
        return phrase and lemmas <= _FEELINGS and bool(line.words[0].verbs & _SAYS_OF_FEELING)
    return link == "في" and phrase and lemmas <= _STATEMENTS


def _may_own(current: Word, forms: Forms) -> bool:
    """A noun or name the pronoun may stand for; any word that bears a pronoun itself."""
    if current.enclitic:
        return True
    people = current.human and not current.name
    asked = (
        current.demanded - _SHE if people and ("", "p") in current.demanded else current.demanded
    )
    return current.name or not current.readings or (current.maybe_nominal and fits(asked, forms))


def is_state(current: Word) -> bool:
    """«مضيفا», «مؤكدة»."""
    return current.form in _STATES


def state_against_speaker(line: Line, place: int) -> bool:
    """«قالت الوزيرة …، مضيفا أن»: nobody before it whom the participle may go with."""
    forms = _STATES.get(line.form(place))
    if forms is None or line.form(place - 1) not in {"،", ","} or not _opens_with_speech(line):
        return False
    if place + 1 == len(line) or line.form(place + 1) not in _LINKS or place > _REACH:
        return False
    if fits(line.words[0].verb, forms) or any(not one.isalpha() for one in _marks(line, place)):
        return False
    return not any(_may_speak(one, forms) for one in line.words[1:place])


def _marks(line: Line, end: int) -> tuple[str, ...]:
    """What is written in the range beyond words, commas and numbers, and foreign words."""
    return tuple(
        one.form
        for one in line.words[:end]
        if not one.readings and one.form not in {"،", ","} and not one.form.isdigit()
    )


def _may_speak(current: Word, forms: Forms) -> bool:
    """A person or a body of these forms, a verb in them, an unknown word."""
    if not current.readings:
        return current.form.isalpha()
    acts = word_list("agentive_verbs") | word_list("speaking_verbs")
    if current.verbal and current.verbs & acts and fits(current.verb, forms):
        return True
    if not current.maybe_nominal or not fits(current.demanded, forms):
        return False
    people = any(one.human or one.pos is Pos.NAME for one in current.readings)
    return people or bool(current.lemmas & (word_list("bodies") | _STATEMENTS))


def controlled_against_subject(line: Line, place: int) -> bool:
    """«اتفق الجانبان على أن يعقد جولة», «اتفق الوزيران على أن يلتقوا»."""
    verb = line.words[place]
    if line.form(place - 1) not in {"أن", "بأن"} or not is_controlled(verb):
        return False
    if place + 1 == len(line):
        return False
    last = place - 2 - (line.form(place - 2) == "على")
    people = _several_before(line, last)
    if people is None or fits(people, verb.verb):
        return False
    plural = all(number == "p" for _, number in verb.verb)
    return plural or _has_only_object(line, place)


@lru_cache(maxsize=1 << 16)
def is_controlled(verb: Word) -> bool:
    """A verb of the third person that may stand after «أن» without a subject of its own."""
    if not is_third_person_verb(verb) or verb.proclitics or verb.may_have_enclitic:
        return False
    return not verb.verbs & (word_list("copulas") | word_list("impersonal_verbs"))


def _several_before(line: Line, last: int) -> Forms | None:
    """The forms of a subject in the dual or plural that ends at ``last``, after its verb."""
    for start in range(last, max(0, last - 4), -1):
        head = line.words[start]
        if not head.nominal or head.proclitics or not head.article:
            return None
        if line.words[start - 1].verbs & _UNDERTAKINGS:
            several = head.subject - _SHE if head.human else head.subject
            one = all(number in "dp" for _, number in several)
            dual = all(number == "d" for _, number in several)
            return several if several and one and (dual or head.human) else None
    return None


def _has_only_object(line: Line, verb: int) -> bool:
    """Whether what follows is the verb's object, so that its subject stands before."""
    after = line.words[verb + 1]
    if after.form.endswith("ا") and is_accusative(after) and after.kinds == {Pos.NOUN}:
        return True
    acts = line.words[verb].verbs & word_list("agentive_verbs")
    thing = after.substantive and not after.proclitics and not after.enclitic
    return (
        bool(acts) and thing and not after.name and not fits(after.opening, line.words[verb].verb)
    )


def participle_against_people(line: Line, place: int) -> bool:
    """«المحامون المدافع عن», «رجال الإطفاء المشارك في»."""
    current = line.words[place]
    if not is_singular_participle(current) or place + 1 == len(line):
        return False
    after = line.words[place + 1]
    if not is_preposition(after) and "ب" not in after.proclitics:
        return False
    noun, earlier = line.words[place - 1], line.words[place - 2]
    place_or_thing = any(one.pos is Pos.NOUN and not one.human for one in current.readings)
    service = earlier.form.removeprefix("و").removeprefix("ل") == "رجال" and noun.article
    service = service and not place_or_thing  # «اقتحم رجال الأمن المصنع»
    return service or _is_men(noun)


@lru_cache(maxsize=1 << 16)
def is_singular_participle(current: Word) -> bool:
    """«المدافع»: a definite participle in the singular, masculine, that names no office."""
    if not current.article or current.proclitics or current.nisba:
        return False
    singular = any(one.number == "s" and one.participle for one in current.readings)
    office = bool(current.lemmas & _OFFICES)
    return singular and not office and not current.form.endswith(("ة", "ون", "ين"))


def _is_men(noun: Word) -> bool:
    """«المحامون»: the sound plural, which nothing else is."""
    sound = noun.form.endswith("ون") and noun.article and noun.kinds == {Pos.NOUN}
    return sound and noun.human and not fits(noun.demanded, _HE)
