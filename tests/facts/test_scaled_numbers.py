"""Number words that multiply and add up."""

from __future__ import annotations

import pytest

from tadqiq.facts import quantities
from tadqiq.languages import profile_for
from tadqiq.model import Article
from tadqiq.text import segment


@pytest.mark.parametrize(
    ("lang", "words", "value"),
    [
        ("ar", "ألف وثلاثمئة مليون", 1.3e9),
        ("ar", "ألف مليون", 1e9),
        ("ar", "مليونا وثلاثمئة ألف", 1.3e6),
        ("ar", "أربع وعشرين", 24.0),
        ("ar", "أحد عشر", 11.0),
        ("ar", "ربع مئة مليار", 25e9),
        ("ar", "ثلاثة أرباع", 0.75),
        ("ar", "خمس مليار", 0.2e9),
        ("ar", "ألفا مليون", 2e9),
        ("fr", "quatre-vingts", 80.0),
    ],
)
def test_number_words_make_the_number_that_they_mean(lang, words, value):
    doc = segment(Article(id="a", text=f"... {words} ...", lang=lang), profile_for)
    (found,) = (quantity for stated in quantities(doc) for quantity in stated)
    assert value in found.values
