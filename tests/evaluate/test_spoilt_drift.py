"""Recall of departures on faithful texts, each judged beside its own siblings."""

from __future__ import annotations

from tadqiq.evaluate import Passage, Verdict, evaluate_spoilt
from tadqiq.model import Span, Spoilt

GOOD = (Passage("a", "ar", "جاء 5\nثم ذهب"), Passage("b", "ar", "جاء 7"))


def spoil(text, lang):
    yield "number", Spoilt(Span(4, 5), "9")


def test_every_text_is_judged_whole_by_the_judge_that_knows_its_siblings():
    asked = []

    def beside(passage):
        def judge(text, lang):
            asked.append((passage.id, text))
            return Verdict((), 2, 100.0)

        return judge

    result = evaluate_spoilt(GOOD, spoil, beside(GOOD[0]), beside=beside)
    assert result.by_class["number"].tried == 2
    assert {("a", "جاء 9\nثم ذهب"), ("b", "جاء 9")} <= set(asked)
    assert ("a", "جاء 7") not in asked
