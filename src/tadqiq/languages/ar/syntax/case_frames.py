"""The case a place in the sentence asks for, where what stands before leaves no choice."""

from __future__ import annotations

from functools import cache

from ....model import Pos
from ..morphology.lexicon import rows
from ..morphology.lexicon import words as word_list
from .agreement import Line, Word, is_rare
from .case_shown import ACCUSATIVE, GENITIVE, NOMINATIVE, Cases, shown_case
from .heads import is_noun_here
from .nominal import PREPOSITIONS, fits, is_verb_sooner
from .predicative import phrase_end
from .tagging import mostly_verb
from .verbal_clauses import clause_verb
from .verbs import may_act

_NONE: Cases = frozenset()
_JOINED = ("", "و", "ف")
_INNA = frozenset(
    one + form for one in _JOINED for form in ("إن", "أن", "بأن", "لأن", "كأن", "ليت", "لعل")
)
_GENITIVE_LINKS = frozenset({"ب", "ل", "ك"})
# What leads to a genitive whatever stands around it.
_QUANTITIES = frozenset(
    one + form
    for one in ("", "و", "ب", "ل", "ف")
    for form in (
        "كل", "جميع", "معظم", "أغلب", "غالبية", "أغلبية", "كلا", "كلتا", "كبار", "صغار", "سائر",
        "كافة", "آلاف", "مئات", "عشرات", "ملايين", "سوى", "عدة", "بضعة", "أحد", "إحدى",
    )
)  # fmt: skip
_COUNTS = frozenset({
    "ثلاثة", "أربعة", "خمسة", "ستة", "سبعة", "ثمانية", "تسعة", "ثلاث", "أربع", "خمس", "تسع",
})  # fmt: skip
_AMONG = frozenset({"بينهم", "بينهما", "بينهن", "وبينهم", "منهم", "ومنهم", "منهن"})
_THERE = frozenset({"هناك", "ثمة"})
_PRONOUNS = frozenset({"هم", "وهم", "نحن", "ونحن", "إننا", "أننا", "لأننا", "لكننا"}) | {
    one + form for one in _JOINED for form in ("إنهم", "أنهم", "لأنهم", "لكنهم", "بأنهم")
}
_MISREAD = frozenset({"قبل", "حول", "دون", "عبر", "خلف", "ضد", "عقب"})  # verbs where a line opens
_WHO = frozenset({"من", "ومن"})
_CLAUSE = frozenset({"في", "على", "الذين", "هم", "لا", "لم", "قد", "لن"})
_AS_PREPOSITIONS = frozenset({
    "تجاه", "إزاء", "حيال", "بجانب", "جانب", "لصالح", "بإمكان", "بوسع", "بموجب", "بفضل", "جراء",
    "إثر", "طوال", "بواسطة", "أجل", "برفقة", "بقيادة", "بدعم",
})  # fmt: skip
_HARM = frozenset({"مقتل", "إصابة", "وفاة", "اعتقال", "اختطاف", "جرح", "احتجاز", "استشهاد", "غرق"})
# Of the verbs of speech and motion those that people may be the object of.
_WITH_OBJECT = frozenset({
    "دام", "بدأ", "عد", "مثل", "أدى", "أسهم", "وفد", "هدد", "وعد", "ذكر", "حذر", "أجاب", "رد",
    "أعد", "روى", "ألقى", "علم", "حدث", "حصل", "ترأس", "استأنف", "ظن", "حكم", "تابع", "نوى", "ود",
    "أضر",
    "أوقع", "فاوض", "بث", "باح", "لمح", "لجأ", "وصل", "أشرف", "سافر", "كرر", "وقع", "وقّع", "أجرى",
    "أبدى", "كتب", "عقد", "أصدر", "أقر", "نفى", "رجع", "توقع", "ضحك", "كبر",
})  # fmt: skip
_JUDGING = frozenset({"رأى", "وجد", "اعتبر", "اعتقد", "أدرك", "اكتشف", "زعم", "عرف", "لاحظ"})
_STRIKING = frozenset({
    "رصاصة", "صاروخ", "قذيفة", "سيارة", "قنبلة", "شاحنة", "دراجة", "طائرة", "سهم", "ضربة", "شركة",
    "فريق", "منتخب", "نادي", "طلقة", "عبوة", "مسيرة", "سفينة", "زورق", "غارة", "حزب",
})  # fmt: skip
_NOT = frozenset({"لم", "ولم", "لا", "ولا", "لما", "فلم", "ليس", "ليست", "وليس"})
_REACH = 9


