"""Forms read by hand: every expected reading must be there, no excluded one may be."""

from __future__ import annotations

import pytest

from tadqiq.languages.ar.morphology import readings
from tadqiq.model import Reading

# form: readings that must be there, as pos gender number state case ("-" for open)
EXPECTED = """
رئيس: noun m s - -
الرئيسة: noun f s d -
رؤساء: noun m p - -
نائبان: noun m d - n
نائبين: noun m d - ag
وزيرتان: noun f d - n
مدن: noun f p - -
المدينة: noun f s d -
دولتين: noun f d - ag
دول: noun f p - -
شركات: noun f p - -
مطارات: noun m p - -
الاجتماعات: noun m p d -
أحزاب: noun m p - -
أسلحة: noun - p - -
مدارس: noun f p - -
مشاريع: noun m p - -
عمال: noun m p - -
أطباء: noun m p - -
جنود: noun m p - -
صواريخ: noun m p - -
مواطنون: noun m p - n
مواطني: noun m p c ag
لاعبو: noun m p c n
معلموها: noun m p c n
معلميها: noun m p c ag
شمس: noun f s - -
الأرض: noun f s d -
نارا: noun f s i a
يدها: noun f s - -
عينان: noun f d - n
ريح: noun f s - -
بئر: noun f s - -
أفعى: noun f s - -
صحراء: noun f s - -
ذكرى: noun f s - -
سوقا: noun - s i a
الطريق: noun - s d -
خليفة: noun m s - -
مستشفى: noun m s - -
محامٍ: noun m s i ng
القاضي: noun m s d -
لقاؤهما: noun m s - n
لقاءهما: noun m s - a
لقائهما: noun m s - g
أبناؤها: noun m p - n
أبناءها: noun m p - a
أبنائها: noun m p - g
أخاه: noun m s c a
أخوك: noun m s c n
ذو: noun m s c n
ذات: noun f s c -
كبير: adjective m s - -
كبيرة: adjective f s - -
الكبرى: adjective f s d -
أكبر: adjective - - - -
جدد: adjective m p - -
فقراء: noun m p - -
سوداء: adjective f s - -
الأسود: adjective - - d -
جديدتان: adjective f d - n
المتحدة: adjective f s d -
الدوليين: adjective m p d ag
عسكريون: adjective m p - n
نووي: adjective m s - -
الخارجية: adjective f s d -
البرازيلي: adjective m s d -
السنغاليون: adjective m p d n
والكازاخستانية: adjective f s d -
للفلبينيين: adjective m p d ag
إثيوبيا: adjective m s i a | name f s d -
الشيشانيات: adjective f p d -
فرنسا: name f s d -
بفرنسا: name f s d -
والقاهرة: name f s d -
للرياض: name f s d -
لبنان: name - s d -
العراق: name m s d -
زيلينسكي: name - s d -
فاطمة: name f s d -
أنجيلا: name f s d -
محمود: name m s d -
حماس: name f s d -
الناتو: name m s d -
غوغل: name f s d -
يونيو: name m s d -
هذان: demonstrative m d - n
لهذه: demonstrative f s - -
تلك: demonstrative f s - -
هؤلاء: demonstrative - p - -
بذلك: demonstrative m s - -
الذي: relative m s - -
اللتين: relative f d - ag
اللواتي: relative f p - -
والذين: relative m p - -
هي: pronoun f s - -
وهم: pronoun m p - -
خمسة: numeral f - - -
خمس: numeral m - - -
ثلاثون: numeral - - - n
الأربعين: numeral - - d ag
مليونا: numeral m s i a | numeral m d c n
ثلاثتهم: numeral f - - -
مئتي: numeral f d c ag
آلاف: numeral m p - -
إحدى: noun f s - -
"""

