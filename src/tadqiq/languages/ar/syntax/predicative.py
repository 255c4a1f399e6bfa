"""Indefinite predicates and objects: where the accusative must show."""

from __future__ import annotations

from functools import lru_cache

from ....model import Pos
from ..morphology.lexicon import words as word_list
from .agreement import Line, Word
from .nominal import fits, is_preposition
from .verbs import may_act

_LINKING = frozenset({"ب", "ل", "ك"})
_KANA = frozenset({
    before + form
    for before in ("", "و", "ف", "س", "وس")
    for form in (
        "كان", "كانت", "يكون", "تكون", "يكن", "تكن", "ليس", "ليست", "أصبح", "أصبحت", "يصبح", "تصبح",
        "بات", "باتت", "ظل", "ظلت", "يظل", "تظل", "زال", "زالت", "يزال", "تزال", "صار", "صارت",
        "أضحى",
        "أضحت", "أمسى", "أمست", "يعد", "تعد", "يعتبر", "تعتبر", "بقي", "بقيت", "يبقى", "تبقى",
    )
})  # fmt: skip
# Deeds whose object is no person and no body.
_MAKING = frozenset({
    "عقد", "أصدر", "وقع", "نشر", "شن", "افتتح", "ألقى", "أجرى", "أقر", "تبنى", "اتخذ", "أحرز",
    "تسلم",
    "أنشأ", "طور", "كتب", "أعد", "أبرم", "نفذ", "نظم", "أطلق", "بث", "سجل", "حقق", "خاض", "رفع",
    "وجه",
    "زار", "دشن", "رفض", "تلقى", "رصد", "أنهى", "وضع", "طرح", "ناقش", "درس", "قصف", "استهدف",
    "أحبط", "أنتج", "صنع", "صمم", "أسس", "أدخل", "استخدم", "طلب", "خصص", "شيد", "أعلن", "ضبط",
    "قدم", "اقترح", "أقام", "بنى", "اشترى", "حضر", "فرض", "تبادل", "ارتكب", "اكتشف", "ابتكر",
})  # fmt: skip
_WHEN = frozenset(
    {"أمس", "اليوم", "غدا", "الأحد", "الاثنين", "الثلاثاء", "الأربعاء", "الخميس", "الجمعة", "السبت"}
)
_MARKS = frozenset("،,.؛:!؟?")
_NO_ALIF = ("ا", "و", "ى", "ة", "ء", "ي", "اً", "ه", "ات", "ون", "ان", "ين")
_FIXED = frozenset(
    {"غير", "شبه", "كل", "بعض", "أي", "أكثر", "أقل", "أول", "آخر", "ضمن", "مثل", "دون", "سوى"}
)


def phrase_end(line: Line, start: int) -> int | None:
    """The place after the definite noun phrase that begins at ``start``; None if it is not sure.

    A demonstrative may stand first; bare nouns lead to one with an article, a suffix or a name;
    adjectives with the article and further names follow.
    """
    place = start + (start < len(line) and line.words[start].kinds == {Pos.DEMONSTRATIVE})
    while place < len(line) and _leads_on(line.words[place]):
        place += 1
    if place >= len(line) or not _closes(line.words[place]):
        return None
    name = line.words[place].name and not line.words[place].article
    place += 1
    while place < len(line) and _goes_on(line.words[place], name=name):
        name = line.words[place].name
        place += 1
    return place


def past_phrases(line: Line, start: int) -> int:
    """The place after any phrases with a preposition that begin at ``start``."""
    place = start
    while place < len(line):
        current = line.words[place]
        linked = current.proclitics & _LINKING and current.maybe_nominal
        if not is_preposition(current) and not linked:
            return place
        if current.kinds == {Pos.PREPOSITION} and current.enclitic:
            place += 1
            continue
        end = phrase_end(line, place if linked else place + 1)
        if end is None:
            return place
        place = end
    return place


def lacks_alif(line: Line, place: int) -> bool:
    """«بات رئيس البلدية مرشح للرئاسة», «لم يكن القرار مفاجئ»: a predicate without its ا."""
    if not may_lack_alif(line, place):
        return False
    return _subject_of(line, place) is not None


def object_lacks_alif(line: Line, place: int) -> bool:
    """«عقد الوزير اجتماع مع نظيره»: the object of a deed, its subject right after the verb."""
    if not may_lack_alif(line, place) or may_act(line.words[place]):
        return False
    current = line.words[place]
    if Pos.NOUN not in current.kinds or current.adjectival:
        return False
    for verb in range(place - 2, max(-1, place - 9), -1):
        word = line.words[verb]
        if word.verbal or (verb == 0 and Pos.VERB in word.kinds):
            return bool(word.verbs & _MAKING) and _fills(line, verb, place)
        if not (word.maybe_nominal or is_preposition(word)):
            return False
    return False


