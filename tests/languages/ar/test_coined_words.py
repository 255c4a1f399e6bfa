"""Words that a machine coins, and what is meant by them."""

from __future__ import annotations

import pytest

from tadqiq.detect import Context
from tadqiq.languages.ar.morphology.coined import meant
from tadqiq.languages.ar.rules.word_form import NoSuchWord

COINED = (
    ("خبيرون", "خبراء", "وحذر خبيرون اقتصاديون من ارتفاع أسعار الطاقة في الشتاء المقبل."),
    ("تنسقة", "تنسيق", "وأكد الوزيران أهمية تنسقة الجهود بين البلدين في مكافحة الإرهاب."),
    ("الاصطناعة", "الاصطناعية", "وأطلقت الوكالة أحد الأقمار الاصطناعة من قاعدة في الصحراء."),
)


@pytest.mark.parametrize(("coined", "right", "_"), COINED)
def test_a_coined_word_has_a_usual_one_beside_it(coined, right, _):
    assert right in meant(coined)


@pytest.mark.parametrize(
    "form", ["خبراء", "مهندسون", "المغادرة", "والواصلة", "الحضورية", "محترق", "زيلينسكي", "ههههه"]
)
def test_what_news_says_or_forms_freely_is_left_alone(form):
    assert meant(form) == ()


@pytest.mark.parametrize(("coined", "right", "text"), COINED)
def test_the_model_tells_a_coined_word_from_its_sentence(reread, coined, right, text):
    assert reread(text, (NoSuchWord(),)) == [(coined, right)]


def test_a_word_the_newsroom_allows_is_not_asked_about(document):
    doc = document("one", COINED[0][2])
    context = Context(allowed=frozenset({"خبيرون"}))
    assert not list(NoSuchWord().suspected(doc, context))
    assert list(NoSuchWord().suspected(doc, Context()))
