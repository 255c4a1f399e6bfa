"""Agreement over many nouns and words around them, beyond the rules' own examples."""

from __future__ import annotations

import pytest

from tadqiq.detect import Rule, detect
from tadqiq.languages import load, profile_for
from tadqiq.model import Article
from tadqiq.text import segment

RULES: tuple[Rule, ...] = tuple(rule for rule in load("ar").rules if rule.code.startswith("A"))
FEMININE = ("الحكومة", "الشركة", "اللجنة", "المحكمة", "المنظمة", "الوزارة", "الصحيفة", "الشرطة")
MASCULINE = ("الوزير", "المجلس", "البرلمان", "الحزب", "الجيش", "الرئيس", "البنك", "المتحدث")


def found(text: str) -> set[str]:
    doc = segment(Article(id="t", text=text, lang="ar"), profile_for)
    return {finding.quote for finding in detect(doc, RULES)}


@pytest.mark.parametrize("noun", FEMININE)
def test_words_that_agree_with_a_feminine_noun_are_left_alone(noun: str) -> None:
    assert not found(f"قال المراقبون إن {noun} الجديدة التي رفضت الاتفاق مستعدة للحوار.")
    assert not found(f"أعلنت {noun} أن هذه الخطوة نهائية.")


@pytest.mark.parametrize("noun", MASCULINE)
def test_words_that_agree_with_a_masculine_noun_are_left_alone(noun: str) -> None:
    assert not found(f"قال المراقبون إن {noun} الجديد الذي رفض الاتفاق مستعد للحوار.")
    assert not found(f"أعلن {noun} أن هذا القرار نهائي.")


@pytest.mark.parametrize("noun", FEMININE)
def test_masculine_words_beside_a_feminine_noun_are_found(noun: str) -> None:
    assert found(f"انتقد المراقبون {noun} الجديد في بيان.") == {"الجديد"}
    assert found(f"قال المراقبون إن {noun} رفض الاتفاق.") == {"رفض"}
    assert found(f"قال المراقبون إن {noun} مستعد للحوار.") == {"مستعد"}
    assert found(f"أعلن {noun} أن الخطوة نهائية.") == {"أعلن"}
    assert found(f"انتقد المراقبون {noun} الذي رفضت الاتفاق.") == {"الذي"}


@pytest.mark.parametrize("noun", MASCULINE)
def test_feminine_words_beside_a_masculine_noun_are_found(noun: str) -> None:
    assert found(f"انتقد المراقبون {noun} الجديدة في بيان.") == {"الجديدة"}
    assert found(f"قال المراقبون إن {noun} رفضت الاتفاق.") == {"رفضت"}
    assert found(f"قال المراقبون إن {noun} مستعدة للحوار.") == {"مستعدة"}
    assert found(f"أعلنت {noun} أن القرار نهائي.") == {"أعلنت"}
    assert found(f"انتقد المراقبون {noun} التي رفض الاتفاق.") == {"التي"}


@pytest.mark.parametrize(
    "text",
    [
        "ضرب العاصمة زلزال قوي فجر اليوم.",
        "إن الشركة يديرها رجل أعمال معروف.",
        "أفادت الأنباء بأن المصنع توقفت أعماله.",
        "الأطفال قتل منهم عشرة في القصف.",
        "قال المتحدث باسم الحكومة البريطانية إن القرار نهائي.",
        "قالت الدفاع الروسية إن الهجوم فشل.",
        "الوفدان الأمريكي والروسي يجتمعان في جنيف.",
        "الدول الأعضاء في مجلس الأمن ترفض القرار.",
        "الشركات متعددة الجنسيات تواجه ضغوطا.",
        "عادت الطائرة سالمة إلى مطار القاهرة.",
        "بدت الوزيرة واثقة من الفوز.",
        "خلال الثلاثين عاما الماضية تغير كل شيء.",
        "رئيس الحكومة الإيطالي السابق يدلي بشهادته.",
        "وصل إلى المطار رئيسة وزراء إيطاليا.",
        "لم تقع إصابات في القرى التي عزلتها السيول.",
        "قال القادة العرب إنهم متفقون.",
        "من وجهة نظري هذا القرار صائب.",
        "احتفظت بصندوق والدي الخشبي في البيت.",
    ],
)
def test_turns_of_phrase_that_only_look_wrong_are_left_alone(text: str) -> None:
    assert not found(text)


def test_an_adjective_may_belong_to_either_term_of_an_annexation() -> None:
    assert not found("اجتمع رئيس اللجنة الجديد مع الوفد.")
    assert not found("اجتمع رئيس اللجنة الجديدة مع الوفد.")
    assert found("اجتمع رئيس المجلس الجديدة مع الوفد.") == {"الجديدة"}


def test_quotation_marks_do_not_hide_a_disagreement() -> None:
    assert found("وصف الخبراء الهجوم بأنها «الأعنف».") == {"بأنها"}
