"""Adjectives beside nouns of another gender, number or definiteness."""

from __future__ import annotations

from functools import lru_cache

from ....detect import Condition
from ....model import Message, Pos
from ..morphology.frequency import is_oftener_noun
from ..morphology.lexicon import words as word_list
from ..syntax.agreement import Forms, Line, Word
from ..syntax.nominal import fits
from .doubt import Doubt, Guess
from .flips import agreeing, known
from .partners import INNA, MARKS, any_fits, heads_before, nouns_before

_OPENING = INNA | MARKS
_WHOLES = frozenset(
    {"غير", "نفس", "ربع", "نصف", "ثلث", "كل", "جميع", "بعض", "معظم", "سائر", "مجمل"}
)
# «أحقية الثانية»: the second of two that were named.
_NAMED_BEFORE = frozenset({"الأولى", "الثانية", "الآخر", "الأخرى"})
_ORDINALS = frozenset({"أول", "أولى", "ثاني", "ثانية", "ثالث", "ثالثة"})
WITHOUT_ARTICLE = Message(
    "What is spoken of in general, or pointed to, has its article.",
    "الاسم هنا يحتاج إلى «ال» التعريف.",
)
"""What is said of a noun that lacks its article; the rule's own words are of adjectives."""
_NOMINAL = frozenset({Pos.NOUN, Pos.ADJECTIVE, Pos.NAME})


def _may_describe(current: Word) -> bool:
    plain = Pos.ADJECTIVE in current.kinds and current.kinds <= _NOMINAL
    return plain and bool(current.attribute) and not current.proclitics and not current.enclitic


@lru_cache(maxsize=1 << 14)
def is_hardly_noun(current: Word) -> bool:
    """Whether the word is oftener an adjective than any noun it may be."""
    if current.adjectival:
        return True
    nouns = [one.lemma for one in current.readings if one.pos is Pos.NOUN and not one.participle]
    return Pos.ADJECTIVE in current.kinds and not any(map(is_oftener_noun, nouns))


def _against_heads(line: Line, place: int) -> Guess | None:
    """«غضب واسع», «محادثتين هاتفية»: no noun of the phrase before takes the adjective."""
    adjective = line.words[place]
    heads = heads_before(line, place - 1)
    if not heads or any_fits(line, heads, adjective.attribute):
        return None
    before = line.words[place - 1]
    if not is_hardly_noun(adjective) or _is_second_term(before, adjective):
        return None
    if adjective.tanwin and not before.tanwin:
        return None
    predicate = adjective.bare and before.article
    if predicate and any_fits(line, nouns_before(line, place - 1), adjective.attribute):
        return None
    return Guess(place, place, agreeing(line.form(place), _wanted(line, heads), Pos.ADJECTIVE))


def _wanted(line: Line, heads: tuple[int, ...]) -> list[Forms]:
    """The forms that the nouns demand, men's plural of people only."""
    nouns = [line.words[head] for head in heads]
    return [one.demanded if one.human else one.demanded - {("m", "p")} for one in nouns]


def _is_second_term(before: Word, adjective: Word) -> bool:
    """«هوية المبلغ», «مقتل مدنيين»: what may be a noun after a bare one."""
    if not before.bare or before.name or not (adjective.article or not adjective.nisba):
        return False
    return not adjective.adjectival or adjective.form.endswith(("ين", "ون", "ان", "ات"))


def _lacks_article(line: Line, place: int) -> Guess | None:
    """«القرار تاريخي»: an adjective without the article of the noun right before it."""
    adjective, noun = line.words[place], line.words[place - 1]
    if not place or not adjective.bare or not noun.article or not noun.maybe_nominal:
        return None
    if not fits(noun.demanded | noun.attribute, adjective.attribute) or adjective.tanwin:
        return None
    if not adjective.adjectival or adjective.form.startswith("أ"):
        return None
    if adjective.form in _ORDINALS or _may_be_predicate(line, place):
        return None
    return Guess(place, place, known("ال" + line.tokens[place].text))


def _may_be_predicate(line: Line, place: int) -> bool:
    """«أن المسيرة سلمية»: the phrase before begins a clause, and no verb follows."""
    heads = heads_before(line, place - 1)
    first = heads[-1] if heads else place - 1
    begins = (
        not first or line.words[first].proclitics & {"و", "ف"} or line.form(first - 1) in _OPENING
    )
    return bool(begins) and not any(one.verbal for one in line.words[place + 1 : place + 5])


def _article_on_one(line: Line, place: int) -> Guess | None:
    """«فيلم الأول», «ارتفاع الطفيف»: the adjective has an article that no noun before it has."""
    adjective, noun = line.words[place], line.words[place - 1]
    if not place or not _has_own_article(adjective) or not _lacks_its_article(noun):
        return None
    if not fits(noun.demanded, adjective.attribute):
        return None
    heads = heads_before(line, place - 1)
    if any(line.words[head].article or line.words[head].enclitic for head in heads):
        return None
    first, second = line.tokens[place - 1].text, line.tokens[place].text
    both = (
        *(f"{one} {second}" for one in known(with_article(line, place - 1))),
        *(f"{first} {one}" for one in known(second.removeprefix("ال"))),
    )
    return Guess(place - 1, place, both)


def _has_own_article(adjective: Word) -> bool:
    apart = adjective.form in _NAMED_BEFORE or adjective.lemmas & word_list("substantivised")
    return adjective.article and adjective.adjectival and not apart


def _lacks_its_article(noun: Word) -> bool:
    plain = noun.bare and not noun.name and Pos.NOUN in noun.kinds
    return plain and noun.form not in _WHOLES and not noun.proclitics - {"ب", "و"}


def with_article(line: Line, place: int) -> str:
    """The word with its article, after the letters joined to it."""
    form = line.tokens[place].text
    outside = len("".join(sorted(line.words[place].proclitics)))
    return form[:outside] + "ال" + form[outside:]


ADJECTIVE = Doubt(Condition(_may_describe), _against_heads)
LACKS_ARTICLE = Doubt(Condition(lambda one: _may_describe(one) and one.bare), _lacks_article)
ARTICLE_ON_ONE = Doubt(Condition(lambda one: _may_describe(one) and one.article), _article_on_one)
