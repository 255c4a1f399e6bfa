"""Relative clauses: the pronoun that binds them to their noun, and the noun itself."""

from __future__ import annotations

from collections.abc import Iterator

from ....detect import Condition, Context, Rule
from ....model import Category, Document, Finding, Message, Pos, Severity
from ..morphology.lexicon import words as word_list
from ..suspicions.doubt import Doubting
from ..suspicions.pointing import AFTER_INDEFINITE
from ..syntax.agreement import Line, Word, spots
from ..syntax.nominal import fits, is_preposition
from ..syntax.relatives import dangles, verb_of
from ..syntax.verbs import RELATIVES

_PRONOUNS = {"التي": "ها", "الذي": "ه", "الذين": "هم"}
_RELATIVE: Condition[Word] = Condition(lambda current: current.form in RELATIVES)
# «مثل التي», «غير الذي»: what a relative itself may complete.
_BEFORE_RELATIVE = frozenset({
    "مثل", "غير", "نفس", "عين", "ذات", "كل", "جميع", "بعض", "أحد", "إحدى", "معظم", "أكثر", "خلاف",
    "ضعف", "شبه", "سوى", "بين", "أي", "تلك", "ذلك", "أول", "آخر", "عدا", "نصف", "أغلب", "حسب",
})  # fmt: skip

_RARER = 30  # times


class DanglingRelative(Rule):
    """«السيارة التي استخدم المهاجمون»: no pronoun binds the clause to its noun."""

    code, kind, category = "S120", "syntax", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.86
    title = Message("relative clause without its pronoun", "صلة بلا عائد")
    reason = Message(
        "A relative clause with a subject of its own takes a pronoun that stands for the noun.",
        "جملة الصلة التي لها فاعل ظاهر تحتاج إلى ضمير يعود على الموصول.",
    )
    flags = (
        "عثر على السيارة ⟦التي استخدم⟧ المهاجمون في الضاحية",
        "وانتقدت المنظمة القرار ⟦الذي اتخذت⟧ الحكومة بشأن الجمعيات",
        "وفتشت الشرطة المبنى ⟦الذي عاش⟧ الشاعر منذ سنوات",
    )
    passes = (
        "عثر على السيارة التي استخدمها المهاجمون",
        "في الوقت الذي تستعد الحكومة للانتخابات",
        "القرار الذي قالت الحكومة إنها ستنفذه",
        "الشرطة التي اعتقلت المتهم",
        "المدينة التي يعيش السكان فيها",
        "المرأة التي رفض والدها الزواج",
        "المبنى الذي عاش فيه المتهم",
        "الحل الذي وصل إليه الطرفان",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _RELATIVE):
            if place and dangles(line, place):
                verb = verb_of(line, place) or place + 1
                token, first = line.tokens[verb], line.tokens[place]
                bound = token.text + _PRONOUNS.get(first.folded, "")
                right = (
                    [f"{first.text} {bound}"] if verb == place + 1 and bound != token.text else []
                )
                yield self.finding(doc, first.span.cover(token.span), suggest=right)


class RelativeOfIndefinite(Doubting):
    """«حطام طائرة التي سقطت»: a relative pronoun after an indefinite noun."""

    code, kind, category = "S121", "syntax", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.88
    doubts, needed_gain = (AFTER_INDEFINITE,), 2
    title = Message("relative pronoun after an indefinite noun", "اسم موصول بعد نكرة")
    reason = Message(
        "The clause that describes an indefinite noun follows it without a relative pronoun.",
        "النكرة توصف بالجملة مباشرة بلا اسم موصول.",
    )
    flags = (
        "وعثر الغواصون على حطام ⟦طائرة التي⟧ سقطت قبل ستين عاما",
        "وقعا على ⟦اتفاقية التي⟧ تنظم الصيد في البحيرة",
        "قتل ⟦رجل الذي⟧ كان يقود السيارة",
    )
    passes = (
        "وعثر الغواصون على حطام طائرة سقطت قبل ستين عاما",
        "فمن ذا الذي يفكر في التنازل",
        "في مدينة بغداد التي زارها",
        "بعض الذين حضروا",
        "رحل الذي كان يقود الفريق",
        "أسماء الذين قتلوا",
        "ظروف مماثلة لتلك التي سادت",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _RELATIVE):
            if place > 1 and _is_indefinite(line, place - 1, line.form(place)):
                first, second = line.tokens[place - 1 : place + 1]
                yield self.finding(doc, first.span.cover(second.span), suggest=[first.text])


def _is_indefinite(line: Line, place: int, relative: str) -> bool:
    """A noun without article that is no name, that the relative agrees with, and that ends a row."""
    noun = line.words[place]
    if (
        noun.form == "ذا"
        or relative in {"الذين", "اللذين", "اللواتي"}
        or noun.name
        or not noun.bare
    ):
        return False
    person = noun.human and _is_hardly_verbal(noun)
    if not (noun.substantive or person) or noun.adjectival or noun.lemmas & _BEFORE_RELATIVE:
        return False
    if noun.lemmas & (word_list("quantities") | word_list("times")):
        return False
    if not fits(noun.demanded, RELATIVES[relative]):
        return False
    before = line.words[place - 1]
    if person and Pos.VERB in before.kinds and (before.verbal or before.bare):  # «قتل رجل الذي»
        return not before.name
    return is_preposition(before) or (before.bare and before.nominal and not before.name)


def _is_hardly_verbal(noun: Word) -> bool:
    """«رجل», «شاب»: news has the noun, and next to never a verb of the same letters."""
    open_ = noun.kinds <= {Pos.NOUN, Pos.ADJECTIVE, Pos.VERB} and Pos.NOUN in noun.kinds
    return open_ and noun.noun_use > _RARER * noun.verb_use
