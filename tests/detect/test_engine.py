"""What an editor may rely on, whatever the rules are."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import pytest

from tadqiq.detect import Context, Rule, detect
from tadqiq.languages import profile_for
from tadqiq.model import Article, Category, Document, Finding, Message, Severity, Span
from tadqiq.text import segment


class Says(Rule):
    """Flags every place where a given string stands."""

    category, title, reason = Category.GRAMMAR, Message("t", "ع"), Message("r", "س")
    flags = passes = ("",)

    def __init__(
        self,
        needle: str,
        *,
        code: str = "A101",
        kind: str = "agreement.gender",
        severity: Severity = Severity.MINOR,
        quoted: bool = True,
    ) -> None:
        self.needle, self.code, self.kind = needle, code, kind
        self.severity, self.quoted = severity, quoted

    def check(self, doc: Document, context: Context) -> Iterator[Finding]:
        start = doc.text.find(self.needle)
        while start >= 0:
            yield self.finding(doc, Span(start, start + len(self.needle)))
            start = doc.text.find(self.needle, start + 1)


def document(text: str) -> Document:
    return segment(Article(id="a", text=text, lang="ar"), profile_for)


DOC = document("قال الوزير إن “الاتفاق قريب جدا” وغادر القاعة.")


def quotes(found: Sequence[Finding]) -> list[str]:
    return [finding.quote for finding in found]


def test_findings_come_in_order_of_place_whatever_the_order_of_rules() -> None:
    late, early = Says("القاعة"), Says("الوزير", code="A102")
    assert quotes(detect(DOC, [late, early])) == ["الوزير", "القاعة"]


def test_a_text_without_its_signs_is_not_looked_at_by_a_rule() -> None:
    signed = Says("قريب")
    signed.signs = frozenset("%#")
    assert not detect(DOC, [signed])
    signed.signs = frozenset("%”")
    assert quotes(detect(DOC, [signed])) == ["قريب"]


def test_two_findings_of_one_family_on_the_same_words_are_one_the_graver() -> None:
    wide = Says("الاتفاق قريب", severity=Severity.MAJOR)
    narrow = Says("قريب", code="A102")
    assert quotes(detect(DOC, [narrow, wide])) == ["الاتفاق قريب"]


def test_different_faults_in_one_place_are_both_reported() -> None:
    grammar = Says("الاتفاق قريب")
    wording = Says("قريب", code="C101", kind="calque")
    assert quotes(detect(DOC, [grammar, wording])) == ["الاتفاق قريب", "قريب"]


def test_a_finding_in_quoted_speech_says_so() -> None:
    inside, outside = detect(DOC, [Says("قريب"), Says("غادر")])
    assert inside.quoted
    assert not outside.quoted


def test_a_rule_that_leaves_quotations_alone_is_quiet_in_them() -> None:
    assert detect(DOC, [Says("قريب", quoted=False)]) == ()
    assert quotes(detect(DOC, [Says("غادر", quoted=False)])) == ["غادر"]


@pytest.mark.parametrize(
    ("overrides", "expected"),
    [
        ((), Severity.MINOR),
        ((("A", Severity.CRITICAL),), Severity.CRITICAL),
        ((("A", Severity.CRITICAL), ("A101", Severity.MAJOR)), Severity.MAJOR),
        ((("C", Severity.CRITICAL),), Severity.MINOR),
    ],
)
def test_the_desk_sets_severities_by_code_the_longest_prefix_wins(
    overrides: tuple[tuple[str, Severity], ...], expected: Severity
) -> None:
    (finding,) = detect(DOC, [Says("غادر")], severities=overrides)
    assert finding.severity is expected


def test_what_human_text_has_as_often_is_not_reported() -> None:
    """At 100 per 1,000 words, one in these eight is more than that, one in eighty is not."""
    rule = Says("القاعة")
    rule.base_rate = 100.0
    assert quotes(detect(DOC, [rule])) == ["القاعة"]
    assert detect(document(DOC.text + " ثم عاد إلى منزله." * 20), [rule]) == ()


def test_it_is_reported_where_all_the_rest_speaks_of_a_machine() -> None:
    rare, telling = Says("القاعة"), Says("غادر")
    rare.base_rate = 1000.0

    def by_company(findings: Sequence[Finding], words: int) -> float:
        return 1.0 if quotes(findings) == ["غادر"] else 0.0

    assert quotes(detect(DOC, [rare, telling], likelihood=by_company)) == ["غادر", "القاعة"]
    assert detect(DOC, [rare], likelihood=by_company) == ()
