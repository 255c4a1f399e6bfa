"""English order: the adjective before its noun, the name between a title and its country."""

from __future__ import annotations

from collections.abc import Iterator

from ....detect import Condition, Context, Rule
from ....model import Category, Document, Finding, Message, Pos, Severity
from ..morphology.frequency import is_mostly_adjective, is_mostly_noun
from ..morphology.lexicon import words as word_list
from ..syntax.agreement import Line, Word, spots
from ..syntax.clauses import is_ethnic
from ..syntax.nominal import fits, is_preposition
from ..syntax.verbal_clauses import clause_verb
from ..syntax.verbs import COMPLEMENTISERS

_TITLES = frozenset({
    "رئيس", "رئيسة", "وزير", "وزيرة", "مستشار", "مستشارة", "زعيم", "ملك", "ملكة", "أمير", "سفير",
    "سفيرة", "نائب", "مدرب", "لاعب", "مبعوث", "جنرال", "قائد", "سيناتور",
})  # fmt: skip
# Countries after which few families are called.
_COUNTRIES = frozenset({
    "روسي", "أمريكي", "أميركي", "فرنسي", "ألماني", "أوكراني", "بريطاني", "صيني", "إيراني", "إسرائيلي",
    "ياباني", "إيطالي", "إسباني", "بولندي", "برازيلي", "أرجنتيني", "كوري", "أسترالي", "يوناني",
    "سويدي", "نرويجي", "هولندي", "بلجيكي", "مجري", "مكسيكي", "فنزويلي", "بيلاروسي", "صربي",
})  # fmt: skip
# Adjectives that head an annexation: «كبير مستشارين», «متعدد جنسيات».
_HEADS = frozenset({
    "كبير", "مختلف", "كثير", "قليل", "عديد", "سابق", "كامل", "شديد", "سائر", "مجرد", "قديم", "حديث",
    "عالي", "رفيع", "متعدد", "سريع", "حسن", "سيئ", "جزيل", "بالغ", "فائق", "جميل", "شبه", "واسع",
    "محدود", "متوسط", "صاحب", "عظيم", "خالص", "وافر", "عميق", "صغير", "طويل", "قصير", "ذات",
    "آخر", "أول", "خاص", "عام", "نصف", "قريب", "بعيد", "مزيد", "ناقص", "زائد", "قوي", "باهظ", "خالي",
    "ضعيف", "عديم", "منعدم", "منقطع", "بطيء", "سهل", "صعب", "غزير", "زهيد", "رخيص", "مرتفع", "منخفض",
})  # fmt: skip


_SHE = frozenset({("f", "s")})


class AdjectiveBeforeNoun(Rule):
    """«جديدة عقوبات», «في الجديد البرنامج»."""

    code, kind, category = "S130", "syntax", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.86
    title = Message("adjective before its noun", "تقديم الصفة على الموصوف")
    reason = Message(
        "English order: in Arabic the adjective follows its noun.",
        "ترتيب إنجليزي؛ والصفة في العربية تلي موصوفها.",
    )
    flags = (
        "وفرضت الحكومة ⟦جديدة عقوبات⟧ على المصارف",
        "وقدم المذيع في ⟦الجديد البرنامج⟧ حلقة عن الفقر",
        "وأعلنت الشركة عن ⟦جديدة خطة⟧ للاستثمار",
    )
    passes = (
        "زاد الطلب بما يفوق ضعفي نمو السفر",
        "وفرضت الحكومة على المصارف عقوبات اقتصادية",
        "وقال كبير مستشارين إن الأمر معقد",
        "وكانت المدينة جميلة شوارع وحدائق",
        "وأصبحت المنطقة صناعية",
        "تعد شركة أمريكية رائدة",
        "وصل فلسطيني شاب إلى المستشفى",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _ADJECTIVE):
            if place and place + 1 < len(line) and _precedes_noun(line, place):
                first, second = line.tokens[place : place + 2]
                right = f"{second.text} {first.text}"
                yield self.finding(doc, first.span.cover(second.span), suggest=[right])


