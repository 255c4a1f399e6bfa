"""A finding is known again after edits elsewhere."""

from hypothesis import given
from hypothesis import strategies as st

from tadqiq.model import Category, Finding, Message, Severity, Span, fingerprints


def finding(start: int, quote: str, code: str = "L101") -> Finding:
    return Finding(
        code=code,
        kind="latin",
        category=Category.UNTRANSLATED,
        severity=Severity.MINOR,
        confidence=1.0,
        span=Span(start, start + len(quote)),
        quote=quote,
        message=Message("left in Latin letters", "بقي بحروف لاتينية"),
    )


def test_an_edit_elsewhere_leaves_the_fingerprint_alone() -> None:
    assert fingerprints([finding(10, "Axios")]) == fingerprints([finding(500, "Axios")])


def test_a_line_broken_anew_leaves_the_fingerprint_alone() -> None:
    assert fingerprints([finding(0, "White House")]) == fingerprints([finding(0, "White\nHouse")])


def test_another_rule_or_other_words_have_another_fingerprint() -> None:
    kinds = [finding(0, "Axios"), finding(0, "Axios", "N101"), finding(0, "AXIOS")]
    assert len({fingerprints([one]) for one in kinds}) == 3


def test_correcting_one_of_several_equal_findings_leaves_no_unknown_one() -> None:
    before = fingerprints([finding(0, "Axios"), finding(50, "Axios"), finding(90, "Axios")])
    after = fingerprints([finding(48, "Axios"), finding(88, "Axios")])
    assert set(after) < set(before)


@given(
    st.lists(st.tuples(st.integers(0, 50), st.sampled_from(["a", "b", "a  b", "a b", "\ud800"])))
)
def test_findings_of_an_article_never_share_one_and_keep_the_order_given(
    cases: list[tuple[int, str]],
) -> None:
    found = [finding(start, quote) for start, quote in cases]
    made = fingerprints(found)
    assert len(set(made)) == len(found)
    by_place = dict(zip((id(one) for one in found), made, strict=True))
    ordered = sorted(found, key=lambda one: one.order)
    assert [by_place[id(one)] for one in ordered] == list(fingerprints(ordered))
