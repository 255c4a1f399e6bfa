"""Every format can be had from the commands that offer it."""

from __future__ import annotations

from pathlib import Path

import pytest

SEED = "corpora/seeds/002_f7d4c279eac3b33f.txt"
BEGINNINGS = {
    "html": b"<!doctype html>",
    "csv": b"\xef\xbb\xbfrank,",
    "parquet": b"PAR1",
    "sarif": b"{\n",
    "github": b"::warning file=corpora/seeds/002",
    "mqm": b"system\tdoc\t",
    "xliff": b"<?xml",
}


@pytest.mark.parametrize("name", BEGINNINGS)
def test_a_batch_is_written_in_the_format_asked_for(run, name: str, tmp_path: Path) -> None:
    path = tmp_path / f"report.{name}"
    outcome = run("audit", SEED, "--no-drift", "--format", name, "--output", str(path))
    assert (outcome.code, outcome.out) == (0, "")
    assert path.read_bytes().startswith(BEGINNINGS[name])


@pytest.mark.parametrize("name", ["html", "sarif", "github"])
def test_one_article_is_written_in_the_format_asked_for(run, name: str) -> None:
    outcome = run("check", SEED, "--no-drift", "--format", name)
    assert outcome.code == 0
    assert outcome.out.encode().startswith(BEGINNINGS[name])
