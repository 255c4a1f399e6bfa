"""Wrong senses that no frame foresees: what is doubted, how seldom, and what the model says."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tadqiq.detect import Context, detect, suspicions
from tadqiq.languages.ar.rules.sense import NameReadAsWord, WrongSense
from tadqiq.languages.ar.senses.doubts import doubts

HUMAN = Path(__file__).parents[3] / "corpora" / "pairs" / "human.jsonl"
RULES = (WrongSense(), NameReadAsWord())
DOUBTFUL = (
    ("رسم", "تعادل", "رسم الفريق الزائر مع منافسه بهدفين لمثلهما في مباراة حضرها آلاف المشجعين."),
    ("قناعة", "إدانة", "ألغت محكمة الاستئناف قناعة الطبيب بالقتل الخطأ وأمرت بمحاكمة جديدة."),
    ("نبات", "محطة", "انقطع التيار بعد عطل في نبات الطاقة النووية جنوب المدينة."),
)
SOUND = (
    "رسم الفنان لوحة كبيرة على جدار المدرسة في وسط المدينة.",
    "أعرب الوزير عن قناعة راسخة بأن الحوار هو السبيل الوحيد لحل الأزمة.",
    "يزرع الفلاحون في الوادي نبات الحناء منذ قرون.",
    "وصوت سبعة من أعضاء المجلس التسعة لمصلحة تثبيت سعر الفائدة.",
)


def _suspected(doc):
    found = detect(doc, RULES)
    return found, suspicions(doc, RULES, Context(), known=[one.span for one in found])


@pytest.mark.parametrize(("wrong", "right", "text"), DOUBTFUL)
def test_a_rendering_of_another_sense_is_found_or_doubted(document, wrong, right, text):
    found, doubted = _suspected(document("one", text))
    told = {(one.quote, fix.replacement) for one in (*found, *doubted) for fix in one.suggestions}
    assert (wrong, right) in told


def test_what_already_has_its_collocates_is_not_doubted(document):
    text = "اندلع حريق في غابة قرب القرية، وتمكن رجال الإطفاء من إخماد الحريق قبل المساء."
    assert "الحريق" not in {one.quote for one in _suspected(document("one", text))[1]}


def test_a_word_written_with_its_vowels_is_not_doubted(document):
    text = "يعتمد التطبيق على نموذج دُرب على ملايين الصور خلال حملة المرشح."
    assert "دُرب" not in {one.quote for one in _suspected(document("one", text))[1]}


def test_good_news_is_seldom_doubted(document):
    texts = [json.loads(line)["text"] for line in HUMAN.read_text("utf-8").splitlines()]
    articles = [document(str(number), text) for number, text in enumerate(texts)]
    words = sum(article.words for article in articles)
    asked = sum(len(one.fixes) for article in articles for one in doubts(article.native))
    assert 0 < asked <= 30 * words / 1000


def test_the_more_speaks_for_a_doubt_the_less_must_be_gained(document):
    _, doubted = _suspected(document("one", DOUBTFUL[0][2] + " " + DOUBTFUL[1][2]))
    rule = RULES[0]
    ranked = sorted(doubted, key=lambda one: one.confidence)
    assert [rule.needed(one) for one in ranked] == sorted(map(rule.needed, ranked), reverse=True)
    assert 0 < rule.needed(ranked[-1]) < rule.needed(ranked[0])


def test_an_article_that_confuses_senses_is_doubted_more(document):
    rest = "وأكد المدرب أن اللعبة المقبلة مهمة، وأن الحشد دعم الفريق. " * 2
    wrong = "شنت الطائرات إضرابات جوية على مواقع المسلحين في الشمال. "
    right = wrong.replace("إضرابات", "غارات")
    rule = RULES[0]
    doubted = [
        {one.quote for one in rule.suspected(document(first, first + rest), Context())}
        for first in (right, wrong)
    ]
    assert doubted[0] < doubted[1]


@pytest.mark.parametrize(("wrong", "right", "text"), DOUBTFUL)
def test_the_model_confirms_a_wrong_sense(reread, wrong, right, text):
    assert reread(text, RULES) == [(wrong, right)]


@pytest.mark.parametrize("text", SOUND)
def test_the_model_leaves_the_right_sense_alone(reread, text):
    assert reread(text, RULES) == []
