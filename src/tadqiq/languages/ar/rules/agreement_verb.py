"""Verbs and their subjects, before and after."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator

from ....detect import Condition, Context
from ....model import Category, Document, Finding, Message, Severity
from ..suspicions.doubt import Doubting
from ..suspicions.verbs import AFTER_SUBJECT, BEFORE_SUBJECT, UNSAID_SUBJECT
from ..syntax.agreement import Line, Word, spots
from ..syntax.attributive_verbs import (
    may_be_of_relative,
    relative_against_noun,
    verb_against_indefinite,
)
from ..syntax.openings import opens_against_subject, stands_before_its_subject
from ..syntax.subjects import deed_before_subject
from ..syntax.topics import (
    may_follow_topic,
    verb_after_topic,
)
from ..syntax.verbs import (
    may_oppose_subject,
    verb_before_subject,
    verb_with_object_against_subject,
)


class _VerbRule(Doubting):
    """A rule about one verb of a line; ``may_be`` says which verbs at all."""

    kind, category = "agreement.gender", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.9
    may_be: Condition[Word] = Condition(lambda one: bool(one.verb) and not one.may_have_enclitic)

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, self.may_be):
            if self.wrong(line, place):
                yield self.finding(doc, line.tokens[place].span)

    @abstractmethod
    def wrong(self, line: Line, place: int) -> bool:
        """Whether the verb at ``place`` disagrees with its subject."""


class VerbBeforeSubject(_VerbRule):
    """«وقالت وزير المالية», «اندلعت حريق»: a verb of another gender than the noun after it."""

    code = "A101"
    doubts, needed_gain = (BEFORE_SUBJECT, UNSAID_SUBJECT), 4
    title = Message("verb against the subject after it", "فعل لا يطابق فاعله")
    reason = Message(
        "A verb before its subject stands in the singular and agrees with it in gender.",
        "الفعل المتقدم على فاعله يلزم الإفراد ويطابق الفاعل في التذكير والتأنيث.",
    )
    flags = (
        "⟦وقالت⟧ وزير المالية إن الحكومة مستعدة",
        "⟦اندلعت⟧ حريق ضخم في مستودع للأخشاب",
        "⟦قال⟧ الوزيرة إن الحكومة مستعدة",
        "⟦طالبوا⟧ المحتجون في جاكرتا بخفض الأسعار",
        "⟦يعتقدون⟧ الخبراء أن الأزمة انتهت",
        "⟦وصفت⟧ زيلينسكي الهجوم بأنه ضخم",
        "⟦وعقدت⟧ وزير الدفاع الفرنسي أمس اجتماعا مغلقا",
        "كما ⟦ألغى⟧ بوليفيا رحلاتها إلى جارتها",
        "عندما ⟦ازداد⟧ معاناة النازحين تدخلت المنظمة",
        "وقد ⟦تمت⟧ إعداد التقرير على عجل",
        "وذكر المتحدث أن الأمر خطير، ⟦وكان⟧ اللجنة على وشك التصويت",
    )
    passes = (
        "ترأس البعثة دبلوماسي مخضرم",
        "اندلعت أزمة في الشركة ثم باتت الطرف الأقوى",
        "لن تجد الشركة بديلا حتى لو بدأت التنقيب",
        "خسرت الجمعية الدعوى ثم استأنفت الحكم",
        "وعاد أدراجه بعد عشرين دقيقة",
        "فرح حين سقط أرضا",
        "لا تزال كبرى الشركات تفضل الطريق الأطول",
        "ورجح البياطرة أن اللحم فاسد",
        "وقال للصحفيين: «أنا هنا، واليوم استعدت اسمي»",
        "قال الادعاء إنه أخفى قروضا ثم وقّع ميزانية زائفة",
        "قالت العرب إن الحرب خدعة",
        "ذكر أن التطبيق، الذي يضم مليون مشترك، أصبح بوابة للتجار",
        "لأنها أكبر منتج، تأثرت ساحل العاج بالقانون",
        "ثم خفض العقوبة بعد أن تعاون اللاعب",
        "غادر العاصمة، على متن طائرة، الرئيس المريض",
        "حضر المراسم ولي العهد النرويجي",
        "وقالت وزيرة المالية إن الحكومة مستعدة",
        "اندلع حريق ضخم في مستودع للأخشاب",
        "وقال في المؤتمر وزيرة الخارجية",
        "أعلنت قرار المحكمة أمام الصحفيين",
        "وصلت مساء الأحد إلى القاهرة",
        "وصفت الرئيس بأنه صديق",
        "قتلوا الجنود في كمين",
        "وقال عمدة المدينة إن الجسر انهار",
        "لم يتم التضحية بأحد",
        "زار القاهرة أمس وزير الخارجية",
        "وقالت فتح إن الاتفاق لم يوقع",
    )

    def wrong(self, line: Line, place: int) -> bool:
        return may_oppose_subject(line, place) and (
            (verb_before_subject(line, place) and stands_before_its_subject(line, place))
            or deed_before_subject(line, place)
            or opens_against_subject(line, place)
        )


class VerbAfterSubject(_VerbRule):
    """«إن الحكومة قرر», «أن المتظاهرين رشق»: a verb that its subject before it cannot have."""

    code = "A102"
    may_be = Condition(may_follow_topic)
    doubts, needed_gain = (AFTER_SUBJECT,), 3.5
    title = Message("verb against the subject before it", "فعل لا يطابق المبتدأ قبله")
    reason = Message(
        "A verb after its subject agrees with it in gender and number.",
        "الفعل المتأخر عن المبتدأ يطابقه في الجنس والعدد.",
    )
    flags = (
        "قال المتحدث إن الحكومة الكينية ⟦قرر⟧ تأجيل الانتخابات",
        "أوضح البيان أن المتظاهرين ⟦رشق⟧ قوات الأمن بالحجارة",
        "أكد أن رجال الإطفاء ⟦سيطر⟧ على الحريق",
        "كانت العاصفة قد ⟦ضرب⟧ الساحل قبل يومين",
        "أوضح أن الأسعار قد ⟦يكون⟧ أعلى العام المقبل",
        "والدولتان ⟦وقعت⟧ اتفاقا في جنيف",
        "يرى أن بريطانيا العظمى ⟦يعاني⟧ من مشكلة خطيرة",
        "ذكر أن كوريا الشمالية ⟦يسعى⟧ إلى السلام",
    )
    passes = (
        "وكان معظمهم قد وقعوا عريضة",
        "وكانت كبرى الشركات قد سلكت الطريق الأطول",
        "قال إن اللبوة الشهيرة «نالا» أنجبت",
        "قال إن المدافع سكتت",
        "قال إن ماكسين ووترز أنكرت التهمة",
        "قال إن الشركة باع مالكها أسهمه",
        "كتب عليها أن ظهورهم لن تنحني",
        "ذكر أن عناصر الميليشيا أحرقوا المدرسة",
        "قال إن جنوب أفريقيا لم تتجاوز الأزمة",
        "قال إن الحكومة لم تف بوعودها",
        "ذكر أن إحداهما اشترت المنزل",
        "ذكرت أن الرهائن أُطلق سراحهم",
        "قال المتحدث إن الحكومة الكينية قررت تأجيل الانتخابات",
        "أعلن أن الشركة استقال مديرها",
        "قال إن المدينة يسكنها مليون نسمة",
        "قال إن الشركة تم بيعها",
        "كانت المدينة الأكثر تضررا من الزلزال",
        "قال إن أداة الجريمة لم يعثر عليها بعد",
    )

    def wrong(self, line: Line, place: int) -> bool:
        return verb_after_topic(line, place)


class VerbOfRelative(_VerbRule):
    """«المدعية التي تولى التحقيق», «عقوبة قد يصل إلى السجن»."""

    code, confidence = "A103", 0.85
    may_be = Condition(may_be_of_relative)
    title = Message("verb of a relative clause", "فعل في جملة الصلة أو الصفة لا يطابق الاسم قبله")
    reason = Message(
        "The verb of a relative clause without a subject of its own agrees with the noun before.",
        "فعل جملة الصلة أو الصفة بلا فاعل ظاهر يطابق الاسم قبله.",
    )
    flags = (
        "يواجه المتهم عقوبة قد ⟦يصل⟧ إلى السجن عشرين عاما",
        "قررت المدعية العامة التي ⟦قرر⟧ إحالة القضية إلى المحكمة",
        "اللاجئون الذين ⟦وصل⟧ إلى الجزيرة نقلوا إلى المستشفى",
        "وشكر أولئك الذين ⟦يساعد⟧ على إطفاء الحريق",
        "غادر المهاجم الذي ⟦تلعب⟧ بقميص رقم ستة",
        "تصدرت المنتجات التي ⟦يتراوح⟧ بين الوسائد والشموع",
    )
    passes = (
        "الحقنة التي كان ينبغي أن تكون في الصف",
        "النهائيات التي ينتظر أن تشهد تحطيم رقم",
        "مندوبا كندا والبرازيل اللذان وصفا الرسوم",
        "قال إن الصغيرين ظلا يغنيان طوال الليل",
        "شركات تبيع البذور بالسعر الذي تشاء",
        "يواجه المتهم عقوبة قد تصل إلى السجن عشرين عاما",
        "اللاجئون الذين قتل أقاربهم في القصف",
        "المدينة التي يعيش في ظلها السكان",
        "الاتفاقية التي وقع الرئيس",
        "المنطقة التي يقع في شمالها النهر",
        "في الوقت الذي بدأت فيه الأزمة",
        "يأخذون الأمواج منا نحن المتقاعدين الذين نحب ركوبها",
    )

    def wrong(self, line: Line, place: int) -> bool:
        return relative_against_noun(line, place) or verb_against_indefinite(line, place)


class VerbWithObject(_VerbRule):
    """«تحتلها روسي», «نفذها القوات»: the object is in the verb, so the subject comes next."""

    code, confidence = "A104", 0.86
    may_be = Condition(lambda one: bool(one.verb) and one.enclitic)
    title = Message("verb with object against its subject", "فعل اتصل به مفعوله لا يطابق فاعله")
    reason = Message(
        "The noun after a verb that bears its object as a suffix is its subject and agrees.",
        "الاسم بعد الفعل المتصل بضمير المفعول هو الفاعل، ويطابقه الفعل في التذكير والتأنيث.",
    )
    flags = (
        "المحطة التي ⟦تحتلها⟧ روسي، توقفت عن العمل",
        "العملية التي ⟦نفذها⟧ الشرطة أمس",
    )
    passes = (
        "قال إن الحراس كانوا يعاملونه معاملة الزملاء",
        "سلم نفسه بعد يوم من دهسه راكبة الدراجة",
        "المحطة التي تحتلها روسيا، توقفت عن العمل",
        "العملية التي نفذها الجيش أمس",
        "العملية التي نفذها الليلة الماضية",
        "حملها المسؤولية عن الحادث",
        "اعتبرها الخطوة الأولى",
        "الأسلحة التي يستخدمها الجنود",
    )

    def wrong(self, line: Line, place: int) -> bool:
        return verb_with_object_against_subject(line, place)
