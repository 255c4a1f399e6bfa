"""Case where the clause leaves one: subjects in the oblique, objects in the nominative."""

from __future__ import annotations

from itertools import pairwise

from ....detect import Analysed, Form
from ....model import Message, Pos, Reading
from ..morphology.lexicon import words
from ..syntax.case_forms import (
    governs_genitive,
    is_governed_annexation,
    is_sure,
    nominative,
    plural_in,
    surely,
)
from .case import CaseRule
from .case_of_clause import ADDRESSING

_NOMINALS = frozenset({Pos.NOUN, Pos.ADJECTIVE})
_PHRASAL = _NOMINALS | {Pos.NAME}
_MEETING = frozenset({"التقى", "استقبل", "استدعى", "كرم", "أقال", "عين", "قابل", "هنأ", "ودع"})
_OFFICERS = frozenset({"رئيس", "وزير", "مدير", "أمير", "ملك", "مدرب", "قائد", "سفير", "حاكم"})
_GENITIVE_OF_FIVE = {
    form + suffix: form[:-1] + "و" + suffix
    for form in ("أبي", "أخي", "حمي")
    for suffix in ("ه", "ها", "هم", "هما")
}
_SEVERAL = frozenset({"آلافا", "ألوفا", "عددا"})
_HARM = frozenset({"قتل", "أصيب", "جرح"})
_CAUSES = frozenset({
    "القصف", "الهجوم", "الانفجار", "الحادث", "الغارة", "الغارات", "التفجير", "قصف", "هجوم",
    "انفجار", "حادث", "غارة", "غارات", "تفجير", "الاشتباكات", "اشتباكات", "المعارك", "معارك",
    "الضربة", "ضربة", "حريق", "الحريق", "الزلزال", "تحطم", "انهيار", "إطلاق", "مواجهات",
})  # fmt: skip
_CLAUSES = frozenset({"أن", "إن", "أنه", "أنها", "أنهم", "إنه", "إنها", "إنهم", "أنهما"})
_SUBORDINATING = _CLAUSES | {"الذي", "التي", "الذين", "ما", "بأن", "لأن", "بعدما", "بينما"}
# Beside those of the list: they reach their complement by a preposition.
_INTRANSITIVE = frozenset({
    "توصل", "اتصل", "اعتذر", "تخلى", "تعرف", "تحدث", "تنافس", "تنازل", "اعترض", "رحب",
    "ندد", "أشاد", "تعاقد", "تسبب", "تفوق", "تغلب", "سافر", "حضر", "تحفظ", "وقف",
})  # fmt: skip


class ObliqueSubjectOfClause(CaseRule):
    """«وتوصل الباحثين إلى أن»: the verb that opens the sentence has its subject in the oblique."""

    code = "A414"
    title = Message("oblique subject", "فاعل غير مرفوع")
    reason = Message("The subject of the verb stands in the nominative.", "الفاعل مرفوع.")
    flags = (
        "وتوصل ⟦الباحثين⟧ إلى أن الدواء لا يقلل الوفيات.",
        "وتبادل ⟦الطرفين⟧ الاتهامات بخرق الهدنة.",
        "وقتل ⟦مدنيين⟧ عدة في القصف على السوق.",
        "ويصل ⟦المفتشين⟧ الدوليون إلى طهران غدا.",
    )
    passes = (
        "وتوصل الباحثون إلى أن الدواء لا يقلل الوفيات.",
        "ووصول اللاجئين إلى الحدود يثير القلق.",
        "هاجم القرية وقتل مدنيين عدة.",
        "تبادل السجينين بين البلدين متوقع.",
        "وتواصل المسؤولين مع الأهالي يخفف التوتر.",
    )

    def suspect(self, form: Form) -> bool:
        return surely(form.readings, _oblique_subject)

    def wrong(self, sentence: Analysed, place: int) -> bool:
        if not _opens(sentence, place - 1):
            return False
        definite = is_sure(sentence, place, lambda r: r.state == "d")
        verbs = _verbs(sentence, place - 1)
        if not definite:
            return bool(verbs & _HARM) and _by_cause(sentence, place)
        if place + 1 < len(sentence.tokens) and is_sure(sentence, place + 1, _nominative_adjective):
            return True
        if "تبادل" in verbs:
            return _definite_object(sentence, place + 1)
        moving = verbs & (words("intransitive_verbs") | words("speaking_verbs") | _INTRANSITIVE)
        moving -= ADDRESSING
        return bool(moving) and _complement(sentence, place + 1)

    def corrected(self, form: str) -> str | None:
        return _nominative_form(form)


