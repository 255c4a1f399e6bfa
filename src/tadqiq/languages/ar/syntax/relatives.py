"""Relative clauses that nothing binds to their noun."""

from __future__ import annotations

from ....model import Pos
from ..morphology.lexicon import words as word_list
from .agreement import Forms, Line, Word
from .nominal import fits, is_preposition
from .verbs import RELATIVES, has_pronoun, is_adverbial, may_act

_BEFORE_VERB = frozenset({"قد", "لم", "لن", "لا", "سوف", "ما"})
_ENDS = frozenset("،,.؛:!؟?()[]…")
# What only people and bodies do, and always to something.
_DEEDS = frozenset({
    "استخدم", "استعمل", "اتخذ", "أجرى", "شن", "عقد", "أصدر", "فرض", "ارتكب", "نفذ", "أطلق", "اشترى",
    "أعد", "وضع", "ألقى", "أعلن", "نظم", "اقترح", "خاض", "بنى", "أنتج", "ضبط", "استورد", "صدر",
    "صادر", "شيد", "أقام", "افتتح", "سلك", "أبرم", "تبنى", "أقر", "طلب", "خصص", "استضاف",
    "اعتمد", "زرع", "فجر", "سرق", "نهب", "طور", "اكتشف", "ابتكر", "صمم", "أرسل",
})  # fmt: skip
# What people do somewhere, and never to something.
_STAYS = frozenset({
    "عاش", "أقام", "ولد", "نشأ", "ترعرع", "توفي", "مات", "نام", "جلس", "وقف", "اختبأ", "تحصن",
    "مكث", "تواجد", "سافر", "ذهب", "عاد", "توجه", "لجأ", "فر", "هرب", "اجتمع", "تدرب",
    "استقر", "درس", "تجمع", "احتشد", "تظاهر", "اعتصم", "نزح", "انتقل", "تجول", "أقلع", "هبط",
    "التقى", "عمل", "شارك", "تحدث", "ترشح",
})  # fmt: skip
_FURTHEST = 14


def verb_of(line: Line, relative: int) -> int | None:
    """Where the verb stands that the relative clause begins with."""
    place = relative + 1
    while place < len(line) and line.form(place) in _BEFORE_VERB:
        place += 1
    return place if place < len(line) and line.words[place].verb else None


def dangles(line: Line, relative: int) -> bool:
    """«السيارة التي استخدم المهاجمون»: a subject of its own, and no pronoun for the noun."""
    verb = verb_of(line, relative)
    if verb is None or verb + 1 >= len(line) or not _has_subject(line, verb):
        return False
    current, forms = line.words[verb], RELATIVES[line.form(relative)]
    if fits(forms, current.verb):
        deed = current.verbs <= _DEEDS or (
            current.usual_verbs <= _STAYS and line.words[verb + 1].human
        )
        if not deed or not _is_thing(line, relative - 1):
            return False
    return may_act(line.words[verb + 1]) and is_unbound(line, relative, verb, forms)


def _has_subject(line: Line, verb: int) -> bool:
    """Whether the verb has no object as a suffix, and the definite noun after it for a subject."""
    current = line.words[verb]
    if Pos.VERB not in current.kinds or current.may_have_enclitic or current.proclitics - {"س"}:
        return False
    if current.verbs & (word_list("impersonal_verbs") | word_list("pure_copulas")):
        return False
    return _is_definite_noun(line, verb + 1) and fits(line.words[verb + 1].opening, current.verb)


def is_unbound(line: Line, relative: int, verb: int, forms: Forms) -> bool:
    """Whether no pronoun after the verb stands for the noun before the relative, as one should."""
    if is_adverbial(line, relative):
        return False
    return not has_pronoun(line, verb, clause_end(line, verb + 1), forms)


def clause_end(line: Line, place: int) -> int:
    """The first place from ``place`` on where a mark or the main verb ends the clause."""
    last = min(len(line), place + _FURTHEST)
    while place < last and line.form(place) not in _ENDS:
        if _is_main_verb(line, place):
            return place
        place += 1
    return place


def _is_main_verb(line: Line, place: int) -> bool:
    """«… المهاجمون عثر عليها»: a verb in the perfect that nothing joins to the clause."""
    current, before = line.words[place], line.words[place - 1]
    if not current.verbal or not before.nominal or current.proclitics:
        return False
    return all(one.aspect == "perfect" for one in current.readings)


def _is_thing(line: Line, place: int) -> bool:
    """A definite thing right before: neither a person nor a body, nor something told."""
    noun = line.words[place] if place >= 0 else None
    return noun is not None and noun.article and noun.substantive and not may_act(noun)


def _is_definite_noun(line: Line, place: int) -> bool:
    current: Word = line.words[place]
    if not current.substantive or current.proclitics or current.tanwin or current.enclitic:
        return False
    if current.lemmas & word_list("times"):
        return False
    after = line.words[place + 1] if place + 1 < len(line) else None
    annexed = current.bare and after is not None and after.article and not after.proclitics
    return (
        current.article or current.kinds == {Pos.NAME} or (annexed and not is_preposition(current))
    )
