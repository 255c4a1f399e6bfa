"""The desk chief audits a batch."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tadqiq.report import schema

GOOD = "أعلنت الحكومة أمس خطة جديدة لدعم المزارعين في المناطق المتضررة من الجفاف."


def article(name: str, text: str = GOOD) -> str:
    return json.dumps({"id": name, "text": text}, ensure_ascii=False)


def test_the_seed_articles_are_ranked_and_the_raw_machine_translation_comes_last(run) -> None:
    outcome = run("audit", "corpora/seeds", "--format", "jsonl")
    assert outcome.code == 0
    records = [json.loads(line) for line in outcome.out.splitlines()]
    ranked = [record["id"][:3] for record in sorted(records, key=lambda record: record["rank"])]
    assert set(ranked[:2]) == {"000", "001"}
    assert ranked[2:] == ["004", "003", "002"]


def test_the_later_call_of_the_same_men_is_no_sibling_of_the_others(run) -> None:
    records = json.loads(run("audit", "corpora/seeds", "--format", "json").out)["articles"]
    siblings = {record["id"][:3]: sorted(i[:3] for i in record["siblings"]) for record in records}
    assert siblings["004"] == []
    assert siblings["002"] == ["000", "001", "003"]
    assert next(record["drift"] for record in records if record["id"][:3] == "004") is None


def test_records_follow_the_published_schema(run) -> None:
    from jsonschema import Draft202012Validator

    outcome = run("audit", "corpora/seeds", "--format", "jsonl", "--no-drift")
    validator = Draft202012Validator(schema())
    for line in outcome.out.splitlines():
        validator.validate(json.loads(line))


def test_every_quote_is_what_stands_at_its_offsets(run) -> None:
    outcome = run("audit", "corpora/seeds", "--format", "jsonl")
    for line in outcome.out.splitlines():
        record = json.loads(line)
        text = Path(f"corpora/seeds/{record['id']}.txt").read_bytes().decode()
        for finding in record["findings"]:
            assert text[finding["start"] : finding["end"]] == finding["quote"]


def test_the_same_batch_gives_the_same_bytes(run) -> None:
    first, second = (run("audit", "corpora/seeds", "--no-drift", "-f", "json") for _ in "12")
    assert first.out == second.out


def test_one_broken_article_is_reported_and_the_rest_go_on(run, tmp_path: Path) -> None:
    feed = tmp_path / "wire.jsonl"
    feed.write_text(
        "\n".join([article("a"), '{"id": "b"}', "no json", article("c", GOOD + " غدا.")]), "utf-8"
    )
    outcome = run("audit", str(feed), "--format", "jsonl", "--no-drift")
    assert outcome.code == 3
    assert [json.loads(line)["id"] for line in outcome.out.splitlines()] == ["a", "c"]
    assert f'{feed}:2: field "text" is missing' in outcome.err
    assert f"{feed}:3" in outcome.err


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n\n"),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8),
        ("line.txt", b"a" * 50_000_000),
        ("numbers.txt", b"1 2 3 4"),
    ],
)
def test_what_holds_no_article_is_said_in_one_line(
    run, tmp_path: Path, name: str, data: bytes
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    outcome = run("audit", str(path), "-f", "jsonl", "--no-drift")
    assert outcome.code == 4
    assert outcome.out == ""
    (line,) = outcome.err.splitlines()
    assert str(path) in line


def test_a_missing_path_does_not_stop_the_others(run) -> None:
    outcome = run("audit", "nowhere.txt", "corpora/seeds", "-f", "jsonl", "--no-drift")
    assert outcome.code == 3
    assert len(outcome.out.splitlines()) == 5
    assert "nowhere.txt" in outcome.err


def test_a_duplicate_id_is_named_with_both_its_places(run, tmp_path: Path) -> None:
    feed = tmp_path / "wire.jsonl"
    feed.write_text(article("a") + "\n" + article("a", GOOD + " اليوم."), "utf-8")
    outcome = run("audit", str(feed), "-f", "jsonl", "--no-drift")
    assert outcome.code == 3
    assert f"{feed}:2" in outcome.err
    assert f"{feed}:1" in outcome.err


def test_articles_come_in_by_standard_input(run) -> None:
    outcome = run("audit", "-", "-f", "jsonl", "--no-drift", stdin=article("a").encode())
    assert outcome.code == 0
    assert json.loads(outcome.out)["id"] == "a"


def test_an_article_in_another_language_is_audited_by_what_holds_there(run, tmp_path) -> None:
    path = tmp_path / "fa.txt"
    path.write_text(
        "رئیس جمهور ایران گفت که این کشور به مذاکرات ادامه می‌دهد ، اما شرط دارد.", "utf-8"
    )
    record = json.loads(run("audit", str(path), "-f", "jsonl", "--no-drift").out)
    assert record["lang"] == "fa"
    assert [finding["code"] for finding in record["findings"]] == ["P101"]


def test_ten_words_are_audited_and_said_to_be_too_few_for_a_score(run, tmp_path: Path) -> None:
    path = tmp_path / "short.txt"
    path.write_text(GOOD, "utf-8")
    record = json.loads(run("audit", str(path), "-f", "jsonl", "--no-drift").out)
    assert record["quality"] == 100
    assert record["reliable"] is False


def test_a_result_that_cannot_be_written_is_an_error_with_a_way_out(run, tmp_path: Path) -> None:
    target = tmp_path / "no" / "such" / "folder.json"
    outcome = run("audit", "corpora/seeds", "--no-drift", "-o", str(target))
    assert outcome.code == 2
    assert str(target) in outcome.err
    assert "create it" in outcome.err


def test_an_unknown_model_is_named_with_what_to_do(run, tmp_path: Path) -> None:
    outcome = run("audit", "corpora/seeds", "--model", str(tmp_path / "nothing"))
    assert outcome.code == 2
    assert "nothing" in outcome.err


@pytest.mark.parametrize("flag", ["--select", "--ignore"])
def test_an_unknown_rule_code_is_an_error(run, flag: str) -> None:
    outcome = run("audit", "corpora/seeds", "--no-drift", flag, "Q7")
    assert outcome.code == 2
    assert 'no rule begins with "Q7"; "tadqiq rules" lists them' in outcome.err


def test_only_the_selected_rules_speak(run) -> None:
    outcome = run("audit", "corpora/seeds", "--no-drift", "-f", "jsonl", "--select", "B")
    codes = {
        f["code"][0] for line in outcome.out.splitlines() for f in json.loads(line)["findings"]
    }
    assert codes == {"B"}


def test_the_table_is_arabic_for_an_arabic_desk(run) -> None:
    outcome = run("audit", "corpora/seeds", "--no-drift", "--locale", "ar")
    assert "الجودة" in outcome.out
