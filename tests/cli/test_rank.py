"""The desk chief asks in the morning which outlets send raw machine translation."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest

from tadqiq.archive import Archive
from tadqiq.config import Config
from tadqiq.ingest import read
from tadqiq.model import Article
from tadqiq.pipeline import Auditor

SEEDS = Path(__file__).parents[2] / "corpora" / "seeds"
START = datetime(2026, 11, 1, tzinfo=UTC)


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds: the raw machine translation from one outlet, the rest from another."""
    folder = tmp_path_factory.mktemp("wire")
    articles = [item for item in read([str(SEEDS)]) if isinstance(item, Article)]
    kept = [
        replace(
            one,
            outlet="خام" if one.id.startswith("002") else "وكالة",
            published=START + timedelta(days=place),
        )
        for place, one in enumerate(articles)
    ]
    with Archive.open(folder, write=True) as store:
        list(Auditor(Config(drift=False)).audit(kept, archive=store).articles)
    return folder


def test_outlets_stand_in_order_with_what_is_behind_it(run, archive: Path) -> None:
    outcome = run("rank", str(archive), "--by", "outlet", "-f", "json")
    assert outcome.code == 0
    best, worst = json.loads(outcome.out)["rows"]
    assert (best["name"], worst["name"]) == ("وكالة", "خام")
    assert (best["below"], worst["below"]) == (0, 1)
    assert best["mt_likelihood"] < 0.3 < worst["mt_likelihood"]
    assert best["few"]
    assert best["low"] <= best["value"] <= best["high"]


def test_the_table_speaks_the_language_of_the_desk(run, archive: Path) -> None:
    english = run("rank", str(archive), "--by", "outlet").out
    assert "below 90" in english
    assert "4 few" in english
    arabic = run("rank", str(archive), "--by", "outlet", "--locale", "ar").out
    assert "الوسيلة" in arabic
    assert "دون 90" in arabic
    assert "few" not in arabic


def test_articles_come_worst_first_on_demand_and_only_so_many(run, archive: Path) -> None:
    outcome = run("rank", str(archive), "--order", "worst", "--limit", "2", "-f", "csv")
    rows = list(csv.DictReader(StringIO(outcome.out.removeprefix("\ufeff"))))
    assert rows[0]["name"].startswith("002")
    assert [row["rank"] for row in rows] == ["5", "4"]


def test_a_window_leaves_out_what_is_older_or_newer(run, archive: Path) -> None:
    outcome = run(
        "rank", str(archive), "--since", "2026-11-02T12:00Z", "--until", "2026-11-04", "-f", "json"
    )
    assert [row["name"][:3] for row in json.loads(outcome.out)["rows"]] == ["002"]


def test_findings_of_a_kind_rank_too(run, archive: Path) -> None:
    flags = ("--by", "outlet", "--measure", "findings", "--kind", "latin", "-f", "json")
    best, worst = json.loads(run("rank", str(archive), *flags).out)["rows"]
    assert best["value"] < 2 < worst["value"]


@pytest.mark.parametrize(
    ("flags", "says"),
    [
        (("--kind", "latin"), "--measure findings"),
        (("--measure", "findings", "--kind", "latim"), "latin"),
        (("--since", "yesterday"), "point in time"),
    ],
)
def test_a_question_without_sense_is_answered_with_help(
    run, archive: Path, flags: tuple[str, ...], says: str
) -> None:
    outcome = run("rank", str(archive), *flags)
    assert outcome.code == 2
    assert says in outcome.err


def test_no_archive_and_nothing_to_rank_are_said(run, archive: Path, tmp_path: Path) -> None:
    assert run("rank", str(tmp_path / "none")).code == 2
    assert run("rank", str(archive), "--measure", "drift").code == 4