class NominativeObject(CaseRule):
    """«التقى الوزير ممثلون»: after verb and subject the object stands in the accusative."""

    code, confidence = "A415", 0.85
    title = Message("nominative object", "مفعول به مرفوع")
    reason = Message("The object of the verb stands in the accusative.", "المفعول به منصوب.")
    flags = ("والتقى الوزير ⟦ممثلون⟧ عن منظمات المجتمع المدني",)
    passes = (
        "والتقى الوزير ممثلين عن منظمات المجتمع المدني",
        "هاجم الوزير مسلحون مجهولون",
        "كان في استقبال الرئيس مسؤولون",
    )

    def suspect(self, form: Form) -> bool:
        return surely(form.readings, _indefinite_nominative)

    def wrong(self, sentence: Analysed, place: int) -> bool:
        if place < 2:
            return False
        for verb in range(place - 2, max(-1, place - 7), -1):
            if _verbs(sentence, verb) & _MEETING:
                officer = any(one.lemma in _OFFICERS for one in sentence.readings[verb + 1])
                return officer and any(map(_closed_phrase, sentence.readings[place - 1]))
            if not any(one.pos in _PHRASAL for one in sentence.readings[verb]):
                return False
        return False


class NominativeWithSuffix(CaseRule):
    """«لاختيار ممثلوهم»: nominative with a suffix after what governs the genitive."""

    code = "A416"
    title = Message("nominative second term", "رفع المضاف إليه")
    reason = Message(
        "The second term of an annexation stands in the genitive.",
        "المضاف إليه مجرور.",
    )
    flags = ("أدلى الناخبون بأصواتهم لاختيار ⟦ممثلوهم⟧ في البرلمان",)
    passes = (
        "أدلى الناخبون بأصواتهم لاختيار ممثليهم في البرلمان",
        "وصل إلى جنيف ممثلوهم",
        "رفض العرض ممثلوهم",
    )

    def suspect(self, form: Form) -> bool:
        return surely(form.readings, _nominative_with_suffix)

    def wrong(self, sentence: Analysed, place: int) -> bool:
        return place > 0 and is_governed_annexation(sentence, place - 1)

    def corrected(self, form: str) -> str | None:
        for suffix in ("هما", "هم", "ها", "ه", "نا"):
            if form.endswith("و" + suffix):
                return form[: -len(suffix) - 1] + "ي" + suffix
        return None


class GenitiveOfTheFiveAfterVerb(CaseRule):
    """«وكان أبيه قد»: after a verb one of the five nouns is no genitive."""

    code = "A417"
    title = Message("one of the five nouns in a wrong case", "خطأ في إعراب الأسماء الخمسة")
    reason = Message(
        "أبو and أخو take و as subjects and ا as objects; ي is for the genitive.",
        "الأسماء الخمسة تُرفع بالواو وتُنصب بالألف وتُجر بالياء.",
    )
    flags = (
        "وكان ⟦أبيه⟧ قد شغل المنصب نفسه",
        "قال ⟦أخيها⟧ إن العائلة بخير",
    )
    passes = (
        "وكان أبوه قد شغل المنصب نفسه",
        "عاد مع أبيه إلى القرية",
        "قتل أخيه هز المدينة",
    )

    def suspect(self, form: Form) -> bool:
        return form.folded in _GENITIVE_OF_FIVE

    def wrong(self, sentence: Analysed, place: int) -> bool:
        if place == 0:
            return False
        return is_sure(sentence, place - 1, lambda r: r.pos is Pos.VERB and not r.enclitic)

    def corrected(self, form: str) -> str | None:
        return _GENITIVE_OF_FIVE.get(form)


