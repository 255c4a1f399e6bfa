"""Where a verb that takes no direct object has one, told by its subject."""

from __future__ import annotations

from collections.abc import Iterator

from ....model import Pos
from ..morphology.frequency import is_mostly_noun
from ..morphology.lexicon import words as word_list
from .agreement import Line, Word
from .government import Complement, Government, bears, is_satisfied, verb_government
from .nominal import fits, is_preposition, names_country
from .predicative import phrase_end
from .verbs import may_act

_AS = frozenset({"كما", "وكما", "مثلما", "حسبما", "وحسبما", "فيما", "ما", "مما", "الذي", "التي"})
_PLACES = frozenset({"name:city", "name:country"})
_MOTION = frozenset({"توجه", "سافر", "انتقل", "فر", "هرب", "نزح", "هاجر", "اتجه", "لجأ", "عاد"})
_DEEDS = {
    "العثور": ("على",), "الحصول": ("على",), "التوصل": ("إلى",), "التغلب": ("على",),
    "السيطرة": ("على",), "الإفراج": ("عن",), "التركيز": ("على",), "الحفاظ": ("على",),
    "الانضمام": ("إلى",), "الاستيلاء": ("على",), "الإشراف": ("على",), "الاطلاع": ("على",),
    "التعرف": ("على", "إلى"), "التخلي": ("عن",), "الامتناع": ("عن",), "اللجوء": ("إلى",),
    "الاستماع": ("إلى",), "الاعتماد": ("على",), "المصادقة": ("على",), "الاعتداء": ("على",),
    "التعرض": ("ل",), "الخضوع": ("ل",), "الاستعداد": ("ل",), "التسبب": ("في", "ب"),
    "الالتزام": ("ب",), "القيام": ("ب",), "المطالبة": ("ب",), "الاهتمام": ("ب",),
    "الاحتفال": ("ب",), "الاستفادة": ("من",), "التأكد": ("من",), "التخلص": ("من",),
    "التمكن": ("من",), "الاقتراب": ("من",), "التحقق": ("من",), "الاستجابة": ("ل",),
    "المساهمة": ("في",), "التحكم": ("في", "ب"), "التأثير": ("في", "على"), "الرد": ("على",),
}  # fmt: skip
_LINKING = frozenset({"ب", "ل", "ك"})
_FURTHEST = 8


def leads_nowhere(current: Word) -> bool:
    """Whether the word's preposition is known: a verb, or the verbal noun with its article."""
    return verb_government(current, wide=True) is not None or _deed(current) is not None


def ungoverned_object(line: Line, place: int) -> Iterator[Complement]:
    """The direct object, if there is one, of the verb or verbal noun at ``place``."""
    deed = _deed(line.words[place])
    if deed is not None:
        if _has_bare_object(line, place):
            yield Complement(place, place + 1, None, deed)
        return
    government = verb_government(line.words[place], wide=True)
    if government is None or line.form(place - 1) in _AS:
        return
    start = _object_next(line, place, government) or _destination(line, place)
    if start is None and not is_satisfied(line, place, government):
        start = _object_start(line, place)
    if start is not None and not line.words[start].lemmas & government.direct:
        yield Complement(place, start, None, government.prepositions)


def _leads(after: Word, government: Government) -> bool:
    """«اقتنعت المجر بوضع»: the verb's preposition comes next, so that the noun is its subject."""
    return any(bears(after, one) for one in government.prepositions)


def _deed(current: Word) -> tuple[str, ...] | None:
    return _DEEDS.get(current.form)


def _has_bare_object(line: Line, place: int) -> bool:
    """«من العثور مدينة»: an indefinite noun right after a governed verbal noun."""
    governed = place > 0 and is_preposition(line.words[place - 1])
    if not governed or place + 1 >= len(line):
        return False
    after, verb = line.words[place + 1], line.words[place - 2] if place > 1 else None
    if verb is not None and verb.verbal and fits(after.opening, verb.verb):
        return False  # «تغيبت عن الاحتفال دول»: the subject
    thing = after.nominal and after.bare and Pos.NOUN in after.kinds and not after.adjectival
    return thing and not after.proclitics and _is_no_adjunct(after) and not after.form.endswith("ا")


