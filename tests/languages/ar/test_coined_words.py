"""Words that a machine coins, and what is meant by them."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs
import pytest

from tadqiq import fluency
from tadqiq.detect import Context, detect
from tadqiq.languages.ar.morphology.coined import meant
from tadqiq.languages.ar.rules.word_form import NoSuchWord
from tadqiq.pipeline.second_reading import read

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


@pytest.fixture(scope="module")
def reader():
    if not fluency.available("ar"):
        pytest.skip("needs the extra: pip install 'tadqiq[fluency]'")
    cache = Path(os.environ.get("TADQIQ_CACHE") or platformdirs.user_cache_dir("tadqiq"))
    return fluency.load(cache, lambda stage, done, total: None)


@pytest.mark.parametrize(("coined", "right", "text"), COINED)
def test_the_model_tells_a_coined_word_from_its_sentence(document, reader, coined, right, text):
    rules = (NoSuchWord(),)
    doc = document("one", text)
    found = read(doc, detect(doc, rules), rules, Context(), reader)
    assert [(one.quote, one.suggestions[0].replacement) for one in found] == [(coined, right)]


def test_a_word_the_newsroom_allows_is_not_asked_about(document):
    doc = document("one", COINED[0][2])
    context = Context(allowed=frozenset({"خبيرون"}))
    assert not list(NoSuchWord().suspected(doc, context))
    assert list(NoSuchWord().suspected(doc, Context()))
