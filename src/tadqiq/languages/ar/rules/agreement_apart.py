"""Verbs that something stands between them and what they speak of."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator

from ....detect import Condition, Context, Rule
from ....model import Category, Document, Finding, Message, Severity
from ..syntax.agreement import Line, Word, spots
from ..syntax.apart import (
    is_apart,
    object_against_indefinite,
    object_against_relative,
    verb_against_described,
    verb_of_pair,
    verb_past_aside,
    verb_past_relative,
)

_VERB: Condition[Word] = Condition(is_apart)


class _ApartRule(Rule):
    """A rule about one verb of a line."""

    kind, category = "agreement.gender", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.88

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _VERB):
            if place > 1 and self.wrong(line, place):
                yield self.finding(doc, line.tokens[place].span)

    @abstractmethod
    def wrong(self, line: Line, place: int) -> bool:
        """Whether the verb at ``place`` disagrees."""


class VerbPastAside(_ApartRule):
    """«أن العاصفة، وهي الثالثة في شهر، سينحسر», «إن العمال الذين عادوا إلى المصنع يستحق»."""

    code = "A106"
    title = Message("verb against a distant subject", "فعل لا يطابق مبتدأه البعيد")
    reason = Message(
        "A verb agrees with its subject whatever parenthesis or clause stands between them.",
        "الفعل يطابق المبتدأ قبله وإن فصلت بينهما جملة معترضة أو صلة.",
    )
    flags = (
        "وقال المرصد إن العاصفة، وهي الثالثة في شهر، ⟦سينحسر⟧ بعد الغروب",
        "وأضاف أن العمال الذين عادوا إلى المصنع ⟦يطالب⟧ بزيادة الأجور",
    )
    passes = (
        "وقال المرصد إن العاصفة، وهي الثالثة في شهر، ستنحسر بعد الغروب",
        "وقال إن الشركة، وهي الكبرى في البلاد، استقال مديرها",
        "وأضاف أن العمال الذين عادوا إلى المصنع يستحقون الشكر",
        "وقال إن الحكومة، على ضعفها، باقية",
    )

    def wrong(self, line: Line, place: int) -> bool:
        return verb_past_aside(line, place) or verb_past_relative(line, place)


class VerbOfPair(_ApartRule):
    """«إن الرجل وشقيقه تقاضى أموالا», «إنه وزوجته يعاني»."""

    code, kind = "A107", "agreement.number"
    title = Message("verb of one after two", "فعل مفرد بعد اثنين معطوفين")
    reason = Message(
        "A verb after two people joined by «و» stands in the dual.",
        "الفعل المتأخر عن اسمين معطوفين يكون بصيغة المثنى.",
    )
    flags = (
        "وقالت النيابة إن الرجل وشقيقه ⟦تقاضى⟧ أموالا نقدية",
        "وقال المزارع إنه وزوجته ⟦يواجه⟧ خطر الإفلاس",
    )
    passes = (
        "وقالت النيابة إن الرجل وشقيقه تقاضيا أموالا نقدية",
        "وقال المزارع إنه وجيرانه يعانون حرقة في الحلق",
        "وقال إن وزير المال ورئيسه يؤيد الخطة",
    )

    def wrong(self, line: Line, place: int) -> bool:
        return verb_of_pair(line, place)


class VerbAfterIndefinite(_ApartRule):
    """«أدلت بإفادة استغرق أربع ساعات», «الكنائس التي هجره المصلون»."""

    code = "A108"
    title = Message("clause that does not bind to its noun", "جملة لا يعود منها ضمير على موصوفها")
    reason = Message(
        "The verb of a clause that describes a noun, or a pronoun in it, agrees with that noun.",
        "فعل جملة الصفة أو الصلة أو ضمير فيها يطابق الاسم الموصوف.",
    )
    flags = (
        "وأدلت الشاهدة بإفادة ⟦استغرق⟧ أربع ساعات",
        "تحدث عن الكنائس التي ⟦هجره⟧ المصلون منذ عقود",
        "وأطلقت حملة ⟦قاده⟧ طلاب الجامعات",
    )
    passes = (
        "وأدلت الشاهدة بإفادة استغرقت أربع ساعات",
        "وفي خطوة مفاجئة أعلن الرئيس استقالته",
        "وزار مدينة دمر القصف بيوتها",
        "وقال إن شركة محلية في قرية بعيدة أعلن مديرها",
        "تحدث عن الكنائس التي هجرها المصلون",
        "جاء بعد سنوات قضاها في السجن",
    )

    def wrong(self, line: Line, place: int) -> bool:
        return (
            object_against_relative(line, place)
            or object_against_indefinite(line, place)
            or verb_against_described(line, place)
        )