class NameInsideTitle(Rule):
    """«الرئيس ماكرون الفرنسي»: the name stands between the title and its country."""

    code, kind, category = "S131", "syntax", Category.GRAMMAR
    severity, confidence = Severity.MINOR, 0.86
    title = Message("name before the title's adjective", "اسم يفصل اللقب عن صفته")
    reason = Message(
        "The country belongs to the title and follows it: the name comes last.",
        "النسبة صفة للقب وتليه، ثم يأتي الاسم.",
    )
    flags = (
        "والتقى ⟦الرئيس ماكرون الفرنسي⟧ نظيره في موسكو",
        "وقال ⟦الوزير لافروف الروسي⟧ إن المحادثات مستمرة",
    )
    passes = (
        "والتقى الرئيس الفرنسي ماكرون نظيره في موسكو",
        "وقال الرئيس محمود المصري إن الشركة بخير",
        "وتحدث الرئيس ماكرون عن الجيش الفرنسي",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _TITLE):
            last = _country_after_name(line, place)
            if last:
                tokens = line.tokens[place : last + 1]
                name = " ".join(one.text for one in tokens[1:-1])
                right = f"{tokens[0].text} {tokens[-1].text} {name}"
                yield self.finding(doc, tokens[0].span.cover(tokens[-1].span), suggest=[right])


def _precedes_noun(line: Line, place: int) -> bool:
    adjective, noun, before = line.words[place], line.words[place + 1], line.words[place - 1]
    alike = noun.article == adjective.article and fits(noun.demanded, adjective.attribute)
    if not _is_thing(noun) or not alike:
        return False
    if is_preposition(before):  # «من المبكر الجزم» judges
        return not (adjective.article and before.form in {"من", "ومن", "فمن"})
    acts = before.verbal and not before.verbs & word_list("copulas") and not adjective.nisba
    if adjective.article:
        return acts or before.form in COMPLEMENTISERS
    return adjective.attribute == _SHE and (acts or _is_closed_in_clause(line, place - 1))


def _is_closed_in_clause(line: Line, place: int) -> bool:
    """A definite noun of a verbal clause, which no predicate follows."""
    noun = line.words[place]
    closed = (noun.article or noun.kinds == {Pos.NAME}) and noun.nominal and not noun.adjectival
    opener = clause_verb(line, place)
    return closed and opener is not None and not line.words[opener].verbs & word_list("copulas")


def _is_thing(noun: Word) -> bool:
    plain = noun.kinds == {Pos.NOUN} and not noun.attribute and not noun.proclitics
    free = plain and not (noun.enclitic or noun.tanwin or noun.human)
    known = free and all(is_mostly_noun(one) for one in noun.lemmas)
    return known and not noun.lemmas & word_list("times")


def _country_after_name(line: Line, title: int) -> int:
    """The place of the country's adjective; 0 if none stands there."""
    place = title + 1
    while place < len(line) and place - title < 4 and line.words[place].kinds == {Pos.NAME}:
        place += 1
    if place == title + 1 or place >= len(line):
        return 0
    country, head = line.words[place], line.words[title]
    known = country.article and not country.proclitics and country.nisba and is_ethnic(country)
    if not known or not country.lemmas & _COUNTRIES:
        return 0
    alone = place + 1 == len(line) or not line.words[place + 1].name
    return place if alone and fits(head.demanded, country.attribute) else 0


def _may_precede(current: Word) -> bool:
    plain = current.adjectival and not current.proclitics and not current.enclitic
    if not plain or not current.attribute or current.form.endswith(("ا", "ات", "ين", "ون")):
        return False
    if not (current.bare or current.article) or current.kinds - {Pos.ADJECTIVE, Pos.NOUN}:
        return False
    if is_ethnic(current) or current.lemmas & _HEADS:
        return False
    if any(one.participle for one in current.readings) or current.form in {"ضعفي", "ثلثي"}:
        return False  # «المدرب», «المتوقع»; «ضعفي نمو الطلب»
    return current.nisba or all(map(is_mostly_adjective, current.lemmas))


_ADJECTIVE: Condition[Word] = Condition(_may_precede)
_TITLE: Condition[Word] = Condition(
    lambda current: current.article and bool(current.lemmas & _TITLES) and not current.adjectival
)
