"""Case against its frame: what governs a word excludes the case that it shows."""

from __future__ import annotations

from collections.abc import Iterator

from ....detect import Condition, Context
from ....model import Category, Document, Finding, Message, Severity
from ..suspicions.cases import ENDING
from ..suspicions.doubt import Doubting
from ..syntax.agreement import Word, spots
from ..syntax.case_frames import demanded_case
from ..syntax.case_shown import in_case, shown_case

_SHOWING: Condition[Word] = Condition(lambda current: bool(shown_case(current)))


class CaseAgainstFrame(Doubting):
    """«بحسب الباحثون», «إنهم عازمين», «بينهم طفلين»."""

    code, kind, category = "A423", "agreement.case", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.88
    doubts, needed_gain = (ENDING,), 4
    title = Message("case that the place excludes", "إعراب لا يوافق موقع الكلمة")
    reason = Message(
        "What stands before the word asks for another case than the one it shows.",
        "يقتضي ما قبل الكلمة إعرابا غير الذي يظهر عليها.",
    )
    flags = (
        "وعاد الوفد من مخيمات ⟦اللاجئون⟧ في الجنوب",
        "وقتل خمسة بينهم ⟦طفلين⟧ في القصف",
        "وأكدوا أنهم ⟦عازمين⟧ على العودة",
        "وتعهد بدعم جميع ⟦المزارعون⟧ في البلاد",
        "ووجهت المحكمة التهمة إلى أحد ⟦أعضاؤها⟧ السابقين",
        "⟦المسؤولين⟧ الأميركيون يستعدون لجولة جديدة",
        "وسجل المهاجم المصري ⟦هدفان⟧ في المباراة",
    )
    passes = (
        "بعد أن رفض المساهمون العرض",
        "وقال إن الراحل خلّف إرثا كبيرا",
        "ولم تتخذ الجامعة بعد قرارا نهائيا",
        "أعلنت أنها فتحت تحقيقا في الحادث",
        "لم يكونا هناك أصلا",
        "إلى جانب تمثالي كوبالا وكرويف",
        "وقال إن جهاز إزالة الرجفان كان بعيدا",
        "وكّل المساهمون محاميا",
        "تقاسم المرشحان المقعدين",
        "انتهى الشوط الأول من المباراة والفريقان متعادلان",
        "حفاة خرج الناجون من الخيام",
        "وعاد الوفد من مخيمات اللاجئين في الجنوب",
        "وقتل خمسة بينهم طفلان في القصف",
        "إن هناك مسؤولين يرفضون القرار",
        "طلب المسؤولون تأجيل الجلسة",
        "قبل الطيارون عرض الشركة",
        "هاجم القافلة مسلحان",
        "قادة المعارضة السوريون",
        "وأسس حزبا في بلد أبناؤه من المهاجرين",
        "وقال في بيان المتحدثون باسم الحركة",
        "وفاز منتخب الألمان بالكأس",
        "وقتل في هجوم مسلحون من الحركة",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _SHOWING):
            wanted = demanded_case(line, place)
            if wanted and not wanted & shown_case(line.words[place]):
                token, suggest = line.tokens[place], in_case(line.words[place], wanted)
                plain = token.text == token.folded
                yield self.finding(doc, token.span, suggest=suggest if plain else ())
