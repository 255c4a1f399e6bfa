"""The nun that the first term of an annexation loses."""

from __future__ import annotations

from collections.abc import Iterator

from ....detect import Analysed, Condition, Context, Form
from ....model import Category, Document, Finding, Message, Pos, Reading, Severity
from ..analysis import spots
from ..morphology.frequency import is_mostly_noun
from ..morphology.lexicon import words
from ..suspicions.cases import NUN
from ..suspicions.doubt import Doubting
from ..syntax.agreement import Line, Word
from ..syntax.agreement import spots as line_spots
from ..syntax.case_forms import cased, governs_genitive, is_sure, surely
from ..syntax.case_frames import without_object
from ..syntax.nominal import fits, is_preposition
from ..syntax.verbal_clauses import clause_verb
from ..syntax.verbs import may_act

_CASED = ("ون", "ان", "ين")
_PORTFOLIOS = frozenset({"خارجية", "داخلية", "مالية", "دفاع", "عدل", "صحة", "تعليم", "نفط", "طاقة"})
_SAID = frozenset(
    {"قال", "أكد", "صرح", "أضاف", "أعلن", "أوضح", "ذكر", "أفاد", "زعم", "طالب", "حذر"}
)
_OF_SEVERAL = frozenset({"أحد", "بعض", "جميع", "معظم", "كبار", "كافة"})
_GLUED = frozenset({"ب", "ل"})
# «دخل مسؤولون المقر»: verbs of motion reach a place without a preposition.
_MOTION = frozenset({"وصل", "دخل", "بلغ", "قصد", "غادر", "سكن", "نزل", "صعد", "عاد", "رجع", "ذهب"})
_PLACES = frozenset({
    "مدينة", "عاصمة", "بلد", "مقر", "مكتب", "معهد", "جامعة", "مركز", "نادي", "سفارة", "دولة", "ولاية",
    "بلدية", "محكمة", "بنك", "مصرف", "قنصلية", "برلمان", "مجلس", "إدارة", "مكان", "منطقة",
})  # fmt: skip


