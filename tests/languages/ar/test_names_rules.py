"""Names in Arabic: one spelling for one person, and two persons never taken for one."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tadqiq.detect import Context, detect
from tadqiq.languages import load, profile_for
from tadqiq.languages.ar.names.spelling import may_be_one
from tadqiq.model import Article, Document, Finding
from tadqiq.text import segment

RULES = [rule for rule in load("ar").rules if rule.code.startswith("N")]


def document(text: str, name: str = "article") -> Document:
    return segment(Article(id=name, text=text, lang="ar"), profile_for)


def names(text: str, **known: object) -> tuple[Finding, ...]:
    return detect(document(text), RULES, Context(**known))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("زيلنسكي", "زيلينسكي"),
        ("غوارديولا", "جوارديولا"),
        ("ماتشادو", "ماشادو"),
        ("سانتوريني", "سنتوريني"),
        ("نوبوا", "نوبووا"),
        ("ميلوني", "ميلونى"),
        ("طومسون", "تومسون"),
    ],
)
def test_what_transcription_leaves_open_may_be_one_name(one: str, other: str) -> None:
    assert may_be_one(one, other)
    assert may_be_one(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("بوتين", "بوتون"),
        ("مارين", "مورين"),
        ("روسيا", "روسي"),
        ("أوكرانيا", "أوكراني"),
        ("ميلان", "ميلانو"),
        ("إيران", "ايران"),
        ("غزة", "غزه"),
        ("ماركوس", "ماركو"),
        ("جونسون", "جونستون"),
    ],
)
def test_other_differences_make_other_names(one: str, other: str) -> None:
    assert not may_be_one(one, other)


@given(st.text(alphabet="ابتجدروسعغفكلمنهوي", min_size=1, max_size=9), st.data())
@settings(max_examples=100, deadline=None)
def test_likeness_of_spellings_has_no_direction(one: str, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(one)))
    other = one[:place] + data.draw(st.sampled_from("اويتش")) + one[place:]
    assert may_be_one(one, other) == may_be_one(other, one)
    assert not may_be_one(one, one)


def test_every_deviating_place_is_flagged_and_the_established_spelling_stands() -> None:
    found = names("قال زيلنسكي إنه مستعد. وأضاف زيلنسكي أنه متفائل، ثم غادر زيلينسكي القاعة.")
    assert [finding.quote for finding in found] == ["زيلنسكي", "زيلنسكي"]
    assert {finding.suggestions[0].replacement for finding in found} == {"زيلينسكي"}


def test_the_siblings_decide_between_two_accepted_spellings() -> None:
    sibling = document("قال ترمب إن المحادثات جيدة وإن ترمب متفائل.", "sibling")
    (finding,) = names("قال ترامب إنه راض. وأضاف ترمب أنه متفائل.", siblings=(sibling,))
    assert finding.quote == "ترامب"
    assert finding.evidence[0].article == "sibling"


def test_an_accepted_spelling_that_is_used_throughout_is_nobodys_business() -> None:
    assert names("قال ترمب إنه راض. وأضاف ترمب أنه متفائل.") == ()
    siblings = tuple(document("قال ترامب إنه راض.", f"s{n}") for n in range(3))
    assert names("قال ترمب إنه راض. وأضاف ترمب أنه متفائل.", siblings=siblings) == ()


def test_a_spelling_that_no_sibling_has_yields_to_their_consensus() -> None:
    siblings = tuple(document("وصرح سوليفانسكي بأن الأمر محسوم.", f"s{n}") for n in range(2))
    (finding,) = names("وصرح سوليفنسكي بأن الأمر محسوم.", siblings=siblings)
    assert (finding.code, finding.quote) == ("N102", "سوليفنسكي")
    assert finding.suggestions[0].replacement == "سوليفانسكي"


@pytest.mark.parametrize(
    ("ours", "theirs"), [("سبرينغفيلد", "سبرينجفيلد"), ("غولدينغ", "جولدينج"), ("جراهام", "غراهام")]
)
def test_how_a_newsroom_writes_a_foreign_g_is_no_mistake_against_siblings(ours, theirs) -> None:
    siblings = tuple(document(f"وصرح {theirs} بأن الأمر محسوم.", f"s{n}") for n in range(2))
    assert names(f"وصرح {ours} بأن الأمر محسوم.", siblings=siblings) == ()


def test_people_with_different_first_names_are_two_people() -> None:
    assert names("فاز كارلوس مورينو بالسباق، وحل بيدرو موريينو ثانيا.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "التقى محمد بن سلمان نظيره محمد بن زايد، ثم التقى سليمان.",
        "قال سعيد إن سعد وسعود حضرا، وغاب مسعود وحسين وحسن وحسان.",
        "وصل جورج إلى جورجيا قادما من جورجتاون مع الجورجيين.",
        "قال بايدن إن الوقت ضاق، وقال لبايدن مرافقوه ذلك، وبايدن صامت.",
        "فاز ماركوس على ماركو في النهائي، وعانق مارك أخاه.",
        "قالت كريستينا وكريستيانا إن كريستين حضرت.",
    ],
)
def test_like_sounding_names_and_inflected_forms_are_not_confused(text: str) -> None:
    assert names(text) == ()


def test_the_termbase_wins_over_everything_and_is_safe_to_apply() -> None:
    (finding,) = names("وصل الوفد إلى كييف مساء أمس.", terms={"كييف": "كيف"})
    assert finding.suggestions[0].replacement == "كيف"
    assert finding.suggestions[0].safe
