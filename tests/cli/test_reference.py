"""The engineer looks things up, and measures."""

from __future__ import annotations

import json

import pytest


@pytest.mark.parametrize("command", ["audit", "check", "evaluate", "rules", "explain"])
def test_the_help_of_every_command_has_examples(run, command: str) -> None:
    outcome = run(command, "--help")
    assert outcome.code == 0
    assert "Examples:" in outcome.out
    assert f"tadqiq {command}" in outcome.out


def test_the_manual_tells_the_exit_codes(run) -> None:
    assert "Exit codes: 0 done" in run("--help").out


def test_a_rule_is_explained_in_both_languages_with_its_examples(run) -> None:
    english, arabic = run("explain", "A403").out, run("explain", "a403", "--locale", "ar").out
    assert "conjunct" in english
    assert "المعطوف" in arabic
    assert "⟦" in english


def test_a_reason_that_names_its_case_is_explained_without_one(run) -> None:
    assert "{" not in run("explain", "N101").out
    assert "{" not in run("rules", "--format", "json").out.replace("{\n", "")


def test_an_unknown_rule_cannot_be_explained(run) -> None:
    outcome = run("explain", "Z999")
    assert outcome.code == 2
    assert '"tadqiq rules" lists them' in outcome.err


def test_rules_are_listed_for_people_and_programs(run) -> None:
    records = json.loads(run("rules", "--format", "json").out)
    table = run("rules").out
    assert all(record["code"] in table for record in records)


def test_evaluate_prints_recall_and_precision_by_kind(run) -> None:
    outcome = run("evaluate", "corpora/seeds/gold.jsonl", "--no-drift", "--format", "json")
    spans = json.loads(outcome.out)["spans"]
    assert {"precision", "recall", "f1"} <= set(spans["overall"])
    assert {"minor", "major", "critical"} <= set(spans["by_severity"])
    assert "agreement" in spans["by_kind"]


def test_the_detector_keeps_its_level_on_the_seeds(run) -> None:
    """Not a target but a floor: whoever lowers it must mean it."""
    outcome = run("evaluate", "corpora/seeds/gold.jsonl", "--format", "json")
    assert json.loads(outcome.out)["spans"]["overall"]["f1"] >= 0.6


def test_evaluate_ranks_judged_translations_beside_each_other(run, tmp_path) -> None:
    """Neither text has a fault of its own; one says less than the two others."""
    good = "أقر البرلمان الكيني مساء الثلاثاء قانونا جديدا للمياه بعد نقاش طويل."
    near = "وافق البرلمان الكيني مساء الثلاثاء على قانون جديد للمياه بعد نقاش طويل."
    meagre = "أقر برلمان كينيا قانونا للمياه."
    path = tmp_path / "judged.jsonl"
    records = [
        {"id": name, "event": "e", "lang": "ar", "system": name, "paragraphs": [text],
         "metrics": {"M": [points]}}
        for name, text, points in (("z", good, 90), ("y", near, 85), ("a", meagre, 40))
    ]  # fmt: skip
    path.write_text("\n".join(json.dumps(one) for one in records), "utf-8")
    alone = json.loads(run("evaluate", str(path), "--no-fluency", "--format", "json").out)
    beside = run("evaluate", str(path), "--siblings", "--no-fluency", "--format", "json")
    (before,), (after,) = alone["ranking"], json.loads(beside.out)["ranking"]
    assert (before["documents"], before["document_agreement"]) == (2, 0.5)
    assert (after["agreement"], after["document_agreement"]) == (1.0, 1.0)


def test_only_judged_translations_have_renderings_beside_them(run) -> None:
    outcome = run("evaluate", "corpora/seeds/gold.jsonl", "--siblings")
    assert outcome.code == 2
    assert "--siblings needs judged translations" in outcome.err


def test_evaluate_says_what_it_cannot_read(run, tmp_path) -> None:
    path = tmp_path / "odd.jsonl"
    path.write_text('{"colour": "red"}', "utf-8")
    outcome = run("evaluate", str(path))
    assert outcome.code == 2
    assert str(path) in outcome.err
