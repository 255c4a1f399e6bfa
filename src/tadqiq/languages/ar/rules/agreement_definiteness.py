"""Definiteness of adjectives beside their nouns."""

from __future__ import annotations

from collections.abc import Iterator

from ....detect import Condition, Context
from ....model import Category, Document, Finding, Message, Pos, Severity
from ..morphology.frequency import is_mostly_adjective
from ..morphology.lexicon import words as word_list
from ..suspicions.adjectives import ARTICLE_ON_ONE, LACKS_ARTICLE
from ..suspicions.doubt import Doubting
from ..syntax.agreement import Line, Word, is_rare, spots
from ..syntax.attributive import (
    is_of_period,
    is_upon_people,
    may_only_describe,
    names_state,
    of_period,
    only_describes,
)
from ..syntax.clauses import governing_verb, is_ethnic, opens_topic
from ..syntax.nominal import candidate_heads, describes_earlier, fits, is_preposition

_OPEN = frozenset({Pos.NOUN, Pos.ADJECTIVE, Pos.VERB})
_SUPERLATIVES = frozenset(
    {"أفضل", "أسوأ", "أكبر", "أصغر", "أعلى", "أهم", "أبرز", "أقوى", "أول", "آخر"}
)
_AS_NOUNS = frozenset({"عديد", "كثير", "مزيد", "قليل", "كبير", "صغير", "أخير"})
_BEFORE_ORDINALS = frozenset({
    "ربيع", "كانون", "تشرين", "جمادى", "سن", "شوط", "دوري", "قسم", "صف", "ساعة", "دور", "حد", "باب",
    "ساحل", "شاطئ", "ضاحية", "منطقة", "بلدة", "قرية", "مخيم", "معبر", "ميناء", "مطار", "جزيرة",
    "محافظة", "إقليم", "مدينة", "ولاية", "بيت", "جامع", "مسجد", "قصر", "سوق", "حي", "نادي", "ناد", "نهر", "وادي", "برج", "أول", "ثاني", "آخر",
})  # fmt: skip
# Nisbas that firms, parties and broadcasters are called by: «قناة العربية», «شركة الوطنية».
_IN_NAMES = frozenset({
    "عربي", "وطني", "أهلي", "إسلامي", "دولي", "عالمي", "شرقي", "غربي", "خليجي", "تعاوني", "اتحادي",
    "ملكي", "مركزي", "جمهوري", "شعبي", "ديمقراطي", "اشتراكي", "شيوعي", "إخباري", "ثوري", "شمالي",
    "جنوبي", "لبناني", "مغربي", "إعلامي", "رياضي", "قومي", "احتياطي", "استشاري", "تأسيسي",
})  # fmt: skip
_COMPASS = frozenset({"الجنوب", "الشمال", "الشرق", "الغرب", "الأفرو", "الأورو"})
_DISEASES = frozenset({"داء", "مرض"})  # «داء السكري»: its name follows, not what it is like
_MARKS = frozenset("،,.؛:!؟?")


class IndefiniteAdjective(Doubting):
    """«قال وزير الخارجية نرويجي إن»: an adjective without its article, where none can predicate."""

    code, kind, category = "A301", "agreement.definiteness", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.88
    doubts, needed_gain = (LACKS_ARTICLE,), 5
    title = Message("adjective lacks the article", "صفة نكرة لموصوف معرفة")
    reason = Message(
        "An adjective of a definite noun takes the article.",
        "صفة المعرفة معرفة.",
    )
    flags = (
        "قال وزير الخارجية ⟦نرويجي⟧ إن بلاده ستستضيف المحادثات",
        "انتقدت المعارضة القانون ⟦جديد⟧ للانتخابات",
        "وأعلنت السلطات ⟦محلية⟧ حالة الطوارئ",
        "اجتمع مجلس الأمن ⟦دولي⟧ لبحث الأوضاع",
        "تخضع القواعد ⟦جديدة⟧ لموافقة البرلمان",
        "وفي العام ⟦ماضي⟧ سجلت البلاد أعلى معدل",
    )
    passes = (
        "مشروع لبناء مصعد للتزلج جديد",
        "ترأس الوفد دبلوماسي سابق",
        "سابقة لم يعرفها القضاء الجنوب أفريقي",
        "قال وزير الخارجية النرويجي إن بلاده ستستضيف المحادثات",
        "قال إن الوزير نرويجي",
        "كان الوزير نرويجي الأصل",
        "عاد الفريق مرفوع الرأس",
        "يعتبر المسؤولون الخطوة ضرورية",
        "كانت القواعد جديدة على اللاعبين",
        "أصيب في القصف لبناني بجروح",
        "اعتقلت الشرطة أمريكية في المطار",
        "أعلنت السلطات المنطقة عسكرية",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _BARE):
            if place and _is_without_article(line, place):
                token = line.tokens[place]
                yield self.finding(doc, token.span, suggest=[f"ال{token.text}"])