class AccusativeSubject(CaseRule):
    """«شارك في المسيرة آلافا»: the subject of an intransitive verb in the accusative."""

    code = "A418"
    title = Message("accusative subject", "فاعل منصوب")
    reason = Message("The subject of the verb stands in the nominative.", "الفاعل مرفوع.")
    flags = (
        "وشارك في المسيرة ⟦آلافا⟧ من أنصار المعارضة",
        "ووصل إلى المخيم ⟦آلافا⟧ من النازحين",
        "وشارك في التدريبات ⟦جنديين⟧ من لوكسمبورغ",
    )
    passes = (
        "وشارك في المسيرة آلاف من أنصار المعارضة",
        "قتل في الحرب آلافا من الجنود",
    )

    def suspect(self, form: Form) -> bool:
        return form.folded in _SEVERAL or surely(form.readings, _oblique_indefinite)

    def wrong(self, sentence: Analysed, place: int) -> bool:
        people = is_sure(sentence, place, _oblique_indefinite)
        if place + 1 >= len(sentence.tokens) or sentence.tokens[place + 1].folded != "من":
            return False
        if people and not any(map(_closed_phrase, sentence.readings[place - 1])):
            return False
        verb = place - 1
        if verb >= 2 and governs_genitive(sentence.tokens[place - 2]):
            verb = place - 3
        if verb < 0 or not _opens(sentence, verb):
            return False
        known = _verbs(sentence, verb)
        return bool(known) and known <= words("intransitive_verbs")

    def corrected(self, form: str) -> str | None:
        if form.endswith("ين"):
            return form[:-2] + "ان"
        return form[:-1]


def _verbs(sentence: Analysed, place: int) -> frozenset[str]:
    """The lemmas of a verb of the third person masculine singular; of no imperfect in تـ."""
    return frozenset(
        one.lemma
        for one in sentence.readings[place]
        if one.pos is Pos.VERB and one.person == "3" and one.gender + one.number == "ms"
        if not one.enclitic
    )


def _opens(sentence: Analysed, place: int) -> bool:
    """Whether the word opens the sentence as a verb may: alone so, or with و before it."""
    if place != 0 or not _verbs(sentence, 0):
        return False
    return sentence.tokens[0].folded.startswith("و") or is_sure(
        sentence, 0, lambda r: r.pos is Pos.VERB
    )


def _oblique_subject(reading: Reading) -> bool:
    free = not set(reading.proclitics) - {"ال"}
    person = reading.human or reading.lemma in words("people") | {"طرف", "جانب", "بلد", "حزب"}
    return plural_in(reading, "ag") and free and (person or reading.pos is Pos.ADJECTIVE)


def _nominative_adjective(reading: Reading) -> bool:
    return reading.pos in _NOMINALS and plural_in(reading, "n") and reading.state == "d"


def _oblique_indefinite(reading: Reading) -> bool:
    """«جنديين»: people in the oblique, without an article."""
    people = reading.human or reading.lemma in words("people")
    return plural_in(reading, "ag") and not reading.state and not reading.proclitics and people


def _indefinite_nominative(reading: Reading) -> bool:
    return plural_in(reading, "n") and not reading.state and not reading.proclitics


def _nominative_with_suffix(reading: Reading) -> bool:
    plural = reading.number == "p" and reading.case == "n" and not reading.broken
    return reading.pos in _NOMINALS and plural and bool(reading.enclitic) and not reading.proclitics


def _closed_phrase(reading: Reading) -> bool:
    """What ends a definite phrase: an article, a suffix or a name."""
    return "ال" in reading.proclitics or bool(reading.enclitic) or reading.pos is Pos.NAME


def _by_cause(sentence: Analysed, place: int) -> bool:
    """«في القصف» within the next words: what kills, so that nobody is said to have killed."""
    forms = [token.folded for token in sentence.tokens[place + 1 : place + 5]]
    return any(one == "في" and other in _CAUSES for one, other in pairwise(forms))


def _definite_object(sentence: Analysed, place: int) -> bool:
    return place < len(sentence.tokens) and is_sure(
        sentence,
        place,
        lambda r: r.pos is Pos.NOUN and r.proclitics == ("ال",) and not r.human,
    )


def _complement(sentence: Analysed, place: int) -> bool:
    """A preposition or a clause next, and no verb later that would make a topic of the rest."""
    tokens = sentence.tokens
    if place >= len(tokens):
        return False
    form = tokens[place].folded
    if not (governs_genitive(tokens[place]) or form in _CLAUSES):
        return False
    for later in range(place, len(tokens)):
        if tokens[later].folded in _SUBORDINATING:
            return True
        if any(one.pos is Pos.VERB for one in sentence.readings[later]):
            return False
    return True


def _nominative_form(form: str) -> str | None:
    """A dual of parties in «ان», any other plural in «ون»."""
    if form.removeprefix("ال") in {"طرفين", "جانبين", "بلدين", "حزبين"}:
        return form[:-2] + "ان"
    return nominative(form)
