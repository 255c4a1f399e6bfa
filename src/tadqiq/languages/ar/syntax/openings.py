"""A verb that opens its clause and the noun after it: when that noun must be its subject."""

from __future__ import annotations

from ....model import Pos
from ..morphology.lexicon import words as word_list
from ..morphology.valency import takes_no_object, takes_no_person
from .agreement import Forms, Line, Word, is_rare
from .attributive_verbs import speaks_to_someone
from .nominal import MINISTRIES, fits, is_preposition, names_country
from .parentheses import resumes
from .phrases import may_begin_phrase, noun_phrase_end
from .predicative import may_bear_tanwin
from .tagging import acts_as_verb, begins_clause, is_fronted
from .verbs import (
    CALLED_BY,
    COMPLEMENTISERS,
    clause_end,
    clause_start,
    has_bound_subject,
    has_object,
    has_pronoun,
    may_act,
)

_HE: Forms = frozenset({("m", "s")})
_LINKING = frozenset({"ب", "ل", "ك"})
_JOINING = frozenset({"و", "ف"})
_APART = frozenset({
    "كبرى", "كبريات", "أولى", "غير", "سوى", "إلا", "أي", "أحد", "إحدى", "كلا", "كلتا", "مثل",
    "نحو", "حوالي",
})  # fmt: skip

_ALSO_THINGS = frozenset({"حكم", "نظير", "شاهد", "ضمان", "نزيل"})
_EARLIER = 16  # words in which the subject of a verb without one of its own is named

# A city may be its club, «فاز ليفربول», but for these, which are governments.
_CLUBS = frozenset({"name:city", "name:place", "name:organisation", "name:team", "name:brand"})
_ALSO_CLUBS = frozenset({"موناكو"})
# Movements, agencies and ministries by one masculine word: «قالت فتح», «أعلنت النقل».
_BODIES = MINISTRIES | frozenset({
    "فتح", "أمل", "الجهاد", "جهاد", "القسام", "الحشد", "طالبان", "داعش", "وفا", "واس", "سبأ",
    "بترا", "الحدث", "النقل", "الإسكان", "الاقتصاد", "التموين", "الري", "العمل", "البترول",
    "الشباب", "الأمن", "التضامن", "التخطيط", "الاستثمار", "الحكم", "الأوقاف", "الفيفا", "اليويفا",
    "فيفا", "يويفا", "العفو",
})  # fmt: skip
_GOVERNMENTS = frozenset({
    "واشنطن", "موسكو", "بكين", "طهران", "باريس", "لندن", "برلين", "أنقرة", "كييف", "بغداد", "دمشق",
    "بيروت", "تل أبيب", "بروكسل", "طوكيو", "سيول", "الرياض", "القاهرة", "بوغوتا", "كانبرا",
})  # fmt: skip


def stands_before_its_subject(line: Line, place: int) -> bool:
    """Whether the noun after the verb is neither its object nor its predicate.

    It may be either where a noun further on or earlier fits: «ترأس البعثة دبلوماسي», «التي أهملت
    مناجمها لو بدأت التنقيب».
    """
    verb, noun = line.words[place], line.words[place + 1]
    if _may_be_mine(line, place):
        return False
    person = noun.human and all(map(takes_no_person, verb.usual_verbs))
    two = word_list("ditransitive_verbs") | word_list("copulas")
    if (person and _names_people(noun) and not verb.verbs & two) or not _may_have_object(verb):
        return True
    several = all(number == "p" for _, number in verb.verb)
    if several or (verb.verbs & word_list("agentive_verbs") and has_object(line, place + 1)):
        return True
    return not (_subject_later(line, place + 2, verb) or _resumes_earlier(line, place))


def _may_be_mine(line: Line, place: int) -> bool:
    """«واليوم استعدت اسمي», «نجحت في أن أصبح مخرجة»: what I did or may become."""
    verb = line.words[place]
    if verb.form.endswith("ت") and speaks_to_someone(line):
        return True
    mine = any(one.person == "1" and one.aspect == "imperfect" for one in verb.readings)
    return mine and line.form(place - 1).endswith("أن")


def _may_have_object(verb: Word) -> bool:
    """«بدأت», «باتت», «وقع»: an object or a predicate may follow, whatever the lists say."""
    loose = word_list("copulas") | word_list("loosely_transitive_verbs")
    return bool(verb.verbs & loose) or not verb.verbs <= word_list("intransitive_verbs")


def _names_people(noun: Word) -> bool:
    """«الوزيرة»; not «الحكم», oftener what is ruled than who rules."""
    return not noun.lemmas & _ALSO_THINGS


