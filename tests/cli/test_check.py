"""The editor checks one article before publication."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

RAW = "corpora/seeds/002_f7d4c279eac3b33f.txt"
GOOD = "corpora/seeds/000_6738bcb3ffa3c631.txt"
SIBLING_OF_003 = "corpora/seeds/003_be7402cde2decbdf.txt"


def test_every_finding_is_shown_in_its_line_with_reason_and_correction(run) -> None:
    outcome = run("check", RAW, "--no-drift")
    assert outcome.code == 0
    assert f"{RAW}:1:25: major A403" in outcome.out
    assert "\u2068والأوكرانيين\u2069" in outcome.out
    assert "write \u2068والأوكرانيون\u2069" in outcome.out


def test_siblings_prove_what_departs_from_them(run) -> None:
    outcome = run("check", SIBLING_OF_003, "--against", "corpora/seeds", "--format", "json")
    (record,) = json.loads(outcome.out)["articles"]
    departures = [f for f in record["findings"] if f["kind"] == "meaning"]
    assert departures
    for finding in departures:
        assert finding["severity"] == "critical"
        assert finding["evidence"]
        for evidence in finding["evidence"]:
            text = Path(f"corpora/seeds/{evidence['article']}.txt").read_bytes().decode()
            assert text[evidence["start"] : evidence["end"]] == evidence["quote"]


@pytest.mark.parametrize(
    ("flags", "path", "code"),
    [
        (["--gate", "99.9"], RAW, 1),
        (["--gate", "98"], GOOD, 0),
        (["--fail-on", "major"], RAW, 1),
        (["--fail-on", "major"], GOOD, 0),
        ([], RAW, 0),
    ],
)
def test_the_gate_sets_the_exit_code(run, flags: list[str], path: str, code: int) -> None:
    assert run("check", path, "--no-drift", *flags).code == code


def test_nothing_in_the_good_article_is_graver_than_minor(run) -> None:
    assert run("check", GOOD, "--against", "corpora/seeds", "--fail-on", "major").code == 0


def test_an_unreadable_article_is_no_passed_gate(run, tmp_path: Path) -> None:
    outcome = run("check", str(tmp_path / "gone.txt"), "--no-drift", "--gate", "90")
    assert outcome.code == 4
    assert "gone.txt" in outcome.out


def test_check_takes_one_article(run, tmp_path: Path) -> None:
    feed = tmp_path / "two.jsonl"
    feed.write_text('{"id": "a", "text": "خبر أول"}\n{"id": "b", "text": "خبر ثان"}', "utf-8")
    outcome = run("check", str(feed), "--no-drift")
    assert outcome.code == 2
    assert "tadqiq audit" in outcome.err


def test_rules_alone_load_no_model() -> None:
    import subprocess
    import sys

    code = (
        "import sys; sys.argv = ['tadqiq', 'check', 'README.md', '--no-drift', '--lang', 'ar']\n"
        "from tadqiq.cli import main\n"
        "try:\n    main()\n"
        "except SystemExit:\n    pass\n"
        "heavy = {'torch', 'sentence_transformers', 'transformers', 'trafilatura', 'sacrebleu'}\n"
        "print(sorted(heavy & set(sys.modules)), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stderr.strip() == "[]"
