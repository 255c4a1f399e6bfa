"""Adjectives beside their nouns: gender and number."""

from __future__ import annotations

from collections.abc import Iterator

from ....detect import Condition, Context
from ....model import Category, Document, Finding, Message, Pos, Reading, Severity
from ..morphology.frequency import is_oftener_noun
from ..morphology.lexicon import words as word_list
from ..suspicions.adjectives import ADJECTIVE
from ..suspicions.doubt import Doubting
from ..syntax.agreement import Forms, Line, Word, is_rare, spots
from ..syntax.clauses import is_ethnic
from ..syntax.heads import (
    has_complement,
    is_closed_by_tanwin,
    is_impersonal,
    is_noun_here,
    is_second_term,
    is_singular,
    is_year,
    may_be_described,
    may_be_noun,
    may_be_state,
)
from ..syntax.nominal import all_heads, candidate_heads, fits, inflected
from ..syntax.predicates import is_accusative, is_accusative_adjective

_FRACTIONS = frozenset({"نصف", "ثلث", "ربع", "معظم", "بعض", "جميع", "كافة", "أغلب", "كل", "غالبية"})
_DETERMINERS = frozenset({"أي", "كل", "أية", "بعض", "أحد"})
_DICTIONARIES = frozenset({"buckwalter", "arramooz"})
_NOMINAL = frozenset({Pos.NOUN, Pos.ADJECTIVE})
_PLACES = frozenset({"name:city", "name:country", "name:place"})
_HE: Forms = frozenset({("m", "s")})
_DAYS = frozenset({
    "أحد", "اثنين", "ثلاثاء", "أربعاء", "خميس", "جمعة", "سبت", "يوم", "ليلة", "ساعة", "شهر", "قرن",
})  # fmt: skip
_ORDINALS = frozenset(
    "ال" + form + end
    for form in ("ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر")
    for end in ("", "ة")
)
# Nouns too, but hardly ever right after a definite noun: «المركز الوطنية».
_HARDLY_NOUNS = frozenset({
    "ال" + form for form in (
        "وطنية", "قومية", "إنسانية", "إقليمية", "تاريخية", "واقعية", "مصيرية", "دستورية", "فردية",
        "نوعية", "فرعية", "إعدادية", "مدنية", "افتتاحية", "هجومية", "نهائية", "إسلامية", "شعبية",
        "سياسية", "قانونية", "اقتصادية", "علنية", "علمانية", "منهجية", "مهنية", "رمزية", "رسمية",
        "خاصة", "عامة", "رائعة", "عالمية", "محلية", "دولية", "جديدة", "حكومية", "عربية", "صحية",
    )
})  # fmt: skip
# Nisbas that are callings: «زوجة سياسي».
_PROFESSIONS = frozenset({
    "صناعي", "معماري", "سياسي", "عسكري", "إعلامي", "أكاديمي", "رياضي", "كيميائي", "فيزيائي",
    "موسيقي", "مسرحي", "سينمائي", "روائي", "أخصائي", "اختصاصي", "حقوقي", "دبلوماسي", "قيادي",
})  # fmt: skip
_GLUED = frozenset({"ب", "ل", "ك"})
_REGIONS = frozenset({
    "جزيرة", "مدينة", "بلدة", "قرية", "ولاية", "مقاطعة", "إقليم", "نهر", "وادي", "جبل", "بحيرة",
})  # fmt: skip
_SOME = frozenset({"كثير", "قليل", "عديد"})
_OPEN = frozenset({Pos.NOUN, Pos.ADJECTIVE, Pos.VERB})


