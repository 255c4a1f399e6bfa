"""Predicates, and pronouns with what they stand for."""

from __future__ import annotations

from collections.abc import Iterator

from ....detect import Condition, Context, Rule
from ....model import Category, Document, Finding, Message, Severity
from ..suspicions.doubt import Doubting
from ..suspicions.predicates import PREDICATE
from ..syntax.agreement import Word, spots
from ..syntax.predicates import (
    is_pronoun,
    may_be_predicate,
    predicate_against_pronoun,
    predicate_against_topic,
    pronoun_against_object,
    pronoun_before,
)

_PREDICATE = Condition(may_be_predicate)
_PRONOUN: Condition[Word] = Condition(is_pronoun)


class PredicateOfTopic(Doubting):
    """«إن حالة المريض مستقر», «بات الطقس شديدة»."""

    code, kind, category = "A204", "agreement.gender", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.9
    doubts, needed_gain = (PREDICATE,), 2
    title = Message("predicate against its subject", "خبر لا يطابق المبتدأ")
    reason = Message(
        "An adjective as predicate agrees with its subject in gender and number.",
        "الخبر المفرد يطابق المبتدأ في الجنس والعدد.",
    )
    flags = (
        "قال الطبيب إن حالة المريض ⟦مستقر⟧ بعد العملية",
        "بات الطقس ⟦شديدة⟧ الحرارة في الجنوب",
        "ما زالت النار ⟦مشتعل⟧ في الغابات",
        "قال إن الرهينتين ⟦محتجزة⟧ في منطقة جبلية",
        "كانت السفينة ⟦متجها⟧ إلى الميناء",
        "أصبحت القرية ⟦خاليا⟧ من سكانها",
    )
    passes = (
        "قال الطبيب إن حالة المريض مستقرة بعد العملية",
        "فكانت المنطقة سهلا فسيحا",
        "قال إن المدينة قريب منها نهر",
        "كان الوزيرة",
        "كانت السفينة متجهة إلى الميناء",
        "أصبحت القرية موقعا للتصوير",
        "قال إن الشركة قادر مديرها على الدفع",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _PREDICATE):
            if place and predicate_against_topic(line, place):
                yield self.finding(doc, line.tokens[place].span)


class PredicateOfPronoun(Rule):
    """«بأنها ضخم», «إنه انتظروا»: the pronoun and the predicate after it disagree."""

    code, kind, category = "A205", "agreement.gender", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.88
    title = Message("pronoun against its predicate", "ضمير لا يطابق خبره")
    reason = Message(
        "The pronoun after إنّ or أنّ and its predicate agree in gender and number.",
        "الضمير المتصل بـ«إنّ» أو «أنّ» يطابق خبره في الجنس والعدد.",
    )
    flags = (
        "قالت الوزيرة ⟦إنها مستعد⟧ للحوار",
        "قال الركاب ⟦إنه انتظروا⟧ خمس ساعات",
        "أعلنت الشركة ⟦أنها سيغلق⟧ مصانعها في الصيف",
        "اعترفت الوزارة ⟦بأنها نجح⟧ في خفض النفقات",
        "قالت الشركة ⟦إنه ستضاعف⟧ حجم عروضها",
    )
    passes = (
        "قالت الوزيرة إنها مستعدة للحوار",
        "قال إنه لم تصل أي مساعدات",
        "قال إنه قتلت امرأة في القصف",
        "قالت إنها يجب أن ترحل",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _PRONOUN):
            if place + 1 < len(line) and predicate_against_pronoun(line, place + 1):
                span = line.tokens[place].span.cover(line.tokens[place + 1].span)
                yield self.finding(doc, span)


class PronounOfObject(Rule):
    """«وصفت الهجوم بأنها ضخمة»: the pronoun cannot stand for the object described."""

    code, kind, category = "A206", "agreement.gender", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.88
    title = Message("pronoun against what it stands for", "ضمير لا يطابق ما يعود عليه")
    reason = Message(
        "The pronoun in «بأنه» agrees with the noun described, and the adjective with the pronoun.",
        "الضمير في «بأنه» يطابق الموصوف قبله، والصفة تطابق الضمير.",
    )
    flags = (
        "وصفت المنظمة الوضع في الإقليم ⟦بأنها⟧ ⟦كارثية⟧",
        "وصف زيلينسكي الهجوم ⟦بأنها⟧ “⟦ضخمة⟧” ومتعمد",
    )
    passes = (
        "وصفت المنظمة الوضع في الإقليم بأنه كارثي",
        "وصفت المنظمة الحالة في الإقليم بأنها كارثية",
        "وصفت الوزيرة بأنها صارمة",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _PRONOUN):
            if place < 2 or not pronoun_against_object(line, place):
                continue
            yield self.finding(doc, line.tokens[place].span)
            follows = pronoun_before(line, place) or frozenset()
            after = line.words[place + 1] if place + 1 < len(line) else None
            if after and after.attribute and after.attribute <= follows:
                yield self.finding(doc, line.tokens[place + 1].span)
