"""«كلا» and «كلتا» beside the dual they stand for."""

from __future__ import annotations

from collections.abc import Iterator

from ....detect import Condition, Context, Rule
from ....model import Category, Document, Finding, Message, Pos, Severity
from ..syntax.agreement import Line, Word, spots
from ..syntax.nominal import is_preposition

_BOTH = {"كلا": "m", "كلتا": "f", "كلي": "m", "كلتي": "f"}
_RIGHT = {"m": "كلا", "f": "كلتا"}
_OTHER = {"كلاهما": "كلتاهما", "كليهما": "كلتيهما"}
_OTHER |= {right: form for form, right in _OTHER.items()}
_JOINED = ("", "و", "ف", "ب", "ل", "وب", "ول")
_FORMS = {before + form: (before, form) for before in _JOINED for form in (*_BOTH, *_OTHER)}
_STANDS: Condition[Word] = Condition(lambda current: current.form in _FORMS)


class BothOfTwo(Rule):
    """«كلا الدولتين», «كلتا الفريقين», «الدولتان كلاهما»."""

    code, kind, category = "A511", "agreement.gender", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.92
    title = Message("«كلا» or «كلتا»", "كلا أم كلتا")
    reason = Message(
        "«كلا» goes with a masculine dual, «كلتا» with a feminine one; before a noun "
        "neither changes its form.",
        "«كلا» للمثنى المذكر و«كلتا» للمثنى المؤنث، ويلزمان الألف قبل الاسم الظاهر.",
    )
    flags = (
        "وافقت ⟦كلا⟧ الدولتين على إحالة النزاع",
        "شارك ⟦كلتا⟧ الفريقين في البطولة",
        "وقتل مدنيون في ⟦كلا⟧ المدينتين",
        "وافقت الدولتان ⟦كلاهما⟧ على الهدنة",
        "اندلع حريق في ⟦كلتي⟧ الطائرتين",
    )
    passes = (
        "وافقت كلتا الدولتين على إحالة النزاع",
        "شارك كلا الفريقين في البطولة",
        "شارك كل من الدولتين",
        "كلا، الدولتان لم توافقا",
        "بشكل كلي الفريقان متعادلان",
        "وافق الطرفان كلاهما على الهدنة",
        "خدمت في كلا المجلسين",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _STANDS):
            right = _other(line, place)
            if right:
                yield self.finding(doc, line.tokens[place].span, suggest=[right])


def _other(line: Line, place: int) -> str:
    """What should stand at ``place``; "" where nothing is wrong."""
    before, form = _FORMS[line.form(place)]
    if form in _OTHER:
        gender = _gender_of_two(line.words[place - 1]) if place and not before else ""
        own = "f" if form.startswith("كلت") else "m"
        return _OTHER[form] if gender and gender != own else ""
    gender = _gender_of_two(line.words[place + 1]) if place + 1 < len(line) else ""
    if not gender or (gender == _BOTH[form] and form in _RIGHT.values()):
        return ""
    if form == "كلي" and not (before in {"ب", "ل"} or _is_governed(line, place)):
        return ""
    return before + _RIGHT[gender]


def _is_governed(line: Line, place: int) -> bool:
    return place > 0 and is_preposition(line.words[place - 1])


def _gender_of_two(noun: Word) -> str:
    """The gender of a definite dual, or of what may be one or a sound plural."""
    nominal = [one for one in noun.readings if one.pos is not Pos.VERB]
    if not (noun.article and Pos.NOUN in noun.kinds) or noun.proclitics:
        return ""
    two = all(one.number in "dp" and not one.broken for one in nominal)
    genders = {one.gender for one in nominal}
    dual = any(one.number == "d" for one in nominal)
    return genders.pop() if two and dual and len(genders) == 1 else ""