class AdjectiveOfNoun(Doubting):
    """«القرار الأخيرة», «اتفاقية تجاري»: an adjective that no noun before it can have."""

    code, kind, category = "A201", "agreement.gender", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.9
    doubts, needed_gain = (ADJECTIVE,), 4.5
    least_gain = -3
    title = Message("adjective against its noun", "صفة لا تطابق موصوفها")
    reason = Message(
        "An adjective agrees with its noun in gender and number.",
        "الصفة تطابق موصوفها في الجنس والعدد.",
    )
    flags = (
        "رحبت الحكومة بالقرار ⟦الأخيرة⟧ للمحكمة",
        "وقعت الدولتان اتفاقية ⟦تجاري⟧ جديدة",
        "استقبل وزير الدفاع ⟦الفرنسية⟧ نظيره اليوناني",
        "تواجه الشركة ضغوطا ⟦متزايدا⟧ من المنافسين",
        "عقدت القمة في مدينة ميلانو ⟦الإيطالي⟧ أمس",
        "تضم القائمة ست شركات ⟦ياباني⟧ كبرى",
        "حذر المركز ⟦الوطنية⟧ من العاصفة",
        "سجلت القنبلة في الحرب العالمية ⟦الثاني⟧",
    )
    passes = (
        "أدين بقتل بائعة زهور",
        "عمل مدرس فيزياء في المدينة",
        "وقال رئيس تعاونية في الجنوب",
        "بعد هجرة كثير منهم",
        "منذ أزمة عام 2008",
        "صور سماء نصف الكرة الجنوبي",
        "في جزيرة ماوي",
        "طالبت بتعيين أخصائيين نفسيين",
        "لمؤازرة منتخب كرة الصالات",
        "قالت سامية حسن إنها ستفوز",
        "وصف الرسوم بأنها عقاب جماعي",
        "كان ثوبا من توقيع مصممة شابة",
        "تقلصت أعداد طالبي اللجوء",
        "رفع لاعبو منتخب كينيا الكأس",
        "وهبته اللوحة أرملة صناعي ثري",
        "حطم بطل القفز بالزانة السويدي رقمه",
        "وهي النسبة الأدنى المسجلة منذ عام",
        "حصلت على ترخيص إدارة الطيران الاتحادية",
        "كانت خزانة ملأى بالمخطوطات",
        "رحبت الحكومة بالقرار الأخير للمحكمة",
        "استقبل وزير الدفاع الفرنسي نظيره اليوناني",
        "أعلنت وزارة الدفاع الفرنسية الخبر",
        "قال المتحدث باسم الوزارة الأمريكي الجنسية",
        "اتخذت إجراءات حسن نية ملحوظة",
        "وصل يوم الجمعة الثاني من يناير",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _DESCRIBING):
            if not place:
                continue
            accusative = is_accusative_adjective(line.words[place])
            find = _accusative_head if accusative else _heads_against
            heads = find(line, place)
            if heads:
                token = line.tokens[place]
                wanted = line.words[heads[-1]].demanded
                yield self.finding(doc, token.span, suggest=inflected(token.text, wanted))


def _heads_against(line: Line, place: int) -> tuple[int, ...]:
    """The nouns before the adjective at ``place`` if it agrees with none of them."""
    adjective = line.words[place]
    negated = place > 1 and line.words[place - 1].form == "غير"
    last = place - 2 if negated else place - 1
    if may_be_described(line, last, adjective):  # nearly always, so it is asked first
        return ()
    if _is_something_else(line, place) or not _may_describe(line, last, place):
        return ()
    near = not has_complement(line, place)
    heads = candidate_heads(line, last, classifying=adjective.nisba, near=near)
    if heads is None and line.words[last].article is adjective.article:
        heads = all_heads(line, last)
    if is_closed_by_tanwin(line, last):
        heads = (last,)
    if not heads or not any(may_be_noun(line.words[head]) for head in heads):
        return ()
    # «ربع الساعة الأول», «نصف الكرة الجنوبي»
    timed = bool(line.words[last].lemmas & (word_list("times") | {"كرة"}))
    nouns = [one for one in heads if one == last or timed or not _is_fraction(line.words[one])]
    if any(may_be_described(line, head, adjective) for head in nouns):
        return ()
    return heads


