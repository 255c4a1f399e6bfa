"""A number means the same whoever writes it, in whatever script, word or separator."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tadqiq.facts import quantities
from tadqiq.languages import profile_for
from tadqiq.model import Article
from tadqiq.text import segment


def numbers(text, lang="ar"):
    doc = segment(Article(id="a", text=text, lang=lang), profile_for)
    return [quantity for stated in quantities(doc) for quantity in stated]


@pytest.mark.parametrize(
    ("lang", "text", "value"),
    [
        ("ar", "قتل 23 شخصا في الانفجار", 23),
        ("ar", "قتل ٢٣ شخصا في الانفجار", 23),
        ("ar", "قتل ثلاثة وعشرون شخصا في الانفجار", 23),
        ("ar", "حضر خمسة عشر نائبا", 15),
        ("ar", "حضر مئتان وخمسون نائبا", 250),
        ("ar", "حضر مائتين نائب", 200),
        ("ar", "جمعت الحملة 2,5 مليون دولار", 2.5e6),
        ("ar", "جمعت الحملة مليونين ونصف المليون دولار", 2.5e6),
        ("ar", "جمعت الحملة ثلاثة ملايين دولار", 3e6),
        ("ar", "نزح 12.500 شخص", 12500),
        ("ar", "نزح ١٢٬٥٠٠ شخص", 12500),
        ("ar", "قدرت الخسائر بـ800 مليون دولار", 8e8),
        ("ar", "وبـ3.5 مليار يورو اشترى الحصة", 3.5e9),
        ("en", "about 12,500 people fled", 12500),
        ("en", "twenty-three people were killed", 23),
        ("en", "two hundred and fifty people", 250),
        ("en", "a deal worth $2.8bn was signed", 2.8e9),
        ("fr", "12 500 personnes ont fui", 12500),
        ("fr", "quatre-vingt-dix personnes ont fui", 90),
        ("fr", "une perte de 2,5 millions d’euros", 2.5e6),
        ("ru", "более 12 500 человек бежали", 12500),
        ("ru", "тридцать пять человек бежали", 35),
    ],
)
def test_a_number_is_read_alike_in_digits_and_words(lang, text, value):
    assert any(value in quantity.values for quantity in numbers(text, lang))


def test_a_number_knows_its_kind_its_noun_and_that_it_is_approximate():
    (rate,) = numbers("رفع البنك الفائدة إلى 50 في المئة")
    (year,) = numbers("بدأت الحرب عام 2022.")
    (minutes,) = numbers("استغرقت المكالمة نحو 40 دقيقة")
    assert (rate.kind, year.kind) == ("percent", "year")
    assert (minutes.noun, minutes.loose) == ("دقيقه", True)


@pytest.mark.parametrize("text", ["طائرة F-16 أمريكية", "هاتف iPhone15 الجديد", "بحث أثناء الغوص"])
def test_names_and_words_that_look_like_numbers_are_none(text):
    assert numbers(text) == []


@given(st.integers(3, 999_999))
def test_arabic_indic_digits_and_separators_change_nothing(value):
    plain = numbers(f"نزح {value} شخص")
    indic = numbers(f"نزح {str(value).translate(str.maketrans('0123456789', '٠١٢٣٤٥٦٧٨٩'))} شخص")
    grouped = numbers(f"{value:,} people fled", "en")
    assert plain[0].agrees(indic[0])
    assert plain[0].agrees(grouped[0])


@given(st.text(max_size=200))
def test_any_text_can_be_read_and_every_span_lies_in_it(text):
    for quantity in numbers(text):
        assert 0 <= quantity.span.start < quantity.span.end <= len(text)
        assert quantity.values
