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
        "جرت المحادثات في هذه ⟦مرحلة⟧ بين الطرفين",
        "وأشاد الرئيس بهذا ⟦اتفاق⟧ أمام الصحفيين",
        "وتستمر هذه ⟦إجراءات⟧ حتى نهاية العام",
    )
    passes = (
        "وقال إن هذه إجراءات ضرورية",
        "رفضت الحكومة هذا القرار أمس",
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
    before = line.words[place - 1]
    if form in _LINKED or is_preposition(before):
        return _is_past_subject(line, place - (form not in _LINKED))
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
