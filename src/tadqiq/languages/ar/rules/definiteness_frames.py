"""Adjectives without their article, where the clause has no place for a predicate."""

from __future__ import annotations

from collections.abc import Iterator

from ....detect import Condition, Context
from ....model import Category, Document, Finding, Message, Pos, Severity
from ..morphology.lexicon import words as word_list
from ..suspicions.doubt import Doubting
from ..suspicions.pointing import INDEFINITE
from ..suspicions.terms import LONE_SUBJECT
from ..syntax.agreement import Line, Word, spots, word
from ..syntax.attributive import is_upon_people, may_only_describe
from ..syntax.clauses import is_ethnic, opens_topic
from ..syntax.nominal import describes_earlier, fits, is_preposition
from ..syntax.verbal_clauses import clause_verb, is_governed, phrase_start
from ..syntax.verbs import COMPLEMENTISERS, RELATIVES

_OPEN = frozenset({Pos.NOUN, Pos.ADJECTIVE})
_ORDINALS = frozenset({
    "أولى", "ثانية", "ثالثة", "رابعة", "خامسة", "سادسة", "سابعة", "ثامنة", "تاسعة", "عاشرة",
    "أخرى", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر",
})  # fmt: skip
# «المحكمة العليا», «الولايات الكبرى»: forms that describe a definite noun alone.
_COMPARED = frozenset({"عليا", "كبرى", "عظمى", "وسطى", "دنيا", "صغرى", "قصوى"})
_FIXED_NAMES = {
    **dict.fromkeys(("آسيا", "أفريقيا", "إفريقيا", "أمريكا", "أميركا"), frozenset({"وسطى"})),
    **dict.fromkeys(("القرون", "العصور", "الطبقة"), frozenset({"وسطى"})),
    **dict.fromkeys(("القوى", "الدول", "المدن"), frozenset({"كبرى", "عظمى"})),
    **dict.fromkeys(("الغالبية", "الأغلبية"), frozenset({"عظمى"})),
    **dict.fromkeys(("المحكمة", "القيادة", "الهيئة", "اللجنة"), frozenset({"عليا"})),
    "بريطانيا": frozenset({"عظمى"}),
}
_NOT_ATTRIBUTES = frozenset({"عام", "حول", "قبل", "خارج", "داخل", "وسط", "أول", "آخر", "خاص"})
_HEADING = frozenset({"ذاتي", "أحادي", "ثنائي", "ثلاثي", "رباعي", "خماسي", "سداسي", "متساوي"})
_HEADING |= {one + "ة" for one in _HEADING}
_OF_ORIGIN = frozenset(
    {"الأصل", "الجنسية", "المولد", "النشأة", "الصنع", "الطابع", "الهوية", "المنشأ"}
)
_TRILITERAL = 3
# Verbs with a predicate, and those that declare something to be something.
_PREDICATIVE = frozenset({
    "كان", "ليس", "أصبح", "صار", "ظل", "بات", "أضحى", "أمسى", "بدا", "بقي", "زال", "عد", "اعتبر",
    "جعل", "رأى", "وجد", "ظن", "ترك", "أبقى", "وصف", "صنف", "سمى", "دام", "غدا", "عاد", "صير",
    "حافظ", "عثر", "ألقى", "قبض", "شاهد", "أعاد", "سلم", "تسلم", "لقي", "خلف", "غادر", "عرض", "أبصر",
})  # fmt: skip
_MEDALS = frozenset({"ذهبية", "فضية", "برونزية"})
_DECLARING = frozenset({"أعلن", "عين", "انتخب", "اختار", "سمى", "منح", "لقب"})


