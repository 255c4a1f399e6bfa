"""Prepositions that English put behind an Arabic word, where only the whole sentence tells."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs
import pytest

from tadqiq import fluency
from tadqiq.detect import Context, detect
from tadqiq.languages.ar.rules.government import ForeignPreposition
from tadqiq.pipeline.second_reading import read

RULES = (ForeignPreposition(),)
WRONG = (
    ("ضد", "من", "وحذر خبراء الأرصاد في العاصمة ضد الاقتراب من الشواطئ خلال العاصفة."),
    ("من", "على", "وقال إن بلاده قادرة من مواجهة التحديات الاقتصادية."),
)
SOUND = (
    "وحذر خبراء الأرصاد في العاصمة من الاقتراب من الشواطئ خلال العاصفة.",
    "وأكد الوزير في مقابلة مع القناة أن المحادثات مستمرة.",
    "وحذر الوزير في بيان من عواقب التأخير.",
    "وتظاهر المئات في العاصمة ضد خطة الحكومة.",
)


@pytest.fixture(scope="module")
def reader():
    if not fluency.available("ar"):
        pytest.skip("needs the extra: pip install 'tadqiq[fluency]'")
    cache = Path(os.environ.get("TADQIQ_CACHE") or platformdirs.user_cache_dir("tadqiq"))
    return fluency.load(cache, lambda stage, done, total: None)


@pytest.mark.parametrize(("wrong", "right", "text"), WRONG)
def test_another_preposition_than_usual_is_doubted(document, wrong, right, text):
    doubted = RULES[0].suspected(document("one", text), Context())
    assert (wrong, right) in {(one.quote, one.suggestions[0].replacement) for one in doubted}


def test_a_word_with_its_own_preposition_is_not_doubted(document):
    doc = document("one", SOUND[2])
    assert list(RULES[0].suspected(doc, Context())) == []


def test_a_preposition_written_onto_its_noun_is_proposed_with_it(document):
    doc = document("one", "واتصل رئيس الحكومة على الوزير المكلف بالملف مساء أمس.")
    doubted = RULES[0].suspected(doc, Context())
    pairs = {(one.quote, one.suggestions[0].replacement) for one in doubted}
    assert ("على الوزير", "بالوزير") in pairs


@pytest.mark.parametrize(("wrong", "right", "text"), WRONG)
def test_the_model_tells_the_foreign_preposition(document, reader, wrong, right, text):
    doc = document("one", text)
    found = read(doc, detect(doc, RULES), RULES, Context(), reader)
    assert [(one.quote, one.suggestions[0].replacement) for one in found] == [(wrong, right)]


@pytest.mark.parametrize("text", SOUND)
def test_the_model_leaves_good_prepositions_alone(document, reader, text):
    doc = document("one", text)
    assert read(doc, detect(doc, RULES), RULES, Context(), reader) == ()
