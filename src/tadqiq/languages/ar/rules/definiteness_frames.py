"""Adjectives without their article, where the clause has no place for a predicate."""

from __future__ import annotations

from collections.abc import Iterator

from ....detect import Condition, Context, Rule
from ....model import Category, Document, Finding, Message, Pos, Severity
from ..morphology.lexicon import words as word_list
from ..syntax.agreement import Line, Word, spots
from ..syntax.attributive import may_only_describe
from ..syntax.clauses import is_ethnic
from ..syntax.nominal import fits, is_preposition
from ..syntax.verbal_clauses import clause_verb, is_governed, phrase_start
from ..syntax.verbs import COMPLEMENTISERS, RELATIVES

_OPEN = frozenset({Pos.NOUN, Pos.ADJECTIVE})
_ORDINALS = frozenset({
    "أولى", "ثانية", "ثالثة", "رابعة", "خامسة", "سادسة", "سابعة", "ثامنة", "تاسعة", "عاشرة",
    "أخرى", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر",
})  # fmt: skip
_NOT_ATTRIBUTES = frozenset({"عام", "حول", "قبل", "خارج", "داخل", "وسط", "أول", "آخر", "خاص"})
# «قتل الشرطي فلسطيني»: after these verbs a person in the nominative may be the one who did it.
_UPON_PEOPLE = frozenset({
    "قتل", "طعن", "دهس", "أصاب", "هاجم", "ضرب", "عض", "خطف", "اغتال", "هزم", "صدم", "التقى",
    "استقبل", "واجه", "قابل", "اتهم", "انتقد", "هدد", "سب", "درب", "قاد", "خلف", "رافق",
})  # fmt: skip


class AttributeWithoutArticle(Rule):
    """«في الصفحة أولى», «النقص شديد في الدواء», «بالقرار تاريخي الذي»."""

    code, kind, category = "A305", "agreement.definiteness", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.87
    title = Message("adjective lacks the article", "صفة نكرة لموصوف معرفة")
    reason = Message("An adjective of a definite noun takes the article.", "صفة المعرفة معرفة.")
    flags = (
        "وتعاني البلاد من النقص ⟦شديد⟧ في الدواء",
        "واحتج السكان أمام الدوائر ⟦حكومية⟧ أمس",
        "واحتج السائقون على القرار ⟦غريب⟧ الذي صدر أمس",
        "وقال الخبراء إن الطائرة ⟦جديدة⟧ ستكون أوفر",
        "وسجل الفريق هدفا في الدقيقة ⟦ثانية⟧",
    )
    passes = (
        "وقال إن الوضع في المنطقة صعب",
        "ويعد الطريق إلى القمة طويل الأمد",
        "وظلت القوات في المدينة مستعدة",
        "وقتل في الهجوم على القاعدة أمريكي",
        "وسافر الوفد من القاهرة عام 2016",
        "وكان العمل في المصنع شاق",
        "وجعلت الحرب الحياة في المدينة صعبة",
        "وطعن الجندي فلسطيني من الضفة",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _BARE):
            if place and _lacks_article(line, place):
                token = line.tokens[place]
                yield self.finding(doc, token.span, suggest=[f"ال{token.text}"])


def _lacks_article(line: Line, place: int) -> bool:
    adjective, noun = line.words[place], line.words[place - 1]
    closed = (noun.article or noun.enclitic) and noun.nominal and not noun.proclitics & {"و", "ف"}
    if not closed or (noun.adjectival and not noun.article):
        return False
    start = phrase_start(line, place - 1)
    if not any(fits(one.demanded, adjective.attribute) for one in line.words[start:place]):
        return False
    if _before_relative(line, place) or _between_definites(line, place):
        return True
    plain = not _opens_construct(line, place) and _only_attribute(adjective)
    return plain and (_before_verb(line, place, start) or _in_verbal_clause(line, place, start))


def _in_verbal_clause(line: Line, place: int, start: int) -> bool:
    """Whether the phrase from ``start`` on is a verb's subject or object, or governed after one."""
    verb = clause_verb(line, start - 1)
    if verb is None:
        return False
    ethnic = is_ethnic(line.words[place])
    if is_governed(line, start):
        return not ethnic or not _is_first_nominal(line, verb, start)
    return not (ethnic and line.words[verb].verbs & _UPON_PEOPLE) and verb == start - 1


def _is_first_nominal(line: Line, verb: int, start: int) -> bool:
    """«أصيب في القصف لبناني»: no subject stands yet between the verb and the phrase."""
    between = line.words[verb + 1 : start]
    return not any(one.maybe_nominal and not is_preposition(one) for one in between)


def _only_attribute(adjective: Word) -> bool:
    """What cannot be a state: a masculine without ا, a nisba, an ordinal."""
    if adjective.form in _ORDINALS or may_only_describe(adjective):
        return True
    return adjective.attribute == {("m", "s")}


def _opens_construct(line: Line, place: int) -> bool:
    """«طويل الأمد», «رفيع المستوى»."""
    after = line.words[place + 1] if place + 1 < len(line) else None
    if after is None:
        return False
    return after.name or after.enclitic or (after.article and not after.proclitics)


def _before_relative(line: Line, place: int) -> bool:
    relative = line.form(place + 1)
    if relative not in RELATIVES or not line.words[place].adjectival:
        return False
    return fits(RELATIVES[relative], line.words[place].attribute)


def _between_definites(line: Line, place: int) -> bool:
    """«الرسوم جمركية الأميركية»: what follows is an adjective of the same noun."""
    adjective = line.words[place]
    after = line.words[place + 1] if place + 1 < len(line) else None
    if after is None or not after.article or after.proclitics or not after.adjectival:
        return False
    same = adjective.attribute == after.attribute and after.nisba
    return same and line.words[place - 1].article and Pos.NOUN in line.words[place - 1].kinds


def _before_verb(line: Line, place: int, start: int) -> bool:
    """«إن الطائرة جديدة ستكون»: the topic's verb comes after the adjective."""
    opened = start == 0 or line.form(start - 1) in COMPLEMENTISERS
    after = line.words[place + 1] if place + 1 < len(line) else None
    if not opened or after is None or not after.verbal or not may_only_describe(line.words[place]):
        return False
    if after.proclitics - {"س"} or is_ethnic(line.words[place]):
        return False
    return fits(line.words[start].subject, after.verb) and start < place


def _is_candidate(current: Word) -> bool:
    plain = current.bare and not current.proclitics and current.kinds <= _OPEN
    known = current.adjectival or current.form in _ORDINALS
    if not plain or not known or not current.attribute or current.form in _NOT_ATTRIBUTES:
        return False
    several = current.form.endswith(("ا", "ات", "ين", "ون", "ان"))
    return not several and not current.lemmas & word_list("uninflected")


_BARE: Condition[Word] = Condition(_is_candidate)
