"""What a language model, tuned on sentences with known errors, holds for wrong."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import exp

from ....detect import Context, Rule
from ....model import Category, Document, Finding, Message, Severity, Span
from ..variety import is_standard

_EVEN = 5.0  # odds at which one mark in two is right
_ARABIC = re.compile("[\u0621-\u064a]{2}")


class LooksWrong(Rule):
    """Words that look to the model like those of broken sentences; no rule says what is wrong."""

    code, kind, category = "F101", "wording", Category.UNIDIOMATIC
    severity, confidence = Severity.MINOR, 0.6
    reads_marks = True
    least_odds = 6.0
    title = Message("wording that looks wrong", "صياغة يُرجَّح أن فيها خطأ")
    reason = Message(
        "To a language model that has learned from machine translations these words look wrong.",
        "تبدو هذه الكلمات خطأ لنموذج لغوي تعلم من نصوص مترجمة آليا.",
    )
    flags = ("⟦أعلنت⟧ الوزير الجديد أن المحادثات ستبدأ يوم الأحد المقبل",)
    passes = (
        "أعلن الوزير الجديد أن المحادثات ستبدأ يوم الأحد المقبل",
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
            if odds < self.least_odds or not _ARABIC.search(span.of(doc.text)):
                continue
            # The subject of a verb that opens a sentence may stand in the one before, unseen.
            if not any(span.start <= start < span.end for start in openings):
                yield self.finding(doc, span, confidence=_sure(odds))


def _sure(odds: float) -> float:
    return round(min(0.95, 1 / (1 + exp(_EVEN - odds))), 2)
