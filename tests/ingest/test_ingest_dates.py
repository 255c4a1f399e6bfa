"""Dates as feeds and people write them."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tadqiq.ingest.dates import when

EVENING = datetime(2025, 7, 4, 18, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    "text",
    [
        "2025-07-04T18:30:00Z",
        "2025-07-04 21:30+03:00",
        "Fri, 04 Jul 2025 18:30:00 GMT",
        "Fri, 4 Jul 2025 14:30 -0400",
        "04 Jul 25 14:30:00 EDT",
        "4 يوليو 2025 18:30",
        "الجمعة، ٤ يوليو ٢٠٢٥ - ١٨:٣٠",
        "الجمعة 04 تموز 2025 6:30 مساءً",
        "4 تموز/يوليو 2025، الساعة 18:30 بتوقيت غرينتش",
        "4 يوليو (تموز) 2025 6:30 م",
        "21:30 بتوقيت مكة 4 يوليو 2025",
        "9 محرم 1447 هـ الموافق 4 يوليو 2025 م 18:30",
        "4 جويلية 2025 18:30",
        "٤ يُولْيُو ٢٠٢٥، 18:30",
        "الجمعة, 04 يوليو 2025 21:30:00 +0300",
    ],
)
def test_one_evening_in_many_ways(text):
    assert when(text) == (EVENING, None) or when(text)[0] == EVENING


@pytest.mark.parametrize(
    ("text", "month"),
    [
        ("4 كانون الثاني 2025", 1),
        ("4 شباط 2025", 2),
        ("4 آذار 2025", 3),
        ("4 أبريل 2025", 4),
        ("4 نيسان 2025", 4),
        ("4 أيار 2025", 5),
        ("4 حزيران 2025", 6),
        ("4 آب 2025", 8),
        ("4 أغسطس 2025", 8),
        ("4 غشت 2025", 8),
        ("4 أيلول 2025", 9),
        ("4 تشرين الأول 2025", 10),
        ("4 تشرين الثاني 2025", 11),
        ("4 كانون الأول 2025", 12),
        ("4 دجنبر 2025", 12),
    ],
)
def test_months_of_the_levant_egypt_and_the_maghreb(text, month):
    assert when(text)[0] == datetime(2025, month, 4, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "day", "hijri"),
    [
        ("9 محرم 1447 هـ", (2025, 7, 4), "1447-01-09"),
        ("١٥ محرم ١٤٤٦هـ", (2024, 7, 21), "1446-01-15"),
        ("1 رمضان 1445", (2024, 3, 11), "1445-09-01"),
        ("الأحد 10 ذي الحجة 1445 هـ", (2024, 6, 16), "1445-12-10"),
        ("12 ربيع الأول عام 1446", (2024, 9, 15), "1446-03-12"),
    ],
)
def test_a_date_in_the_islamic_calendar_alone_is_converted(text, day, hijri):
    assert when(text) == (datetime(*day, tzinfo=UTC), hijri)


def test_an_islamic_date_keeps_its_hour():
    assert when("15 محرم 1446 هـ 6:30 مساء بتوقيت مكة")[0] == datetime(
        2024, 7, 21, 15, 30, tzinfo=UTC
    )


@pytest.mark.parametrize("text", ["30 محرم 1446 هـ", "15 محرم 1250 هـ", "15 محرم", "31 رجب 1446"])
def test_an_islamic_day_that_there_is_not_is_no_date(text):
    assert when(text)[0] is None


@pytest.mark.parametrize(
    "text", ["", "أمس", "04/07/2025", "31 شباط 2025", "4 يوليو", "قبل ساعتين", "x" * 5000,
             "4 يوليو 2025 عدل في 5 يوليو 2025"]
)  # fmt: skip
def test_what_is_not_sure_is_no_date(text):
    assert when(text) == (None, None)


@given(st.text(max_size=60))
def test_no_text_breaks_the_reading_of_dates(text):
    moment, hijri = when(text)
    assert moment is None or moment.tzinfo is not None
    assert hijri is None or len(hijri) == 10