def demanded_case(line: Line, place: int) -> Cases:
    """The case that a noun, or an adjective of the noun before it, stands in at ``place``.

    None where more than one is possible, as far as the words before it tell.
    """
    current = line.words[place]
    if is_rare(current):
        return _NONE
    if _all_have(current, _GENITIVE_LINKS):
        told = current.form.endswith("ا") and any(one.form in _INNA for one in line.words[:place])
        return _NONE if told else GENITIVE  # «إن في الأمر لتقصيرا»
    if current.proclitics:
        return _of_conjunct(line, place) if current.proclitics == {"و"} and place else _NONE
    if place == 0:
        return _of_opening(line)
    if current.form.endswith("ا") and not current.enclitic:
        return _of_accusative(line, place)
    pointing = line.words[place - 1].kinds == {Pos.DEMONSTRATIVE} and current.article
    return (
        _of_described(line, place)
        or _after_word(line, place, max(0, place - 1 - pointing))
        or _of_subject(line, place)
        or _of_object(line, place)
    )


def _all_have(current: Word, links: frozenset[str]) -> bool:
    written = current.form.startswith(("ب", "ل", "ك", "و", "ف")) and bool(current.readings)
    return written and all(links & set(one.proclitics) for one in current.readings)


def _of_opening(line: Line) -> Cases:
    """A definite plural of people at the head of a sentence is its topic, or waits for its verb."""
    current = line.words[0]
    people = current.article and (current.human or bool(current.lemmas & word_list("people")))
    verb_follows = any(one.verbal and one.verb for one in line.words[1:5])
    return NOMINATIVE if people and current.nominal and verb_follows else _NONE


def _of_conjunct(line: Line, place: int) -> Cases:
    """«عن الحكومة والحوثيون»: the genitive goes on, where no clause begins; so does a tanwin."""
    before, current = line.words[place - 1], line.words[place]
    if before.tanwin and before.form.endswith("ا") and Pos.NOUN in before.kinds:
        counted = all(one.number == "d" for one in current.readings)
        return ACCUSATIVE if counted and not before.lemmas & word_list("times") else _NONE
    if not (before.article and current.article) or before.proclitics:
        return _NONE
    clause = any(one.verbal or one.form in _CLAUSE for one in line.words[place + 1 : place + 6])
    after = line.words[place + 1] if place + 1 < len(line) else current
    clause = clause or (after.bare and fits(current.demanded, after.attribute))  # «وهما متعادلان»
    governed = place > 1 and _is_preposition(line, place - 2)
    return GENITIVE if governed and not clause else _NONE


def _of_accusative(line: Line, place: int) -> Cases:
    """Where a noun in tanwin stands that is no adverb: after a preposition, after «هناك»."""
    current = line.words[place]
    if not _is_thing(current) or current.form in word_list("adverbials") or current.enclitic:
        return _NONE
    if _is_preposition(line, place - 1):
        return _NONE if _means_yet(line, place - 1) else GENITIVE
    alone = line.form(place - 1) in _THERE and not line.form(place - 2).endswith(("ن", "ني"))
    return NOMINATIVE if alone and not any(one.masdar for one in current.readings) else _NONE


def _means_yet(line: Line, place: int) -> bool:
    """«لم تتخذ الجامعة بعد قرارا»: "not yet", not "after"."""
    earlier = (one.form for one in line.words[max(0, place - _REACH) : place])
    return line.form(place) == "بعد" and any(form in _NOT for form in earlier)


def _after_word(line: Line, place: int, before: int) -> Cases:
    """What the word at ``before`` governs at ``place``."""
    form, current = line.form(before), line.words[place]
    definite = current.article or current.enclitic
    if form in _INNA:
        return ACCUSATIVE if definite or _is_thing(current) else _NONE
    if form in _THERE:
        earlier = line.form(before - 1)
        return ACCUSATIVE if earlier in _INNA else _NONE if earlier[-3:] == "لكن" else NOMINATIVE
    if form in _AMONG or (form in _PRONOUNS and not definite):
        return NOMINATIVE
    counted = (form in _QUANTITIES and not line.words[before].verbal) or (
        form in _COUNTS and not current.article
    )
    governed = counted and not current.lemmas & {"آخر", "اثنان", "أخرى"}
    governed = governed or _is_preposition(line, before) or _is_first_term(line, before, place)
    return GENITIVE if governed or _is_deed_done_to(line, before, place) else _NONE


