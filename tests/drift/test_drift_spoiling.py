"""Good text in which one thing that it states is changed."""

from __future__ import annotations

import pytest

from tadqiq.pipeline import departed

TEXT = (
    "قال وزير الخارجية إن اليابان لم تطلب من الصين 15 مليون دولار قبل الأحد، "
    "وإن أسعار النفط قد ترتفع بعد الارتفاع الأخير."
)


def spoiled(name):
    return [one.of(TEXT) for found, one in departed(TEXT, "ar") if found == name]


@pytest.mark.parametrize(
    ("name", "states"),
    [
        ("meaning.number", "35 مليون دولار"),
        ("meaning.magnitude", "15 مليار"),
        ("meaning.date", "قبل الاربعاء"),
        ("meaning.name", "إن الصين لم تطلب"),
        ("meaning.roles", "إن الصين لم تطلب من اليابان"),
        ("meaning.negation", "اليابان تطلب من الصين"),
        ("meaning.certainty", "النفط ترتفع"),
        ("meaning.order", "دولار بعد الأحد"),
    ],
)
def test_one_statement_is_changed_and_nothing_else(name, states):
    assert any(states in text for text in spoiled(name))


def test_every_departure_differs_from_the_good_text():
    found = list(departed(TEXT, "ar"))
    assert found
    assert all(one.of(TEXT) != TEXT for _, one in found)


def test_a_language_without_words_for_facts_is_left_alone():
    assert list(departed("Ceci n'est pas un texte.", "xx")) == []