class AttributeWithoutArticle(Doubting):
    """«في الصفحة أولى», «النقص شديد في الدواء», «بالقرار تاريخي الذي»."""

    code, kind, category = "A305", "agreement.definiteness", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.87
    doubts, needed_gain = (INDEFINITE, LONE_SUBJECT), 5
    least_gain = -3
    title = Message("adjective lacks the article", "صفة نكرة لموصوف معرفة")
    reason = Message("An adjective of a definite noun takes the article.", "صفة المعرفة معرفة.")
    flags = (
        "وتعاني البلاد من النقص ⟦شديد⟧ في الدواء",
        "واحتج السكان أمام الدوائر ⟦حكومية⟧ أمس",
        "واحتج السائقون على القرار ⟦غريب⟧ الذي صدر أمس",
        "وقال الخبراء إن الطائرة ⟦جديدة⟧ ستكون أوفر",
        "وسجل الفريق هدفا في الدقيقة ⟦ثانية⟧",
        "قررت المحكمة الدستورية ⟦عليا⟧ تعليق العمل بالقانون",
        "واجتمعت الدول ⟦كبرى⟧ في جنيف",
    )
    passes = (
        "وجهت الناشطة رسالة إلى رئيس بلادها قائلة: أين العدالة؟",
        "سجلت الحائزة ذهبية طوكيو أفضل رقم",
        "وحلت مواطنتها ثانية بفارق ثانيتين",
        "ووقفت الأسيرة أمام الكاميرات صامتة",
        "وتشتبه الشرطة في أن الحريق الذي أتى على المركز متعمد",
        "وبقيت الأسباب التي دفعته إلى المغادرة غامضة",
        "ويشترط العقد توفر خط إنترنت سريع",
        "وقال إن الوضع في المنطقة صعب",
        "ويعد الطريق إلى القمة طويل الأمد",
        "وظلت القوات في المدينة مستعدة",
        "وقتل في الهجوم على القاعدة أمريكي",
        "وسافر الوفد من القاهرة عام 2016",
        "وكان العمل في المصنع شاق",
        "وجعلت الحرب الحياة في المدينة صعبة",
        "وطعن الجندي فلسطيني من الضفة",
        "وقالت الأميرة عليا إنها ستحضر",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _BARE):
            if place and (_is_in_name(line, place) or _lacks_article(line, place)):
                token = line.tokens[place]
                yield self.finding(doc, token.span, suggest=[f"ال{token.text}"])


def _lacks_article(line: Line, place: int) -> bool:
    adjective = line.words[place]
    state = line.form(place + 1) in COMPLEMENTISERS | {":"}  # «قائلة إن»: how somebody acts
    if state or _names_medal(line, place) or describes_earlier(line, place):
        return False
    start = _closed_phrase(line, place - 1)
    if start is None or (adjective.form in _COMPARED and _is_upon_woman(line, start, place)):
        return False
    if not any(fits(one.demanded, adjective.attribute) for one in line.words[start:place]):
        return False
    if _before_relative(line, place) or _between_definites(line, place):
        return True
    if _opens_construct(line, place):
        return False
    return _before_verb(line, place, start) or _in_verbal_clause(line, place, start)


def _names_medal(line: Line, place: int) -> bool:
    """«الحائزة ذهبية طوكيو»."""
    return line.form(place) in _MEDALS and not line.form(place - 1).endswith("ميدالية")


def _is_in_name(line: Line, place: int) -> bool:
    """«آسيا وسطى», «القوى عظمى»."""
    noun = line.form(place - 1).removeprefix("و").removeprefix("ب")
    noun = "ال" + noun[2:] if noun.startswith("لل") else noun
    return line.form(place) in _FIXED_NAMES.get(noun, ())


def _is_upon_woman(line: Line, start: int, place: int) -> bool:
    """«الأميرة عليا»: a name."""
    return any(one.human or one.name for one in line.words[start:place])


def _closed_phrase(line: Line, last: int) -> int | None:
    """Where the definite phrase begins that ends at ``last``; None if none does."""
    noun, before = line.words[last], line.words[last - 1] if last else None
    start = phrase_start(line, last)
    if noun.kinds == {Pos.NAME}:  # «مدينة سبليت»
        head = line.words[start]
        if not any(one.source != "name:organisation" for one in noun.readings):
            return None  # «خط إنترنت سريع»
        place = start < last and head.bare and not head.human and Pos.NOUN in head.kinds
        return start if place else None
    closed = (noun.article or noun.enclitic) and noun.nominal
    if not closed or (noun.adjectival and not noun.article) or _may_be_verb(line, last):
        return None
    if noun.proclitics & {"و", "ف"}:
        joined = before is not None and before.article and before.nominal
        return start if joined and noun.proclitics == {"و"} else None
    return start


def _may_be_verb(line: Line, place: int) -> bool:
    """«ملاعب صممها معماري»: a verb with its object, of which the dictionary has the noun alone."""
    current = line.words[place]
    plain = current.enclitic and not current.proclitics and len(current.lemmas) == 1
    if not plain or (place and is_preposition(line.words[place - 1])):
        return False
    (lemma,) = current.lemmas
    return len(lemma) == _TRILITERAL and bool(word(lemma, lemma).verb)


def _may_close(line: Line, place: int, verb: int) -> bool:
    """Whether it may be the predicate of what a relative clause stands between.

    «أن الحريق الذي أتى على المركز متعمد», «بقيت الأسباب التي دفعته إلى المغادرة غامضة».
    """
    he = line.words[place].attribute == {("m", "s")}
    if not he and any(one.verbal and one.verbs & _PREDICATIVE for one in line.words[:verb]):
        return True
    relatives = [one for one in range(verb) if line.form(one) in RELATIVES]
    if not relatives:
        return False
    topics = [one for one in range(relatives[-1] - 1) if line.form(one) in COMPLEMENTISERS]
    start = topics[-1] + 1 if topics else 0
    return fits(line.words[start].subject, line.words[place].attribute)