def _is_deed_done_to(line: Line, place: int, second: int) -> bool:
    """«مقتل جنديان»: a verbal noun and the indefinite people it is done to."""
    deed, people = line.words[place], line.words[second]
    known = bool(deed.lemmas) and deed.lemmas <= word_list("deeds") | _HARM
    plain = deed.bare and not deed.tanwin and not people.article and not people.enclitic
    return known and plain and may_act(people) and _is_noun(line, place)


def _is_thing(current: Word) -> bool:
    return Pos.NOUN in current.kinds and not current.adjectival


def _is_preposition(line: Line, place: int) -> bool:
    form = line.form(place)
    known = PREPOSITIONS | _AS_PREPOSITIONS
    bare = form[1:] if form[:1] in "وف" and form[1:] in known else form
    if bare not in known:
        return False
    if (bare in _MISREAD and place == 0) or is_verb_sooner(line.words[place]):
        return False
    return not (form in _WHO and place == 0)


def _is_first_term(line: Line, place: int, second: int) -> bool:
    """Whether the bare noun can only lead to a second term, which the definite next word is."""
    noun, after = line.words[place], line.words[second]
    if not (after.article or after.enclitic) or not noun.bare or noun.tanwin or noun.name:
        return False
    if Pos.NOUN not in noun.kinds or noun.adjectival or noun.form.endswith(("ا", "ون", "ان")):
        return False
    if noun.lemmas & word_list("times") or noun.form in word_list("adverbials"):
        return False
    # «حزب أعضاؤه من الشباب»: what bears a pronoun may open a clause about the noun.
    if after.enclitic and not all(one.masdar for one in noun.readings):
        return False
    if _is_verb_here(line, place, after):
        return False
    plain = _is_noun(line, place) and Pos.ADVERB not in noun.kinds
    return plain and not _may_wait_for(line, place, after)


def _is_verb_here(line: Line, place: int, subject: Word) -> bool:
    """«بعد أن رفض المساهمون», «خرج الناجون»: a verb whose subject comes next."""
    current = line.words[place]
    if not fits(subject.opening, current.verb):
        return False
    return line.form(place - 1).endswith("أن") or mostly_verb(current) or place == 0


def _may_wait_for(line: Line, place: int, subject: Word) -> bool:
    """«قال في بيان المتحدثون»: whether a verb before has no subject yet, and this may be it."""
    verb = clause_verb(line, place - 1, masdar=True)
    if verb is None or not fits(subject.opening, line.words[verb].verb):
        return False
    head = line.words[verb + 1]
    return verb + 1 >= place or not (head.nominal and not head.proclitics)


def _is_noun(line: Line, place: int) -> bool:
    """A noun by its form, by a preposition written onto it, or by what stands before."""
    current, before = line.words[place], line.words[place - 1] if place else None
    if is_noun_here(line, place) or current.lemmas == {"عدد"}:
        return True
    if any({"ب", "ل"} & set(one.proclitics) for one in current.readings if one.pos is Pos.NOUN):
        return current.form.startswith(("ب", "وب")) or not current.verb
    return before is not None and (before.form in _INNA or before.verbs == {"تم"})