def subject_before_object(line: Line, verb: int) -> bool:
    """«عقدت وزير الدفاع اجتماعا»: a deed whose object follows the noun phrase that acts."""
    current, head = line.words[verb], line.words[verb + 1]
    making = current.verbs <= _MAKING and may_act(head)
    two = word_list("ditransitive_verbs") | word_list("copulas") | word_list("impersonal_verbs")
    if current.may_have_enclitic or (current.verbs & two and not making):
        return False
    end = phrase_end(line, verb + 1)
    while end is not None and end < len(line) and line.form(end) in _WHEN:
        end += 1
    if end is None or end >= len(line):
        return False
    thing = line.words[end]
    tanwin = thing.form.endswith("ا") and may_bear_tanwin(thing)
    tanwin = tanwin and (making or not any(one.masdar for one in thing.readings))
    whole = thing.article and thing.kinds == {Pos.NOUN} and not thing.attribute
    object_ = (tanwin or whole) and not thing.proclitics
    known = thing.form in word_list("adverbials") or thing.lemmas & word_list("times")
    return object_ and not known and not may_act(thing) and Pos.NOUN in thing.kinds


def _fills(line: Line, verb: int, place: int) -> bool:
    """Whether a subject that acts, and no other noun, stands between the verb and the place."""
    head, word = line.words[verb + 1], line.words[verb]
    if word.may_have_enclitic or not may_act(head) or not fits(head.opening, word.verb):
        return False
    end = phrase_end(line, verb + 1)
    if end is None:
        return False
    while end < place and (line.words[end].lemmas | {line.form(end)}) & _WHEN:
        end += 1
    return end == place or past_phrases(line, end) == place


def adjective_lacks_alif(line: Line, place: int) -> bool:
    """«مؤتمرا مشترك»: the adjective right after a noun in the accusative with tanwin."""
    current, noun = line.words[place], line.words[place - 1]
    if not may_lack_alif(line, place) or current.attribute != {("m", "s")}:
        return False
    if not current.adjectival or Pos.VERB in current.kinds:
        return False
    tanwin = may_bear_tanwin(noun)
    chained = may_bear_tanwin(line.words[place - 2])
    sure = tanwin and noun.nominal and noun.form.endswith("ا")
    sure = sure and (chained or not noun.adjectival)
    known = not noun.lemmas & (word_list("times") | word_list("quantities"))
    return sure and known and noun.form not in word_list("adverbials")


def may_lack_alif(line: Line, place: int) -> bool:
    """A bare masculine noun or adjective that nothing after it completes."""
    current = line.words[place]
    return takes_alif(current) and _is_complete(line, place + 1, current)


@lru_cache(maxsize=1 << 16)
def takes_alif(current: Word) -> bool:
    """A bare masculine noun or adjective that bears an ا in the accusative."""
    if not current.nominal or not current.bare or current.tanwin or current.name:
        return False
    nisba = current.nisba and current.adjectival and current.form.endswith("ي")
    if current.proclitics or current.enclitic or (current.form.endswith(_NO_ALIF) and not nisba):
        return False
    if current.form in _FIXED or current.lemmas & word_list("quantities"):
        return False
    singular = all(
        one.gender in {"m", ""} and one.number == "s" and not (one.nisba or one.broken)
        for one in current.readings
    ) or (current.nisba and current.attribute == {("m", "s")})
    return singular and not _fixed_form(current)


def _subject_of(line: Line, place: int) -> int | None:
    """Where the copula stands whose subject fills the place up to the predicate."""
    for verb in range(place - 2, max(-1, place - 10), -1):
        current = line.words[verb]
        if current.form in _KANA:
            end = phrase_end(line, verb + 1)
            if end is None:
                return None
            return verb if end == place or past_phrases(line, end) == place else None
        if not (current.maybe_nominal or is_preposition(current) or current.kinds <= _POINTING):
            return None
    return None


_POINTING = frozenset({Pos.DEMONSTRATIVE})


def _fixed_form(current: Word) -> bool:
    """«أفضل», «أكبر» and other forms that take no tanwin."""
    return current.form.startswith("أ") and len(current.form) == 4 and bool(current.attribute)


@lru_cache(maxsize=1 << 16)
def may_bear_tanwin(current: Word) -> bool:
    """In one reading at least it is indefinite by its form."""
    return any(one.state == "i" for one in current.readings)


def _is_complete(line: Line, after: int, current: Word) -> bool:
    """Whether no second term can follow: a preposition, a mark, the end, an adjective in tanwin."""
    if after >= len(line):
        return True
    following = line.words[after]
    if current.nisba and following.article and not following.proclitics:
        return False  # «فرنسي الجنسية»
    if following.form in _MARKS or is_preposition(following) or current.nisba:
        return True
    if following.kinds == {Pos.PREPOSITION}:
        return True
    if following.form.endswith("ا") and following.attribute and may_bear_tanwin(following):
        return True
    return bool(following.proclitics & _LINKING) and following.nominal


@lru_cache(maxsize=1 << 16)
def _leads_on(current: Word) -> bool:
    plain = current.nominal and current.bare and not current.name and not current.tanwin
    return plain and not current.proclitics


@lru_cache(maxsize=1 << 16)
def _closes(current: Word) -> bool:
    definite = current.article or current.enclitic or current.name
    return current.maybe_nominal and bool(definite) and not current.proclitics - _LINKING


def _goes_on(current: Word, *, name: bool) -> bool:
    if current.proclitics:
        return False
    if current.article and current.attribute:
        return True
    return name and current.name
