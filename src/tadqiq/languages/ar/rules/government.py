"""Verbs and phrases without the preposition that they govern."""

from __future__ import annotations

from collections.abc import Iterator

from ....detect import Condition, Context, Rule
from ....model import Category, Document, Finding, Message, Severity
from ..syntax.agreement import Line, spots
from ..syntax.government import Complement, governs, ungoverned
from ..syntax.government_frames import leads_nowhere, ungoverned_object
from ..syntax.government_usual import put_for, unusual, usually_governs

_GLUED = frozenset("بل")
_GOVERNING = Condition(governs)
_LEADING = Condition(leads_nowhere)
_USUAL = Condition(usually_governs)


class _GovernmentRule(Rule):
    """A rule about the complement of one verb."""

    confidence = 0.85
    replaced: bool
    """Whether another preposition stands in the stead of the verb's own."""

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _GOVERNING):
            for found in ungoverned(line, place):
                if (found.instead is not None) == self.replaced:
                    last = found.start if found.instead is None else found.instead
                    span = line.tokens[found.head].span.cover(line.tokens[last].span)
                    yield self.finding(doc, span, suggest=_corrected(doc, line, found))


def _corrected(doc: Document, line: Line, found: Complement) -> tuple[str, ...]:
    """The words with the verb's preposition before the complement."""
    head = doc.text[line.tokens[found.head].span.start : line.tokens[found.start].span.start]
    preposition = found.governed[0]
    if found.instead is not None:
        return () if preposition in _GLUED else (head + preposition,)
    noun = line.tokens[found.start].text
    return (head + preposition + ("" if preposition in _GLUED else " ") + noun,)


class LostPreposition(_GovernmentRule):
    """«أسفر الانفجار مقتل», «أعربت الوزارة قلقها»."""

    code, kind, category, severity = "S110", "syntax", Category.GRAMMAR, Severity.MAJOR
    replaced = False
    title = Message("verb without its preposition", "فعل بلا حرف جره")
    reason = Message(
        "This verb reaches its complement through a preposition, which is missing.",
        "هذا الفعل لا يتعدى بنفسه بل بحرف جر، وقد سقط هنا.",
    )
    flags = (
        "⟦أسفر الانفجار مقتل⟧ ثلاثة عمال وإصابة عشرة",
        "⟦أعربت الوزارة قلقها⟧ البالغ من الوضع",
        "الحادث الذي ⟦أدى إغلاق⟧ الطريق أمس",
        "⟦وتسببت العاصفة انقطاع⟧ الكهرباء أمس",
        "⟦ووافق صندوق النقد الدولي صرف⟧ الشريحة الثالثة",
        "⟦ردا سؤال⟧ عن الموعد قال المتحدث إن الأمر لم يحسم",
        "سيرتفع السعر ⟦وفقا خبراء⟧ السوق",
    )
    passes = (
        "المجلس الذي أدى أعضاؤه اليمين الدستورية",
        "أسفر الانفجار عن مقتل ثلاثة عمال وإصابة عشرة",
        "أعربت الوزارة في بيان عن قلقها",
        "أدى الرئيس اليمين الدستورية أمام البرلمان",
        "أدت الفرقة دورا مهما في الحفل",
        "كما أشار الوزير أمس",
        "ووافق المجلس مساء الاثنين",
        "كان ذلك ردا حازما على الهجوم",
        "وفقا لخبراء السوق",
        "أشار الوزير أن الخطة جاهزة",
    )


class ForeignPreposition(_GovernmentRule):
    """«تسبب الحادث إلى», «ندد الوزير على»."""

    code, kind, category = "C227", "calque", Category.MISTRANSLATION
    severity = Severity.MINOR
    replaced = True
    needed_gain = 4.5
    title = Message("preposition that the verb does not take", "حرف جر لا يتعدى به الفعل")
    reason = Message(
        "This verb takes another preposition in Arabic.",
        "يتعدى هذا الفعل في العربية بحرف جر آخر.",
    )
    flags = (
        "⟦ندد الوزير على⟧ الهجوم أمس",
        "⟦استفادت الشركة عن⟧ الدعم الحكومي",
        "التقرير الذي ⟦أشار على⟧ تراجع الصادرات",
    )
    passes = (
        "ندد الوزير بالهجوم أمس",
        "استفادت الشركة من الدعم الحكومي",
        "استفادت على مدى عام من الدعم",
        "أشار التقرير إلى تراجع الصادرات",
    )

    def suspected(self, doc: Document, context: Context) -> Iterator[Finding]:
        told = set()
        for line, head in spots(doc, _USUAL):
            for one in unusual(line, head):
                for preposition in one.usual:
                    last, text = put_for(line, one, preposition)
                    span = line.tokens[one.place].span.cover(line.tokens[last].span)
                    if (span, text) not in told:
                        told.add((span, text))
                        yield self.finding(doc, span, suggest=(text,))


class ObjectWithoutPreposition(Rule):
    """«رحبت الحكومة القرار», «من العثور مدينة»: a direct object where none can be."""

    code, kind, category = "S111", "syntax", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.84
    title = Message("verb without its preposition", "فعل بلا حرف جره")
    reason = Message(
        "This word reaches its complement through a preposition, which is missing.",
        "لا تتعدى هذه الكلمة بنفسها بل بحرف جر، وقد سقط هنا.",
    )
    flags = (
        "⟦ورحبت الحكومة القرار⟧ الذي صدر أمس",
        "وقالت إنها ⟦رحبت القرار⟧ الأخير",
        "وتمكنت البعثة من ⟦العثور مدينة⟧ أثرية",
        "⟦وانتقل الرئيس الفرنسي صباح الأربعاء برلين⟧ لإجراء محادثات",
    )
    passes = (
        "وتغيبت عن الاحتفال دول كبرى",
        "وذكر أن الطائرتين اعترضتا قاذفة روسية",
        "ورحبت الحكومة بالقرار",
        "ورحبت الحكومة الجديدة أمس",
        "وتوجه الرئيس الفرنسي صباح الأربعاء إلى برلين",
        "وساهم القطاع الخاص في النمو",
        "كما أشار التقرير",
        "واعتذرت الشركة المالكة، وهي صينية",
        "والتزم الطرفان الصمت",
        "وتمكنت البعثة من العثور عليها",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _LEADING):
            for found in ungoverned_object(line, place):
                span = line.tokens[found.head].span.cover(line.tokens[found.start].span)
                yield self.finding(doc, span, suggest=_corrected(doc, line, found))
