"""What the language model makes of doubts about agreement, on sentences that rules leave alone."""

from __future__ import annotations

import pytest

from tadqiq import fluency
from tadqiq.languages import load

pytestmark = pytest.mark.skipif(
    not fluency.available("ar"), reason="needs the extra: pip install 'tadqiq[fluency]'"
)
RULES = [rule for rule in load("ar").rules if rule.code.startswith("A")]


@pytest.fixture
def told(reread):
    return lambda text: set(reread(text, RULES))


@pytest.mark.parametrize(
    ("wrong", "quote", "right"),
    [
        ("انتقد الوزير هذه إجراءات بشدة في مؤتمر صحفي.", "إجراءات", "الإجراءات"),
        ("قال المتحدث باسم هيئة الإندونيسية ذلك أمس.", "هيئة الإندونيسية", "الهيئة الإندونيسية"),
        ("أثنى الوزير على القناة رياضية في كلمته.", "رياضية", "الرياضية"),
        ("استدعت لجنة التحقيق مسؤولون كبارا في الوزارة.", "مسؤولون", "مسؤولين"),
    ],
)
def test_an_error_that_only_the_whole_sentence_shows_is_told_with_its_correction(
    told, wrong, quote, right
):
    assert (quote, right) in told(wrong)
    assert not told(wrong.replace(quote, right))


@pytest.mark.parametrize(
    "text",
    [
        "قال زعيم المعارضة إن المسيرة سلمية، وإن من حق الناس أن يعبروا عن غضبهم.",
        "أوقف عطل في الفرن العمل في مصنع إسمنت بأنغولا.",
        "وقتل ثلاثة مدنيين في القصف على السوق، وأصيب عشرة آخرون.",
        "وصفق الجيران طويلا عندما نزل بها أحدهم سالمة.",
        "أودى حادث سير بين حافلتين في جنوب المغرب بحياة أحد عشر شخصا.",
    ],
)
def test_good_sentences_that_look_doubtful_are_left_alone(told, text):
    assert not told(text)