# form: person gender number aspect
VERBS = """
قال: 3 m s perfect
قالت: 3 f s perfect
قالوا: 3 m p perfect
قالتا: 3 f d perfect
يقول: 3 m s imperfect
تقول: 3 f s imperfect
يقولون: 3 m p imperfect
يقولوا: 3 m p imperfect
يقلن: 3 f p imperfect
ستعلن: 3 f s imperfect
وسيعلنون: 3 m p imperfect
ليعلن: 3 m s imperfect
استهدفت: 3 f s perfect
انهارت: 3 f s perfect
كانت: 3 f s perfect
كان: 3 m s perfect
ليست: 3 f s perfect
قتلتهم: 3 f s perfect
يستهدفان: 3 m d imperfect
نقول: 1 - p imperfect
أفادت: 3 f s perfect
يدعون: 3 m p imperfect
قضت: 3 f s perfect
أتتذكرون: 2 m p imperfect
"""

# a form and a part of speech nobody would give it
NEVER = """
في: noun verb adjective name
عن: noun verb
كان: noun adjective particle conjunction
التي: noun verb
جديد: noun verb
حكومة: verb adjective
الأول: noun verb
مدينة: verb
لكن: verb noun
ولاية: relative particle name
يجب: noun
"""

NON_WORDS = (
    "استعادةها حكومةهم المدرسةنا قضىت التجمعاات الروؤساء تنتنمي للمواطنيين الحكومةة يستخدممون"
)


def rows(text: str) -> list[tuple[str, str]]:
    """Form and expectation of every line."""
    return [
        (form, rest.strip())
        for form, _, rest in (line.partition(":") for line in text.strip().split("\n"))
    ]


def shown(hit: Reading) -> str:
    return " ".join(
        part or "-" for part in (hit.pos.value, hit.gender, hit.number, hit.state, hit.case)
    )


@pytest.mark.parametrize(("form", "expected"), rows(EXPECTED))
def test_a_noun_shows_gender_number_definiteness_and_case(form: str, expected: str) -> None:
    assert {one.strip() for one in expected.split("|")} <= set(map(shown, readings(form)))


@pytest.mark.parametrize(("form", "expected"), rows(VERBS))
def test_a_verb_shows_who_acts(form: str, expected: str) -> None:
    found = {
        " ".join(part or "-" for part in (hit.person, hit.gender, hit.number, hit.aspect))
        for hit in readings(form)
    }
    assert expected in found


@pytest.mark.parametrize(("form", "excluded"), rows(NEVER))
def test_a_reading_nobody_means_is_left_out(form: str, excluded: str) -> None:
    assert not {hit.pos.value for hit in readings(form)} & set(excluded.split())


@pytest.mark.parametrize("form", NON_WORDS.split())
def test_a_misspelt_word_is_unknown_and_no_name(form: str) -> None:
    assert readings(form) == ()


@pytest.mark.parametrize(
    "form", ["كوفاتشيتش", "ليفينغستون", "بيركينهيد", "أريزابالاغا", "وسيمبسون"]
)
def test_an_unlisted_foreign_name_is_taken_for_a_name(form: str) -> None:
    assert {hit.pos.value for hit in readings(form)} == {"name"}


@pytest.mark.parametrize(
    "form", ["تكنولوجي", "استحواذ", "المسعفون", "تغريدة", "مذعورة", "صادقون", "شاطئية"]
)
def test_a_regular_formation_that_dictionaries_lack_is_known(form: str) -> None:
    found = readings(form)
    assert found
    assert not any(hit.source == "guess" for hit in found)


@pytest.mark.parametrize(
    ("form", "human"), [("وزراء", True), ("رجال", True), ("صواريخ", False), ("قرارات", False)]
)
def test_plurals_of_people_are_told_from_plurals_of_things(form: str, human: bool) -> None:
    assert {hit.human for hit in readings(form) if hit.number == "p"} == {human}


@pytest.mark.parametrize("form", ["تدمير", "استعادة", "انسحاب", "اتفاق", "مناقشة", "إعلان"])
def test_verbal_nouns_are_marked(form: str) -> None:
    assert any(hit.masdar for hit in readings(form))


def test_hamza_and_final_ya_may_be_written_loosely() -> None:
    assert {hit.lemma for hit in readings("الامريكى")} & {"أمريكي"}


def test_readings_are_shared_between_calls() -> None:
    assert readings("الحكومة") is readings("الحكومة")
