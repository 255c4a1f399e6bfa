"""Doubts: what a partner word makes suspect, and the form that would clear it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tadqiq.detect import Context, suspicions
from tadqiq.languages import load, profile_for
from tadqiq.model import Article
from tadqiq.text import segment

RULES = load("ar").rules
WORDS = [
    "القناة",
    "رياضية",
    "هذه",
    "إجراءات",
    "مسؤولون",
    "مفاوضون",
    "الاتحاد",
    "التي",
    "الذي",
    "سبعة",
    "مذكرات",
    "فيلم",
    "الأول",
    "إن",
    "أن",
    "سأواصل",
    "كانت",
    "متجها",
    "الطائرة",
    "ديمقراطية",
    "السائق",
    "الحافلة",
    "،",
    ".",
    "«",
    "»",
    "وقد",
    "لم",
    "يعقدون",
    "خمس",
    "12",
    "أبو",
    "ين",
    "ون",
    "ا",
]


def doubted(text: str) -> dict[str, tuple[str, ...]]:
    """What is suspected in a text, with what would be right."""
    doc = segment(Article(id="t", text=text, lang="ar"), profile_for)
    found: dict[str, tuple[str, ...]] = {}
    for one in suspicions(doc, RULES, Context(), known=()):
        forms = tuple(each.replacement for each in one.suggestions)
        found[one.quote] = found.get(one.quote, ()) + forms
    return found


@pytest.mark.parametrize(
    ("text", "wrong", "right"),
    [
        ("أجرى الرئيسان محادثتين هاتفية خلال أسبوع", "هاتفية", "هاتفيتين"),
        ("أثنى الوزير على القناة رياضية في كلمته", "رياضية", "الرياضية"),
        ("شاهد الجمهور فيلم الوثائقي في المهرجان", "فيلم الوثائقي", "الفيلم الوثائقي"),
        ("قالت الشرطة إن السيارة التي استخدم في الهجوم مسروقة", "استخدم", "استخدمت"),
        ("بات رئيس بلدية إسطنبول مرشح للرئاسة", "مرشح", "مرشحا"),
        ("كانت الفرقة في المنطقة جاهز للتدخل", "جاهز", "جاهزة"),
        ("قالت المتحدثة إن كانبرا سأواصل دعم جزر المحيط", "سأواصل", "ستواصل"),
        ("انتقد الوزير هذه إجراءات بشدة", "إجراءات", "الإجراءات"),
        ("قالت الفائزة إن ديمقراطية لا تبنى في يوم", "ديمقراطية", "الديمقراطية"),
        ("استدعت لجنة التحقيق مسؤولون كبارا في الوزارة", "مسؤولون", "مسؤولين"),
        ("انتقد مفاوضون الاتحاد الأوروبي بطء الإصلاحات", "مفاوضون", "مفاوضو"),
        ("تضررت شبكة الكهرباء الحديثة الذي تغذي الجنوب", "الذي", "التي"),
        ("رحبت المنظمة بهذا المبادرة النادرة", "بهذا", "بهذه"),
        ("أصدرت محكمة لاهاي سبعة مذكرات توقيف", "سبعة", "سبع"),
        ("ذكر المصدر المطلع إن الاحتياطي يكفي", "إن", "أن"),
    ],
)
def test_a_word_against_its_partner_is_doubted_with_the_form_that_fits(text, wrong, right):
    assert right in doubted(text)[wrong]


@pytest.mark.parametrize(
    "text",
    [
        "قال الوزير إن القناة الرياضية ستنقل المباريات كلها",
        "قالت الشرطة إن السيارة التي استخدمت في الهجوم مسروقة",
        "رحبت المنظمة بهذه المبادرة النادرة",
        "قال المتحدث باسم الوزارة إن المفاوضين وصلوا إلى جنيف",
        "تضررت شبكة الكهرباء التي تغذي الجنوب",
        "أصدرت المحكمة سبع مذكرات توقيف",
        "ذكر المصدر أن الاحتياطي يكفي لثلاثة أشهر",
    ],
)
def test_words_that_agree_are_not_doubted(text):
    assert doubted(text) == {}


def test_nothing_is_told_on_a_doubt_alone():
    from tadqiq.detect import detect

    doc = segment(
        Article(id="t", text="قال المتحدث باسم هيئة الإندونيسية ذلك أمس", lang="ar"), profile_for
    )
    assert not detect(doc, [rule for rule in RULES if rule.code.startswith("A")])


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_whatever_words_come_together_a_doubt_changes_what_it_quotes(text):
    for quote, forms in doubted(text).items():
        assert quote in text
        assert forms
        assert quote not in forms
        assert all(form.strip() for form in forms)