def _in_verbal_clause(line: Line, place: int, start: int) -> bool:
    """Whether the phrase from ``start`` on stands in a clause whose verb takes no predicate."""
    adjective = line.words[place]
    he = adjective.attribute == {("m", "s")}  # a predicate or a state would end in ا
    plain = may_only_describe(adjective)
    verb = clause_verb(line, start - 1, masdar=plain or not he)
    if verb is None or opens_topic(line, verb) or _may_close(line, place, verb):
        return False
    if line.tokens[verb].quoted is not line.tokens[place].quoted:
        return False
    if line.words[verb].verbs & word_list("object_first_verbs"):
        return False  # «ترأس الوفد دبلوماسي سابق»
    verbs, ethnic = line.words[verb].verbs, is_ethnic(adjective)
    fixed = he or plain or adjective.form in _ORDINALS | _COMPARED
    if is_governed(line, start):
        sure = (fixed or not _is_derived(adjective)) and (he or not verbs & _PREDICATIVE)
        return sure and not _is_first_nominal(line, verb, start)
    again = adjective.form in _ORDINALS  # «وحلت مواطنتها ثانية», «غادرت المدينة ثانية»
    if again or not fixed or verbs & _PREDICATIVE or (ethnic and is_upon_people(line.words[verb])):
        return False
    return verb == start - 1 or (not ethnic and not verbs & _DECLARING)


def _is_derived(adjective: Word) -> bool:
    """«عالقة», «صامتة»: a participle, which may say in what state."""
    shaped = adjective.form.startswith("م") or adjective.form[1:2] == "ا"
    return shaped or any(one.participle for one in adjective.readings)


def _is_first_nominal(line: Line, verb: int, start: int) -> bool:
    """«أصيب في القصف لبناني»: no subject stands yet between the verb and the phrase."""
    between = line.words[verb + 1 : start]
    return not any(one.maybe_nominal and not is_preposition(one) for one in between)


def _opens_construct(line: Line, place: int) -> bool:
    """«طويل الأمد», «رفيع المستوى», «فرنسي الجنسية»; «جورجي» may be a name."""
    adjective = line.words[place]
    after = line.words[place + 1] if place + 1 < len(line) else None
    if after is None:
        return False
    if after.name and not after.article:
        return adjective.attribute == {("m", "s")} or not adjective.nisba
    if adjective.nisba and not adjective.lemmas & _HEADING:
        return after.form in _OF_ORIGIN
    return after.enclitic or (after.article and not after.proclitics)


def _before_relative(line: Line, place: int) -> bool:
    relative = line.form(place + 1)
    if relative not in RELATIVES or not line.words[place].adjectival:
        return False
    return fits(RELATIVES[relative], line.words[place].attribute)


def _between_definites(line: Line, place: int) -> bool:
    """«الرسوم جمركية الأميركية»: what follows is an adjective of the same noun."""
    adjective = line.words[place]
    after = line.words[place + 1] if place + 1 < len(line) else None
    if after is None or not after.article or not after.adjectival:
        return False
    if after.proclitics:  # «الرئيسان صيني والبرازيلي»
        return after.proclitics == {"و"} and adjective.nisba and after.nisba
    alike = adjective.attribute == after.attribute or adjective.nisba
    return alike and line.words[place - 1].article and Pos.NOUN in line.words[place - 1].kinds


def _before_verb(line: Line, place: int, start: int) -> bool:
    """«إن الطائرة جديدة ستكون»: the topic's verb comes after the adjective."""
    opened = start == 0 or line.form(start - 1) in COMPLEMENTISERS
    after = line.words[place + 1] if place + 1 < len(line) else None
    if not opened or after is None or not after.verbal or not may_only_describe(line.words[place]):
        return False
    if after.proclitics - {"س"} or is_ethnic(line.words[place]):
        return False
    return fits(line.words[start].subject, after.verb) and start < place


def _is_candidate(current: Word) -> bool:
    if current.form in _COMPARED:
        return True
    fixed = current.form in _ORDINALS or may_only_describe(current)
    open_ = current.kinds <= _OPEN or (fixed and current.kinds <= _OPEN | {Pos.VERB})
    plain = current.bare and not current.proclitics and open_
    known = current.adjectival or current.form in _ORDINALS
    if not plain or not known or not current.attribute or current.form in _NOT_ATTRIBUTES:
        return False
    several = current.form.endswith(("ا", "ات", "ين", "ون", "ان"))
    return not several and not current.lemmas & word_list("uninflected")


_BARE: Condition[Word] = Condition(_is_candidate)
