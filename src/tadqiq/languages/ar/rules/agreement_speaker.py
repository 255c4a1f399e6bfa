"""Person of verbs: beside a pronoun, an auxiliary, or a topic of the third person."""

from __future__ import annotations

from collections.abc import Iterator

from ....detect import Condition, Context, Rule
from ....model import Category, Document, Finding, Message, Severity
from ..syntax.agreement import spots
from ..syntax.speakers import (
    is_certain,
    is_pronoun_or_auxiliary,
    person_against_auxiliary,
    person_against_pronoun,
    speaks_before_subject,
    speaks_of_self,
)
from ..syntax.topics import topic_before
from ..syntax.verbs import COMPLEMENTISERS, clause_start, may_act


class PersonOfPronoun(Rule):
    """«نحن يدين», «إننا تعتذر», «كنا أعمل»: a verb in another person than its pronoun."""

    code, kind, category = "A604", "agreement.person", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.9
    title = Message("verb in another person than its pronoun", "فعل لا يطابق ضميره في الشخص")
    reason = Message(
        "After a pronoun or an auxiliary the verb stands in its person and number.",
        "الفعل بعد الضمير أو «كان» يطابقهما في الشخص والعدد.",
    )
    flags = (
        "وقال: نحن ⟦يدين⟧ هذا الاعتداء الجبان",
        "وجاء في البيان: إننا ⟦تعتذر⟧ لجميع الركاب",
        "كنا ⟦أعمل⟧ من دون كهرباء",
        "قال للحشود: أنتم ⟦صنعوا⟧ هذا النصر",
    )
    passes = (
        "أنتم أمل الكنيسة",
        "وقال: نحن ندين هذا الاعتداء",
        "إننا يسعدنا أن نلتقي بكم",
        "قال إنني يجب أن أرحل",
        "كنت أعمل من دون كهرباء",
        "نحن جزء من هذا العالم",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _SPEAKER):
            verb = person_against_pronoun(line, place)
            if verb is None:
                verb = person_against_auxiliary(line, place)
            if verb is not None:
                yield self.finding(doc, line.tokens[verb].span)


class PersonOfTopic(Rule):
    """«إن كانبرا سأواصل», «نقول رئيس الوزراء»: a verb of the first person after a topic of the third."""

    code, kind, category = "A605", "agreement.person", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.88
    title = Message("first person after a topic of the third", "فعل للمتكلم بعد اسم ظاهر")
    reason = Message(
        "The verb stands in the person of the noun it speaks of.",
        "الفعل يطابق الاسم الذي يخبر عنه في الشخص.",
    )
    flags = (
        "وقالت المتحدثة إن كانبرا ⟦سأواصل⟧ دعم جزر المحيط",
        "وأكد الوزير أن الحكومة الجديدة لن ⟦نقبل⟧ بالشروط",
        "⟦سنحصل⟧ الفريق الأوروبي على فرصة أخرى في الربيع",
        "⟦نؤكد⟧ رئيس الوزراء أن العضوية ستجلب الاستثمارات",
    )
    passes = (
        "وقالت المتحدثة إن كانبرا ستواصل دعم جزر المحيط",
        "قال إن الحقيقة سنعرفها غدا",
        "إن الأمور التي نريدها واضحة",
        "نحن الشعب نقول كلمتنا",
        "سنعود الأسبوع المقبل إلى العمل",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _SELF):
            verb = line.words[place]
            if verb.enclitic or verb.proclitics - {"س"} or not is_certain(line, place):
                continue
            if speaks_before_subject(line, place):
                yield self.finding(doc, line.tokens[place].span)
            if not place:
                continue
            start = clause_start(line, place)
            name = start > 1 and line.words[start - 1].name
            told = name and line.form(start - 2) in COMPLEMENTISERS
            topic = None if told else topic_before(line, start)
            if told or (topic is not None and may_act(line.words[topic])):
                yield self.finding(doc, line.tokens[place].span)


_SPEAKER = Condition(is_pronoun_or_auxiliary)
_SELF = Condition(speaks_of_self)
