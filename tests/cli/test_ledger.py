"""From the archive to the ledger of names, and from there to the termbase."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from io import StringIO
from pathlib import Path

import pytest

from tadqiq.archive import Archive
from tadqiq.config import Config, read_termbase
from tadqiq.ingest import read
from tadqiq.model import Article
from tadqiq.pipeline import Auditor

SEEDS = Path(__file__).parents[2] / "corpora" / "seeds"


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The seeds, a day and an outlet each."""
    folder = tmp_path_factory.mktemp("wire")
    articles = [item for item in read([str(SEEDS)]) if isinstance(item, Article)]
    day = datetime(2026, 11, 1, tzinfo=UTC)
    kept = [
        replace(one, outlet=f"o{place}", published=day + timedelta(days=place))
        for place, one in enumerate(articles)
    ]
    with Archive.open(folder, write=True) as store:
        list(Auditor(Config(drift=False)).audit(kept, archive=store).articles)
    return folder


def test_every_spelling_stands_with_its_outlet_and_date(run, archive: Path) -> None:
    outcome = run("ledger", str(archive))
    table = list(csv.DictReader(StringIO(outcome.out.removeprefix("\ufeff"))))
    trump = {
        (row["variant"], row["outlet"], row["date"]): row
        for row in table
        if row["preferred"] == "ترامب"
    }
    assert trump["ترمب", "o0", "2026-11-01"]["status"] == "admitted"
    assert int(trump["ترامب", "o4", "2026-11-05"]["mentions"]) > 5
    assert {row["kind"] for row in table} == {"person", "place"}


def test_only_variants_and_a_window_narrow_it(run, archive: Path) -> None:
    flags = ("--only-variants", "--per", "ever", "--since", "2026-11-02")
    outcome = run("ledger", str(archive), *flags)
    table = list(csv.DictReader(StringIO(outcome.out.removeprefix("\ufeff"))))
    assert {row["preferred"] for row in table} == {"زيلينسكي", "ميرتس", "زابوريجيا", "ويتكوف"}
    assert {row["date"] for row in table} == {""}


@pytest.mark.parametrize("form", ["csv", "tbx"])
def test_the_ledger_is_a_termbase(run, archive: Path, tmp_path: Path, form: str) -> None:
    names = tmp_path / f"names.{form}"
    assert run("ledger", str(archive), "-f", form, "-o", str(names)).code == 0
    wrong = {"زابوريزفيا": "زابوريجيا", "ويتكو": "ويتكوف"}
    assert dict(read_termbase(names)) == wrong
    edited = names.read_text("utf-8").replace("admitted", "deprecated")
    names.write_text(edited, "utf-8")
    assert read_termbase(names)["زيلنسكي"] == "زيلينسكي"
    settings = tmp_path / "tadqiq.toml"
    settings.write_text(f'termbases = ["{names}"]', "utf-8")
    article = tmp_path / "a.txt"
    article.write_text("قال زيلنسكي إن ترمب وافق على العرض الأخير.", "utf-8")
    run("check", str(article), "--no-drift", "--fix", "--config", str(settings))
    assert article.read_text("utf-8") == "قال زيلينسكي إن ترامب وافق على العرض الأخير."


def test_an_empty_window_is_said(run, archive: Path) -> None:
    assert run("ledger", str(archive), "--until", "2020-01-01").code == 4
