"""The forms that may have been meant where a word looks wrong."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tadqiq.languages.ar.suspicions.forms import other_forms


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("الجديد", "الجديدة"),
        ("يعقدون", "يعقد"),
        ("ستشارك", "سيشارك"),
        ("مسؤولون", "مسؤولين"),
        ("أعلنت", "أعلن"),
        ("حكومته", "حكومتها"),
        ("قرار", "القرار"),
        ("وقرار", "والقرار"),
        ("للوزير", "الوزير"),
        ("الذي", "التي"),
        ("إنها", "أنها"),
        ("على", "في"),
        ("أبو", "أبي"),
        ("كبيرا", "كبير"),
    ],
)
def test_the_form_that_was_meant_is_among_them_either_way(written: str, meant: str) -> None:
    assert meant in other_forms(written)
    assert written in other_forms(meant)


@given(st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويءآأؤإئىة", max_size=9))
def test_they_are_other_words_each_once(form: str) -> None:
    found = other_forms(form)
    assert form not in found
    assert len(found) == len(set(found))