class DefiniteAdjective(Doubting):
    """«نوعاً الجديد», «غرامة القياسية»: an adjective with an article that its noun has not."""

    code, kind, category = "A302", "agreement.definiteness", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.88
    doubts, needed_gain = (ARTICLE_ON_ONE,), 2.5
    least_gain = -3
    title = Message("adjective with an article too many", "صفة معرفة لموصوف نكرة")
    reason = Message(
        "An adjective of an indefinite noun takes no article.",
        "صفة النكرة نكرة.",
    )
    flags = (
        "اكتشف باحثون نوعاً ⟦الجديد⟧ من الضفادع",
        "فرضت المفوضية غرامة ⟦القياسية⟧ على الشركة",
        "تسلم المخرج جائزة أفضل فيلم ⟦الأجنبي⟧ في الحفل",
        "أنهت البورصة الجلسة على ارتفاع ⟦الطفيف⟧ في الأسعار",
    )
    passes = (
        "لأنه مصاب بداء السكري",
        "وصل إلى مخيم الزعتري أمس",
        "قرر القاضي إبقاء المتهم رهن الاحتجاز",
        "ظهرت على لسان الرضيع بقع",
        "اكتشف باحثون نوعاً جديداً من الضفادع",
        "بعد ثلاثين عاماً الماضية",
        "في قناة العربية",
        "أعلنت شركة الوطنية للتأمين",
        "وزارة الخارجية ووزارة الداخلية",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _DEFINITE):
            if place and _is_next(line, place) and _has_stray_article(line, place):
                token = line.tokens[place]
                bare = _without_article(token.text, line.words[place - 1])
                yield self.finding(doc, token.span, suggest=bare)


def _is_without_article(line: Line, place: int) -> bool:
    if line.form(place - 1).removeprefix("و") in _COMPASS:
        return False  # «القضاء الجنوب أفريقي»
    wrong = of_period(line, place) or only_describes(line, place) or _is_between(line, place)
    return wrong or _lacks_article(line, place)


def _is_between(line: Line, place: int) -> bool:
    """«القناة رياضية البرازيلية»: between a definite noun and its definite adjective."""
    noun, adjective = line.words[place - 1], line.words[place]
    if place + 1 == len(line) or not noun.article or not noun.substantive or not adjective.bare:
        return False
    after = line.words[place + 1]
    alike = fits(noun.demanded, adjective.attribute) and adjective.attribute == after.attribute
    whole = after.article and after.adjectival and not after.proclitics and not adjective.proclitics
    return alike and whole and adjective.nisba and not is_ethnic(adjective)


def _lacks_article(line: Line, place: int) -> bool:
    adjective, before = line.words[place], line.words[place - 1]
    if not _is_sure_adjective(adjective) or not adjective.bare or not before.article:
        return False
    if before.proclitics & {"و", "ف"} or not before.nominal or describes_earlier(line, place):
        return False
    heads = candidate_heads(line, place - 1) if _cannot_be_circumstance(line, place) else None
    if not heads or not any(fits(line.words[one].demanded, adjective.attribute) for one in heads):
        return False
    ethnic = is_ethnic(adjective)
    verb = governing_verb(line, place - 1, ethnic=ethnic)
    if verb is None or opens_topic(line, verb):
        return False
    # «ترأس الوفد دبلوماسي سابق»: the subject, after the object.
    apart = bool(line.words[verb].verbs & word_list("object_first_verbs"))
    apart = apart or line.tokens[verb].quoted is not line.tokens[place].quoted
    if apart or (ethnic and is_upon_people(line.words[verb])):
        return False
    # «أصيب في القصف لبناني»: a person who is the subject may come after the place.
    return not (ethnic and is_preposition(line.words[verb + 1]))


