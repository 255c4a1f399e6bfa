"""Siblings come from files, addresses and the archive, and are found by themselves there."""

from __future__ import annotations

import json
import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from tadqiq.archive import Archive
from tadqiq.ingest import read
from tadqiq.pipeline import Auditor

SEEDS = Path(__file__).parents[2] / "corpora" / "seeds"
ARTICLE = "corpora/seeds/003_be7402cde2decbdf.txt"


def departures(out: str) -> list[str]:
    (record,) = json.loads(out)["articles"]
    return sorted(f["quote"] for f in record["findings"] if f["kind"] == "meaning")


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of the seed articles."""
    folder = tmp_path_factory.mktemp("wire")
    with Archive.open(folder, write=True) as store:
        list(Auditor().audit(read([str(SEEDS)]), archive=store).articles)
    return folder


def test_an_archive_finds_the_siblings_by_itself(run, archive: Path) -> None:
    direct = run("check", ARTICLE, "--against", "corpora/seeds", "-f", "json")
    stored = run("check", ARTICLE, "--against", str(archive), "-f", "json")
    assert stored.code == 0
    assert departures(stored.out) == departures(direct.out)
    assert len(departures(stored.out)) == 2


def test_articles_of_other_days_are_no_siblings(run, archive: Path, tmp_path: Path) -> None:
    text = (SEEDS / Path(ARTICLE).name).read_text("utf-8")
    record = {"id": "later", "lang": "ar", "text": text, "published": "2031-01-01T00:00:00Z"}
    later = tmp_path / "later.json"
    later.write_text(json.dumps(record), "utf-8")
    outcome = run("check", str(later), "--against", str(archive), "--days", "30", "-f", "json")
    assert departures(outcome.out) == []


def test_an_address_is_a_sibling_where_it_is_allowed(run) -> None:
    handler = partial(SimpleHTTPRequestHandler, directory=str(SEEDS))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        url = f"http://127.0.0.1:{server.server_port}"
        against = [f"{url}/{path.name}" for path in sorted(SEEDS.glob("00[012]*.txt"))]
        flags = [part for address in against for part in ("--against", address)]
        outcome = run("check", ARTICLE, *flags, "--allow-private", "-f", "json")
        refused = run("check", ARTICLE, "--against", against[0], "-f", "json")
        server.shutdown()
    assert len(departures(outcome.out)) == 2
    assert refused.code == 3
    assert "127.0.0.1" in refused.err


def test_a_folder_that_is_no_archive_of_ours_is_named(run, tmp_path: Path) -> None:
    (tmp_path / "archive.sqlite").write_bytes(b"no database at all, but long enough" * 100)
    outcome = run("check", ARTICLE, "--against", str(tmp_path))
    assert outcome.code == 2
    assert str(tmp_path) in outcome.err
