"""What every sibling says of a whole statement, and the article otherwise, in other words."""

from __future__ import annotations

import pytest

PLANNED = (
    "تعتزم شركة فولكسفاغن خفض آلاف الوظائف في مصانعها بألمانيا.",
    "قد تلغي فولكسفاغن آلاف الوظائف في مصانع ألمانيا.",
)
FORMER = (
    "أوقفت الشرطة وزير الدفاع السابق لدى وصوله إلى مطار فرانكفورت.",
    "اعتقلت الشرطة وزير دفاع سابقا في مطار فرانكفورت.",
)
WITNESSES = (
    "قال شهود عيان إن قوات الأمن أطلقت الرصاص على المتظاهرين في كانو.",
    "بحسب شهود، فتحت قوات الأمن النار على متظاهرين في كانو.",
)
FLOOD = (
    "أدى انهيار سد ترابي إلى فيضانات غمرت قرى في شمال نيجيريا.",
    "غمرت فيضانات قرى شمال نيجيريا بعد انهيار سد ترابي.",
)
BASRA = (
    "اندلع حريق في مصفاة للنفط قرب مدينة البصرة من دون إصابات.",
    "نشب حريق في مصفاة نفط قريبة من مدينة البصرة ولم يصب أحد.",
)

DEPARTING = [
    (PLANNED, "استغنت فولكسفاغن عن آلاف العاملين في مصانعها بألمانيا.", "M402", "استغنت"),
    (FORMER, "احتجزت الشرطة وزير دفاع لدى وصوله إلى مطار فرانكفورت.", "M801", "دفاع"),
    (
        WITNESSES,
        "أطلقت قوات الأمن الرصاص على المتظاهرين في كانو، وفق ما ورد في بيان صادر عن الجيش.",
        "M501",
        "الجيش",
    ),
    (FLOOD, "غرقت قرى في شمال نيجيريا بفيضانات مسببة انهيار سد ترابي.", "M701", "انهيار"),
    (BASRA, "اشتعل حريق في مصفاة نفط قرب مدينة الموصل من دون إصابات.", "M203", "الموصل"),
]
AGREEING = [
    (PLANNED, "تدرس فولكسفاغن الاستغناء عن آلاف العاملين في مصانعها بألمانيا."),
    (FORMER, "احتجزت الشرطة وزيرا متقاعدا للدفاع في مطار فرانكفورت."),
    (
        WITNESSES,
        "أطلقت قوات الأمن الرصاص على المتظاهرين في كانو، وفق ما ورد في رواية قدمها شهود.",
    ),
    (FLOOD, "غرقت قرى في شمال نيجيريا بفيضانات نتيجة انهيار سد ترابي."),
    (BASRA, "اشتعل حريق في مصفاة نفط قرب مدينة البصرة من دون إصابات."),
]


@pytest.mark.parametrize(("siblings", "text", "code", "word"), DEPARTING)
def test_a_statement_is_held_against_what_all_siblings_say(
    departures, siblings, text, code, word
) -> None:
    assert any(one.code == code and word in one.quote for one in departures(text, siblings))


@pytest.mark.parametrize(("siblings", "text"), AGREEING)
def test_the_same_in_other_words_is_left_alone(departures, siblings, text) -> None:
    assert not departures(text, siblings)