def _cannot_be_circumstance(line: Line, place: int) -> bool:
    """A masculine singular would end in ا, a nisba is none; «مرفوع الرأس» may be."""
    adjective = line.words[place]
    after = line.words[place + 1] if place + 1 < len(line) else None
    if after is not None and (after.name or not (after.kinds or after.form in _MARKS)):
        return False
    if adjective.attribute == {("m", "s")}:
        return after is None or not (after.article and not after.proclitics)
    woman = is_ethnic(adjective)  # «اعتقلت الشرطة أمريكية»
    feminine = adjective.attribute == {("f", "s")} and adjective.nisba
    return feminine and not woman and not names_state(adjective)


def _is_next(line: Line, place: int) -> bool:
    """Whether no quotation mark stands before the word: «“أنهار بلا حدود” البيئية»."""
    return line.tokens[place].span.start - line.tokens[place - 1].span.end == 1


def _has_stray_article(line: Line, place: int) -> bool:
    adjective, noun = line.words[place], line.words[place - 1]
    if not _is_sure_adjective(adjective) or not adjective.article or noun.name:
        return False
    if not fits(noun.demanded, adjective.attribute) or noun.lemmas & word_list("times"):
        return False
    if place > 1 and line.words[place - 2].form in _SUPERLATIVES:
        return noun.bare and Pos.NOUN in noun.kinds
    known = any(one.source != "derived" for one in adjective.readings)  # not «مخيم الزعتري»
    plain = adjective.nisba and known and not adjective.lemmas & _IN_NAMES
    named = bool(noun.lemmas & word_list("bearers_of_names")) and not plain
    if noun.nisba or not noun.substantive or named or is_rare(noun) or noun.lemmas & _DISEASES:
        return False
    if noun.tanwin:
        return Pos.NOUN in noun.kinds and not noun.adjectival
    return noun.bare and not noun.human and _stands_alone(line, place)


def _stands_alone(line: Line, place: int) -> bool:
    """Whether the adjective, with its article, cannot be the second term of the noun before."""
    adjective, noun = line.words[place], line.words[place - 1]
    if adjective.nisba:
        return not is_ethnic(adjective)
    if noun.lemmas & _BEFORE_ORDINALS or any(one.human for one in adjective.readings):
        return False
    if adjective.lemmas & word_list("substantivised"):
        return False  # «على لسان الرضيع», «إبقاء المتهم»
    she = adjective.form.endswith("ة") and adjective.attribute == {("f", "s")}
    if adjective.kinds != {Pos.ADJECTIVE} and not she:
        return False
    single = all(number == "s" for _, number in adjective.attribute)
    sure = single and (she or all(map(is_mostly_adjective, adjective.lemmas - _AS_NOUNS)))
    derived = any(one.participle for one in adjective.readings)
    linked = bool(noun.proclitics & {"ب", "ل", "ك"}) and not derived
    linked = linked or (place > 1 and _opens_phrase(line, place - 2, derived=derived))
    return sure and not adjective.lemmas & _AS_NOUNS and linked


def _opens_phrase(line: Line, place: int, *, derived: bool) -> bool:
    """Whether an indefinite phrase surely begins after the word, or goes on: «مطاعم المرخصة»."""
    before = line.words[place]
    closed = before.article and before.nominal and not before.adjectival
    leads = before.bare and before.nominal and Pos.NOUN in before.kinds and not before.name
    return is_preposition(before) or closed or (not derived and (before.verbal or leads))


def _without_article(text: str, noun: Word) -> list[str]:
    bare = text.removeprefix("ال")
    return [bare] if not noun.tanwin else [bare + "اً"] if not bare.endswith("ة") else [bare]


def _is_sure_adjective(current: Word) -> bool:
    return (
        current.adjectival
        and current.kinds <= _OPEN
        and not current.proclitics
        and not current.enclitic
        and not current.form.endswith(("ا", "ات"))
    )


def _is_people(current: Word) -> bool:
    """«شكر البابا المتطوعين»: a plural that people are called by."""
    plural = current.form.endswith(("ون", "ين"))
    return plural and any(one.human for one in current.readings)


def _may_lack_article(current: Word) -> bool:
    bare = _is_sure_adjective(current) and current.bare
    return bare or is_of_period(current) or may_only_describe(current)


_BARE = Condition(_may_lack_article)
_DEFINITE: Condition[Word] = Condition(
    lambda current: _is_sure_adjective(current) and current.article and not _is_people(current)
)
