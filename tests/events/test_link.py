"""Who reports the same happening."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tadqiq.events import link, traits

LEAGUE = (
    "فاز الأهلي على الزمالك بهدفين دون رد في قمة الدوري المصري مساء السبت. وسجل وسام أبو علي "
    "الهدفين في الشوط الثاني. ورفع الأهلي رصيده إلى 45 نقطة في الصدارة.",
    "حسم الأهلي مباراة القمة أمام غريمه الزمالك بثنائية نظيفة حملت توقيع وسام أبو علي. وأكمل "
    "الزمالك اللقاء بعشرة لاعبين. وعزز الأهلي صدارته للدوري برصيد 45 نقطة.",
)
CUP = (
    "توج الزمالك بلقب كأس السوبر الأفريقي بعد فوزه على الأهلي بركلات الترجيح 4-3 في الرياض مساء "
    "الجمعة. وانتهى الوقت الأصلي بالتعادل بهدف لمثله. وتألق الحارس محمد عواد.",
    "أحرز الزمالك كأس السوبر الأفريقي للمرة الخامسة بعدما تغلب على الأهلي بركلات الترجيح. وشهدت "
    "الرياض المباراة التي انتهت 1-1. وأنقذ الحارس عواد ركلتي ترجيح.",
)
BOAT = (
    "غرق قارب يقل مهاجرين قبالة سواحل صفاقس التونسية ليل الأربعاء، وانتشل خفر السواحل 27 جثة. "
    "وأنقذ 83 شخصا كانوا على متن القارب. وفتحت النيابة تحقيقا.",
    "A boat carrying migrants sank off Sfax in Tunisia on Wednesday night and the coast guard "
    "recovered 27 bodies. It rescued 83 people. Prosecutors opened an investigation.",
)


def groups(events):
    return {frozenset(event.members) for event in events}


def seen(documents, matrices):
    return [traits(*pair) for pair in zip(documents, matrices, strict=True)]


def linked(documents, matrices):
    return groups(link(seen(documents, matrices)))


@pytest.fixture(scope="module")
def newsroom(document, vectors):
    texts = {"league": LEAGUE, "cup": CUP, "boat": BOAT}
    documents = [
        document(f"{name}{place}", text, lang="en" if text.isascii() else "ar")
        for name, pair in texts.items()
        for place, text in enumerate(pair)
    ]
    return dict(zip((doc.id for doc in documents), documents, strict=True)), dict(
        zip((doc.id for doc in documents), vectors(documents), strict=True)
    )


def test_a_later_call_of_the_same_leaders_is_another_event(seeds):
    documents, matrices = zip(*seeds.values(), strict=True)
    assert linked(documents, matrices) == {
        frozenset({"000", "001", "002", "003"}),
        frozenset({"004"}),
    }


def test_two_matches_of_the_same_teams_are_two_events_and_languages_meet(newsroom):
    documents, matrices = newsroom
    found = linked(list(documents.values()), list(matrices.values()))
    assert found == {
        frozenset({"league0", "league1"}),
        frozenset({"cup0", "cup1"}),
        frozenset({"boat0", "boat1"}),
    }


@settings(max_examples=20, deadline=None)
@given(st.permutations(range(6)))
def test_the_order_of_the_articles_does_not_matter(newsroom, order):
    documents, matrices = (list(part.values()) for part in newsroom)
    shuffled = link(seen([documents[i] for i in order], [matrices[i] for i in order]))
    assert groups(shuffled) == linked(documents, matrices)
    ids = [documents[i].id for i in order]
    for event in shuffled:
        assert list(event.members) == sorted(event.members, key=ids.index)


def test_events_are_called_in_order_of_their_first_article(newsroom):
    documents, matrices = (list(part.values()) for part in newsroom)
    events = link(seen(documents, matrices))
    assert [event.id for event in events] == ["e1", "e2", "e3"]
    assert events == link(seen(documents, matrices))


def test_a_given_event_wins_over_what_the_texts_say(document, vectors):
    one = document("one", LEAGUE[0], event="a")
    other = document("other", LEAGUE[1], event="b")
    third = document("third", BOAT[0], event="a")
    documents = [one, other, third]
    events = link(seen(documents, vectors(documents)))
    assert {event.id: event.members for event in events} == {
        "a": ("one", "third"),
        "b": ("other",),
    }


def test_the_same_words_weeks_apart_are_two_events(document, vectors):
    first = datetime(2026, 3, 1, tzinfo=UTC)
    early, same_day, late = (
        document(name, text, published=first + timedelta(days=days))
        for name, text, days in (("a", LEAGUE[0], 0), ("b", LEAGUE[1], 0), ("c", LEAGUE[0], 30))
    )
    documents = [early, same_day, late]
    assert linked(documents, vectors(documents)) == {frozenset({"a", "b"}), frozenset({"c"})}


def test_no_articles_are_no_events_and_one_is_its_own():
    assert link([]) == ()


def test_an_article_without_a_sentence_stands_alone(document):
    empty = document("empty", "")
    (event,) = link(seen([empty], [np.zeros((0, 4), dtype=np.float32)]))
    assert event.members == ("empty",)


def test_vectors_that_do_not_fit_are_refused(document):
    doc = document("a", LEAGUE[0])
    with pytest.raises(ValueError, match="3 sentences"):
        traits(doc, np.zeros((1, 4), dtype=np.float32))
