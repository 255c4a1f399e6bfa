"""«أن» that is lost between a verb or a preposition and the verb it leads to."""

from __future__ import annotations

from collections.abc import Iterator

from ....detect import Condition, Context, Rule
from ....model import Category, Document, Finding, Message, Pos, Severity
from ..syntax.agreement import Line, Word, spots
from ..syntax.nominal import fits, is_preposition
from ..syntax.predicative import phrase_end

_EXPECTED = frozenset({
    "المتوقع", "المقرر", "المنتظر", "المرجح", "المحتمل", "الممكن", "المفترض", "الضروري", "الصعب",
    "المهم", "الواجب", "المستبعد", "المزمع", "المستحيل", "اللازم", "الأفضل",
})  # fmt: skip
_FROM = frozenset({"من", "ومن", "فمن"})
_PREPOSITIONS = frozenset({
    "قبل", "دون", "بدون", "رغم", "شرط", "بشرط", "بدل", "على", "سوى", "بغية", "بهدف", "أجل", "لأجل",
    "بسبب", "ضد",
})  # fmt: skip
# Verbs that lead to another by «أن», through a preposition or without.
_LEADING = frozenset({
    "طلب", "سمح", "أتاح", "وجب", "تعين", "انبغى", "أمكن", "جاز", "استحال", "قرر", "رفض", "فضل",
    "تمنى", "خشي", "أراد", "استطاع", "اعتزم", "نوى", "حاول", "ود", "اقترح", "اشترط", "تعهد", "اعتاد",
    "استدعى", "اقتضى",
})  # fmt: skip
_PASSED = frozenset({"على", "من", "ل", "إلى"})
_BEFORE_ADVERBS = frozenset({"ما", "لا", "من"})
_REACH = 8


class LostAn(Rule):
    """«من المقرر تبدأ», «يجب على الحكومة تعمل», «قبل يصل»."""

    code, kind, category = "S238", "grammar", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.87
    title = Message("two verbs without «أن»", "فعلان بلا «أن»")
    reason = Message(
        "What is expected, asked or decided follows «أن» or is a verbal noun.",
        "ما يُتوقع أو يُطلب أو يُقرر يأتي بعد «أن» أو يكون مصدرًا.",
    )
    flags = (
        "ومن المقرر ⟦تبدأ⟧ المحادثات غدا",
        "وغادر الوفد قبل ⟦يصل⟧ الوزير",
        "وقررت الشركة ⟦تسرح⟧ ألفي عامل",
        "وطلبت الشرطة من السكان ⟦يغادرون⟧ المنطقة",
    )
    passes = (
        "ومن المقرر أن تبدأ المحادثات غدا",
        "ويجب على الحكومة العمل على خفض الأسعار",
        "وطلب من الرجل الذي يعمل معه",
        "وقررت الشركة التي تسرح العمال",
        "ورفضت الحكومة ما يقوله المعارضون",
        "وطلبت الشركة تعويضا يغطي خسائرها",
        "ويتمنى على الوزير وهو يغادر",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _PRESENT):
            if place and _lacks_an(line, place):
                token = line.tokens[place]
                right = [f"أن {token.text}"] if not token.text.endswith("ون") else []
                yield self.finding(doc, token.span, suggest=right)


def _lacks_an(line: Line, place: int) -> bool:
    before = line.form(place - 1)
    if before in _EXPECTED:
        return line.form(place - 2) in _FROM
    if before.removeprefix("و") in _PREPOSITIONS:
        return place > 1 and (before == "أجل" or line.form(place - 2) not in _BEFORE_ADVERBS)
    noun = line.words[place - 1]
    if not noun.article or not noun.nominal or noun.proclitics & {"و", "ف"}:
        return False
    for back in range(place - 2, max(-1, place - _REACH), -1):
        current = line.words[back]
        if current.verbal and current.verb:
            return bool(current.verbs & _LEADING) and _is_filled(line, back, place)
        if not (current.maybe_nominal or is_preposition(current)) or current.tanwin:
            return False
    return False


def _is_filled(line: Line, verb: int, place: int) -> bool:
    """Whether a subject or who is asked, and nothing else, stands between."""
    if line.words[verb].may_have_enclitic:
        return False
    start = verb + 1
    if not is_preposition(line.words[start]) and not line.words[start].proclitics & {"ل"}:
        end = phrase_end(line, start)
        if end is None:
            return False
        if end == place:
            return fits(line.words[start].subject, line.words[place].verb)
        start = end
    if line.form(start) in _PASSED:
        start += 1
    elif not line.words[start].proclitics & {"ل"}:
        return False
    fitting = start < place and fits(line.words[start].subject, line.words[place].verb)
    return fitting and phrase_end(line, start) == place


def _is_present(current: Word) -> bool:
    """An imperfect of the third person and nothing else."""
    verbal = current.verbal and bool(current.verb) and not current.proclitics
    return verbal and all(
        one.aspect == "imperfect" and one.pos is Pos.VERB for one in current.readings
    )


_PRESENT: Condition[Word] = Condition(_is_present)