def _object_next(line: Line, verb: int, government: Government) -> int | None:
    """«شاركوا المؤتمر»: a thing right after the verb that cannot be its subject."""
    current = line.words[verb]
    if not current.verb or current.may_have_enclitic or verb + 1 >= len(line):
        return None
    after = line.words[verb + 1]
    other = fits(after.opening, current.verb) or may_act(after)
    if verb + 2 < len(line) and _leads(line.words[verb + 2], government):
        return None
    if names_country(line, verb + 1):
        return None
    known = all(is_mostly_noun(one) for one in after.lemmas)  # «المجر» is no noun here
    return verb + 1 if known and _is_object(after) and not other else None


def _destination(line: Line, verb: int) -> int | None:
    """«سافر الرئيس صباح الأحد برلين»: a place after a verb of motion and its subject."""
    current, end = line.words[verb], _past_subject(line, verb)
    if end is None or not current.verbs <= _MOTION or not may_act(line.words[verb + 1]):
        return None
    return end if _is_place(line.words[end]) else None


def _object_start(line: Line, verb: int) -> int | None:
    """«رحبت الحكومة القرار»: a thing right after the subject's whole phrase."""
    head, end = line.words[min(verb + 1, len(line) - 1)], _past_subject(line, verb)
    known = may_act(head) or all(number == "s" for _, number in head.opening)
    if end is None or not known or may_act(line.words[end]):
        return None
    return end if _is_object(line.words[end]) or _is_annexed(line, end) else None


def _is_annexed(line: Line, place: int) -> bool:
    """«تعهدت الوزارة دعم المزارعين»: no second verb, as its second term stands behind it."""
    current = line.words[place]
    after = line.words[place + 1] if place + 1 < len(line) else None
    deed = any(one.masdar for one in current.readings) or current.lemmas & word_list("deeds")
    plain = deed and not (current.name or current.proclitics or current.enclitic)
    if not plain or not _is_no_adjunct(current) or after is None:
        return False
    return after.article and after.nominal and not after.proclitics


def _past_subject(line: Line, verb: int) -> int | None:
    """The place after the definite subject right behind the verb, and after when."""
    current = line.words[verb]
    if not current.verb or current.may_have_enclitic or verb + 1 >= len(line):
        return None
    head = line.words[verb + 1]
    if not fits(head.opening, current.verb) or not head.nominal or head.proclitics:
        return None
    end = phrase_end(line, verb + 1)
    while end is not None and end < len(line) and _is_time(line.words[end]):
        end += 1
    return None if end is None or end >= len(line) or end - verb > _FURTHEST else end


def _is_object(current: Word) -> bool:
    """A noun for a thing, and no adverb."""
    noun = current.nominal and Pos.NOUN in current.kinds and not current.name
    if current.article and current.form[3:4] == "ا" and current.form.endswith("ة"):
        noun = noun and not any(one.human or one.participle for one in current.readings)
    plain = noun and not current.adjectival and not current.attribute and not current.proclitics
    accusative = current.form.endswith("ا") and not current.enclitic
    return plain and not accusative and _is_no_adjunct(current)


def _is_no_adjunct(current: Word) -> bool:
    apart = word_list("times") | word_list("adjuncts") | word_list("quantities")
    return not current.lemmas & apart and current.form not in word_list("adverbials")


def _is_time(current: Word) -> bool:
    day = any(one.source == "name:time" for one in current.readings)
    return day or bool(current.lemmas & word_list("times")) or current.kinds == {Pos.ADVERB}


def _is_place(current: Word) -> bool:
    places = [one for one in current.readings if one.source in _PLACES]
    return current.name and bool(places) and not current.proclitics & _LINKING
