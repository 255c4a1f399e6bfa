"""Case inside noun phrases: second terms, numerals, the five nouns, adjectives in tanwin."""

from __future__ import annotations

from collections.abc import Iterator

from ....detect import Analysed, Condition, Context, Form, Rule
from ....model import Category, Document, Finding, Message, Pos, Reading, Severity, Span
from ..analysis import spots
from ..morphology.lexicon import words
from ..syntax.case_forms import accusative, bare_noun, cased, governs_genitive, is_sure, surely

_NOMINALS = frozenset({Pos.NOUN, Pos.ADJECTIVE})
_TENS = frozenset({"عشرون", "ثلاثون", "أربعون", "خمسون", "ستون", "سبعون", "ثمانون", "تسعون"})
_DUAL_NUMERALS = {"مئتا": "مئتي", "مئتان": "مئتين", "ألفا": "ألفي", "ألفان": "ألفين"}
_BEFORE_GENITIVE = frozenset({"من", "إلى", "على", "في", "عن", "نحو", "حوالي", "بعد", "قبل", "منذ"})
_FIVE = {"أبا": "أبو", "أخا": "أخو", "حما": "حمو", "أبي": "أبو", "أخي": "أخو"}
# Adjectives that are not used as adverbs in the accusative.
_NEVER_ADVERBS = frozenset({
    "جديدا", "كبيرا", "ضخما", "خطيرا", "مهما", "هائلا", "صغيرا", "قويا", "عنيفا", "شديدا",
    "مشتركا", "صحفيا", "أمنيا", "حادا", "إضافيا", "نهائيا", "بارزا", "مسلحا", "شاملا", "قديما",
})  # fmt: skip
_CASED = ("ون", "ان", "ين")
_COPULAS = frozenset({"كان", "ليس", "أصبح", "صار", "ظل", "بات", "بقي", "زال", "بدا", "غدا", "عاد"})

_FORMS_OF_FIVE = frozenset({"أبا", "أخا", "ذو", "ذي", "أبو", "أخو", "حمو"})
_INNA = frozenset({"إن", "أن", "لأن", "بأن", "وأن", "وإن", "فإن", "لكن", "ولكن", "ولأن"})

_NUMERAL: Condition[Form] = Condition(
    lambda form: form.folded in _TENS or form.folded in _DUAL_NUMERALS
)
_OF_THE_FIVE: Condition[Form] = Condition(lambda form: form.folded in _FORMS_OF_FIVE)
_NO_ADVERB: Condition[Form] = Condition(lambda form: form.folded in _NEVER_ADVERBS)


