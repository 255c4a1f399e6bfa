"""Prepositions that English put behind an Arabic word, where only the whole sentence tells."""

from __future__ import annotations

import pytest

from tadqiq.detect import Context
from tadqiq.languages.ar.rules.government import ForeignPreposition

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
def test_the_model_tells_the_foreign_preposition(reread, wrong, right, text):
    assert reread(text, RULES) == [(wrong, right)]


@pytest.mark.parametrize("text", SOUND)
def test_the_model_leaves_good_prepositions_alone(reread, text):
    assert reread(text, RULES) == []
