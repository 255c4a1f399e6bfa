"""Verbs in frames that leave no doubt what their subject is."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator

from ....detect import Condition, Context, Rule
from ....model import Category, Document, Finding, Message, Severity
from ..syntax.agreement import Line, Word, spots
from ..syntax.verb_frames import (
    verb_after_count,
    verb_after_pair,
    verb_after_parenthesis,
    verb_after_pronoun,
    verb_against_nominative,
    verb_of_indefinite_topic,
    verb_of_nobody,
    verb_of_relative_dual,
    verb_of_two,
)


class _FrameRule(Rule):
    """A rule about one verb of a line; ``may_be`` says which verbs at all."""

    kind, category = "agreement.number", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.9
    may_be: Condition[Word] = Condition(lambda one: bool(one.verb) and not one.may_have_enclitic)

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, self.may_be):
            if place + 1 < len(line) and self.wrong(line, place):
                yield self.finding(doc, line.tokens[place].span)

    @abstractmethod
    def wrong(self, line: Line, place: int) -> bool:
        """Whether the verb at ``place`` disagrees with its subject."""


def _is_of_several(current: Word) -> bool:
    several = bool(current.verb) and all(number != "s" for _, number in current.verb)
    return current.verbal and several and not current.may_have_enclitic


class SeveralBeforeSubject(_FrameRule):
    """«أطلقا مسلحان النار», «لا أحد يعرفون»: a dual or plural verb that stands in the singular."""

    code = "A106"
    may_be = Condition(_is_of_several)
    title = Message("dual or plural verb for a singular", "فعل مثنى أو مجموع في موضع المفرد")
    reason = Message(
        "A verb before its subject, and one that speaks of «أحد», stands in the singular.",
        "الفعل المتقدم على فاعله يلزم الإفراد، وكذلك ما يعود على «أحد».",
    )
    flags = (
        "قتل الصحفيان حين ⟦أطلقا⟧ مسلحان النار عليهما",
        "وتتوقع الاستطلاعات أن ⟦يتقاسما⟧ الحزبان الكبيران المقاعد",
        "أكد القرويون أن أحدا لم ⟦يعلموا⟧ بالأمر",
        "وقال التاجر إن أحدا من جيرانه لن ⟦يقبلوا⟧ بهذا السعر",
    )
    passes = (
        "قتل الصحفيان حين أطلق مسلحان النار عليهما",
        "الوزيران ناقشا ألوان العلم",
        "أكد القرويون أن أحدا لم يعلم بالأمر",
        "وقال إن أحد السكان لم يروا شيئا كهذا في حياته",
    )

    def wrong(self, line: Line, place: int) -> bool:
        return verb_against_nominative(line, place) or verb_of_nobody(line, place)


class VerbOfTopicWithoutArticle(_FrameRule):
    """«أن كلبين مدربين قاد المفتشين», «وهما ينتج»."""

    code, kind = "A107", "agreement.gender"
    title = Message("verb against its topic", "فعل لا يطابق المبتدأ النكرة أو الضمير")
    reason = Message(
        "A verb after a pronoun, or after a noun without article that «أن» leads to, agrees with it.",
        "الفعل بعد الضمير المنفصل أو المبتدأ النكرة يطابق ما قبله في الجنس والعدد.",
    )
    flags = (
        "ذكر الناطق أن كلبين مدربين ⟦قاد⟧ المفتشين إلى الحاوية",
        "أوضحت الشركة أن كثيرين منهم ⟦يغادر⟧ إلى الخليج طمعا في الرواتب",
        "انخفض محصول البلدين، وهما ⟦ينتج⟧ معا ستين في المئة من الكاكاو",
        "أعلن الوزير أن قوانين جديدة ⟦سيصدر⟧ قريبا لتنظيم الرحلات",
    )
    passes = (
        "ذكر الناطق أن كلبين مدربين قادا المفتشين إلى الحاوية",
        "أوضحت الشركة أن كثيرين منهم يغادرون إلى الخليج",
        "انخفض محصول البلدين، وهما ينتجان معا ستين في المئة",
        "أعلن الوزير أن قوانين جديدة سيصدر بعضها قريبا",
        "وهو تقدر قيمته بالملايين",
    )

    def wrong(self, line: Line, place: int) -> bool:
        return verb_after_pronoun(line, place) or verb_of_indefinite_topic(line, place)


class VerbPastParenthesis(_FrameRule):
    """«إن العقوبة، على شدتها، لا يكفي»: the topic's verb after a parenthesis."""

    code, kind, confidence = "A108", "agreement.gender", 0.86
    title = Message("verb against the topic before a parenthesis", "فعل بعد جملة معترضة لا يطابق")
    reason = Message(
        "A verb after a parenthesis agrees with the noun that the parenthesis follows.",
        "الفعل بعد الجملة المعترضة يطابق المبتدأ قبلها في الجنس والعدد.",
    )
    flags = (
        "ونبه الخبراء إلى أن هذه الشعاب، على صلابتها، لا ⟦يصمد⟧ طويلا",
        "وأفاد المرصد بأن الهزات الارتدادية، وأشدها قبل ساعة، ⟦سيستمر⟧ أياما",
        "وأضاف أن العقاقير، وإن كانت ناجعة في البداية، ⟦يفقد⟧ فاعليتها لاحقا",
    )
    passes = (
        "ونبه الخبراء إلى أن هذه الشعاب، على صلابتها، لا تصمد طويلا",
        "قال إن الشركة، التي تأسست قبل عقد، ارتفع سهمها أمس",
        "قال إن الشركة، ومديرها، وقعا الاتفاق",
        "قال إن الوزارة، إلى جانب البنك، أعلنا الاتفاق",
    )

    def wrong(self, line: Line, place: int) -> bool:
        return verb_after_parenthesis(line, place)


