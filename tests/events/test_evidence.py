"""What tells two happenings of one kind apart, and what does not."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from tadqiq.events import link, traits
from tadqiq.events.evidence import Evidence
from tadqiq.events.likeness import BIAS, fitted
from tadqiq.events.rarity import Rarity

TOLL = "قتل 12 شخصا في انهيار منجم للفحم قرب كراغندا في كازاخستان مساء الأحد، وحوصر 30 عاملا."
HIGHER = (
    "ارتفعت حصيلة انهيار منجم الفحم قرب كراغندا في كازاخستان إلى 17 قتيلا، وكان 30 عاملا قد حوصروا."
)
FIRST = (
    "هز زلزال بقوة 5.8 درجات مدينة بام جنوب شرقي إيران الاثنين، وأصيب تسعة من السكان. وقالت هيئة "
    "الطوارئ إن جدران بيوت طينية تصدعت في الحي القديم."
)
SECOND = (
    "لقي أربعة أشخاص حتفهم الجمعة في زلزال بلغت قوته 6.4 درجات قرب بام الإيرانية. وانقطعت الكهرباء "
    "عن المدينة، وأرسل الهلال الأحمر خياما وفرق إنقاذ من كرمان."
)
HOME = (
    "تعادل الفيصلي والوحدات 1-1 في ديربي عمان مساء الأحد على ملعب القويسمة. وسجل للفيصلي أحمد "
    "العرسان من ركلة جزاء."
)
AWAY = (
    "فاز الوحدات على الفيصلي 3-0 في ديربي عمان وتصدر الدوري. وأحرز بهاء فيصل هدفين، وطُرد حارس الفيصلي "
    "قبل نهاية الشوط الأول."
)


@pytest.fixture
def seen(document, vectors):
    def make(*texts, **metadata):
        documents = [document(f"a{n}", text, **metadata) for n, text in enumerate(texts)]
        return [traits(*pair) for pair in zip(documents, vectors(documents), strict=True)]

    return make


def compared(articles):
    return Evidence(Rarity(articles)).of(*articles)


def test_a_toll_that_rises_is_one_event(seen):
    (event,) = link(seen(TOLL, HIGHER))
    assert event.members == ("a0", "a1")


@pytest.mark.parametrize(
    ("one", "other"), [(FIRST, SECOND), (HOME, AWAY)], ids=["quakes", "matches"]
)
def test_two_happenings_of_one_kind_in_one_place_are_two_events(seen, one, other):
    assert len(link(seen(one, other))) == 2


def test_a_magnitude_and_a_result_are_no_mere_numbers(seen):
    assert compared(seen(FIRST, SECOND))["other_rates"] == 1.0
    assert compared(seen(HOME, AWAY))["other_scores"] == 1.0
    assert "other_rates" not in compared(seen(TOLL, HIGHER))


def test_half_a_final_is_no_number(seen):
    semi = seen(
        "بلغ الفريق نصف نهائي البطولة بعد فوزه مساء السبت.", "خسر الفريق في نصف النهائي أمس."
    )
    assert not {"numbers", "rates"} & compared(semi).keys()


def test_weekdays_are_resolved_against_publication(document, vectors):
    texts = {datetime(2026, 3, 4, tzinfo=UTC): TOLL, datetime(2026, 3, 12, tzinfo=UTC): TOLL}
    documents = [
        document(f"a{n}", text, published=day) for n, (day, text) in enumerate(texts.items())
    ]
    weeks = [traits(*pair) for pair in zip(documents, vectors(documents), strict=True)]
    assert compared(weeks)["other_day"] == 1.0
    assert compared(weeks)["days_apart"] == 6.0


def test_every_kind_of_evidence_has_a_weight_and_what_conflicts_speaks_against(seen):
    weights = fitted()
    for pair in ((FIRST, SECOND), (HOME, AWAY), (TOLL, HIGHER)):
        assert compared(seen(*pair)).keys() <= weights.keys() - {BIAS}
    for kind, weight in weights.items():
        against = kind.startswith("other_") or kind in {"weekday_aside", "days_apart"}
        sense = -1 if against else 1
        assert kind in {BIAS, "across"} or weight.log_odds * sense >= 0, kind
