"""The desk chief keeps what was audited, and looks after it."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

TEXT = "أعلنت الحكومة أمس خطة جديدة لدعم المزارعين في المناطق المتضررة من الجفاف."


@pytest.fixture
def wire(tmp_path: Path) -> Path:
    path = tmp_path / "wire.jsonl"
    days = ("2026-11-01", "2026-11-20T06:00:00Z", None)
    records = [
        {"id": f"a{n}", "text": f"{TEXT} قال ، {n}.", "published": day}
        for n, day in enumerate(days)
    ]
    lines = [json.dumps({k: v for k, v in one.items() if v}) for one in records]
    path.write_text("\n".join([*lines, "no record"]), "utf-8")
    return path


@pytest.fixture
def folder(run, wire: Path, tmp_path: Path) -> str:
    folder = str(tmp_path / "archive")
    assert run("audit", str(wire), "--no-drift", "--archive", folder).code == 3
    return folder


def test_a_second_audit_says_the_same_and_does_not_work_again(run, wire: Path, folder: str) -> None:
    fresh = run("audit", str(wire), "--no-drift", "-f", "jsonl")
    again = run("audit", str(wire), "--no-drift", "-f", "jsonl", "--archive", folder)
    assert again.out == fresh.out
    assert "known from the archive: 3" in again.err
    assert "articles: 3 · events: 3" in again.err
    assert "not audited, by reason: not valid JSON" in again.err


def test_only_what_is_new_enough_is_audited(run, wire: Path) -> None:
    outcome = run("audit", str(wire), "--no-drift", "-f", "jsonl", "--since", "2026-11-10")
    assert [json.loads(line)["id"] for line in outcome.out.splitlines()] == ["a1", "a2"]
    assert "older, passed over: 1" in outcome.err
    wrong = run("audit", str(wire), "--since", "yesterday")
    assert wrong.code == 2
    assert "no point in time; give a date such as 2026-11-20" in wrong.err


def test_the_archive_says_what_it_holds(run, folder: str) -> None:
    said = run("archive", "stats", folder).out
    assert "articles: 3\n" in said
    assert "not audited: 1\n" in said
    assert "broken off: 0\n" in said
    assert "المقالات: 3\n" in run("archive", "stats", folder, "--locale", "ar").out


def test_what_leaves_the_archive_can_be_audited_again(run, folder: str) -> None:
    records = run("archive", "export", folder, "--what", "articles").out
    again = run("audit", "-", "--no-drift", "-f", "jsonl", stdin=records.encode())
    exported = run("archive", "export", folder).out
    findings = [
        [json.loads(line)["findings"] for line in out.splitlines()] for out in (exported, again.out)
    ]
    assert findings[0] == findings[1]
    recent = run("archive", "export", folder, "--since", "2026-11-10")
    assert [json.loads(line)["id"] for line in recent.out.splitlines()] == ["a1", "a2"]


def test_old_articles_leave_with_all_that_is_known_of_them(run, folder: str) -> None:
    assert run("archive", "prune", folder).code == 2
    assert run("archive", "prune", folder, "--before", "2026-11-10").out == "removed: 1\n"
    assert "verdicts: 2\n" in run("archive", "stats", folder).out
    assert run("archive", "check", folder).out == "sound: 2 articles, 2 verdicts\n"


def test_damage_is_found_removed_and_mended_by_the_next_audit(run, wire: Path, folder: str) -> None:
    with sqlite3.connect(Path(folder) / "archive.sqlite") as database:
        database.execute("UPDATE audit SET record = zeroblob(20) WHERE key = 2")
        database.execute("UPDATE article SET record = substr(record, 2) WHERE id = 'a2'")
    found = run("archive", "check", folder)
    assert found.code == 1
    assert "audit 2: damaged" in found.out
    assert "damaged: 2" in found.out
    assert run("archive", "export", folder).code == 2
    assert run("archive", "prune", folder, "--damaged").out == "removed: 2\n"
    assert run("archive", "check", folder).code == 0
    run("audit", str(wire), "--no-drift", "--archive", folder)
    assert run("archive", "check", folder).out == "sound: 3 articles, 3 verdicts\n"


def test_what_is_no_archive_is_named_and_not_made(run, tmp_path: Path) -> None:
    missing = run("archive", "stats", str(tmp_path / "none"))
    assert missing.code == 2
    assert "no archive here" in missing.err
    assert not (tmp_path / "none").exists()
    assert "no archive here" in run("archive", "prune", str(tmp_path), "--before", "1d").err


def test_resuming_needs_an_archive_and_something_to_resume(run, folder: str) -> None:
    assert "--resume needs an archive" in run("audit", "x", "--resume").err
    assert "nothing to resume" in run("audit", "--archive", folder, "--resume").err
    assert "no SOURCE" in run("audit").err
