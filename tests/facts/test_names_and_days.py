"""Names meet across scripts, days across languages."""

from __future__ import annotations

import pytest

from tadqiq.facts import days, quantities, read, skeleton
from tadqiq.languages import profile_for
from tadqiq.model import Article
from tadqiq.text import segment


@pytest.mark.parametrize(
    "spellings",
    [
        ("زيلينسكي", "Zelensky", "Зеленский"),
        ("ترامب", "Trump", "Трамп"),
        ("بوتين", "Putin", "Poutine", "Путин"),
        ("أكسيوس", "آكسيوس", "Axios"),
        ("ليفينجستون", "Livingston"),
    ],
)
def test_spellings_of_one_name_share_their_consonants(spellings):
    assert len({skeleton(name) for name in spellings}) == 1


def test_different_names_do_not_meet():
    names = ("زيلينسكي", "بوتين", "ماكرون", "أردوغان", "نتنياهو", "ميرتس")
    assert len({skeleton(name) for name in names}) == len(names)


@pytest.mark.parametrize(
    ("lang", "text", "found"),
    [
        ("ar", "وصل الوزير يوم الجمعة", (4, None, None)),
        ("ar", "وصل الوزير في 14 تشرين الثاني", (None, 11, 14)),
        ("ar", "وصل الوزير في ١٤ نوفمبر", (None, 11, 14)),
        ("en", "he arrived on Friday", (4, None, None)),
        ("en", "he arrived on 14 November", (None, 11, 14)),
        ("fr", "il est arrivé vendredi", (4, None, None)),
        ("ru", "он прибыл в пятницу", (4, None, None)),
    ],
)
def test_a_day_is_recognised(lang, text, found):
    doc = segment(Article(id="a", text=text, lang=lang), profile_for)
    words = read(doc)[0]
    (day,) = days(words, quantities(doc)[0], doc.profile.lexis)
    assert (day.weekday, day.month, day.day) == found
