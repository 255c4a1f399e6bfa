"""The ا of tanwin that is lost: after إنّ, after كان and its like, after a numeral."""

from __future__ import annotations

from collections.abc import Iterator

from ....detect import Condition, Context, Rule
from ....model import Category, Document, Finding, Message, Pos, Severity
from ..syntax.agreement import Line, Word, spots
from ..syntax.nominal import is_preposition
from ..syntax.predicative import may_lack_alif, takes_alif
from ..syntax.verbs import may_act

_JOINED = ("", "و", "ف")
_INNA = frozenset(one + form for one in _JOINED for form in ("إن", "أن", "بأن", "لأن", "كأن"))
_THERE = frozenset({
    "هناك", "ثمة", "لديه", "لديها", "لديهم", "لدينا", "له", "لها", "لهم", "فيه", "فيها", "عليه",
})  # fmt: skip
_COPULAS = frozenset(
    one + form
    for one in (*_JOINED, "س")
    for form in (
        "كان", "يكون", "يكن", "ليس", "أصبح", "يصبح", "بات", "ظل", "يظل", "يزال", "صار", "يبدو", "بدا",
    )
)  # fmt: skip
_TENS = ("عشر", "ثلاث", "أربع", "خمس", "ست", "سبع", "ثمان", "تسع")
_COUNTS = frozenset(
    one + form + end for one in _JOINED for form in _TENS for end in ("ون", "ين")
) | {"عشر", "عشرة"}
_STATES = {
    "قائل": ("إن", "إنه", "إنها", "إنهم"), "مضيف": ("أن", "أنه", "أنها", "إن"),
    "موضح": ("أن", "أنه", "أنها"), "مشير": ("إلى",), "لافت": ("إلى",), "محذر": ("من",),
    "معتبر": ("أن", "أنه", "أنها"), "مبين": ("أن", "أنه"), "منوه": ("إلى", "ب"), "مشدد": ("على",),
    "مستدرك": ("أن",), "معربا": ("عن",),
}  # fmt: skip
_QUANTITIES = frozenset({"عدد", "كثير", "قليل", "جزء", "مزيد"})
_IF = frozenset({"إن", "وإن", "فإن"})
_RANKS = frozenset({"ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر"})
_MARKS = frozenset("،,.؛:!؟?")


class AlifLost(Rule):
    """«إن مسؤول في الوزارة», «كان غاضب من», «أربعة عشر عامل»."""

    code, kind, category = "A424", "agreement.case", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.87
    title = Message("accusative ا lost", "سقوط ألف تنوين النصب")
    reason = Message(
        "An indefinite noun in the accusative bears ا here: after إنّ, كان or a numeral.",
        "النكرة منصوبة هنا، بعد «إنّ» أو خبرا لـ«كان» أو تمييزا، فتُكتب بألف التنوين.",
    )
    flags = (
        "وقال إن ⟦مسؤول⟧ في الوزارة أبلغه بالقرار",
        "وأضاف أن هناك ⟦اتفاق⟧ على الهدنة",
        "وقال إن ⟦عدد⟧ من الجنود أصيبوا",
        "وكان ⟦غاضب⟧ من قرار الحكم",
        "وأصيب أربعة عشر ⟦عامل⟧ باختناق",
        "وبرر الوزير استقالته ⟦قائل⟧ إن صحته تدهورت",
    )
    passes = (
        "أفرج عن البحارة التسعة عشر بعد دفع الفدية",
        "حضر القمة سبعون رئيس دولة",
        "أفاد بأن عدد من يعلنون ذلك ارتفع",
        "إن وصل سليما سيغير العلم",
        "غادر بعد أن حل رابعا",
        "وقال إن مسؤولا في الوزارة أبلغه بالقرار",
        "وأضاف أن عدد القتلى ارتفع",
        "وكان مسؤول في الوزارة قد نفى ذلك",
        "وكان قريب من الضحية حاضرا",
        "وأصيب أربعة عشر عاملا باختناق",
        "وفي الساعة الثانية عشرة ظهر الوزير",
        "إن هناك حاجة إلى ذلك",
        "وقال إن مصر والسودان اتفقا",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _BARE):
            if place and _lacks_alif(line, place):
                token = line.tokens[place]
                yield self.finding(doc, token.span, suggest=[token.text + "ا"])


def _lacks_alif(line: Line, place: int) -> bool:
    current, before = line.words[place], line.form(place - 1)
    if current.form in _QUANTITIES:
        counts = line.form(place + 1) == "من" and not _is_relative(line, place + 1)
        return counts and (before in _INNA or _is_there(line, place))
    if current.form in _STATES:
        return _is_speaker_state(line, place) or _is_plain_case(line, place)
    return _is_plain_case(line, place)


