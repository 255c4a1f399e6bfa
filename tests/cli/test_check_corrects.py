"""The editor has corrections shown, written, or known findings kept quiet."""

from __future__ import annotations

import json
import os
import resource
import signal
import stat
from pathlib import Path

import pytest

TEXT = "قال الوزير ، أمس إن الأمر قريب.\r\nوقال Brankovitsch إن الجسر تهدم ،\r\n"
FIXED = TEXT.replace(" ،", "،")


def written(path: Path, text: str = TEXT, encoding: str = "utf-8") -> Path:
    path.write_bytes(text.encode(encoding))
    return path


def test_a_diff_shows_and_writes_nothing(run, tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt")
    outcome = run("check", str(path), "--no-drift", "--diff")
    assert outcome.code == 0
    assert outcome.out.startswith(f"--- {path}\n+++ {path}\n@@ ")
    assert "+قال الوزير، أمس إن الأمر قريب." in outcome.out
    assert "corrected: 2 · left: 1 (an editor should look at it first: 1)" in outcome.err
    assert path.read_bytes() == TEXT.encode()


def test_the_safe_corrections_are_written_and_the_rest_is_reported(run, tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt")
    path.chmod(0o640)
    outcome = run("check", str(path), "--no-drift", "--fix", "--locale", "ar")
    assert path.read_bytes() == FIXED.encode()
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert "L103" in outcome.out
    assert "P101" not in outcome.out
    assert "صُوِّب: 2 · بقي: 1 (يحتاج إلى نظر المحرر أولًا: 1)" in outcome.err
    before = path.stat().st_mtime_ns
    run("check", str(path), "--no-drift", "--fix")
    assert path.stat().st_mtime_ns == before


def test_the_rest_is_written_on_demand(run, tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt")
    run("check", str(path), "--no-drift", "--fix", "--unsafe-fixes")
    assert path.read_bytes() == FIXED.replace("Brankovitsch", "برانكوفيتش").encode()
    assert run("check", str(path), "--no-drift", "--unsafe-fixes").code == 2


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1256"])
def test_the_file_keeps_its_encoding_and_line_ends(run, tmp_path: Path, encoding: str) -> None:
    path = written(tmp_path / "a.txt", encoding=encoding)
    run("check", str(path), "--no-drift", "--fix", "--lang", "ar")
    assert path.read_bytes() == FIXED.encode(encoding)


def test_a_link_stays_a_link(run, tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt")
    link = tmp_path / "link.txt"
    link.symlink_to(path)
    run("check", str(link), "--no-drift", "--fix")
    assert link.is_symlink()
    assert path.read_bytes() == FIXED.encode()


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anything")
def test_a_file_that_may_not_be_written_stays_and_is_named(run, tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt")
    path.chmod(0o444)
    outcome = run("check", str(path), "--no-drift", "--fix")
    assert outcome.code == 2
    assert "cannot write the corrected article" in outcome.err
    assert path.read_bytes() == TEXT.encode()


def test_a_full_disk_leaves_the_article_as_it_was(run, tmp_path: Path) -> None:
    path = written(tmp_path / "a.txt", TEXT * 60)
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (4096, limits[1]))
        outcome = run("check", str(path), "--no-drift", "--fix")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)
    assert outcome.code == 2
    assert "cannot write the corrected article" in outcome.err
    assert path.read_bytes() == (TEXT * 60).encode()
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.txt"]


def test_what_comes_by_a_pipe_goes_on_by_one(run) -> None:
    outcome = run("check", "-", "--no-drift", "--fix", stdin=TEXT.encode())
    assert outcome.out == FIXED
    assert "corrected: 2" in outcome.err
    both = run("check", "-", "--no-drift", "--fix", "--diff", stdin=TEXT.encode())
    assert both.code == 2
    assert "give one of them" in both.err


def test_a_record_is_corrected_in_its_fields_alone(run, tmp_path: Path) -> None:
    record = '{"id":"x",  "title":"خبر ، عاجل","n":1.50,"text":"قال الوزير \\u060C أمس\\nنعم ،"}\n'
    path = written(tmp_path / "a.jsonl", record)
    run("check", str(path), "--no-drift", "--fix", "--lang", "ar")
    fixed = record.replace("خبر ،", "خبر،").replace("الوزير \\u060C", "الوزير،")
    assert path.read_text("utf-8") == fixed.replace("نعم ،", "نعم،")


def test_a_page_is_not_rewritten_but_its_corrections_are_shown(run, tmp_path: Path) -> None:
    body = "<p>" + "قال الوزير ، أمس إن الأمر قريب وإن اللجنة ستجتمع غدا لبحثه. " * 5 + "</p>"
    page = f"<html lang=ar><body><article><h1>خبر</h1>{body}</article></body></html>"
    path = written(tmp_path / "a.html", page)
    outcome = run("check", str(path), "--no-drift", "--fix")
    assert outcome.code == 2
    assert "--diff shows them" in outcome.err
    assert path.read_text("utf-8") == page
    assert "+" in run("check", str(path), "--no-drift", "--diff").out


def test_known_findings_stay_quiet_and_open_the_gate(run, tmp_path: Path) -> None:
    path, known = written(tmp_path / "a.txt"), tmp_path / "known.json"
    assert run("check", str(path), "--no-drift", "--fail-on", "minor").code == 1
    first = run(
        "check", str(path), "--no-drift", "--fail-on", "minor", "--write-baseline", str(known)
    )
    assert first.code == 0
    path.write_bytes(("سطر جديد في الخبر.\r\n" + TEXT).encode())
    again = run("check", str(path), "--no-drift", "--gate", "100", "--baseline", str(known))
    assert again.code == 0
    assert "known findings, neither shown nor counted: 3" in again.err
    path.write_bytes((TEXT + "وصل Putin أمس.").encode())
    new = run(
        "check",
        str(path),
        "--no-drift",
        "--fail-on",
        "minor",
        "--baseline",
        str(known),
        "-f",
        "json",
    )
    assert new.code == 1
    (record,) = json.loads(new.out)["articles"]
    assert [finding["quote"] for finding in record["findings"]] == ["Putin"]