def _resumes_earlier(line: Line, place: int) -> bool:
    """Whether a noun, a verb or a pronoun earlier, or a sentence before, may have its subject."""
    forms, start = line.words[place].verb, max(0, place - _EARLIER)
    if not place:
        return not line.first or bool(line.words[0].proclitics & _JOINING)
    return has_pronoun(line, start, place, forms) or any(
        fits(one.subject, forms) or fits(one.verb, forms) for one in line.words[start:place]
    )


def opens_against_subject(line: Line, place: int) -> bool:
    """«ألغى بوليفيا رحلاتها», «عندما ازداد معاناة النازحين».

    The noun after the verb disagrees with it and must be its subject: the verb has no object,
    or none that is a person; or an object follows; or nothing can have been its subject before,
    and nothing is after.
    """
    verb = line.words[place]
    if place + 1 >= len(line) or not _is_plain(verb) or not acts_as_verb(line, place):
        return False
    if verb.verbs & word_list("object_first_verbs") or _may_be_order(verb):
        return False
    if not _disagrees(line, place) or not _begins(line, place) or _may_be_mine(line, place):
        return False
    if all(map(takes_no_object, verb.usual_verbs)):
        return not (_is_measure(line, place + 1) or _is_complement(line, place))
    return not _subject_later(line, place + 2, verb) and _must_be_subject(line, place)


def _may_be_order(verb: Word) -> bool:
    """«اقبل التصويبات»: four letters from a bare alif on, which no verb in the past has."""
    return verb.form.startswith("ا") and len(verb.form) == len("اقبل")


def _disagrees(line: Line, place: int) -> bool:
    verb, noun = line.words[place], line.words[place + 1]
    quoted = line.tokens[place].quoted is not line.tokens[place + 1].quoted
    if quoted or any(number != "s" for _, number in verb.verb) or names_country(line, place + 1):
        return False
    return _may_be_subject(noun) and not fits(opening(noun), verb.verb)


def _must_be_subject(line: Line, place: int) -> bool:
    """Whether the noun after a verb that takes objects is none of them."""
    verb, noun = line.words[place], line.words[place + 1]
    things = all(map(takes_no_person, verb.usual_verbs))
    if things and (noun.human or _clause_follows(line, place + 1)):
        return True
    acting = verb.usual_verbs & (word_list("agentive_verbs") | word_list("speaking_verbs"))
    if _is_first_word(line, place) and (may_act(noun) or not acting):
        return not verb.usual_verbs & (word_list("copulas") - word_list("pure_copulas"))
    if verb.usual_verbs <= word_list("loose_verbs"):
        return _predicate_follows(line, place + 1)
    two = word_list("copulas") | word_list("ditransitive_verbs")
    return not verb.usual_verbs & two and _object_follows(line, place + 1)


def opening(noun: Word) -> Forms:
    """The forms of a verb before the noun; several things take no masculine."""
    things = bool(noun.readings) and all(
        one.pos is Pos.NOUN and one.number == "p" and not one.human for one in noun.readings
    )
    things = things and not noun.lemmas & (word_list("collectives") | CALLED_BY)
    return noun.opening - _HE if things else noun.opening


def _is_plain(verb: Word) -> bool:
    he = ("m", "s") in verb.verb
    passing = he and verb.usual_verbs & ((word_list("impersonal_verbs") - {"تم", "جرى"}) | {"ليس"})
    known = bool(verb.verb) and not verb.may_have_enclitic and not verb.proclitics - {"س", "و", "ف"}
    # «تم التضحية»: custom allows this verb the masculine before a verbal noun, not the feminine.
    custom = verb.usual_verbs & {"تم", "جرى"} and he
    return known and not passing and not custom


def _may_be_subject(noun: Word) -> bool:
    """A noun or a name and nothing else, which no preposition governs."""
    apart = noun.form in _APART or is_rare(noun)
    # «سقط أرضا»
    tanwin = noun.tanwin or (noun.form.endswith("ا") and may_bear_tanwin(noun))
    if noun.proclitics or tanwin or not noun.substantive or apart:
        return False
    vague = noun.lemmas & word_list("quantities") and not noun.article
    if noun.lemmas & word_list("times") or vague:
        return False
    if noun.kinds == {Pos.NAME}:
        if noun.form in _ALSO_CLUBS | _BODIES:
            return False
        if any(one.source == "name:time" for one in noun.readings):
            return False  # «بدأت الثلاثاء محاكمة»
        clubs = any(one.source in _CLUBS for one in noun.readings)
        return all(one.gender for one in noun.readings) and (not clubs or noun.form in _GOVERNMENTS)
    return Pos.NOUN in noun.kinds and not noun.name and noun.form not in _BODIES


