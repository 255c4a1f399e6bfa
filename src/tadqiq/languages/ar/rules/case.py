"""Case where it shows: sound plurals, duals, the five nouns, the seat of a final hamza."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator, Sequence
from functools import cache

from ....detect import Analysed, Context, Rule
from ....model import Category, Document, Finding, Message, Pos, Reading, Severity
from ..analysis import analysed
from ..case_forms import accusative, governs_genitive, is_sure, nominative, oblique
from ..morphology.lexicon import words

_NOMINALS = frozenset({Pos.NOUN, Pos.ADJECTIVE})
_PHRASAL = _NOMINALS | {Pos.NAME, Pos.PREPOSITION}
_INNA = frozenset({"إن", "أن", "لأن", "كأن", "ليت", "لعل", "وإن", "وأن", "فإن", "ولأن", "بأن"})
_KANA = frozenset({"كان", "ليس", "أصبح", "صار", "ظل", "بات", "أضحى", "أمسى"})
_OBLIQUE_SEAT = {"ؤ": "ئ", "ء": "ئ"}


class _CaseRule(Rule):
    """A rule that looks at a word and the one before it."""

    kind, category = "agreement.case", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.9

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for sentence in analysed(doc):
            for place, token in enumerate(sentence.tokens):
                form = self.corrected(token.text)
                if form and self.wrong(sentence, place):
                    yield self.finding(doc, token.span, suggest=[form])

    @abstractmethod
    def wrong(self, sentence: Analysed, place: int) -> bool:
        """Whether the case of the word at ``place`` is impossible there."""

    def corrected(self, form: str) -> str | None:
        """The word in the case it should have."""
        return oblique(form)


class NominativeAfterPreposition(_CaseRule):
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
    )
    passes = (
        "أُصيب عدد من المتظاهرين في العاصمة",
        "جرت المحادثات بين البلدان العربية",
        "سافر إلى أبو ظبي للقاء المسؤولين",
        "قُتل في لبنان والسودان مدنيون",
    )

    def wrong(self, sentence: Analysed, place: int) -> bool:
        if not is_sure(sentence, place, _surely_nominative):
            return False
        own = sentence.readings[place]
        if all({"ب", "ل", "ك"} & set(reading.proclitics) for reading in own):
            return True
        return place > 0 and governs_genitive(sentence.tokens[place - 1])


class NominativeAfterInna(_CaseRule):
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

    def wrong(self, sentence: Analysed, place: int) -> bool:
        if place == 0 or sentence.tokens[place - 1].folded not in _INNA:
            return False
        return is_sure(sentence, place, _surely_nominative)

    def corrected(self, form: str) -> str | None:
        return accusative(form)


class ObliqueConjunct(_CaseRule):
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
    )
    passes = (
        "بحث القادة الفرنسيون والألمانيون الأزمة",
        "استقبل المسؤولون والصحفيون المراقبين الدوليين",
        "وصل اللاعبون وعشرين مشجعا من مرافقيهم",
    )

    def wrong(self, sentence: Analysed, place: int) -> bool:
        if not is_sure(
            sentence,
            place,
            lambda r: _plural_in(r, "ag") and r.proclitics[:1] == ("و",) and r.state == "d",
        ):
            return False
        joined_to = place - 1
        while joined_to > 0 and _is_broken_nisba(sentence, joined_to):
            joined_to -= 1
        return joined_to >= 0 and is_sure(
            sentence, joined_to, lambda r: _plural_in(r, "n") and r.state == "d"
        )

    def corrected(self, form: str) -> str | None:
        return nominative(form)


class CaseOfAdjective(_CaseRule):
    """«المسؤولون الأمريكيين»: noun and adjective in different cases."""

    code = "A404"
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

    def wrong(self, sentence: Analysed, place: int) -> bool:
        if place == 0 or not is_sure(sentence, place, _nisba_plural):
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


class NominativePredicate(_CaseRule):
    """«كانوا مستعدون»: the predicate of كان stands in the accusative."""

    code = "A405"
    title = Message("nominative predicate of كان", "رفع خبر كان")
    reason = Message(
        "The predicate of كان and its sisters stands in the accusative.",
        "خبر «كان» وأخواتها منصوب.",
    )
    flags = (
        "قال إن الجنود كانوا ⟦مستعدون⟧ للقتال",
        "أصبح المسؤولون ⟦قادرون⟧ على اتخاذ القرار",
        "سيكون الفائزون في الدورة ⟦مطالبون⟧ بالحفاظ على مستواهم",
    )
    passes = (
        "قال إن الجنود كانوا مستعدين للقتال",
        "كان المسؤولون يدرسون القرار",
        "كان مسؤولون أميركيون قد زاروا المنطقة",
    )

    def wrong(self, sentence: Analysed, place: int) -> bool:
        if not is_sure(sentence, place, lambda r: _plural_in(r, "n") and not r.state):
            return False
        if not all(reading.pos is not Pos.VERB for reading in sentence.readings[place]):
            return False
        before = place - 1
        if before >= 0 and is_sure(sentence, before, lambda r: _kana(r) and r.number in "dp"):
            return True
        subject = _subject_before(sentence, place)
        return subject > 0 and any(_kana(one) for one in sentence.readings[subject - 1])


class ObliqueSubject(_CaseRule):
    """«أعلن المسؤولين أن»: the subject of a verb of saying stands in the nominative."""

    code = "A406"
    title = Message("oblique subject", "فاعل غير مرفوع")
    reason = Message(
        "The subject of the verb stands in the nominative.",
        "الفاعل مرفوع.",
    )
    flags = (
        "أعلن ⟦المسؤولين⟧ أن المحادثات فشلت",
        "أصيب ⟦شرطيين⟧ بجروح في المواجهات",
        "يتوقع أن يصبح ⟦المسنين⟧ ثلث السكان",
        "وصل ⟦اللاجئين⟧ إلى الحدود",
    )
    passes = (
        "أعلن المسؤولون أن المحادثات فشلت",
        "كانوا المسؤولين عن القرار",
        "وصلوا متأخرين إلى القمة",
        "عاد مسرعين إلى البلدة",
        "بقي يومين في المدينة",
        "أبلغ المسؤولين أن المحادثات فشلت",
    )

    def wrong(self, sentence: Analysed, place: int) -> bool:
        return (
            place > 0
            and is_sure(sentence, place, _oblique_person)
            and _needs_subject(sentence, place - 1)
            and (
                sentence.tokens[place].folded.startswith("ال") or not _is_kana(sentence, place - 1)
            )
        )

    def corrected(self, form: str) -> str | None:
        return nominative(form)


class HamzaSeat(_CaseRule):
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
    )
    passes = (
        "قال إن حماية سمائنا واجب",
        "عاد اللاجئون مع أبنائهم إلى القرية",
        "نحمي سماءنا من الطائرات",
        "قال أعضاؤه إنهم لن يستقيلوا",
    )

    def wrong(self, sentence: Analysed, place: int) -> bool:
        form = sentence.tokens[place].folded
        if place == 0 or not any(seat in form for seat in _OBLIQUE_SEAT):
            return False
        if not is_sure(sentence, place, _seat_not_genitive):
            return False
        return governs_genitive(sentence.tokens[place - 1]) or is_sure(
            sentence, place - 1, _only_construct
        )

    def corrected(self, form: str) -> str | None:
        for seat, right in _OBLIQUE_SEAT.items():
            stem, found, suffix = form.rpartition(seat)
            if found and len(suffix) <= 3:
                return stem + right + suffix
        return None


def _surely_nominative(reading: Reading) -> bool:
    """Nominative; a bare word in «ان» may be a verbal noun (امتنان) that no lexicon has."""
    sure = (reading.number != "d" and reading.source != "derived") or reading.state == "d"
    return reading.pos in _NOMINALS and reading.case == "n" and sure


def _plural_in(reading: Reading, case: str) -> bool:
    return (
        reading.pos in _NOMINALS
        and reading.case == case
        and reading.number in "dp"
        and not reading.broken
        and not reading.enclitic
    )


def _subject_before(sentence: Analysed, place: int) -> int:
    """Where a definite nominative plural stands, nouns and prepositions alone after it; or -1."""
    for subject in range(place - 1, max(-1, place - 6), -1):
        if is_sure(sentence, subject, lambda r: _plural_in(r, "n") and r.state == "d"):
            return subject
        if any(r.pos not in _PHRASAL or "و" in r.proclitics for r in sentence.readings[subject]):
            return -1
    return -1


def _is_broken_nisba(sentence: Analysed, place: int) -> bool:
    """An adjective whose plural shows no case: «الأتراك», «العرب»."""
    return is_sure(sentence, place, _shows_no_case)


def _shows_no_case(reading: Reading) -> bool:
    people = reading.broken or reading.pos is Pos.NAME or reading.lemma == "عرب"
    return people and reading.proclitics == ("ال",)


def _nisba_plural(reading: Reading) -> bool:
    return reading.nisba and reading.state == "d" and reading.case in ("n", "ag")


def _shows(readings: Sequence[Reading], case: str) -> bool:
    return all(reading.case == case and not reading.broken for reading in readings)


def _needs_subject(sentence: Analysed, place: int) -> bool:
    """Whether the word is a verb in the masculine singular whose subject must come next."""
    readings = sentence.readings[place]
    verb = is_sure(sentence, place, lambda r: r.pos is Pos.VERB)
    opens = place == 0 and not any(one.masdar for one in readings)
    third = [one for one in readings if one.pos is Pos.VERB and one.person == "3"]
    if not (verb or opens) or any(one.enclitic or not _is_he(one) for one in third):
        return False
    passive = bool(third) and all(one.voice == "passive" for one in third)
    return passive or any(one.lemma in _must_have_subject() for one in third)


def _is_he(reading: Reading) -> bool:
    return reading.gender + reading.number in {"ms", "fp"}


def _is_kana(sentence: Analysed, place: int) -> bool:
    return any(_kana(reading) for reading in sentence.readings[place])


@cache
def _must_have_subject() -> frozenset[str]:
    return words("speaking_verbs") | words("intransitive_verbs") | _KANA


def _oblique_person(reading: Reading) -> bool:
    person = reading.human or reading.lemma in words("people")
    free = not set(reading.proclitics) - {"ال"}
    return _plural_in(reading, "ag") and free and (person or reading.pos is Pos.ADJECTIVE)


def _kana(reading: Reading) -> bool:
    return reading.pos is Pos.VERB and reading.lemma in _KANA


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
