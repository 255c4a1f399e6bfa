"""Adjectives beside their nouns: gender and number."""

from __future__ import annotations

from collections.abc import Iterator

from ....detect import Condition, Context, Rule
from ....model import Category, Document, Finding, Message, Pos, Reading, Severity
from ..morphology.lexicon import words as word_list
from ..syntax.agreement import Forms, Line, Word, spots
from ..syntax.clauses import is_ethnic
from ..syntax.heads import (
    has_complement,
    is_closed_by_tanwin,
    is_noun_here,
    is_second_term,
    is_singular,
    is_year,
    may_be_described,
    may_be_noun,
    may_be_state,
)
from ..syntax.nominal import candidate_heads, fits, inflected
from ..syntax.predicates import is_accusative, is_accusative_adjective

_FRACTIONS = frozenset({"نصف", "ثلث", "ربع", "معظم", "بعض", "جميع", "كافة", "أغلب", "كل", "غالبية"})
_DETERMINERS = frozenset({"أي", "كل", "أية", "بعض", "أحد"})
_DICTIONARIES = frozenset({"buckwalter", "arramooz"})
_NOMINAL = frozenset({Pos.NOUN, Pos.ADJECTIVE})
_PLACES = frozenset({"name:city", "name:country", "name:place"})
_HE: Forms = frozenset({("m", "s")})
_OPEN = frozenset({Pos.NOUN, Pos.ADJECTIVE, Pos.VERB})


class AdjectiveOfNoun(Rule):
    """«القرار الأخيرة», «اتفاقية تجاري»: an adjective that no noun before it can have."""

    code, kind, category = "A201", "agreement.gender", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.9
    title = Message("adjective against its noun", "صفة لا تطابق موصوفها")
    reason = Message(
        "An adjective agrees with its noun in gender and number.",
        "الصفة تطابق موصوفها في الجنس والعدد.",
    )
    flags = (
        "رحبت الحكومة بالقرار ⟦الأخيرة⟧ للمحكمة",
        "وقعت الدولتان اتفاقية ⟦تجاري⟧ جديدة",
        "استقبل وزير الدفاع ⟦الفرنسية⟧ نظيره اليوناني",
        "تواجه الشركة ضغوطا ⟦متزايدا⟧ من المنافسين",
        "عقدت القمة في مدينة ميلانو ⟦الإيطالي⟧ أمس",
        "تضم القائمة ست شركات ⟦ياباني⟧ كبرى",
    )
    passes = (
        "رحبت الحكومة بالقرار الأخير للمحكمة",
        "استقبل وزير الدفاع الفرنسي نظيره اليوناني",
        "أعلنت وزارة الدفاع الفرنسية الخبر",
        "قال المتحدث باسم الوزارة الأمريكي الجنسية",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _DESCRIBING):
            if not place:
                continue
            accusative = is_accusative_adjective(line.words[place])
            find = _accusative_head if accusative else _heads_against
            heads = find(line, place)
            if heads:
                token = line.tokens[place]
                wanted = line.words[heads[-1]].demanded
                yield self.finding(doc, token.span, suggest=inflected(token.text, wanted))


def _heads_against(line: Line, place: int) -> tuple[int, ...]:
    """The nouns before the adjective at ``place`` if it agrees with none of them."""
    adjective = line.words[place]
    negated = place > 1 and line.words[place - 1].form == "غير"
    last = place - 2 if negated else place - 1
    if may_be_described(line, last, adjective):  # nearly always, so it is asked first
        return ()
    if _describes_what_follows(line, place) or is_year(line, place) or may_be_state(line, place):
        return ()
    if not _may_describe(line, last, place):
        return ()
    near = not has_complement(line, place)
    heads = candidate_heads(line, last, classifying=adjective.nisba, near=near)
    if is_closed_by_tanwin(line, last):
        heads = (last,)
    if not heads or not any(may_be_noun(line.words[head]) for head in heads):
        return ()
    nouns = [head for head in heads if head == last or not _is_fraction(line.words[head])]
    if any(may_be_described(line, head, adjective) for head in nouns):
        return ()
    return heads


def _may_describe(line: Line, last: int, place: int) -> bool:
    """Whether the word at ``last`` surely is a noun, as definite as the adjective and beside it."""
    before = line.words[last]
    if line.tokens[place].quoted is not line.tokens[last].quoted:
        return False
    if before.form in _DETERMINERS or not is_noun_here(line, last):
        return False
    return _same_state(before, line.words[place])


def _accusative_head(line: Line, place: int) -> tuple[int, ...]:
    """«ضغوطا متزايدا»: the noun in tanwin right before an adjective in the masculine tanwin."""
    noun = line.words[place - 1]
    last = place - 1
    unlike = (
        noun.substantive and Pos.ADJECTIVE not in noun.kinds and noun.bare and is_accusative(noun)
    )
    if not unlike or noun.proclitics - {"و"} or fits(noun.demanded, _HE):
        return ()
    if noun.lemmas & word_list("times") or not noun.form.endswith("ا"):
        return ()
    return (last,)


def _same_state(noun: Word, adjective: Word) -> bool:
    if adjective.article and adjective.nisba and _is_place(noun):
        return True
    return noun.article or noun.enclitic if adjective.article else noun.bare


def _is_place(noun: Word) -> bool:
    """«غلاسكو»: the name of a city or a country and nothing else."""
    return bool(noun.readings) and all(one.source in _PLACES for one in noun.readings)


def _describes_what_follows(line: Line, place: int) -> bool:
    """«الموظفون البالغ عددهم», and one of several: «الوفدان الروسي والأوكراني»."""
    if place + 1 == len(line):
        return False
    after = line.words[place + 1]
    if after.kinds == {Pos.NAME} and (line.words[place].bare or is_ethnic(line.words[place])):
        return True
    several = not is_singular(line.words[place - 1])
    if several and after.maybe_nominal and "و" in after.proclitics:
        return True
    own = after.maybe_nominal and after.enclitic and not after.proclitics and not after.article
    return (several and after.form in {"و", "أو"}) or (own and not line.words[place].nisba)


def _is_fraction(noun: Word) -> bool:
    """«نصف الأسمدة»: no adjective describes it."""
    return bool(noun.lemmas & _FRACTIONS)


def _is_known_adjective(reading: Reading) -> bool:
    """One of the dictionaries', not one made up from a name: «مدينة نوفي ساد»."""
    free = not reading.enclitic and reading.state != "c"
    return free and reading.pos in _NOMINAL and reading.source in _DICTIONARIES


def is_sure_adjective(current: Word) -> bool:
    """Whether the word can only describe the one before it."""
    if current.article and current.lemmas & word_list("substantivised"):
        return False
    return (
        current.maybe_nominal
        and current.adjectival
        and current.kinds <= _OPEN
        and not current.proclitics
        and not current.enclitic
        and not current.form.endswith(("ا", "ات"))
        and (
            current.article
            or current.form.endswith("ية")
            or any(_is_known_adjective(one) for one in current.readings)
        )
        and (current.nisba or all(one.state != "c" for one in current.readings))
        and not (current.bare and is_second_term(current))
        and ("", "p") not in current.attribute
    )


def _may_disagree(current: Word) -> bool:
    sure = is_accusative_adjective(current) or is_sure_adjective(current)
    return current.adjectival and sure


_DESCRIBING = Condition(_may_disagree)
