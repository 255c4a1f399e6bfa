"""Case where it shows: sound plurals, duals, the five nouns, the seat of a final hamza."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence

from ....detect import Analysed, Condition, Context, Form, Rule
from ....model import Category, Document, Finding, Message, Pos, Reading, Severity
from ..analysis import spots
from ..syntax.agreement import is_rare, word
from ..syntax.case_forms import (
    accusative,
    governs_genitive,
    is_governed_annexation,
    is_sure,
    nominative,
    oblique,
    plural_in,
    surely,
)

_NOMINALS = frozenset({Pos.NOUN, Pos.ADJECTIVE})
_INNA = frozenset({"إن", "أن", "لأن", "كأن", "ليت", "لعل", "وإن", "وأن", "فإن", "ولأن", "بأن"})
_OBLIQUE_SEAT = {"ؤ": "ئ", "ء": "ئ"}


class CaseRule(Rule):
    """A rule that looks at a word and the one before it."""

    kind, category = "agreement.case", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.9

    def __init__(self) -> None:
        self._opens: Condition[Form] = Condition(
            lambda form: bool(self.corrected(form.text)) and self.suspect(form)
        )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for sentence, place in spots(doc, self._opens):
            if self.wrong(sentence, place):
                token = sentence.tokens[place]
                form = self.corrected(token.text)
                yield self.finding(doc, token.span, suggest=[form] if form else [])

    @abstractmethod
    def suspect(self, form: Form) -> bool:
        """Whether the case of a word of this form may be wrong, whatever stands around it."""

    @abstractmethod
    def wrong(self, sentence: Analysed, place: int) -> bool:
        """Whether the case of the suspect at ``place`` is impossible there."""

    def corrected(self, form: str) -> str | None:
        """The word in the case it should have."""
        return oblique(form)


_VERBS_TOO = frozenset({"قبل", "عبر", "خلف", "حول", "دون", "ضمن", "وعبر", "وخلف", "وحول"})


class NominativeAfterPreposition(CaseRule):
    """A preposition governs the genitive: «من المتظاهرون»."""

    code = "A401"
    title = Message("nominative after a preposition", "رفع بعد حرف جر")
    reason = Message(
        "A noun after a preposition stands in the genitive.",
        "الاسم بعد حرف الجر مجرور.",
    )
    flags = (
        "أُصيب عدد من ⟦المتظاهرون⟧ في العاصمة",
        "جرت المحادثات بين ⟦الطرفان⟧ في جنيف",
        "تحدث الوزير مع ⟦أخوه⟧ الأكبر قبل المغادرة",
        "توقف المشروع قبل ⟦عامان⟧ بسبب الحرب",
    )
    passes = (
        "اعتذر لسكان حي لاريان",
        "عولج من الرجفان",
        "توقف عند مزلقان غير محروس",
        "عبّر المنظمون عن ارتياحهم",
        "أُصيب عدد من المتظاهرين في العاصمة",
        "جرت المحادثات بين البلدان العربية",
        "سافر إلى أبو ظبي للقاء المسؤولين",
        "قُتل في لبنان والسودان مدنيون",
        "قبل الطيارون عرض الزيادة",
    )

    def suspect(self, form: Form) -> bool:
        return surely(form.readings, _surely_nominative) or surely(form.readings, _plain_dual)

    def wrong(self, sentence: Analysed, place: int) -> bool:
        own, token = sentence.readings[place], sentence.tokens[place]
        if is_rare(word(token.text, token.folded)):
            return False  # «حي لاريان», «عند مزلقان»
        if all({"ب", "ل", "ك"} & set(reading.proclitics) for reading in own):
            return True
        before = sentence.tokens[place - 1]
        verb = place == 1 or "\u0651" in before.text  # «قبل الطيارون العرض», «عبّر المنظمون»
        if verb and before.folded in _VERBS_TOO:
            return False
        return place > 0 and governs_genitive(sentence.tokens[place - 1])


class NominativeAfterInna(CaseRule):
    """«إن المسؤولون»: the noun after إنّ and its sisters stands in the accusative."""

    code = "A402"
    title = Message("nominative after إنّ", "رفع اسم إنّ")
    reason = Message(
        "The noun after إنّ, أنّ, لأنّ … stands in the accusative.",
        "اسم «إنّ» وأخواتها منصوب.",
    )
    flags = (
        "قال الوزير إن ⟦المفاوضون⟧ وصلوا إلى جنيف أمس",
        "أعلن الحزب أن ⟦أعضاؤه⟧ سيقاطعون الجلسة",
    )
    passes = (
        "قال الوزير إن المفاوضين وصلوا إلى جنيف أمس",
        "قال إن البلدان العربية ترفض القرار",
        "لكن المفاوضون لم يصلوا",
    )

    def suspect(self, form: Form) -> bool:
        return surely(form.readings, _surely_nominative)

    def wrong(self, sentence: Analysed, place: int) -> bool:
        return place > 0 and sentence.tokens[place - 1].folded in _INNA

    def corrected(self, form: str) -> str | None:
        return accusative(form)


class ObliqueConjunct(CaseRule):
    """«القادة الأمريكيون والأوكرانيين»: the second of two joined words falls out of case."""

    code = "A403"
    title = Message("conjunct in another case", "معطوف يخالف المعطوف عليه في الإعراب")
    reason = Message(
        "The word joined by «و» takes the case of the word it is joined to.",
        "المعطوف يتبع المعطوف عليه في إعرابه.",
    )
    flags = (
        "بحث القادة الفرنسيون ⟦والألمانيين⟧ الأزمة",
        "اتفق المسؤولون الأتراك ⟦والعراقيين⟧ على لجنة",
        "وصل اللاعبون ⟦والمدربين⟧ إلى الملعب",
        "انتقد ناشطون وصحفيون ⟦ومحامين⟧ مشروع القانون",
    )
    passes = (
        "بحث القادة الفرنسيون والألمانيون الأزمة",
        "استقبل المسؤولون والصحفيون المراقبين الدوليين",
        "وصل اللاعبون وعشرين مشجعا من مرافقيهم",
        "التقى مسؤولون صحفيين ومحامين",
    )

    def suspect(self, form: Form) -> bool:
        people = form.folded.endswith("ين") and surely(form.readings, _joined_people)
        return people or surely(form.readings, _joined_definite)

    def wrong(self, sentence: Analysed, place: int) -> bool:
        if _is_indefinite_conjunct(sentence, place):
            return True
        if not is_sure(sentence, place, _joined_definite):
            return False
        joined_to = place - 1
        while joined_to > 0 and _is_broken_nisba(sentence, joined_to):
            joined_to -= 1
        return joined_to >= 0 and is_sure(
            sentence, joined_to, lambda r: plural_in(r, "n") and r.state == "d"
        )

    def corrected(self, form: str) -> str | None:
        return nominative(form)


class CaseOfAdjective(CaseRule):
    """«المسؤولون الأمريكيين»: noun and adjective in different cases."""

    code = "A404"
    least_gain = -1.5
    title = Message("adjective in another case than its noun", "صفة تخالف موصوفها في الإعراب")
    reason = Message(
        "An adjective takes the case of its noun.",
        "الصفة تتبع الموصوف في إعرابه.",
    )
    flags = (
        "وصل المسؤولون ⟦الأمريكيين⟧ إلى القاهرة",
        "استقبل الوزير المسؤولين ⟦الأمريكيون⟧ أمس",
    )
    passes = (
        "وصل المسؤولون الأمريكيون إلى القاهرة",
        "استقبل الوزير المسؤولين الأمريكيين أمس",
        "دعا المسؤولون المتظاهرين إلى الهدوء",
    )

    def suspect(self, form: Form) -> bool:
        return surely(form.readings, _nisba_plural)

    def wrong(self, sentence: Analysed, place: int) -> bool:
        if place == 0:
            return False
        if place > 1 and sentence.tokens[place - 2].folded in _INNA:
            return False
        noun, adjective = sentence.readings[place - 1], sentence.readings[place]
        if not is_sure(sentence, place - 1, lambda r: r.pos in _NOMINALS and r.state == "d"):
            return False
        return (_shows(noun, "n") and _shows(adjective, "ag")) or (
            _shows(noun, "ag") and _shows(adjective, "n")
        )

    def corrected(self, form: str) -> str | None:
        return oblique(form) or nominative(form)


class HamzaSeat(CaseRule):
    """«حماية سماءنا»: before a suffix the seat of the hamza shows the case."""

    code, severity = "A407", Severity.MINOR
    title = Message("hamza seat of another case", "كرسي الهمزة لا يوافق الإعراب")
    reason = Message(
        "After a preposition or as second term of an annexation the hamza sits on «ئ».",
        "الهمزة هنا تُكتب على «ئ» لأن الكلمة مجرورة.",
    )
    flags = (
        "قال إن حماية ⟦سماءنا⟧ واجب",
        "عاد اللاجئون مع ⟦أبناؤهم⟧ إلى القرية",
        "أشاد المدرب بأداء ⟦أعضاءه⟧ الشباب",
    )
    passes = (
        "قال إن حماية سمائنا واجب",
        "عاد اللاجئون مع أبنائهم إلى القرية",
        "نحمي سماءنا من الطائرات",
        "ونشرت صحيفة آراءهم في صدر الصفحة",
        "واستطلعت صحيفة محلية آراءهم",
        "قال أعضاؤه إنهم لن يستقيلوا",
    )

    def suspect(self, form: Form) -> bool:
        seated = any(seat in form.folded for seat in _OBLIQUE_SEAT)
        return seated and surely(form.readings, _seat_not_genitive)

    def wrong(self, sentence: Analysed, place: int) -> bool:
        return place > 0 and (
            governs_genitive(sentence.tokens[place - 1])
            or (is_sure(sentence, place - 1, _only_construct) and _may_head(sentence, place - 1))
            or is_governed_annexation(sentence, place - 1)
        )

    def corrected(self, form: str) -> str | None:
        for seat, right in _OBLIQUE_SEAT.items():
            stem, found, suffix = form.rpartition(seat)
            if found and len(suffix) <= 3:
                return stem + right + suffix
        return None


def _is_indefinite_conjunct(sentence: Analysed, place: int) -> bool:
    """«وصحفيون ومحامين»: two indefinite plurals of people, of which the first is a subject."""
    if place == 0 or not sentence.tokens[place].folded.endswith("ين"):
        return False
    return is_sure(sentence, place, _joined_people) and is_sure(
        sentence,
        place - 1,
        lambda r: plural_in(r, "n") and r.number == "p" and not r.state and r.human,
    )


def _joined_definite(reading: Reading) -> bool:
    joined = plural_in(reading, "ag") and reading.proclitics[:1] == ("و",)
    return joined and reading.state == "d"


def _joined_people(reading: Reading) -> bool:
    joined = plural_in(reading, "ag") and reading.proclitics == ("و",) and not reading.state
    return joined and reading.human


def _surely_nominative(reading: Reading) -> bool:
    """Nominative; a bare word in «ان» may be a verbal noun (امتنان) that no lexicon has."""
    if reading.number == "d" and reading.source == "arramooz":
        return False  # «الرجفان»: the verbal noun sooner than two of another
    sure = (reading.number != "d" and reading.source != "derived") or reading.state == "d"
    return reading.pos in _NOMINALS and reading.case == "n" and sure


def _plain_dual(reading: Reading) -> bool:
    """«عامان», «جامعتان»: an indefinite dual that the dictionary reads as nothing else."""
    dual = reading.number == "d" and reading.case == "n" and not reading.enclitic
    if reading.pos is Pos.ADJECTIVE and reading.proclitics:
        return False  # «حي لاريان»: oftener a foreign name
    return dual and reading.pos in _NOMINALS and reading.source == "buckwalter"


def _is_broken_nisba(sentence: Analysed, place: int) -> bool:
    """An adjective whose plural shows no case: «الأتراك», «العرب»."""
    return is_sure(sentence, place, _shows_no_case)


def _shows_no_case(reading: Reading) -> bool:
    people = reading.broken or reading.pos is Pos.NAME or reading.lemma == "عرب"
    return people and reading.proclitics == ("ال",)


def _nisba_plural(reading: Reading) -> bool:
    return reading.nisba and reading.state == "d" and reading.case in ("n", "ag")


def _may_head(sentence: Analysed, place: int) -> bool:
    """A noun, and not the subject of a verb before it: «نشرت صحيفة آراءهم»."""
    noun = any(one.pos is Pos.NOUN for one in sentence.readings[place])
    return noun and not (place and is_sure(sentence, place - 1, lambda one: one.pos is Pos.VERB))


def _shows(readings: Sequence[Reading], case: str) -> bool:
    return all(reading.case == case and not reading.broken for reading in readings)


def _seat_not_genitive(reading: Reading) -> bool:
    return (
        reading.pos in _NOMINALS
        and bool(reading.enclitic)
        and reading.case in ("n", "a")
        and not reading.proclitics
    )


def _only_construct(reading: Reading) -> bool:
    """A noun that can only head an annexation here: no article, suffix, tanwin or verb."""
    return (
        reading.pos in _NOMINALS
        and not reading.state
        and not reading.enclitic
        and reading.number == "s"
        and (reading.masdar or reading.gender == "f")
    )
