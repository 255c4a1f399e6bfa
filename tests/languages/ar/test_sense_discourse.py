"""Wrong senses that one sentence alone does not show."""

from __future__ import annotations

from tadqiq.detect import Context, detect
from tadqiq.languages import load, profile_for
from tadqiq.model import Article, Document, Finding
from tadqiq.text import segment

RULES = [rule for rule in load("ar").rules if rule.code.startswith("C10")]


def document(name: str, text: str) -> Document:
    return segment(Article(id=name, text=text, lang="ar"), profile_for)


def wrong(text: str, *siblings: str) -> tuple[Finding, ...]:
    told = tuple(document(f"s{number}", sibling) for number, sibling in enumerate(siblings))
    return detect(document("a", text), RULES, Context(siblings=told))


SHOWN = "أجرى الرئيس دعوة هاتفية مع نظيره الفرنسي يوم الخميس."
OPEN = "وقال مصدر مطلع على الدعوة إن الرئيسين ناقشا ملف الطاقة."


def test_a_word_shown_to_be_wrong_is_wrong_again_further_down() -> None:
    assert [finding.quote for finding in wrong(f"{SHOWN} {OPEN}")] == ["دعوة", "الدعوة"]


def test_alone_the_same_word_is_left_alone() -> None:
    assert wrong(OPEN) == ()


def test_the_second_place_is_less_sure_than_the_first() -> None:
    first, second = wrong(f"{SHOWN} {OPEN}")
    assert second.confidence < first.confidence


def test_a_sibling_that_says_the_same_with_the_right_word_is_shown_as_evidence() -> None:
    raw = "ضربت إضرابات جوية العاصمة كييف ليلا. وأجبر الهجوم المصنع النووي في زابوريجيا على الاعتماد على مولدات الطوارئ."
    sibling = "اعتمدت محطة زابوريجيا النووية على مولدات الطوارئ بعد الهجوم على خطوط الكهرباء."
    found = [finding for finding in wrong(raw, sibling) if finding.evidence]
    for finding in found:
        (evidence,) = finding.evidence
        assert evidence.span.of(sibling) == evidence.quote
    assert "المصنع" in [finding.quote for finding in wrong(raw, sibling)]


def test_good_siblings_make_no_good_article_wrong() -> None:
    good = "أدلى الناخبون بأصواتهم أمس، وقالت اللجنة إن الإقبال كان كبيرا في العاصمة."
    assert wrong(good, "صوت الناخبون أمس في العاصمة، وكانت نسبة المشاركة كبيرة وفق اللجنة.") == ()
