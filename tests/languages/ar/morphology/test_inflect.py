"""Suggestions are words in the form that was asked for, or nothing."""

from __future__ import annotations

from typing import Any

import pytest

from tadqiq.languages.ar.morphology import inflect, swap_pronoun
from tadqiq.model import Pos


@pytest.mark.parametrize(
    ("form", "asked", "expected"),
    [
        ("الجديد", {"gender": "f"}, "الجديدة"),
        ("جديدة", {"gender": "m"}, "جديد"),
        ("جديدة", {"gender": "m", "case": "a"}, "جديدا"),
        ("الكبيرة", {"gender": "m", "number": "p"}, "الكبار"),
        ("الجدد", {"gender": "f", "number": "s"}, "الجديدة"),
        ("الأمريكيين", {"case": "n"}, "الأمريكيون"),
        ("والأوكرانيون", {"case": "ag"}, "والأوكرانيين"),
        ("المسؤول", {"number": "p", "case": "n"}, "المسؤولون"),
        ("مدينة", {"number": "d", "case": "n"}, "مدينتان"),
        ("جديد", {"definite": True}, "الجديد"),
        ("للجديد", {"definite": False}, "لجديد"),
        ("لجديد", {"definite": True}, "للجديد"),
        ("الروسية", {"gender": "m"}, "الروسي"),
        ("البطيء", {"gender": "f"}, "البطيئة"),
        ("هذا", {"gender": "f"}, "هذه"),
        ("لهذه", {"gender": "m"}, "لهذا"),
        ("الأول", {"gender": "f"}, "الأولى"),
        ("أخرى", {"gender": "m"}, "آخر"),
        ("الذي", {"gender": "f"}, "التي"),
        ("التي", {"gender": "m", "number": "p"}, "الذين"),
        ("أعلن", {"gender": "f"}, "أعلنت"),
        ("وأعلنت", {"gender": "m"}, "وأعلن"),
        ("قضت", {"gender": "m"}, "قضى"),
        ("قضى", {"gender": "f"}, "قضت"),
        ("دعا", {"gender": "f"}, "دعت"),
        ("سيعلن", {"gender": "f"}, "ستعلن"),
        ("تستمر", {"gender": "m"}, "يستمر"),
        ("يقول", {"number": "p"}, "يقولون"),
        ("قال", {"number": "p"}, "قالوا"),
        ("تكون", {"gender": "m"}, "يكون"),
    ],
)
def test_a_word_is_put_into_the_form_asked_for(
    form: str, asked: dict[str, Any], expected: str
) -> None:
    assert inflect(form, **asked) == expected


@pytest.mark.parametrize(
    ("form", "asked"),
    [("في", {"gender": "f"}), ("زيلينسكي", {"number": "p"}), ("استعادةها", {"gender": "m"})],
)
def test_no_form_is_made_up(form: str, asked: dict[str, Any]) -> None:
    assert inflect(form, **asked) is None


@pytest.mark.parametrize(
    ("form", "gender", "expected"),
    [
        ("بأنها", "m", "بأنه"),
        ("إليه", "f", "إليها"),
        ("وزيرهم", "f", "وزيرهن"),
        ("كتاب", "m", None),
    ],
)
def test_a_pronoun_suffix_changes_gender(form: str, gender: str, expected: str | None) -> None:
    assert swap_pronoun(form, gender) == expected


def test_a_verb_that_may_be_an_adjective_stays_a_verb_where_one_is_asked_for() -> None:
    assert inflect("يسير", gender="f", number="s", pos=Pos.VERB) == "تسير"