class NominativeNumeral(Rule):
    """«أكثر من عشرون», «نحو مئتا»: numerals have cases too."""

    code, kind, category = "A409", "agreement.case", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.93
    title = Message("nominative numeral after a preposition", "رفع العدد بعد حرف جر")
    reason = Message(
        "A numeral after a preposition stands in the genitive: عشرين، مئتي.",
        "العدد بعد حرف الجر مجرور: عشرين، مئتي.",
    )
    flags = (
        "أنقذ خفر السواحل أكثر من ⟦عشرون⟧ مهاجرا",
        "شارك نحو ⟦مئتا⟧ شركة في المعرض",
    )
    passes = (
        "أنقذ خفر السواحل أكثر من عشرين مهاجرا",
        "شارك عشرون لاعبا ومئتا شركة",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for sentence, place in spots(doc, _NUMERAL):
            token = sentence.tokens[place]
            if not place or sentence.tokens[place - 1].folded not in _BEFORE_GENITIVE:
                continue
            right = _DUAL_NUMERALS.get(token.folded) or token.folded[:-2] + "ين"
            yield self.finding(doc, token.span, suggest=[right])


class CaseOfTheFive(Rule):
    """«توجه أبا الضحية», «مع رجل ذو خبرة»: أبو, أخو and ذو in the wrong case."""

    code, kind, category = "A410", "agreement.case", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.9
    title = Message("one of the five nouns in a wrong case", "خطأ في إعراب الأسماء الخمسة")
    reason = Message(
        "أبو، أخو، ذو take و in the nominative, ا in the accusative, ي in the genitive.",
        "الأسماء الخمسة تُرفع بالواو وتُنصب بالألف وتُجر بالياء.",
    )
    flags = (
        "توجه ⟦أبا⟧ الضحية إلى مركز الشرطة",
        "وصفت الصحيفة الوزير بأنه رجل ⟦ذي⟧ خبرة طويلة",
        "تحدث مع رجل ⟦ذو⟧ خبرة طويلة",
        "وأفاد مصدر بأن ⟦أخو⟧ الوزير أوقف في المطار",
    )
    passes = (
        "توجه أبو الضحية إلى مركز الشرطة",
        "بأنه رجل ذو خبرة طويلة",
        "تحدث مع رجل ذي خبرة طويلة",
        "وصل أبي إلى البيت",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for sentence, place in spots(doc, _OF_THE_FIVE):
            inside = 0 < place < len(sentence.tokens) - 1
            right = _right_of_the_five(sentence, place) if inside else ""
            if right:
                yield self.finding(doc, sentence.tokens[place].span, suggest=[right])


class TanwinOfAdjective(Rule):
    """«سفير جديداً»: the adjective bears the accusative ا that its noun lacks."""

    code, kind, category = "A411", "agreement.case", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.88
    title = Message("noun lacks the accusative ا", "اسم منصوب بلا ألف تنوين")
    reason = Message(
        "Noun and adjective stand in the same case: both with ا or both without.",
        "الصفة تتبع موصوفها في الإعراب: كلاهما بألف التنوين أو كلاهما بدونها.",
    )
    flags = ("عيّنت الرئيسة ⟦سفير⟧ جديدا لدى واشنطن",)
    passes = (
        "عيّنت الرئيسة سفيرا جديدا لدى واشنطن",
        "كان أثر كبيرا",
        "عقدت مؤتمرا صحفيا مشتركا",
        "يبقى ملف إيران خطيرا",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for sentence, place in spots(doc, _NO_ADVERB):
            if _lacks_alif(sentence, place):
                token = sentence.tokens[place - 1]
                yield self.finding(doc, token.span, suggest=[token.text + "ا"])


class CaseOfIndefinitePair(Rule):
    """«وحدتان إضافيتين», «مسلحين مجهولون»: noun and adjective in different cases."""

    code, kind, category = "A412", "agreement.case", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.9
    title = Message("noun and adjective in different cases", "صفة تخالف موصوفها في الإعراب")
    reason = Message(
        "An adjective takes the case of its noun.",
        "الصفة تتبع الموصوف في إعرابه.",
    )
    flags = (
        "نشر الجيش ⟦وحدتان إضافيتين⟧ قرب الحدود",
        "فتح ⟦مسلحين مجهولون⟧ النار على حافلة",
    )
    passes = (
        "نشر الجيش وحدتين إضافيتين قرب الحدود",
        "عاد مسؤولان مصابين",
        "قال مسؤولون أمنيون",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for sentence, place in spots(doc, _CASED_ADJECTIVE):
            if place and _in_two_cases(sentence, place):
                span = sentence.tokens[place - 1].span.cover(sentence.tokens[place].span)
                yield self.finding(doc, span, suggest=_pairs(doc, sentence, place, span))


def _right_of_the_five(sentence: Analysed, place: int) -> str:
    form = sentence.tokens[place].folded
    governed = _governed_five(sentence, place)
    if governed:
        return governed
    if form in {"أبا", "أخا"} and sentence.tokens[place + 1].folded.startswith("ال"):
        return _FIVE[form] if _is_intransitive(sentence, place - 1) else ""
    if form in {"ذو", "ذي"} and place > 1 and any(map(bare_noun, sentence.readings[place - 1])):
        earlier = sentence.tokens[place - 2]
        if form == "ذو" and governs_genitive(earlier):
            return "ذي"
        if form == "ذي" and earlier.folded in {"بأنه", "إنه", "أنه", "هو", "وهو", "لأنه"}:
            return "ذو"
    return ""


def _governed_five(sentence: Analysed, place: int) -> str:
    """«بأن أخو الوزير», «عن أبو الضحية», «أصبح ذي الثلاثين»: the form that must stand there."""
    form, before = sentence.tokens[place].folded, sentence.tokens[place - 1]
    if form == "ذي" and is_sure(sentence, place - 1, _is_plain_verb):
        return "ذو"
    person = is_sure(sentence, place + 1, lambda r: "ال" in r.proclitics and r.human)
    if form not in {"أبو", "أخو", "حمو"} or not person:
        return ""
    if before.folded in _INNA:
        return form[:-1] + "ا"
    return form[:-1] + "ي" if governs_genitive(before) else ""


def _is_plain_verb(reading: Reading) -> bool:
    return reading.pos is Pos.VERB and not reading.enclitic and reading.person == "3"


def _is_intransitive(sentence: Analysed, place: int) -> bool:
    return any(
        reading.pos is Pos.VERB
        and reading.lemma in words("intransitive_verbs") | words("speaking_verbs")
        for reading in sentence.readings[place]
    )


def _lacks_alif(sentence: Analysed, place: int) -> bool:
    if place < 2 or not is_sure(sentence, place - 1, _bare_masculine):
        return False
    for back in range(place - 2, max(-1, place - 8), -1):
        if any(r.pos is Pos.VERB and r.lemma in _COPULAS for r in sentence.readings[back]):
            return False
        if any(r.pos in {Pos.PREPOSITION, Pos.NUMERAL} for r in sentence.readings[back]):
            return False
        if any(r.pos is Pos.VERB for r in sentence.readings[back]):
            return back < place - 2 and is_sure(sentence, place - 2, _closed_phrase)
    return False


def _closed_phrase(reading: Reading) -> bool:
    """What cannot head an annexation: it has its article, or is a name."""
    return "ال" in reading.proclitics or bool(reading.enclitic) or reading.pos is Pos.NAME


def _bare_masculine(reading: Reading) -> bool:
    ends = not reading.stem.endswith(("ا", "ى", "ء", "ي"))
    return bare_noun(reading) and reading.gender == "m" and ends and not reading.proclitics


def _in_two_cases(sentence: Analysed, place: int) -> bool:
    if not is_sure(sentence, place - 1, cased):
        return False
    noun = {one.case for one in sentence.readings[place - 1]}
    adjective = {one.case for one in sentence.readings[place]}
    same = {one.gender + one.number for one in sentence.readings[place - 1]} & {
        one.gender + one.number for one in sentence.readings[place]
    }
    return (
        bool(same)
        and {frozenset(noun), frozenset(adjective)}
        == {
            frozenset({"n"}),
            frozenset({"ag"}),
        }
        and _not_circumstance(sentence, place)
    )


def _not_circumstance(sentence: Analysed, place: int) -> bool:
    """«عاد المسؤولان مصابين»: an oblique participle may say in what state."""
    readings = sentence.readings[place]
    if all(one.case == "n" for one in readings):
        return True
    # «التقى مسؤولون صحفيين»: people may be whom the deed is done to.
    people = any(one.human and one.pos is Pos.NOUN for one in readings)
    return any(one.nisba for one in readings) and not people


def _pairs(doc: Document, sentence: Analysed, place: int, span: Span) -> list[str]:
    """Both words in the oblique, where only the first must change; else nothing sure."""
    first, second = sentence.tokens[place - 1].text, sentence.tokens[place].text
    changed = accusative(first)
    return [f"{changed} {second}"] if changed and changed != first else []


def _is_cased_adjective(form: Form) -> bool:
    adjective = any(one.pos is Pos.ADJECTIVE for one in form.readings)
    return form.folded.endswith(_CASED) and adjective and surely(form.readings, cased)


_CASED_ADJECTIVE = Condition(_is_cased_adjective)