def _is_relative(line: Line, place: int) -> bool:
    """«عدد من يعلنون»: "who", not "of"."""
    after = line.words[place + 1] if place + 1 < len(line) else None
    return after is not None and (after.verbal or after.form in {"لم", "لا", "لن", "قد"})


def _is_plain_case(line: Line, place: int) -> bool:
    current, before = line.words[place], line.form(place - 1)
    if before in _COUNTS and _may_be_counted(current):
        return _is_numeral(line, place - 1) and not _is_annexed(line, place)
    if (
        before in _INNA
        and not _may_be_condition(line, place)
        and _may_be_counted(current)
        and _is_tanwin_next(line, place)
    ):
        return line.form(place + 1).removesuffix("ا") not in _RANKS  # «بعد أن حل رابعا»
    governed = before in _INNA or _is_there(line, place)
    if not (governed or before in _COPULAS) or not may_lack_alif(line, place):
        return False
    noun = Pos.NOUN in current.kinds and not current.adjectival
    if governed:
        return noun and Pos.ADVERB not in current.kinds
    copula = current.adjectival and not may_act(current)
    rest = line.words[place + 1 : place + 6]
    other = any(one.attribute and one.form.endswith("ا") for one in rest)
    if place + 1 == len(line) or line.words[place + 1].name:
        return False  # «كان ريشي سوناك قد»
    return copula and not other


def _may_be_condition(line: Line, place: int) -> bool:
    """«إن وصل سليما»: "if", before what is oftener a verb."""
    current = line.words[place]
    return line.form(place - 1) in _IF and current.verb_use > current.noun_use


def _is_annexed(line: Line, place: int) -> bool:
    """«سبعين رئيس دولة», «ثلاثون ضعف كتلة الشمس»: a second term comes next."""
    after = line.words[place + 1] if place + 1 < len(line) else None
    if after is None or after.proclitics or not after.bare or is_preposition(after):
        return False
    return not after.tanwin and after.nominal and Pos.NOUN in after.kinds and not after.adjectival


def _is_tanwin_next(line: Line, place: int) -> bool:
    """«إن عطل مفاجئا»: the adjective has the ا that its noun lacks."""
    after = line.words[place + 1] if place + 1 < len(line) else None
    if after is None or not after.form.endswith("ا") or not after.attribute:
        return False
    return after.attribute == {("m", "s")} and Pos.ADJECTIVE in after.kinds and after.bare


def _may_be_counted(current: Word) -> bool:
    """«عامل», be it a verb too: a masculine noun that bears ا behind a numeral."""
    nouns = [one for one in current.readings if one.pos in {Pos.NOUN, Pos.ADJECTIVE}]
    if (
        Pos.NOUN not in current.kinds
        or current.name
        or current.form.endswith(("ا", "ة", "ى", "ء", "ي", "ات"))
    ):
        return False
    if any(one.aspect == "imperfect" for one in current.readings):
        return False
    if current.kinds & {Pos.NUMERAL} or current.lemmas & {"ألف", "مليون", "مليار", "تريليون"}:
        return False
    return all(
        one.gender != "f"
        and one.number == "s"
        and not one.broken
        and not (one.state or one.enclitic or one.proclitics)
        for one in nouns
    )


def _is_there(line: Line, place: int) -> bool:
    """«أن هناك», «إن لديه»."""
    return line.form(place - 1) in _THERE and line.form(place - 2) in _INNA


def _is_numeral(line: Line, place: int) -> bool:
    """«عشرون», or «عشر» behind its unit: no hour, and no street of that name."""
    if not line.form(place).startswith("عشر") or line.form(place).endswith(("ون", "ين")):
        return not line.words[place - 1].article if place else True
    unit = line.words[place - 1] if place else None
    if unit is None or unit.form.startswith("ال"):
        return False  # «البحارة التسعة عشر بعد»
    return unit.kinds == {Pos.NUMERAL} and not unit.article


def _is_speaker_state(line: Line, place: int) -> bool:
    """«… قائل إن»: a participle of speech after the clause of the one who speaks."""
    if line.form(place + 1) not in _STATES[line.form(place)]:
        return False
    before = line.words[place - 1]
    closed = before.form in _MARKS or before.article or before.enclitic
    acts = [one for one in line.words[: place - 1] if one.verbal and one.verb]
    if not closed or not acts or any(one.form in _COPULAS | _INNA for one in line.words[:place]):
        return False
    return ("m", "s") in acts[0].verb and not is_preposition(line.words[place - 2])


_BARE: Condition[Word] = Condition(
    lambda current: (
        takes_alif(current)
        or _may_be_counted(current)
        or current.form in _STATES
        or current.form in _QUANTITIES
    )
)
