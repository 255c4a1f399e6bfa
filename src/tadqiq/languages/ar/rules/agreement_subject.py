"""What agrees with the subject of the sentence from afar: pronouns, participles of state, verbs."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator

from ....detect import Condition, Context, Rule
from ....model import Category, Document, Finding, Message, Severity
from ..syntax.agreement import Line, Word, spots
from ..syntax.subjects import (
    controlled_against_subject,
    is_controlled,
    is_singular_participle,
    is_state,
    owned_by_one,
    participle_against_people,
    pronoun_against_subject,
    state_against_speaker,
)


class _WordRule(Rule):
    """A rule about single words of a line; ``may_be`` says which words at all."""

    kind, category = "agreement.gender", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.85

    may_be: Condition[Word]

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, self.may_be):
            if place > 1 and self.wrong(line, place):
                yield self.finding(doc, line.tokens[place].span)

    @abstractmethod
    def wrong(self, line: Line, place: int) -> bool:
        """Whether the word at ``place`` disagrees with the subject."""


class PronounOfSubject(_WordRule):
    """«أوضحت الوزارة في بيانه», «أعرب السكان عن أسفه»."""

    code = "A207"
    may_be = Condition(owned_by_one)
    title = Message("possessive against the subject", "ضمير الملكية لا يطابق الفاعل")
    reason = Message(
        "Nothing before the possessive pronoun agrees with it, the subject of the verb included.",
        "لا يطابق ضمير الملكية الفاعل ولا أي اسم آخر قبله.",
    )
    flags = (
        "أوضحت الوزارة في ⟦بيانه⟧ أن المحادثات ستستأنف",
        "أعرب سكان القرية عن ⟦أسفه⟧ لرحيل الطبيب",
        "أكدت وزيرة الخارجية أن ⟦حكومته⟧ لن تتراجع",
        "قال رئيس الوزراء إن ⟦بلادها⟧ ملتزمة بالاتفاق",
    )
    passes = (
        "أوضحت الوزارة في بيانها أن المحادثات ستستأنف",
        "قالت المتحدثة باسم الرئيس إن بلاده ملتزمة بالاتفاق",
        "قالت زوجته إن حكومته فشلت",
        "أكدت وزيرة الخارجية أن موقفه لم يتغير",
    )

    def wrong(self, line: Line, place: int) -> bool:
        return pronoun_against_subject(line, place)


class StateOfSpeaker(_WordRule):
    """«قالت الوزيرة …، مضيفا أن»: the participle of state goes with the speaker."""

    code = "A208"
    may_be = Condition(is_state)
    title = Message("participle of state against the speaker", "حال لا تطابق صاحبها")
    reason = Message(
        "A participle that carries on what someone says agrees with the speaker.",
        "الحال التي تعود على القائل تطابقه في التذكير والتأنيث.",
    )
    flags = (
        "أعربت المستشارة السابقة عن أسفها، ⟦مضيفا⟧ أن القرار كان صعبا",
        "قال الوزير إن المحادثات انتهت، ⟦مشيرة⟧ إلى أن الخلافات مستمرة",
    )
    passes = (
        "أعربت المستشارة السابقة عن أسفها، مضيفة أن القرار كان صعبا",
        "قالت الوزيرة إن الرئيس وافق على الخطة، مشيرا إلى ضرورتها",
        "قال الوزير إن المنظمة حذرت من الوباء، مشيرة إلى سرعته",
    )

    def wrong(self, line: Line, place: int) -> bool:
        return state_against_speaker(line, place)


class VerbOfSeveral(_WordRule):
    """«اتفق الجانبان على أن يعقد جولة»: the verb that a subject of several undertakes."""

    code, kind = "A105", "agreement.number"
    may_be = Condition(is_controlled)
    title = Message("singular verb of several", "فعل مفرد لفاعل مثنى أو جمع")
    reason = Message(
        "The verb of what several agree, promise or decide to do has them for its subject.",
        "الفعل بعد «أن» يعود على الفاعل المثنى أو الجمع قبله ويطابقه في العدد.",
    )
    flags = (
        "اتفق الجانبان على أن ⟦يعقد⟧ جولة جديدة في جنيف",
        "تعهد القادة الأوروبيون بأن ⟦يقدم⟧ مزيدا من الدعم",
        "اتفق الوزيران على أن ⟦يلتقوا⟧ مجددا في فيينا",
    )
    passes = (
        "اتفق الجانبان على أن يعقدا جولة جديدة في جنيف",
        "اتفق الجانبان على أن تعقد جولة جديدة في جنيف",
        "اتفق الجانبان على أن يعقد الاجتماع في جنيف",
        "قرر الوزراء أن يكون الاجتماع مغلقا",
    )

    def wrong(self, line: Line, place: int) -> bool:
        return controlled_against_subject(line, place)


class ParticipleOfPeople(_WordRule):
    """«المحامون المدافع عن»: a participle with its preposition, in the singular after several."""

    code, kind = "A209", "agreement.number"
    may_be = Condition(is_singular_participle)
    title = Message("singular participle of several", "اسم فاعل مفرد لموصوف جمع")
    reason = Message(
        "A participle that describes people agrees with them in number.",
        "اسم الفاعل الواقع صفة للعاقل يطابقه في العدد.",
    )
    flags = (
        "طالب المحامون ⟦المدافع⟧ عن المتهم بتأجيل الجلسة",
        "أصيب عشرة من رجال الإطفاء ⟦المشارك⟧ في إخماد الحريق",
    )
    passes = (
        "اقتحم رجال الأمن المصنع في الضاحية",
        "طالب المحامون المدافعون عن المتهم بتأجيل الجلسة",
        "اتهم المحامون المسؤول عن الحادث",
        "أصيب عشرة من رجال الإطفاء المشاركين في إخماد الحريق",
    )

    def wrong(self, line: Line, place: int) -> bool:
        return participle_against_people(line, place)
