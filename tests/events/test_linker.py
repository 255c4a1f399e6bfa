"""Articles that come one by one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tadqiq.events import Linker, explain, link, traits

QUAKES = {
    "peru1": "ضرب زلزال بقوة 6.4 درجات جنوب بيرو فجر الخميس وأودى بحياة تسعة أشخاص في أريكويبا. "
    "وانهارت عشرات البيوت الطينية. وأرسلت الحكومة في ليما خياما وأغذية.",
    "peru2": "قتل تسعة أشخاص في أريكويبا جنوب بيرو في زلزال بلغت قوته 6.4 درجات فجر الخميس. وقالت "
    "الحكومة إنها أرسلت خياما إلى المنكوبين الذين انهارت بيوتهم الطينية.",
    "chile": "هز زلزال بقوة 5.1 درجات مدينة كونسبسيون في تشيلي مساء الأحد من دون ضحايا. وانقطع "
    "التيار الكهربائي ساعتين عن أحياء من المدينة، بحسب هيئة الطوارئ.",
    "budget": "أقر البرلمان النرويجي الأربعاء موازنة العام المقبل بأغلبية 92 صوتا. وتزيد الموازنة "
    "الإنفاق على السكك الحديدية وتخفض الضرائب على الدخول الصغيرة.",
    "peru3": "ارتفعت حصيلة زلزال بيرو الذي ضرب أريكويبا فجر الخميس بقوة 6.4 درجات إلى أحد عشر قتيلا، "
    "وما زال رجال الإنقاذ يبحثون عن مفقودين تحت البيوت الطينية المنهارة.",
}


@pytest.fixture(scope="module")
def stream(document, vectors):
    documents = [document(name, text) for name, text in QUAKES.items()]
    return [traits(*pair) for pair in zip(documents, vectors(documents), strict=True)]


def groups(events):
    return {frozenset(event.members) for event in events}


def test_an_article_joins_its_event_as_it_comes_or_opens_one(stream):
    linker = Linker()
    joined = {article.id: linker.add(article) for article in stream}
    assert joined["peru1"].members == ("peru1",)
    assert joined["peru2"].members == ("peru1", "peru2")
    assert joined["chile"].members == ("chile",)
    assert joined["budget"].members == ("budget",)
    assert joined["peru3"].members == ("peru1", "peru2", "peru3")
    assert joined["peru3"].id == joined["peru1"].id == "e1"


@settings(max_examples=20, deadline=None)
@given(order=st.permutations(range(len(QUAKES))), known=st.integers(0, len(QUAKES)))
def test_what_comes_in_any_order_settles_as_the_batch_does(stream, order, known):
    came = [stream[index] for index in order]
    linker = Linker(came[:known])
    for article in came[known:]:
        linker.add(article)
    assert groups(linker.events()) == groups(link(stream))


def test_a_given_event_holds_in_a_stream(document, vectors):
    texts = list(QUAKES.values())
    documents = [document("a", texts[0], event="x"), document("b", texts[3], event="x"),
                 document("c", texts[1], event="y")]  # fmt: skip
    linker = Linker()
    joined = [linker.add(traits(*pair)) for pair in zip(documents, vectors(documents), strict=True)]
    assert [(event.id, event.members) for event in joined] == [
        ("x", ("a",)),
        ("x", ("a", "b")),
        ("y", ("c",)),
    ]


def test_why_articles_were_joined_can_be_told(stream):
    (peru,) = [event for event in link(stream) if "peru1" in event.members]
    links = explain(stream, peru)
    assert [(link.one, link.other) for link in links] == [
        ("peru1", "peru2"),
        ("peru1", "peru3"),
        ("peru2", "peru3"),
    ]
    assert all(link.score == pytest.approx(sum(link.grounds.values())) for link in links)
    assert links[0].grounds["numbers"] > 0
