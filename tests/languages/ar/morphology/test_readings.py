"""The readings an Arabic editor would give a word form."""

from __future__ import annotations

import pytest

from tadqiq.languages.ar.morphology import readings
from tadqiq.model import Pos, Reading


def features(hit: Reading) -> tuple[str, str, str, str, str]:
    """Part of speech, gender, number, state and case."""
    return (hit.pos.value, hit.gender, hit.number, hit.state, hit.case)


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("وزير", ("noun", "m", "s", "", "")),
        ("الوزيرة", ("noun", "f", "s", "d", "")),
        ("وزراء", ("noun", "m", "p", "", "")),
        ("القضايا", ("noun", "f", "p", "d", "")),
        ("قرارات", ("noun", "m", "p", "", "")),
        ("الحكومات", ("noun", "f", "p", "d", "")),
        ("الحرب", ("noun", "f", "s", "d", "")),
        ("سماؤنا", ("noun", "f", "s", "", "n")),
        ("سماءنا", ("noun", "f", "s", "", "a")),
        ("سمائنا", ("noun", "f", "s", "", "g")),
        ("المسؤولون", ("noun", "m", "p", "d", "n")),
        ("المسؤولين", ("noun", "m", "p", "d", "ag")),
        ("مسؤولو", ("noun", "m", "p", "c", "n")),
        ("مدينتان", ("noun", "f", "d", "", "n")),
        ("كتاباً", ("noun", "m", "s", "i", "a")),
        ("كتابٌ", ("noun", "m", "s", "i", "n")),
        ("أبو", ("noun", "m", "s", "c", "n")),
        ("أباها", ("noun", "m", "s", "c", "a")),
        ("للجمهورية", ("noun", "f", "s", "d", "")),
        ("والأوكرانيين", ("noun", "m", "p", "d", "ag")),
        ("الأوكرانيون", ("adjective", "m", "p", "d", "n")),
        ("الامريكي", ("adjective", "m", "s", "d", "")),
        ("هذه", ("demonstrative", "f", "s", "", "")),
        ("اللذين", ("relative", "m", "d", "", "ag")),
    ],
)
def test_a_form_has_the_reading_its_letters_show(
    form: str, expected: tuple[str, str, str, str, str]
) -> None:
    assert expected in {features(hit) for hit in readings(form)}


@pytest.mark.parametrize("form", ["استعادةها", "ززززز", "المدرسةهم"])
def test_what_is_no_word_has_no_reading(form: str) -> None:
    assert readings(form) == ()


@pytest.mark.parametrize(
    ("form", "pos"),
    [("من", Pos.PREPOSITION), ("هذا", Pos.DEMONSTRATIVE), ("إليهم", Pos.PREPOSITION)],
)
def test_a_closed_class_word_is_never_an_odd_noun_or_verb(form: str, pos: Pos) -> None:
    found = {hit.pos for hit in readings(form)}
    assert pos in found
    assert not found & {Pos.NOUN, Pos.VERB, Pos.ADJECTIVE, Pos.NAME}


def test_the_masculine_and_the_feminine_verb_are_told_apart() -> None:
    third = {
        form: {hit.gender for hit in readings(form) if hit.person == "3" and hit.number == "s"}
        for form in ("أعلنت", "أعلن", "تعلن", "يعلن")
    }
    assert third == {"أعلنت": {"f"}, "أعلن": {"m"}, "تعلن": {"f"}, "يعلن": {"m"}}


def test_tashkeel_excludes_readings() -> None:
    assert {hit.lemma for hit in readings("كِتاب")} == {"كتاب"}
