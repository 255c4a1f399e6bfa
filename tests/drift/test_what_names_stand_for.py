"""A name that stands for what siblings name otherwise is no departure; a rival is."""

from __future__ import annotations

import pytest

SAME = {
    "a capital for its state": (
        "رفضت المحكمة العليا في ليسوتو طلب الحكومة تأجيل التصويت السري.",
        "رفضت المحكمة العليا في ماسيرو طلب الحكومة تأجيل التصويت السري.",
    ),
    "a state for its city": (
        "عالج أطباء مستشفى ماساتشوستس مريضا بكلية خنزير معدلة.",
        "عالج أطباء مستشفى في بوسطن مريضا بكلية خنزير معدلة.",
    ),
    "a part of the world for a state": (
        "خسرت القوة الكينية في هايتي جنديا في هجوم شنته العصابات.",
        "خسرت القوة الكينية في الكاريبي جنديا في هجوم شنته العصابات.",
    ),
    "the seat of a court for the court": (
        "قررت محكمة العدل الدولية إلزام إسرائيل بتسهيل عمل الوكالة في غزة.",
        "قرر قضاة لاهاي إلزام إسرائيل بتسهيل عمل الوكالة في غزة.",
    ),
    "a leader by name for the state": (
        "رفضت المكسيك الضربة الأمريكية على القارب في المحيط الهادئ.",
        "رفضت شينباوم الضربة الأمريكية على القارب في المحيط الهادئ.",
    ),
}


@pytest.mark.parametrize("case", SAME)
def test_a_name_stands_for_more_than_itself(departures, case):
    sibling, text = SAME[case]
    assert not {found.code for found in departures(text, [sibling, sibling])} & {"M202", "M203"}


def test_one_city_is_not_another_of_the_same_state(departures):
    sibling = "اندلع حريق في مصفاة للنفط قرب مدينة البصرة العراقية من دون إصابات."
    text = "اندلع حريق في مصفاة للنفط قرب مدينة الموصل العراقية من دون إصابات."
    (found,) = departures(text, [sibling, sibling])
    assert found.quote == "الموصل"
