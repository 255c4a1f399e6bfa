"""A length of time is one however it is put, and another one departs."""

from __future__ import annotations

import pytest

from tadqiq.drift.durations import durations
from tadqiq.drift.reading import Reading

DAY = 86_400.0
SIBLINGS = (
    "قال محامي الحزب إنه سيستأنف الحكم خلال 14 يوما أمام المحكمة في نيروبي.",
    "يعتزم محامي الحزب استئناف حكم المحكمة في نيروبي في غضون 14 يوما.",
)


@pytest.fixture
def seconds(document, vectors):
    """The lengths of time that a sentence tells of."""

    def found(text):
        doc = document("a", text)
        return [sorted(one.seconds) for one in durations(Reading(doc, vectors([doc])[0]), 0)]

    return found


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("استمرت المحادثات أسبوعين في جنيف.", 14.0),
        ("دام الإضراب 148 يوما في هوليوود.", 148.0),
        ("عاد الرجل إلى بيته بعد يومين ونصف اليوم.", 2.5),
        ("أغلقت المدارس نصف يوم بسبب العاصفة.", 0.5),
        ("استغرقت الرحلة ساعة وخمسين دقيقة.", 110 / 1440),
        ("توقف القطار منذ أسبوع بسبب العاصفة.", 7.0),
    ],
)
def test_a_length_of_time_is_told_in_words_and_figures(seconds, text, days):
    (length,) = seconds(text)
    assert length == pytest.approx([days * DAY])


@pytest.mark.parametrize(
    "text",
    [
        "يبدأ المعرض في شهر مارس المقبل.",
        "بلغت سرعة الرياح 220 كيلومترا في الساعة.",
        "بدأت الجلسة في الساعة السادسة.",
    ],
)
def test_a_date_or_a_rate_is_no_length(seconds, text):
    assert seconds(text) == []


@pytest.mark.parametrize(
    ("length", "departs"),
    [("أسبوعين", False), ("أسبوعين تقريبا", False), ("شهرين", True), ("48 ساعة", True)],
)
def test_another_length_departs(departures, length, departs):
    text = f"سيستأنف محامي الحزب حكم المحكمة في نيروبي خلال {length}."
    assert bool(departures(text, SIBLINGS)) is departs
