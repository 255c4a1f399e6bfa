"""The same batch again is not judged again, and nothing stale is ever shown."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

import tadqiq
from tadqiq.archive import Remembered, Verdict, pack
from tadqiq.config import Config
from tadqiq.model import Article, Drift, Score, Severity
from tadqiq.pipeline import Auditor
from tadqiq.pipeline import batch as batches
from tadqiq.pipeline.judge import Judge
from tadqiq.report import reporter

TEXT = "قال الوزير  ان المفاوضات سوف تستانف غدا .وأكد المتحدث ذلك ،ثم غادر Brussels مساء اليوم."
ARTICLES = [
    Article(id="a", text=TEXT, lang="ar", event="e"),
    Article(id="b", text="غادر الوزير بروكسل مساء أمس.", lang="ar", event="e"),
]


@pytest.fixture
def config(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Config:
    # Whoever works on our files has changed them a moment ago: then nothing is remembered.
    monkeypatch.setattr(batches, "unchanged", lambda: True)
    return Config(drift=False, cache_dir=tmp_path / "cache")


@pytest.fixture
def judged(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The articles that were really judged."""
    seen: list[str] = []
    judge = Judge.verdict

    def verdict(self, case):
        seen.append(case.document.id)
        return judge(self, case)

    monkeypatch.setattr(Judge, "verdict", verdict)
    return seen


def told(config: Config, articles=ARTICLES) -> str:
    return reporter("json").render(Auditor(config).audit(articles), "ar")


def test_the_same_batch_again_is_told_the_same_without_judging(config, judged) -> None:
    first = told(config)
    assert judged == ["a", "b"]
    assert told(config) == first
    assert judged == ["a", "b"]


@pytest.mark.parametrize(
    "change",
    [
        {"allow": frozenset({"Brussels"})},
        {"severities": (("P", Severity.CRITICAL),)},
        {"ignore": ("P",)},
        {"terms": {"الوزير": "وزير الخارجية"}},
    ],
    ids=lambda change: next(iter(change)),
)
def test_another_configuration_is_judged_anew(config, judged, change) -> None:
    first = told(config)
    assert told(replace(config, **change)) != first
    assert judged == ["a", "b", "a", "b"]


def test_another_sibling_is_judged_anew(config, judged) -> None:
    told(replace(config, drift=False))
    changed = replace(ARTICLES[1], text="غادر الوزير باريس صباح أمس.")
    told(config, [ARTICLES[0], changed])
    assert judged[:2] == ["a", "b"]
    assert "b" in judged[2:]


def test_a_program_changed_under_our_feet_remembers_nothing(config, judged, monkeypatch) -> None:
    monkeypatch.setattr(batches, "unchanged", lambda: False)
    told(config)
    told(config)
    assert judged == ["a", "b", "a", "b"]
    assert not (config.cache_dir / "verdicts.sqlite").exists()


def test_a_changed_lexicon_is_judged_anew(tmp_path: Path) -> None:
    """With a copy of the program, of which one line of a lexicon changes."""
    home = tmp_path / "src" / "tadqiq"
    shutil.copytree(Path(tadqiq.__file__).parent, home)
    article = tmp_path / "a.txt"
    article.write_text(TEXT, "utf-8")
    environment = os.environ | {
        "PYTHONPATH": str(home.parent), "TADQIQ_CACHE": str(tmp_path / "cache"),
    }  # fmt: skip

    def audited() -> int:
        command = [sys.executable, "-m", "tadqiq", "audit", "--no-drift", str(article)]
        subprocess.run(command, env=environment, check=True, capture_output=True)
        with sqlite3.connect(tmp_path / "cache" / "verdicts.sqlite") as store:
            return int(store.execute("SELECT COUNT(*) FROM verdict").fetchone()[0])

    assert audited() == 1
    lexicon = next(iter(sorted((home / "languages" / "ar").rglob("*.toml"))))
    lexicon.write_text(lexicon.read_text("utf-8") + "\n# another line\n", "utf-8")
    os.utime(lexicon, (1e9, 1e9))
    assert audited() == 2


def test_a_damaged_cache_is_done_without_and_begun_again(config, judged, caplog) -> None:
    first = told(config)
    path = config.cache_dir / "verdicts.sqlite"
    path.write_bytes(b"no database" * 1000)
    assert told(config) == first
    assert "cache of verdicts" in caplog.text
    told(config)
    told(config)
    assert judged == ["a", "b"] * 3


def test_a_flipped_bit_is_judged_again(config, judged) -> None:
    first = told(config)
    with sqlite3.connect(config.cache_dir / "verdicts.sqlite") as store:
        store.execute("UPDATE verdict SET record = X'00' || record")
    assert told(config) == first
    assert judged == ["a", "b", "a", "b"]


def test_only_the_latest_are_kept_and_only_for_their_owner(tmp_path: Path) -> None:
    score = Score(100.0, 100.0, 100.0, True, 0.0, 10, 0.1)
    record = pack(Verdict("ar", (), Drift(None), score))
    kept = Remembered(tmp_path, most=3)
    for number in range(10):
        kept.put([(bytes([number]), record)])
    assert [number for number in range(10) if kept.get(bytes([number]))] == [7, 8, 9]
    kept.close()
    if os.name == "posix":
        assert (tmp_path / "verdicts.sqlite").stat().st_mode & 0o077 == 0
