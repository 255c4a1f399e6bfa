"""Every kind of departure can be listed, explained and relied on."""

from __future__ import annotations

import pytest

from tadqiq.drift import kinds
from tadqiq.model import Severity

EXAMPLES = [
    pytest.param(kind, example, id=f"{kind.code}-{number}")
    for kind in kinds()
    for number, example in enumerate(kind.examples)
]


def test_every_kind_has_a_code_of_its_own_and_says_in_two_languages_what_it_is():
    codes = [kind.code for kind in kinds()]
    assert codes == sorted(set(codes))
    for kind in kinds():
        assert kind.code.startswith("M")
        assert all((kind.title.en, kind.title.ar, kind.reason.en, kind.reason.ar))


@pytest.mark.parametrize(("kind", "example"), EXAMPLES)
def test_an_example_departs_where_it_is_marked(departures, kind, example):
    text = example.departs.replace("⟦", "").replace("⟧", "")
    marked = example.departs.partition("⟦")[2].partition("⟧")[0]
    (finding,) = departures(text, example.siblings)
    assert (finding.code, finding.quote, finding.severity) == (kind.code, marked, example.severity)


@pytest.mark.parametrize(("kind", "example"), EXAMPLES)
def test_an_example_told_faithfully_departs_in_nothing(departures, kind, example):
    assert departures(example.agrees, example.siblings) == ()


def test_what_departs_is_of_a_kind_that_is_listed(departures):
    text = "طلب الرئيس الفنلندي من نظيره الإستوني المساعدة في حماية الكابلات."
    sibling = "طلب الرئيس الإستوني من نظيره الفنلندي المساعدة في حماية الكابلات."
    listed = {kind.code for kind in kinds()}
    found = departures(text, (sibling, sibling.replace("الكابلات", "الكابلات البحرية")))
    assert found
    assert {finding.code for finding in found} <= listed
    assert all(finding.severity is Severity.CRITICAL for finding in found)
