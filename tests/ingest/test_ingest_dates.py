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


def test_a_hijri_date_alone_is_recognised_and_not_converted():
    assert when("9 محرم 1447 هـ") == (None, "1447-01-09")
    assert when("١٥ ذو القعدة ١٤٤٦هـ") == (None, "1446-11-15")


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