def _begins(line: Line, place: int) -> bool:
    """Whether the verb begins its clause, so that no topic stands before it."""
    start = clause_start(line, place)
    if resumes(line, start):
        return False
    if begins_clause(line, start) or line.words[start].proclitics & _JOINING:
        return True
    before = line.words[start - 1]
    if before.kinds & {Pos.RELATIVE, Pos.PRONOUN, Pos.VERB} or has_bound_subject(line, place):
        return False
    return not before.maybe_nominal or is_fronted(line, start)


def _subject_later(line: Line, start: int, verb: Word) -> bool:
    """Whether a noun further on in the clause may be the subject: «زار القاهرة وزير»."""
    past, end = False, clause_end(line, start)
    if end + 1 < len(line) and is_preposition(line.words[end + 1]):
        end = clause_end(line, end + 1) + 2  # «غادر العاصمة، على متن طائرة، الرئيس»
    for place in range(start, min(end, len(line))):
        current = line.words[place]
        past = past or is_preposition(current) or bool(current.proclitics & _LINKING)
        if Pos.CONJUNCTION in current.kinds and not current.maybe_nominal:
            return False
        if past and not may_act(current) and Pos.NUMERAL not in current.kinds:
            continue
        if may_begin_phrase(line, place) and fits(opening(current) or verb.verb, verb.verb):
            return True
    return False


def _is_measure(line: Line, place: int) -> bool:
    """«ارتفع نسبة»: an indefinite noun without more, which may be in the accusative."""
    noun = line.words[place]
    if not noun.bare or noun.name or not noun.form.endswith("ة"):
        return False
    after = line.words[place + 1] if place + 1 < len(line) else None
    return after is None or not after.maybe_nominal or bool(after.proclitics)


def _is_complement(line: Line, place: int) -> bool:
    """«عاد أدراجه», «باتت الخطر الأكبر»: where the mover went, or what the subject became."""
    if not line.words[place].verbs & word_list("copulas"):
        return False
    noun = line.words[place + 1]
    return (noun.enclitic and not may_act(noun)) or _resumes_earlier(line, place)


def _predicate_follows(line: Line, subject: int) -> bool:
    """«كان اللجنة القضائية على وشك»: the noun is no predicate itself, for one comes after it."""
    end = noun_phrase_end(line, subject)
    if (
        end is None
        or end >= len(line)
        or not (
            line.words[subject].article
            or line.words[subject].enclitic
            or line.words[subject].name
            or line.words[end - 1].article
        )
    ):
        return False
    after = line.words[end]
    state = after.tanwin and after.attribute and not after.proclitics
    return bool(state) or after.verbal or is_preposition(after)


def _clause_follows(line: Line, subject: int) -> bool:
    """«قال حملة الرئيس إن»: what is said comes after, so that the noun is who said it."""
    for place in range(subject + 1, clause_end(line, subject)):
        current = line.words[place]
        if line.form(place) in COMPLEMENTISERS:
            return not is_preposition(line.words[place - 1])  # «خفض العقوبة بعد أن»
        if not (current.nominal or is_preposition(current)):
            return False
    return False


def _is_first_word(line: Line, place: int) -> bool:
    """The word that opens the text, which no clause before can have given a subject."""
    return line.first and clause_start(line, place) == 0 and not line.words[0].proclitics


def _object_follows(line: Line, subject: int) -> bool:
    """Whether a thing follows the noun phrase that begins at ``subject``, bare of prepositions."""
    end = noun_phrase_end(line, subject)
    if end is None or end >= len(line):
        return False
    if line.words[end].kinds == {Pos.PREPOSITION} and line.words[end].enclitic:
        end += 1
    thing = line.words[end] if end < len(line) else None
    if thing is None or thing.proclitics or not _is_noun(thing) or may_act(thing):
        return False
    if thing.nisba and thing.bare:
        return False  # «ترأس الوفد دبلوماسي»
    if thing.lemmas & (word_list("times") | word_list("quantities")):
        return False
    if thing.form in word_list("adverbials") or thing.lemmas & word_list("times"):
        return False
    return _is_definite(line, end) or not _is_manner(thing)


def _is_noun(thing: Word) -> bool:
    """A noun, or what is hardly ever the verb that it may be as well."""
    return thing.kinds == {Pos.NOUN} or (
        thing.kinds == {Pos.NOUN, Pos.VERB} and thing.noun_use > thing.verb_use
    )


def _is_manner(thing: Word) -> bool:
    """«احتجاجا», «دعما»: why and how, not what."""
    return any(one.masdar or one.participle for one in thing.readings)


def _is_definite(line: Line, place: int) -> bool:
    thing = line.words[place]
    after = line.words[place + 1] if place + 1 < len(line) else None
    annexed = thing.bare and after is not None and not after.proclitics
    annexed = annexed and after is not None and (after.article or after.name) and after.nominal
    return (thing.article and not thing.attribute) or thing.enclitic or annexed