def _of_described(line: Line, place: int) -> Cases:
    """«المزارعين الأميركيون»: the case of the noun that the adjective must describe."""
    adjective, noun = line.words[place], line.words[place - 1]
    if noun.bare and adjective.bare and adjective.nisba and not shown_case(noun):
        alike = noun.nominal and Pos.NOUN in noun.kinds and ("m", "p") in noun.demanded
        return demanded_case(line, place - 1) if alike and noun.human else _NONE
    definite = noun.article or noun.enclitic
    if not adjective.article or not definite or not noun.nominal or not adjective.attribute:
        return _NONE
    if Pos.ADJECTIVE not in adjective.kinds or noun.adjectival or Pos.NOUN not in noun.kinds:
        return _NONE
    thing = any(one.pos is Pos.NOUN and not one.human for one in adjective.readings)
    thing = thing and shown_case(noun) == NOMINATIVE  # «تقاسم المرشحان المقعدين»
    people = not noun.demanded & {("m", "s"), ("f", "p")} and ("m", "p") in noun.demanded
    dual = all(number == "d" for _, number in noun.demanded)
    if thing or not (people or dual) or not fits(noun.demanded, adjective.attribute):
        return _NONE
    head = line.words[place - 2] if place > 1 else None
    others = head is not None and head.bare and fits(head.demanded, adjective.attribute)
    if others or (line.form(place - 2) in _INNA and not adjective.nisba):
        return _NONE
    wanted = demanded_case(line, place - 1)
    shown = shown_case(noun)
    return wanted & GENITIVE if wanted and not wanted & shown else shown or wanted & GENITIVE


def _of_subject(line: Line, place: int) -> Cases:
    """After a verb that has no object, or has it as a suffix: its subject."""
    verb, current = line.words[place - 1], line.words[place]
    if not verb.verbal or not verb.verb or current.tanwin:
        return _NONE
    if any(number != "s" for _, number in verb.verb) or verb.proclitics - {"س"}:
        return _NONE
    timed = current.lemmas & (word_list("times") | word_list("quantities"))
    if timed or not fits(current.opening, verb.verb) or not may_act(current):
        return _NONE
    if verb.may_have_enclitic:
        two = word_list("ditransitive_verbs") | word_list("copulas")
        return NOMINATIVE if verb.enclitic and not verb.verbs & two else _NONE
    passive = all(one.voice == "passive" for one in verb.readings)
    known = verb.verbs <= without_object()
    return NOMINATIVE if passive or known or _has_other_object(line, place) else _NONE


@cache
def without_object() -> frozenset[str]:
    """Verbs that take no direct object, or a clause alone."""
    governed = {verb for verb, _, direct in rows("government", 3) if not direct}
    known = word_list("intransitive_verbs") | word_list("speaking_verbs") | governed
    return known - _WITH_OBJECT


def _has_other_object(line: Line, place: int) -> bool:
    """«طالب المتظاهرين الحكومة», «وجد الباحثين أن»: what follows is the object, not the subject."""
    verb, current = line.words[place - 1], line.words[place]
    people = current.human or bool(current.lemmas & {"طرف", "جانب", "بلد", "فريق"})
    if not (current.article and people and place + 1 < len(line)):
        return False
    if verb.verb != {("m", "s")} or verb.verbs & word_list("ditransitive_verbs"):
        return False
    after = line.words[place + 1]
    if verb.verbs & _JUDGING and after.form in {"أن", "أنه", "أنها", "أنهم"}:
        return True
    thing = after.kinds == {Pos.NOUN} and not after.proclitics and not after.adjectival
    she = bool(after.demanded) and all(gender == "f" for gender, _ in after.opening)
    return thing and after.article and she and not after.lemmas & word_list("times")


def _of_object(line: Line, place: int) -> Cases:
    """After a verb and its subject in the singular: the object, or how long or how often."""
    current = line.words[place]
    if current.adjectival or current.lemmas & _STRIKING:
        return _NONE
    dual = all(one.number == "d" for one in current.readings) and not may_act(current)
    for verb in range(place - 2, max(-1, place - _REACH), -1):
        word = line.words[verb]
        if word.verbal or (verb == 0 and Pos.VERB in word.kinds):
            people = current.article and current.human
            return ACCUSATIVE if (dual or people) and _is_filled(line, verb, place) else _NONE
        if not word.maybe_nominal or word.proclitics:
            return _NONE
    return _NONE


def _is_filled(line: Line, verb: int, place: int) -> bool:
    """Whether a subject in the singular that acts stands between, so that no other may come."""
    head, word = line.words[verb + 1], line.words[verb]
    if word.may_have_enclitic or not may_act(head) or not fits(head.opening, word.verb):
        return False
    if word.verbs & word_list("copulas") or any(number != "s" for _, number in head.demanded):
        return False
    transitive = not word.verbs & (word_list("intransitive_verbs") | word_list("speaking_verbs"))
    return transitive and phrase_end(line, verb + 1) == place
