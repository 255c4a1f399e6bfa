"""What is told of the words that a language model marks."""

from __future__ import annotations

import pytest

from tadqiq.detect import Context
from tadqiq.fluency import Mark
from tadqiq.languages import load, profile_for
from tadqiq.model import Article, Span
from tadqiq.pipeline.second_reading import read
from tadqiq.text import segment

SENTENCE = "قال الوزير إن بلاده ستشارك في المؤتمر الذي يعقد في جنيف الأسبوع المقبل."


class Marker:
    """Marks a word wherever it stands, and finds no correction likelier but one."""

    digest = "marker"

    def __init__(self, word, odds, right="", gain=0.0):
        self.word, self.odds = word, odds
        self.right, self.gain = right, gain

    def gains(self, changes):
        return [self.gain if one.replacement == self.right else 0.0 for one in changes]

    def marks(self, texts):
        return [self._of(text) for text in texts]

    def _of(self, text):
        start = text.find(self.word)
        if start < 0:
            return ()
        return (Mark(Span(start, start + len(self.word)), self.odds),)


def findings(text, reader, found=()):
    doc = segment(Article(id="a", text=text, lang="ar"), profile_for)
    return read(doc, found, load("ar").rules, Context(), reader)


def told(text, reader, found=()):
    return [(one.code, one.quote) for one in findings(text, reader, found)]


@pytest.fixture(scope="module")
def least():
    return next(rule.least_odds for rule in load("ar").rules if rule.code == "F101")


def test_a_word_that_surely_looks_wrong_is_told(least):
    assert told(SENTENCE, Marker("جنيف", least + 1)) == [("F101", "جنيف")]


def test_a_word_that_may_look_wrong_is_not_told(least):
    assert told(SENTENCE, Marker("جنيف", least - 1)) == []


def test_the_verb_that_opens_a_later_sentence_is_left_to_the_rules(least):
    two = f"{SENTENCE} وأوضحت أن بلاده مستعدة للحوار."
    assert told(two, Marker("وأوضحت", least + 1)) == []


def test_words_of_other_scripts_are_left_to_the_rules(least):
    assert told("طرحت الشركة هاتف iPhone الجديد في الأسواق.", Marker("iPhone", least + 1)) == []


def test_one_such_word_in_a_long_clean_text_is_held_back(least):
    long = " ".join(["وأكد الوفد أن المحادثات كانت مفيدة للطرفين ولدول الجوار كافة."] * 30)
    assert told(f"{SENTENCE} {long}", Marker("جنيف", least + 1)) == []


def test_spoken_arabic_is_not_measured_by_written(least):
    spoken = f"{SENTENCE} ده مش كويس علشان احنا عايزين نروح دلوقتي بس مفيش حد."
    assert told(spoken, Marker("جنيف", least + 1)) == []


BROKEN = SENTENCE.replace("يعقد في", "يعقد إلى")


def test_a_word_that_may_look_wrong_is_told_where_another_form_fits_much_better(least):
    (one,) = findings(BROKEN, Marker("إلى", least - 1, "في", gain=9.0))
    assert (one.code, one.quote) == ("F101", "إلى")
    assert [suggestion.replacement for suggestion in one.suggestions] == ["في"]


def test_and_not_where_it_fits_a_little_better(least):
    assert told(BROKEN, Marker("إلى", least - 1, "في", gain=2.0)) == []


def test_a_word_that_surely_looks_wrong_is_told_once_with_the_form_that_fits(least):
    (one,) = findings(BROKEN, Marker("يعقد إلى", least + 1, "في", gain=9.0))
    assert (one.quote, len(one.suggestions)) == ("إلى", 1)