class NunBeforeSecondTerm(Doubting):
    """«وزيران خارجية», «قال مسؤولون الوزارة»: the first term of an annexation keeps its nun."""

    code, kind, category = "A413", "agreement.case", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.88
    doubts, needed_gain = (NUN,), 3
    title = Message("nun kept before a second term", "نون لم تُحذف للإضافة")
    reason = Message(
        "Duals and sound plurals drop their nun as first terms of an annexation.",
        "تُحذف نون المثنى وجمع المذكر السالم عند الإضافة.",
    )
    flags = (
        "عقد ⟦وزيران⟧ خارجية مصر واليونان مؤتمرا",
        "قال ⟦مسؤولون⟧ الوزارة إن الخطة جاهزة",
        "اجتمع مع ⟦ممثلين⟧ الحكومة في القصر",
        "وحضر جميع ⟦موظفين⟧ الشركة",
        "وأعلن ⟦محامين⟧ الدفاع أنهم سيستأنفون",
        "وصل ⟦ممثلون⟧ الحكومة إلى جنيف",
        "التقى الوزير ⟦بمسؤولين⟧ الوزارة صباح اليوم",
    )
    passes = (
        "عقد وزيرا خارجية مصر واليونان مؤتمرا",
        "قال مسؤولو الوزارة إن الخطة جاهزة",
        "زار مسؤولون الوزارة أمس",
        "اجتمع مع ممثلين أمريكيين في القصر",
        "التقى وزيرين الليلة",
        "وصل مسؤولون اليوم إلى جنيف",
        "استعانت بمسؤولين الوزارة السابقة",
        "وصل مسؤولون المقر صباحا",
        "التقى الوزير بمسؤولين في الوزارة",
        "احتج معلمون وطالبوا الحكومة بالاستقالة",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for sentence, place in spots(doc, _FIRST):
            inside = 0 < place < len(sentence.tokens) - 1
            if inside and _is_first_term(sentence, place):
                token = sentence.tokens[place]
                yield self.finding(doc, token.span, suggest=[token.text[:-1]])
        for line, place in line_spots(doc, _KEEPING_NUN):
            if place and place + 1 < len(line) and _leads_on(line, place):
                token = line.tokens[place]
                yield self.finding(doc, token.span, suggest=[token.text[:-1]])


def _is_first_term(sentence: Analysed, place: int) -> bool:
    after = sentence.tokens[place + 1].folded
    if after in _PORTFOLIOS:
        return any(one.lemma in {"وزير", "وكيل", "نائب"} for one in sentence.readings[place])
    if not any(one.human for one in sentence.readings[place]) or not after.startswith("ال"):
        return False
    defending = any(one.lemma == "محامي" for one in sentence.readings[place]) and after == "الدفاع"
    if not (defending or is_sure(sentence, place + 1, _is_body)):
        return False
    before = sentence.tokens[place - 1]
    if before.folded.lstrip("وبلف") in _OF_SEVERAL:
        return True
    return governs_genitive(before) or before.folded.lstrip("وف") in _SAID


def _is_body(reading: Reading) -> bool:
    return reading.pos is Pos.NOUN and reading.lemma in words("bodies") and reading.state == "d"


def _leads_on(line: Line, place: int) -> bool:
    """«بمسؤولين الوزارة», «وصل ممثلون الحكومة»: where the body can be no subject and no object."""
    first, second = line.words[place], line.words[place + 1]
    if not _is_second_term(second, first) or not _is_near(line, place):
        return False
    before = line.words[place - 1]
    if first.form.endswith("ين"):
        return bool(first.proclitics & _GLUED) and _is_saturated(line, place)
    verbs = before.verbs
    verb = before.verbal or (place == 1 and Pos.VERB in before.kinds)
    known = (
        verb and not before.may_have_enclitic and verbs <= words("intransitive_verbs") - {"شارك"}
    )
    if not known or first.proclitics:
        return False
    return not (verbs & _MOTION and second.lemmas & _PLACES) and fits(first.opening, before.verb)


def _is_near(line: Line, place: int) -> bool:
    return line.tokens[place].span.end + 1 == line.tokens[place + 1].span.start


def _is_saturated(line: Line, start: int) -> bool:
    """Whether the clause before the phrase has a verb without object, and its subject."""
    verb = clause_verb(line, start - 1)
    if verb is None or verb + 1 >= start:
        return False
    current, head = line.words[verb], line.words[verb + 1]
    if not current.verbs <= without_object() | {"التقى", "اجتمع", "اتصل", "أشاد"}:
        return False
    subject = head.nominal and not head.proclitics and not is_preposition(head)
    return subject and fits(head.opening, current.verb) and not current.may_have_enclitic


def _is_second_term(noun: Word, first: Word) -> bool:
    """«الوزارة», «المنتخب»: a body, by a noun that cannot describe the first."""
    plain = noun.kinds == {Pos.NOUN} and noun.article and not noun.proclitics
    one = bool(noun.lemmas) and noun.lemmas <= words("bodies")
    apart = not fits(first.demanded, noun.attribute)
    return plain and one and apart and all(map(is_mostly_noun, noun.lemmas))


def _keeps_nun(current: Word) -> bool:
    if not current.form.endswith(("ون", "ين")) or not current.bare or not may_act(current):
        return False
    return current.kinds <= {Pos.NOUN, Pos.ADJECTIVE} and all(
        one.number in "dp" and one.human and not one.broken and not one.state
        for one in current.readings
        if one.pos is Pos.NOUN
    )


_FIRST: Condition[Form] = Condition(
    lambda form: form.folded.endswith(_CASED) and surely(form.readings, cased)
)
_KEEPING_NUN: Condition[Word] = Condition(_keeps_nun)