def _is_something_else(line: Line, place: int) -> bool:
    """A year, a state, what describes the words after it."""
    if _describes_what_follows(line, place) or is_year(line, place) or may_be_state(line, place):
        return True
    if _is_second_term(line, place) or _is_head_itself(line, place):
        return True
    named = line.words[place].bare and line.words[place - 1].kinds == {Pos.NAME}
    if named or is_impersonal(line, place):  # «احتلتها إسرائيل عام 1967»
        return True
    current = line.words[place]
    return current.name and current.bare and _leads_on(line, place)


def _is_second_term(line: Line, place: int) -> bool:
    """«لاعبو منتخب», «توقيع مصممة شابة», «أرملة صناعي»: a noun that the one before governs."""
    current, before = line.words[place], line.words[place - 1]
    if not current.bare or not before.bare:
        return False
    if before.readings and all(one.state == "c" and not one.enclitic for one in before.readings):
        return True
    if current.lemmas & _PROFESSIONS and before.human:
        return True
    after = line.words[place + 1] if place + 1 < len(line) else None
    person = any(one.human for one in current.readings) and not current.nisba
    if not person or after is None or not after.bare or after.proclitics:
        return False
    own = after.attribute or (after.demanded if after.human else after.attribute)
    return fits(current.demanded, own) and not fits(before.demanded, own)


def _is_head_itself(line: Line, place: int) -> bool:
    """«بقتل بائعة زهور», «هجرة كثير منهم», «سامية حسن»: a noun or a name with a term of its own."""
    current, before = line.words[place], line.words[place - 1]
    if not current.bare or not before.bare:
        return False
    if current.name and before.name:
        return True
    if before.lemmas & _REGIONS and _may_be_place(current):
        return True
    if current.lemmas & _SOME and line.form(place + 1).startswith("من"):
        return True
    people = current.form.endswith("ين") and is_singular(before)
    return people or _governs_noun(line, place + 1)


def _may_be_place(current: Word) -> bool:
    """«جزيرة ماوي»: an ending in ي that no common adjective has."""
    return current.form.endswith("ي") and current.form not in word_list("attributes")


def _governs_noun(line: Line, place: int) -> bool:
    """Whether a bare noun stands here that no verb is likelier to be."""
    after = line.words[place] if place < len(line) else None
    if after is None or not after.kinds <= {Pos.NOUN, Pos.NAME} or Pos.NOUN not in after.kinds:
        return False
    own = not (after.tanwin or after.proclitics or after.adjectival or after.enclitic)
    apart = word_list("times") | (word_list("quantities") if after.bare else frozenset())
    return own and not after.lemmas & apart and after.form not in word_list("adverbials")


def _may_describe(line: Line, last: int, place: int) -> bool:
    """Whether the word at ``last`` surely is a noun, as definite as the adjective and beside it."""
    before = line.words[last]
    if _is_ordinal(line.words[place]) and _counts_days(line, place):
        return False
    if line.tokens[place].quoted is not line.tokens[last].quoted:
        return False
    if before.form in _DETERMINERS or not is_noun_here(line, last):
        return False
    return _same_state(before, line.words[place])


def _counts_days(line: Line, place: int) -> bool:
    """«الجمعة الثاني من يناير», «الساعة الثانية عشرة», «الحادية والعشرين»."""
    after = line.form(place + 1)
    day = bool(line.words[place - 1].lemmas & _DAYS)
    return day or after in {"من", "عشر", "عشرة"} or after.startswith(("وال", "ل"))


def _accusative_head(line: Line, place: int) -> tuple[int, ...]:
    """«ضغوطا متزايدا»: the noun in tanwin right before an adjective in the masculine tanwin."""
    noun = line.words[place - 1]
    last = place - 1
    unlike = (
        noun.substantive and Pos.ADJECTIVE not in noun.kinds and noun.bare and is_accusative(noun)
    )
    if not unlike or noun.proclitics - {"و"} or fits(noun.demanded, _HE):
        return ()
    if noun.lemmas & word_list("times") or not noun.form.endswith("ا"):
        return ()
    return (last,)


def _same_state(noun: Word, adjective: Word) -> bool:
    if adjective.article and adjective.nisba and _is_place(noun):
        return True
    return noun.article or noun.enclitic if adjective.article else noun.bare