class VerbOfNumber(_FrameRule):
    """«أن سبعة قوارب وصل»: many, and the verb of one."""

    code = "A109"
    title = Message("singular verb after a number", "فعل للمفرد المذكر بعد عدد ومعدوده")
    reason = Message(
        "A verb after a number and what it counts is no verb of a single man.",
        "الفعل بعد العدد ومعدوده لا يكون للمفرد المذكر.",
    )
    flags = (
        "ذكرت المنظمة أن سبعة قوارب ⟦وصل⟧ إلى سواحل اليمن",
        "وأضافت أن مئات الملفات ⟦ينتظر⟧ منذ سنوات",
    )
    passes = (
        "ذكرت المنظمة أن سبعة قوارب وصلت إلى سواحل اليمن",
        "ذكرت المنظمة أن ثلاثة أرباع السكان غادر",
        "وأضافت أن سبعة قوارب غرق ركابها",
    )

    def wrong(self, line: Line, place: int) -> bool:
        return verb_after_count(line, place)


class VerbOfPair(_FrameRule):
    """«أن الطائرتين كانت تقل», «وإن أمها وخالتها باعت»: two, and a verb of one."""

    code, confidence = "A111", 0.88
    title = Message("verb against a pair", "فعل لا يطابق المثنى قبله")
    reason = Message(
        "A verb after two people or things stands in the dual.",
        "الفعل بعد اثنين أو اثنتين يكون بصيغة المثنى.",
    )
    flags = (
        "وقالت الوزارة إن الطائرتين ⟦كانت⟧ تقل معا مئات الركاب",
        "وقال الشاهد إن الرجلين كليهما ⟦أصيبوا⟧ بشظايا الزجاج",
        "وأضاف أن أمها وخالتها ⟦سافرت⟧ قبل عام",
        "وأوضح أن القريتين اللتين ⟦احترقت⟧، كانتا عامرتين",
    )
    passes = (
        "وقالت الوزارة إن الطائرتين كانتا تقلان معا مئات الركاب",
        "وقال إن الوزيرين اللذين أقالت الحكومة بريئان",
        "وأضاف أن الطائرتين تعطل محركهما",
        "وأكد أن الزوج وزوجته قتل ابنهما",
    )

    def wrong(self, line: Line, place: int) -> bool:
        return verb_after_pair(line, place) or verb_of_relative_dual(line, place)


class VerbJoinedToTwo(_FrameRule):
    """«تنكر شرطيان ثم راقبوا المكان»: two act, and the next verb is of several."""

    code, confidence = "A110", 0.85
    may_be = Condition(_is_of_several)
    title = Message("plural verb of two", "فعل لجماعة يعود على اثنين")
    reason = Message(
        "A verb joined to one of two people keeps to the dual where nobody else is named.",
        "الفعل المعطوف على فعل لاثنين يبقى للمثنى ما لم يذكر غيرهما.",
    )
    flags = (
        "وسحب مزارعان الطائرة بالجرار ثم ⟦أعادوا⟧ الشاب إلى بيته",
        "وأطلقا النار على الدورية ثم غادرا الحي ⟦واختفوا⟧ في المترو",
    )
    passes = (
        "وسحب مزارعان الطائرة بالجرار ثم أعادا الشاب إلى بيته",
        "وقتل الجنود شرطيين ثم غادروا المكان",
        "وأعلن وزيران والنواب موقفا واحدا ثم انسحبوا",
    )

    def wrong(self, line: Line, place: int) -> bool:
        return verb_of_two(line, place)
