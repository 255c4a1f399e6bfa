"""What a language model, tuned on sentences with known errors, holds for wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import exp

from ....detect import Context, Rule
from ....model import Category, Document, Finding, Message, Severity, Span
from ..suspicions.forms import other_forms
from ..variety import is_standard

_EVEN = 3.5  # odds at which one mark in two is right
_DOUBTED = 2.0  # odds from which another form of the word is tried
_FOUND = 3.0  # odds that such a form adds where it makes the sentence likelier
_WORD = re.compile("[\u0621-\u0652]+")
_ARABIC = re.compile("[\u0621-\u064a]{2}")


class LooksWrong(Rule):
    """Words that look to the model like those of broken sentences; no rule says what is wrong."""

    code, kind, category = "F101", "wording", Category.UNIDIOMATIC
    severity, confidence = Severity.MINOR, 0.6
    reads_marks = True
    least_odds = 3.5
    needed_gain = 6.0
    title = Message("wording that looks wrong", "صياغة يُرجَّح أن فيها خطأ")
    reason = Message(
        "To a language model that has learned from machine translations these words look wrong.",
        "تبدو هذه الكلمات خطأ لنموذج لغوي تعلم من نصوص مترجمة آليا.",
    )
    flags = ("قالت الوزارة إن المدارس ستبقى ⟦مغلق⟧ حتى يوم الأحد المقبل",)
    passes = (
        "قالت الوزارة إن المدارس ستبقى مغلقة حتى يوم الأحد المقبل",
        "وصلت الوزيرة مساء أمس. وقالت إن المحادثات ستبدأ يوم الأحد المقبل",
    )

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        """Nothing: only a language model that reads along sees it."""
        return iter(())

    def marked(self, doc: Document, marks: Sequence[tuple[Span, float]]) -> Iterator[Finding]:
        if not is_standard(doc):
            return  # the model learned from written Arabic
        openings = [sentence.span.start for sentence in doc.sentences[1:]]
        for span, odds in marks:
            # The subject of a verb that opens a sentence may stand in the one before, unseen.
            if any(span.start <= start < span.end for start in openings):
                continue
            if odds >= self.least_odds and _ARABIC.search(span.of(doc.text)):
                yield self.finding(doc, span, confidence=_sure(odds))
            if odds >= _DOUBTED:
                yield from self._reworded(doc, span, odds)

    def _reworded(self, doc: Document, span: Span, odds: float) -> Iterator[Finding]:
        """Every word of a stretch with the forms that may have been meant."""
        for match in _WORD.finditer(doc.text, span.start, span.end):
            forms = other_forms(match.group())
            if forms:
                place = Span(*match.span())
                yield self.finding(doc, place, suggest=forms, confidence=_sure(odds + _FOUND))


def _sure(odds: float) -> float:
    return round(min(0.95, 1 / (1 + exp(_EVEN - odds))), 2)
