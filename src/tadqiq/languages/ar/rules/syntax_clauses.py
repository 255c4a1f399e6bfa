"""Clauses that lost their joint, and words that repeat a part of the clause."""

from __future__ import annotations

from collections.abc import Iterator

from ....detect import Condition, Context, Rule
from ....model import Category, Document, Finding, Message, Pos, Severity
from ..syntax.agreement import Line, Word, spots
from ..syntax.nominal import is_preposition

# Verbs that set somebody to something: what they set him to follows «أن» or a preposition.
_SETTING = frozenset({
    "حث", "دعا", "طالب", "ناشد", "أجبر", "أقنع", "شجع", "كلف", "ألزم", "حض", "أرغم", "اضطر", "دفع",
    "منع", "أمر", "وعد", "طلب", "سمح", "هدد", "أوصى", "نصح", "خول", "فوض",
})  # fmt: skip
_THERE = frozenset({"هناك", "ثمة"})
_BE = frozenset({"كان", "كانت", "يوجد", "توجد"})
_SELF = frozenset({"إياه", "إياها", "إياهم"})


class ClauseWithoutAn(Rule):
    """«حث المقرر هانوي تفرج عن»: a verb of setting, its object, and a finite verb with no «أن»."""

    code, kind, category = "S125", "syntax", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.86
    title = Message("two verbs without «أن»", "فعلان بلا «أن»")
    reason = Message(
        "What somebody is urged, asked or forced to do follows «أن» or a preposition.",
        "ما يُحث عليه أو يُطلب أو يُجبر عليه يأتي بعد «أن» أو حرف جر.",
    )
    flags = (
        "وحث المقرر الأممي هانوي ⟦تفرج⟧ عن المدونين المعتقلين",
        "وطالب المحتجون الحكومة ⟦تخفض⟧ أسعار الوقود",
    )
    passes = (
        "وحث المقرر الأممي هانوي على أن تفرج عن المدونين",
        "وطالب المحتجون الحكومة بخفض أسعار الوقود",
        "دعا رجلا يعمل في المصنع",
        "وطالب النائب الذي يرأس اللجنة",
        "ومنع الجيش سكان قرية تقع على الحدود من العودة",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _PRESENT):
            if _is_set_to(line, place):
                token = line.tokens[place]
                yield self.finding(doc, token.span, suggest=[f"أن {token.text}"])


class RepeatedPart(Rule):
    """«هناك كان يوجد خمسة», «رأت إياه الرجل»: a part of the clause said twice."""

    code, kind, category = "S126", "syntax", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.9
    title = Message("part of the clause said twice", "ركن من الجملة مكرر")
    reason = Message(
        "«هناك» and «يوجد» say the same, and so do «إياه» and the object after it.",
        "«هناك» و«يوجد» بمعنى واحد، و«إياه» يغني عن المفعول الظاهر بعده.",
    )
    flags = (
        "وذكرت الوكالة أن ⟦هناك كان يوجد⟧ خمسة ركاب",
        "وقالت الناجية إنها رأت ⟦إياه الرجل⟧ يشعل النار",
        "⟦هناك يوجد⟧ خطر على السكان",
    )
    passes = (
        "وذكرت الوكالة أن هناك خمسة ركاب",
        "وقالت إنها رأت الرجل نفسه",
        "كان هناك خطر على السكان",
        "أعطاه إياه أمس",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _PART):
            end = _repeated_until(line, place)
            if end > place:
                yield self.finding(doc, line.tokens[place].span.cover(line.tokens[end].span))


def _is_set_to(line: Line, place: int) -> bool:
    """Whether a definite object of a verb of setting stands right before the present verb."""
    before = line.words[place - 1] if place > 2 else None
    if before is None or not before.nominal or not (before.article or before.name):
        return False
    for verb in range(place - 2, max(-1, place - 7), -1):
        current = line.words[verb]
        if current.verbal or (verb == 0 and Pos.VERB in current.kinds):
            return bool(current.verbs & _SETTING) and not current.enclitic and verb < place - 2
        if is_preposition(current) or not current.nominal or current.proclitics or current.tanwin:
            return False
        if current.bare and not current.name and not line.words[verb + 1].article:
            return False
    return False


def _repeated_until(line: Line, place: int) -> int:
    """The last word of what is said twice from ``place`` on; ``place`` itself if nothing is."""
    if line.form(place) in _SELF:
        after = line.words[place + 1] if place + 1 < len(line) else None
        verb = line.words[place - 1] if place else None
        twice = after is not None and after.article and after.nominal and not after.proclitics
        return place + 1 if twice and verb is not None and not verb.enclitic else place
    if line.form(place + 1) in {"يوجد", "توجد"}:
        return place + 1
    both = line.form(place + 1) in _BE and line.form(place + 2) in {"يوجد", "توجد"}
    return place + 2 if both else place


def _may_be_present(current: Word) -> bool:
    """A verb in the present of the third person, by one reading at least."""
    present = any(one.aspect == "imperfect" and one.person == "3" for one in current.readings)
    return present and not current.proclitics and not current.may_have_enclitic


_PRESENT: Condition[Word] = Condition(_may_be_present)
_PART: Condition[Word] = Condition(lambda current: current.form in _THERE | _SELF)
