"""Which of the nouns before an adjective it may describe: by definiteness, by what they name."""

from __future__ import annotations

from functools import lru_cache

from ....model import Pos, TokenKind
from ..morphology.frequency import is_mostly_adjective
from ..morphology.lexicon import words as word_list
from .agreement import Forms, Line, Word
from .nominal import MINISTRIES, fits, is_preposition

_NOUN_OR_VERB = frozenset({Pos.NOUN, Pos.ADJECTIVE, Pos.VERB, Pos.NAME})
_BEFORE_VERBS = frozenset(
    {"من", "منذ", "مثل", "مما", "ومن", "عمن", "حتى", "خلال", "دون", "بعد", "قبل"}
)
_LINKING = frozenset({"ب", "ل", "ك"})
_HE = ("m", "s")
_SHE: Forms = frozenset({("f", "s")})
_SEVERAL: Forms = frozenset({("", "p"), ("m", "p")})
# «العفو الدولية», «الصحة العالمية»: an organisation by its field alone.
_ORGANISATIONS = frozenset({
    prefix + form
    for form in (
        "عفو", "عمل", "طيران", "هجرة", "سياحة", "تضامن", "تجارة", "بريد", "نقل", "غذاء", "شفافية",
    )
    for prefix in ("ال", "وال", "لل", "بال")
})  # fmt: skip
_OF_THE_WORLD = frozenset({"الدولية", "العالمية", "الأممية"})
_OF_A_YEAR = frozenset({"مقبل", "ماضي", "جاري", "حالي", "قادم", "منصرم", "فائت"})
# Members of chambers and councils: «الشيوخ», «النواب», «الوزراء» are never described as one woman.
_MEMBERS = frozenset({
    "شيخ", "نائب", "وزير", "سفير", "رئيس", "زعيم", "قائد", "خبير", "محافظ", "أمير", "عضو", "لورد",
})  # fmt: skip


def may_be_described(line: Line, head: int, adjective: Word) -> bool:
    """Whether the adjective may belong to the noun at ``head``, as far as agreement tells."""
    noun = line.words[head]
    if noun.form in _ORGANISATIONS and adjective.form in _OF_THE_WORLD:
        return True
    compared = noun.article and noun.lemmas & word_list("uninflected")  # «وهي الأدنى المسجلة»
    if compared or (noun.form == "العاج" and line.form(head - 1).endswith("ساحل")):
        return True
    ministry = noun.form in MINISTRIES
    if ministry and not (head and line.words[head - 1].lemmas & {"وزير", "وزارة"}):
        return True
    if adjective.article and is_indefinite(line, head):
        return False
    if (adjective.nisba or adjective.bare) and _is_act_upon_the_next(line, head):
        return False
    demanded = noun.demanded
    if adjective.nisba and noun.human and noun.lemmas & _MEMBERS and ("m", "p") in demanded:
        demanded -= _SHE
    several = adjective.form.endswith(("ين", "ون")) and not adjective.nisba
    if several and not any(one.human for one in noun.readings):
        demanded -= _SEVERAL  # «القرى القريبين»: men's plural describes people only
    return fits(demanded, adjective.attribute)


def _is_act_upon_the_next(line: Line, head: int) -> bool:
    """«نزع السلاح»: a verbal noun whose second term is its object takes no such adjective."""
    noun, after = line.words[head], line.words[head + 1] if head + 1 < len(line) else None
    if after is None or not noun.bare or noun.tanwin or not is_singular(noun):
        return False
    if not noun.lemmas <= word_list("deeds") - word_list("bodies"):
        return False
    return after.maybe_nominal and not after.proclitics - {"ال"} and not after.adjectival


def is_indefinite(line: Line, head: int) -> bool:
    """A bare noun with no second term: a preposition comes next, «بيان لوزارة»."""
    noun = line.words[head]
    if not noun.bare or noun.name or head + 1 == len(line) or not noun.nominal:
        return False
    after = line.words[head + 1]
    return is_preposition(after) or bool(after.proclitics & _LINKING)


def is_year(line: Line, place: int) -> bool:
    """«العام المقبل», «أزمة عام 2008»: the year, not what is general."""
    if line.form(place) == "عام" and place + 1 < len(line):
        counted = line.tokens[place + 1].kind is TokenKind.NUMBER
        return counted or Pos.NUMERAL in line.words[place + 1].kinds
    after = line.words[place + 1] if place + 1 < len(line) else None
    return line.form(place) == "العام" and after is not None and bool(after.lemmas & _OF_A_YEAR)


