"""A demonstrative before an indefinite noun, where no clause can begin."""

from __future__ import annotations

from collections.abc import Iterator

from ....detect import Condition, Context, Rule
from ....model import Category, Document, Finding, Message, Pos, Severity
from ..morphology.frequency import is_mostly_noun
from ..morphology.lexicon import words as word_list
from ..syntax.agreement import Forms, Line, Word, spots
from ..syntax.case_frames import without_object
from ..syntax.nominal import fits, is_preposition
from ..syntax.predicative import phrase_end
from ..syntax.verbal_clauses import clause_verb
from ..syntax.verbs import may_act

_HE: Forms = frozenset({("m", "s")})
_SHE: Forms = frozenset({("f", "s")})
_NEAR = {"هذا": _HE, "هذه": _SHE, "بهذا": _HE, "بهذه": _SHE}
_LINKED = frozenset({"بهذا", "بهذه"})
_MASCULINE_ENDINGS = ("ا", "ى", "ة")
# What may stand in the accusative by itself or is no noun of its own here.
_APART = frozenset({
    "كل", "بعض", "أي", "غير", "مثل", "أول", "آخر", "نتيجة", "بداية", "مرة", "خطوة", "جملة", "عادة",
    "حسب", "وفق", "ضمن", "وسط", "رغم", "سوى", "عدا", "إثر", "عقب", "طوال", "خلال", "بشكل", "مقابل",
    "ضد", "قرب", "نحو", "حول", "قبل", "بعد", "دون", "بدون", "نفس", "ذات", "كثير", "قليل", "عبر",
    "أكثر", "أقل", "أكبر", "أهم", "أبرز", "أفضل", "مجرد", "محض", "عين", "حق", "فعل", "خاصة", "عامة",
})  # fmt: skip
# Verbs with two objects, with a predicate, or of what one sees in something.
_PREDICATIVE = frozenset({
    "اعتبر", "عد", "وصف", "سمى", "رأى", "وجد", "جعل", "ترك", "ظن", "زعم", "كان", "ليس", "لمس", "لمح",
    "سجل", "أصبح", "قال", "أعلن", "منح", "أعطى", "صنف", "خلف", "شكل", "مثل", "بدا", "حمل", "أبصر", "استغل", "استخدم", "اتخذ", "قدم", "حسب", "قبل", "أخذ",
})  # fmt: skip


_DECLARING = frozenset({
    "اعتبار", "جعل", "كون", "عد", "تسمية", "وصف", "منح", "إعطاء", "سبب", "رغم", "مثل", "وقت", "يوم",
    "عام", "شهر", "أسبوع", "قبل", "بعد", "حين", "ترك", "حال", "جانب", "نظر", "رأي", "شأن",
})  # fmt: skip
_NAMED = frozenset(
    {"قناة", "صحيفة", "دولة", "شركة", "مدينة", "جامعة", "مجلة", "سورة", "حزب", "فندق"}
)
_THERE = frozenset({"هناك", "ثمة", "ليس", "ليست", "إن", "أن", "لأن", "أنه", "أنها", "كأن", "لكن"})
_REACH = 9


class IndefiniteAfterDemonstrative(Rule):
    """«رفضت الحكومة هذا قرار», «في هذه مرحلة»: the noun pointed at takes the article."""

    code, kind, category = "A307", "agreement.definiteness", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.9
    title = Message("indefinite noun after a demonstrative", "اسم نكرة بعد اسم الإشارة")
    reason = Message(
        "A noun that «هذا» or «هذه» points at takes the article.",
        "المشار إليه بعد «هذا» و«هذه» معرّف بأل.",
    )
    flags = (
        "انتقد وزير المالية هذه ⟦إجراءات⟧ بشدة",
        "رفضت الحكومة هذا ⟦قرار⟧ أمس",
        "تعثرت المحادثات في هذه ⟦مرحلة⟧ بين الطرفين",
        "ورفض المتحدث التعليق على هذه ⟦أنباء⟧",
        "يصعب نزع السلاح في ظل هذه ⟦ظروف⟧",
        "وأثار هذا ⟦قرار⟧ الأخير جدلا",
        "وأشاد الرئيس بهذا ⟦اتفاق⟧ أمام الصحفيين",
        "وتستمر هذه ⟦إجراءات⟧ حتى نهاية العام",
    )
    passes = (
        "وقال إن هذه إجراءات ضرورية",
        "رفضت الحكومة هذا القرار أمس",
        "وطالب الحزب باعتبار هذه خطوة أولى",
        "وإن للحزب على هذه ملاحظات",
        "بنى الخبراء على هذه توقعات جديدة",
        "بعد كون هذه قضية رأي عام",
        "يرى الخبراء في هذا خطرا على الاقتصاد",
        "يرى الخبراء في هذه فرصة للاقتصاد",
        "وفي هذا دليل على ضعف الحكومة",
        "كانت هذه خطوة أولى",
        "اعتبر الوزير هذه سابقة خطيرة",
        "رفض الوزير هذا جملة وتفصيلا",
        "وتمثل هذه نقطة تحول",
        "جاءت هذه نتيجة لجهود الوساطة",
        "وليس في هذا ضرر",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _DEMONSTRATIVE):
            if place + 1 < len(line) and _points_at(line, place):
                token = line.tokens[place + 1]
                yield self.finding(doc, token.span, suggest=[f"ال{token.text}"])


