"""A date in the Islamic calendar is the same day as its Gregorian one."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tadqiq.facts import quantities
from tadqiq.facts.hijri import gregorian
from tadqiq.languages import profile_for
from tadqiq.model import Article
from tadqiq.text import segment


def stated(text):
    doc = segment(Article(id="a", text=text, lang="ar"), profile_for)
    return quantities(doc)[0]


@pytest.mark.parametrize(
    "text",
    [
        "وقع الاتفاق في 15 محرم 1446 هـ في العاصمة.",
        "وقع الاتفاق يوم ١٥ محرم ١٤٤٦هـ في العاصمة.",
        "وقع الاتفاق في 15 محرم عام 1446 للهجرة.",
    ],
)
def test_an_islamic_date_means_the_gregorian_day_and_year(text):
    day, year = stated(text)
    assert 21 in day.values
    assert 2024 in year.values
    assert year.kind == "year"


def test_a_month_of_two_words_is_one():
    day, *_, year = stated("بدأت القمة في 9 ربيع الثاني 1446 في الرياض.")
    assert 12 in day.values
    assert 2024 in year.values


def test_a_country_that_saw_the_moon_a_day_later_is_not_contradicted():
    day, _ = stated("انتهت المهلة في 15 محرم 1446 هـ كما أعلن.")
    assert {20, 21, 22} <= day.values


@pytest.mark.parametrize("text", ["بلغ عدد الزوار في رمضان 1446 زائرا.", "وصل 15 وفدا في شعبان."])
def test_what_is_no_full_date_stays_a_count(text):
    assert all(one.kind == "count" and len(one.values) == 1 for one in stated(text))


@given(st.integers(0, 3000), st.integers(-2, 20), st.integers(-2, 40))
def test_no_date_breaks_the_calendar(year, month, day):
    found = gregorian(year, month, day)
    assert found is None or date(1924, 1, 1) < found < date(2078, 1, 1)
