"""«أما» without the «فـ» that answers it."""

from __future__ import annotations

from collections.abc import Iterator

from ....detect import Condition, Context, Rule
from ....model import Category, Document, Finding, Message, Pos, Severity
from ..syntax.agreement import Line, Word, spots
from ..syntax.verbs import COMPLEMENTISERS, RELATIVES

_NO_TOPIC = frozenset({
    "إذا", "وقد", "قد", "لو", "إن", "أن", "كان", "آن", "بعد", "والله", "زال", "زلت", "أنه",
})  # fmt: skip
_OF_NOUNS = frozenset({"ليس", "ليست", "إن", "هو", "هي", "هم", "هناك"})
_PARTICLES = _OF_NOUNS | {"قد", "لم", "لن", "سوف", "لا"}
# What opens a clause of its own, whose verb is not the answer.
_EMBEDDING = RELATIVES.keys() | COMPLEMENTISERS | {
    "اللذين", "اللتين", "اللاتي", "اللواتي", "ما", "مما", "ممن", "كما", "كي", "لكي", "حتى", "حيث",
    "إذ", "إذا", "لو", "عندما", "حين", "حينما", "بعدما", "قبلما", "كلما", "بينما", "فيما", "لما",
    "وإذا", "وعندما", "بما", "عما", "وما", "منذ", "أي", "كيف", "ألا", "لئلا", "هل", "التي", "مهما",
}  # fmt: skip
_ALTERNATIVES = frozenset({"أو", "وإما", "إما", "وأما", "أم", "أما"})
_OPENING = frozenset({"", "،", ",", "؛", ";", ".", "…", "-", "–", "و"})
_APART = _ALTERNATIVES | frozenset({"؟", "?", ":", "!", "ف", "فـ"})
_AMMA: Condition[Word] = Condition(lambda current: current.form in {"أما", "وأما"})


class AmmaUnanswered(Rule):
    """«أما الوزير قال», «أما المفاوضات لم تحرز»: the clause after the topic opens with «فـ»."""

    code, kind, category = "S239", "grammar", Category.GRAMMAR
    severity, confidence = Severity.MAJOR, 0.9
    title = Message("«أما» without «فـ»", "«أما» بلا فاء في جوابها")
    reason = Message(
        "What «أما» introduces is answered by a clause that opens with «فـ».",
        "يجب اقتران جواب «أما» بالفاء.",
    )
    flags = (
        "أما المفاوضات بشأن تبادل الأسرى ⟦لم⟧ تحرز أي تقدم",
        "أما الوزير ⟦قال⟧ إن الحكومة لن تتراجع",
        "أما في لبنان ⟦أعلن⟧ الجيش حالة التأهب",
        "أما الوزيرة التي استقالت أمس ⟦رفضت⟧ التعليق على الأنباء",
        "أما بالنسبة للأسعار ⟦قد⟧ ارتفعت كثيرا",
    )
    passes = (
        "أما المفاوضات بشأن تبادل الأسرى فلم تحرز أي تقدم",
        "أما الوزير فقال إن الحكومة لن تتراجع",
        "أما الوزير الذي استقال أمس فرفض التعليق",
        "أما إذا رفضت الحكومة ذلك انسحب الحزب",
        "أما وقد انتهت الحرب عاد النازحون",
        "أما زلت تعمل في المصنع",
        "وأصبحت في الثلاثين أما لطفلين وتعمل في مصنع",
        "أما الحل، في رأي الخبراء الذين أعدوا التقرير، فهو التفاوض",
        "أما الطريق الثاني الذي سلكه الوفد",
        "أما قال الوزير إنه سيستقيل؟",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        for line, place in spots(doc, _AMMA):
            if place + 2 < len(line) and _has_topic(line, place):
                answer = _answer(line, place + 2)
                if answer is not None:
                    token = line.tokens[answer]
                    yield self.finding(doc, token.span, suggest=["ف" + token.text])


def _has_topic(line: Line, place: int) -> bool:
    """Whether the particle opens a sentence, a topic follows, and nothing may be the answer."""
    first = line.words[place + 1]
    if place and line.form(place - 1) not in _OPENING:
        return False
    if first.form in _NO_TOPIC or Pos.VERB in first.kinds or not first.kinds or first.tanwin:
        return False
    return not _is_answered(line, place + 1)


def _is_answered(line: Line, start: int) -> bool:
    """Whether a word may bear the «فـ», or «أما» may be no such particle here."""
    for current in line.words[start:]:
        form = current.form
        if form in _APART:
            return True
        joined = any("ف" in one.proclitics for one in current.readings)
        if form.startswith("ف") and (joined or not current.readings):
            return True
    return False


def _answer(line: Line, start: int) -> int | None:
    """The particle or the finite verb that opens the answer, clauses about the topic apart."""
    embedded = False
    for place in range(start, len(line)):
        current = line.words[place]
        if current.form in _EMBEDDING and not (current.form == "إن" and not embedded):
            embedded = True
        elif current.form in _PARTICLES:
            if not embedded:
                return place
            embedded = embedded and current.form not in _OF_NOUNS
        elif _is_finite(current) or (line.form(place - 1) in RELATIVES and current.verb):
            if not embedded and not current.proclitics - {"س"}:
                return place
            embedded = False
    return None


def _is_finite(current: Word) -> bool:
    return current.verbal and bool(current.verb)