def _is_place(noun: Word) -> bool:
    """«غلاسكو»: the name of a city or a country and nothing else."""
    return bool(noun.readings) and all(one.source in _PLACES for one in noun.readings)


def _describes_what_follows(line: Line, place: int) -> bool:
    """«الموظفون البالغ عددهم», and one of several: «الوفدان الروسي والأوكراني»."""
    if place + 1 == len(line):
        return False
    after = line.words[place + 1]
    if after.kinds == {Pos.NAME} and (line.words[place].bare or is_ethnic(line.words[place])):
        return fits(after.demanded, line.words[place].attribute)
    several = not is_singular(line.words[place - 1])
    alike = after.article is line.words[place].article and bool(after.attribute)
    if several and alike and "و" in after.proclitics:
        return True
    own = after.maybe_nominal and after.enclitic and not after.proclitics and not after.article
    return (several and after.form in {"و", "أو"}) or (own and not line.words[place].nisba)


def _is_fraction(noun: Word) -> bool:
    """«نصف الأسمدة»: no adjective describes it."""
    return bool(noun.lemmas & _FRACTIONS)


def _leads_on(line: Line, place: int) -> bool:
    """«حسن نية»: an adjective with a second term of its own."""
    after = line.words[place + 1] if place + 1 < len(line) else None
    return after is not None and after.maybe_nominal and not after.proclitics


def _is_ordinal(current: Word) -> bool:
    """«الثاني», «الثالثة»; the first is inflected otherwise."""
    return current.article and not current.proclitics and current.form in _ORDINALS


def _is_known_adjective(reading: Reading) -> bool:
    """One of the dictionaries', not one made up from a name: «مدينة نوفي ساد»."""
    free = not reading.enclitic and reading.state != "c"
    return free and reading.pos in _NOMINAL and reading.source in _DICTIONARIES


def _is_dual(current: Word) -> bool:
    return all(number == "d" for _, number in current.attribute)


def is_sure_adjective(current: Word) -> bool:
    """Whether the word can only describe the one before it."""
    if current.article and current.lemmas & word_list("substantivised"):
        return False
    if current.article and current.form.endswith(("ون", "ين")) and not _is_dual(current):
        return False  # «المستهلكين»: people, be they described or not
    nouns = (one.lemma for one in current.readings if one.pos is Pos.NOUN and not one.participle)
    if current.article and any(map(is_oftener_noun, nouns)):
        return False  # «الخطر», «الأساس»
    if current.bare and is_rare(current):
        return False
    nouns_only = [one for one in current.readings if one.pos in _NOMINAL]
    if all(_GLUED & set(one.proclitics) for one in nouns_only) or _drops_nun(current):
        return False  # «لحسن الحظ», «مطلقي النار»
    named = current.name and bool(current.lemmas & word_list("attributes"))
    return (
        current.maybe_nominal
        and current.adjectival
        and current.kinds <= (_OPEN | {Pos.NAME} if named else _OPEN)
        and not current.proclitics
        and not current.enclitic
        and not current.form.endswith(("ا", "ات"))
        and (
            current.article
            or current.form.endswith("ية")
            or any(_is_known_adjective(one) for one in current.readings)
        )
        and (current.nisba or all(one.state != "c" for one in current.readings))
        and not (current.bare and is_second_term(current))
        and ("", "p") not in current.attribute
    )


def _drops_nun(current: Word) -> bool:
    """«طالبي اللجوء»: a plural or dual before its second term, sooner than a nisba of its own."""
    bound = any(one.state == "c" and one.number in "dp" for one in current.readings)
    nisbas = {one.lemma for one in current.readings if one.nisba}
    return bound and not nisbas & (word_list("nisbas") | word_list("attributes"))


def _may_disagree(current: Word) -> bool:
    if _is_ordinal(current) or (current.article and current.form in _HARDLY_NOUNS):
        return bool(current.attribute)
    sure = is_accusative_adjective(current) or is_sure_adjective(current)
    return current.adjectival and sure


_DESCRIBING = Condition(_may_disagree)
