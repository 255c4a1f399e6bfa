"""The public Python API, and what holds whatever the batch."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tadqiq.config import Config
from tadqiq.detect import Context, Rule
from tadqiq.ingest import read
from tadqiq.model import Article, Document, Finding, Severity
from tadqiq.pipeline import Auditor
from tadqiq.report import reporter

SEEDS = Path(__file__).parents[2] / "corpora" / "seeds"


def rules_only(**settings: object) -> Auditor:
    return Auditor(Config(drift=False, **settings))  # type: ignore[arg-type]


def codes(auditor: Auditor, text: str) -> list[str]:
    (audited,) = auditor.audit([Article(id="a", text=text, lang="ar")]).articles
    return [finding.code for finding in audited.findings]


TEXT = "قال الوزير ، في تصريح أمس ، إن المفاوضات مستمرة."


def test_an_article_gets_the_same_verdict_alone_and_in_a_batch() -> None:
    batch = rules_only().audit(read([str(SEEDS)]))
    for audited in batch.articles:
        (alone,) = rules_only().audit([audited.document.article]).articles
        assert alone.findings == audited.findings
        assert alone.score == audited.score


def test_the_order_of_a_batch_changes_no_verdict() -> None:
    articles = [item for item in read([str(SEEDS)]) if isinstance(item, Article)]
    forwards = {one.document.id: one for one in Auditor().audit(articles).articles}
    for one in Auditor().audit(reversed(articles)).articles:
        other = forwards[one.document.id]
        assert (one.findings, one.score, one.rank) == (other.findings, other.score, other.rank)
        assert one.drift.value == other.drift.value


def test_a_given_event_makes_siblings_without_any_model() -> None:
    articles = [Article(id=name, text=TEXT, lang="ar", event="quake") for name in "ab"]
    one, other = rules_only().audit(articles).articles
    assert one.event == other.event
    assert one.event.siblings("a") == ("b",)
    assert one.drift.value is None


def test_the_desk_switches_rules_and_severities() -> None:
    assert codes(rules_only(), TEXT) == ["P101", "P101"]
    assert codes(rules_only(ignore=("P1",)), TEXT) == []
    auditor = rules_only(severities=(("P", Severity.MAJOR),))
    (audited,) = auditor.audit([Article(id="a", text=TEXT, lang="ar")]).articles
    assert {finding.severity for finding in audited.findings} == {Severity.MAJOR}


def test_settings_that_change_findings_change_the_signature() -> None:
    article = Article(id="a", text=TEXT, lang="ar")
    plain = rules_only().audit([article]).signature
    assert rules_only().audit([article]).signature == plain
    assert rules_only(ignore=("P1",)).audit([article]).signature != plain
    assert rules_only(allow=frozenset({"x"})).audit([article]).signature != plain


class Breaks(Rule):
    """A rule with a fault that one article brings out."""

    code, kind = "Z999", "syntax"

    def check(self, doc: Document, context: Context) -> list[Finding]:  # type: ignore[override]
        if "انفجار" in doc.text:
            raise RuntimeError("no such case")
        return []


def test_a_fault_of_ours_costs_one_article_and_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Auditor, "rules", lambda self, lang: (Breaks(),))
    articles = [
        Article(id="good", text=TEXT, lang="ar"),
        Article(id="bad", text="وقع انفجار في المدينة أمس.", lang="ar", origin="wire.jsonl:7"),
    ]
    audit = rules_only().audit(articles)
    assert [one.document.id for one in audit.articles] == ["good"]
    (rejection,) = audit.rejections
    assert rejection.origin == "wire.jsonl:7"
    assert "no such case" in rejection.reason


def test_an_empty_batch_is_an_empty_audit() -> None:
    audit = Auditor().audit([])
    assert audit.articles == ()
    assert "model:none" in audit.signature


def test_reports_of_the_same_audit_are_the_same_to_the_byte() -> None:
    first, second = (Auditor().audit(read([str(SEEDS)])) for _ in "12")
    for name in ("table", "json", "jsonl", "text"):
        assert reporter(name).render(first, "ar") == reporter(name).render(second, "ar")
    assert json.loads(reporter("json").render(first, "en"))["signature"] == first.signature