def _points_at(line: Line, place: int) -> bool:
    form = line.form(place)
    if place == 0 or not _is_pointed_at(line, place):
        return False
    if _is_described(line, place + 1):
        return True
    before = line.words[place - 1]
    if form in _LINKED or is_preposition(before):
        start = place - (form not in _LINKED)
        bound = _NEAR[form] == _HE or not _may_be_object(line, place + 1, start)
        return bound and (_is_past_subject(line, start) or _is_past_noun(line, start))
    if _is_governed_noun(line, place - 1):
        return True
    if before.verbal:
        return _is_subject(before, line.words[place + 1], form)
    return _is_object(line, place)


def _is_pointed_at(line: Line, place: int) -> bool:
    """Whether the noun after the demonstrative agrees with it and shows no case."""
    noun, form = line.words[place + 1], line.form(place)
    if not _is_plain(noun) or not fits(noun.demanded, _NEAR[form]):
        return False
    if form in {"هذا", "بهذا"} and noun.form.endswith(_MASCULINE_ENDINGS):
        return False
    return line.tokens[place].span.end + 1 == line.tokens[place + 1].span.start


def _is_plain(noun: Word) -> bool:
    """An indefinite noun, no adjective, no name and no word that stands by itself."""
    if noun.kinds != {Pos.NOUN} or not noun.bare or noun.proclitics or noun.tanwin:
        return False
    if noun.may_have_enclitic or noun.lemmas & (_APART | word_list("times")) or noun.adjectival:
        return False
    return noun.form not in word_list("adverbials") and all(map(is_mostly_noun, noun.lemmas))


def _is_past_subject(line: Line, place: int) -> bool:
    """Whether the verb of the clause has its subject before the phrase that begins at ``place``."""
    verb = clause_verb(line, place - 1, masdar=True)
    if verb is None or verb + 1 >= place or line.words[verb].verbs & _PREDICATIVE:
        return False
    head = line.words[verb + 1]
    if line.words[verb].verbs & word_list("copulas") or not head.nominal or head.proclitics:
        return False
    near = not any(is_preposition(one) for one in line.words[verb + 1 : place])
    return near and fits(head.opening, line.words[verb].verb) and _is_one_clause(line, verb, place)


def _may_be_object(line: Line, noun: int, start: int) -> bool:
    """«بنى الخبراء على هذه توقعات»: whether a verb before may have the noun for its object."""
    if all(one.masdar for one in line.words[start - 1].readings):
        return False
    verb = clause_verb(line, start - 1, masdar=True)
    known = verb is not None and line.words[verb].verbs <= without_object()
    after = line.words[noun + 1] if noun + 1 < len(line) else None
    described = after is not None and after.bare and bool(after.attribute)
    return not known or described


def _is_described(line: Line, noun: int) -> bool:
    """«هذا فيلم الأخير»: an adjective with the article agrees with the noun."""
    if noun + 1 >= len(line) or line.words[noun].lemmas & _NAMED:
        return False
    adjective = line.words[noun + 1]
    describes = adjective.article and adjective.adjectival and not adjective.proclitics
    return describes and fits(line.words[noun].demanded, adjective.attribute)


def _is_past_noun(line: Line, start: int) -> bool:
    """«التعليق على هذه أنباء»: a noun before the preposition, in a clause that says no "is"."""
    if start < 2:
        return False
    before = line.words[start - 1]
    definite = before.article or all(one.masdar for one in before.readings)
    if not before.nominal or not definite or "ل" in before.proclitics or before.tanwin:
        return False
    earlier = line.words[max(0, start - _REACH) : start]
    being = _PREDICATIVE | word_list("copulas")
    if any(one.verbs & being or one.form in _THERE for one in earlier):
        return False
    return any(one.verbal and one.verb for one in earlier) and _is_one_clause(
        line, start - 1, start
    )


def _is_governed_noun(line: Line, place: int) -> bool:
    """«في ظل هذه ظروف», «لتغير هذا نهج»: the bare noun before stands after a preposition."""
    noun = line.words[place]
    plain = Pos.NOUN in noun.kinds and noun.bare and not noun.tanwin
    if not plain or noun.lemmas & _DECLARING or noun.form.endswith("ا"):
        return False
    glued = bool(noun.proclitics & {"ب", "ل"})
    return place > 0 and (glued or is_preposition(line.words[place - 1]))


def _is_subject(verb: Word, noun: Word, form: str) -> bool:
    """«تهدف هذه إجراءات»: after a verb that has no object and no predicate."""
    if verb.proclitics - {"س", "و"} or verb.may_have_enclitic or not verb.verb:
        return False
    deed = form == "هذه" and any(one.masdar and one.number == "s" for one in noun.readings)
    known = verb.verbs <= without_object() - word_list("speaking_verbs") - _PREDICATIVE
    copula = verb.verbs & word_list("copulas")
    return known and not copula and not deed and fits(_NEAR[form], verb.verb)


def _is_object(line: Line, place: int) -> bool:
    """«رفضت الحكومة هذا»: after a verb and its subject, which acts."""
    for verb in range(place - 2, max(-1, place - 9), -1):
        current = line.words[verb]
        if current.verbal and current.verb:
            break
        if not current.maybe_nominal:
            return False
    else:
        return False
    two = word_list("ditransitive_verbs") | word_list("copulas") | word_list("speaking_verbs")
    if current.verbs & (two | _PREDICATIVE) or current.verbs <= without_object():
        return False
    head = line.words[verb + 1]
    acts = head.nominal and may_act(head) and fits(head.opening, current.verb)
    return acts and phrase_end(line, verb + 1) == place and _is_one_clause(line, verb, place)


def _is_one_clause(line: Line, verb: int, place: int) -> bool:
    """No quotation opens or closes in between."""
    return len({one.quoted for one in line.tokens[verb : place + 1]}) == 1


_DEMONSTRATIVE: Condition[Word] = Condition(lambda current: current.form in _NEAR)