def may_be_state(line: Line, place: int) -> bool:
    """«فازت العداءة بالسباق متقدمة على»: a feminine participle that says in what state she won."""
    current = line.words[place]
    derived = current.form.startswith("م")  # «حادة» says of what kind, never in what state
    if not (current.bare and derived) or current.attribute != _SHE or place + 1 == len(line):
        return False
    if not all(one.participle for one in current.readings if one.pos is Pos.ADJECTIVE):
        return False
    after = line.words[place + 1]
    if not (is_preposition(after) or after.proclitics & _LINKING):
        return False
    return any(
        (one.verbal and fits(one.verb, _SHE)) or (one.article and fits(one.demanded, _SHE))
        for one in line.words[:place]
    )


def has_complement(line: Line, place: int) -> bool:
    """«المستخرجة من»: a participle that may follow its noun at a distance, as a clause does."""
    if place + 1 == len(line) or not any(one.participle for one in line.words[place].readings):
        return False
    after = line.words[place + 1]
    return is_preposition(after) or bool(after.proclitics & _LINKING)


def is_impersonal(line: Line, place: int) -> bool:
    """«المتنازع عليها», «المشتبه في تورطهم»: a passive participle whose subject is a phrase.

    It stays in the masculine singular; the pronoun in the phrase agrees with the noun instead.
    """
    current = line.words[place]
    if _HE not in current.attribute or not current.form.removeprefix("ال").startswith("م"):
        return False
    if place + 1 == len(line):
        return False
    after = line.words[place + 1]
    if Pos.PREPOSITION in after.kinds and after.enclitic:
        return True
    linked = is_preposition(after) or after.proclitics & _LINKING
    return bool(linked) and any(one.enclitic for one in line.words[place + 1 : place + 3])


def is_noun_here(line: Line, place: int) -> bool:
    """Whether the word can be nothing but a noun: by its form, or after a preposition."""
    current = line.words[place]
    if current.nominal or not current.maybe_nominal or not place:
        return current.nominal
    if not current.kinds <= _NOUN_OR_VERB:
        return False
    before = line.words[place - 1]
    if is_preposition(before):
        return before.form not in _BEFORE_VERBS
    if current.verb and place > 1 and is_preposition(line.words[place - 2]):
        return False  # «بعد ساعات تبادل الطرفان», «في بيان أعلن»
    return before.kinds == {Pos.NOUN} and before.bare and not before.tanwin


@lru_cache(maxsize=1 << 16)
def is_inflected_noun(current: Word) -> bool:
    """«الجائعة», «الآجلة»: a noun for the dictionary, that takes ة as only adjectives do."""
    return any(
        (one.gender, one.number) == ("f", "s") and not (one.lemma.endswith("ة") or one.human)
        for one in current.readings
        if one.pos is Pos.NOUN and current.form.endswith("ة")
    )


@lru_cache(maxsize=1 << 16)
def is_singular(noun: Word) -> bool:
    """No dual and no plural."""
    return bool(noun.demanded) and all(number == "s" for _, number in noun.demanded)


@lru_cache(maxsize=1 << 16)
def is_second_term(adjective: Word) -> bool:
    """Whether the bare adjective may be a second term: «توقيف مشتبهين», «إضاعة وقتي»."""
    if adjective.form.endswith(("ين", "ون", "ان")):
        people = any(one.human and one.pos is Pos.NOUN for one in adjective.readings)
        return people or not adjective.nisba
    mine = adjective.nisba and adjective.form.endswith("ي")
    if adjective.form == "وقتي":
        return True
    return mine and not any(
        is_mostly_adjective(one.lemma) or one.lemma in word_list("attributes") | word_list("nisbas")
        for one in adjective.readings
    )


@lru_cache(maxsize=1 << 16)
def may_be_noun(noun: Word) -> bool:
    """What an adjective may describe: a noun, a ministry by its field, an office."""
    field = noun.article and noun.form.removeprefix("ال") in word_list("nominalised")
    return Pos.NOUN in noun.kinds or field or bool(noun.lemmas & word_list("people"))


def is_closed_by_tanwin(line: Line, place: int) -> bool:
    """«نقصا» before «حادا»: a noun in tanwin, of which alone the next adjective can speak."""
    noun = line.words[place]
    if not noun.tanwin or Pos.NOUN not in noun.kinds or noun.proclitics - {"و"} or noun.adjectival:
        return False
    if noun.form in word_list("adverbials") or noun.lemmas & word_list("times"):
        return False
    before = line.words[place - 1] if place else None
    return before is None or not (before.kinds & {Pos.NUMERAL, Pos.FOREIGN} or not before.kinds)
