"""Whatever the size of a batch, the number of processes, or what was done before."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from tadqiq.archive import Archive
from tadqiq.config import Config
from tadqiq.ingest import read
from tadqiq.model import Article, Audit, Rejection
from tadqiq.pipeline import Auditor, batch
from tadqiq.pipeline import intake as taking
from tadqiq.pipeline.processes import FORK, SPAWN, Way, count, way
from tadqiq.report import reporter

SEEDS = Path(__file__).parents[2] / "corpora" / "seeds"


@pytest.fixture(scope="module")
def seeds() -> list[Article]:
    return [item for item in read([str(SEEDS)]) if isinstance(item, Article)]


@pytest.fixture(scope="module")
def expected(seeds: list[Article]) -> str:
    return told(Auditor().audit(seeds))


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Archive]:
    with Archive.open(tmp_path / "wire", write=True) as opened:
        yield opened


def told(audit: Audit) -> str:
    """All that a program reads of an audit."""
    return reporter("json").render(audit, "ar")  # type: ignore[attr-defined]


def remembering_nothing(folder: Path) -> Path:
    """A cache with the models of ours, in which no verdict is kept."""
    for name in ("models", "background", "embeddings.sqlite"):
        (folder / name).symlink_to(Config().cache_dir / name)
    return folder


def stages(auditor: Auditor) -> list[tuple[str, int]]:
    heard: list[tuple[str, int]] = []
    auditor.progress = lambda stage, done, total: heard.append((stage, done))
    return heard


def test_the_block_size_changes_nothing(
    seeds: list[Article], expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(taking, "_ARTICLES", 2)
    assert told(Auditor().audit(seeds)) == expected


@pytest.mark.parametrize("start", [FORK, SPAWN])
def test_several_processes_give_the_bytes_of_one(
    start: Way, seeds: list[Article], expected: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if start is FORK and sys.platform != "linux":
        pytest.skip("only Linux copies processes safely")
    monkeypatch.setattr(batch, "way", lambda config: start)
    auditor = Auditor(Config(cache_dir=remembering_nothing(tmp_path)))
    assert told(auditor.audit(seeds, jobs=2)) == expected


def test_unasked_a_batch_has_processes_of_its_own_where_they_pay() -> None:
    two = min(2, len(os.sched_getaffinity(0)))
    assert [count(0, articles, FORK) for articles in (5, 25, 5_000)] == [1, two, two]
    assert [count(0, articles, SPAWN) for articles in (5, 25, 5_000)] == [1, 1, two]
    assert count(3, 5, FORK) == 3


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux copies processes safely")
def test_no_process_is_copied_beside_another_thread_or_with_a_model_to_run(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    assert way(Config()) is FORK
    assert way(Config(second_opinion="models/nli")) is SPAWN
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert way(Config()) is SPAWN


def test_an_archive_gives_the_bytes_of_none_at_first_and_ever_after(
    seeds: list[Article], expected: str, archive: Archive
) -> None:
    for _ in "12":
        assert told(Auditor().audit(seeds, archive=archive)) == expected
    counts = archive.counts()
    assert (counts.articles, counts.audits, counts.runs, counts.unfinished) == (5, 5, 2, 0)
    assert list(archive.problems()) == []


def test_what_the_archive_knows_is_not_done_again(seeds: list[Article], archive: Archive) -> None:
    Auditor().audit(seeds[:4], archive=archive)
    at = {one.stored.article.id: one.at for one in archive.verdicts.latest()}
    Auditor().audit(seeds, archive=archive)
    again = {one.stored.article.id: one.at for one in archive.verdicts.latest()}
    alone = {one.document.id for one in Auditor().audit(seeds).articles if not one.drift.alignments}
    for article in seeds[:4]:
        if article.id not in alone:
            assert again[article.id] == at[article.id], "its siblings are the same"


def test_new_rules_reuse_the_vectors(
    seeds: list[Article], archive: Archive, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Auditor().audit(seeds, archive=archive)
    auditor = Auditor(Config(ignore=("P",)))
    encoded: list[str] = []
    monkeypatch.setattr(auditor.encoder, "encode", encoded.extend)
    anew = auditor.audit(seeds, archive=archive)
    assert encoded == []
    assert told(anew) == told(Auditor(Config(ignore=("P",))).audit(seeds))
    assert len(archive.counts().signatures) == 2


def test_an_id_given_twice_in_one_batch_is_a_rejection(seeds: list[Article]) -> None:
    audit = Auditor(Config(drift=False)).audit([seeds[0], seeds[1], replace(seeds[0], origin="x")])
    assert len(audit.articles) == 2
    assert audit.rejections[0].origin == "x"
    assert "taken" in audit.rejections[0].reason


def test_half_a_character_breaks_no_batch(seeds: list[Article]) -> None:
    odd = Article(id="odd\ud800", text="نص عن الحكومة \ud800 والبرلمان.\n\nوقال الوزير نعم.")
    audit = Auditor().audit([*seeds[:2], odd, Rejection("wire\udfff", "no text")])
    assert len(audit.articles) + len(audit.rejections) == 4
    assert told(audit)


def test_older_articles_are_passed_over_and_counted(seeds: list[Article]) -> None:
    day = datetime(2026, 3, 1, tzinfo=UTC)
    dated = [replace(one, published=day + timedelta(n)) for n, one in enumerate(seeds)]
    audit = Auditor(Config(drift=False)).audit(
        [*dated, Article(id="undated", text="نص")], since=day + timedelta(3)
    )
    assert [one.document.id for one in audit.articles] == [seeds[3].id, seeds[4].id, "undated"]
    assert audit.passed == 3


def test_new_articles_are_compared_with_the_days_before(
    seeds: list[Article], expected: str, archive: Archive
) -> None:
    day = datetime(2026, 3, 1, tzinfo=UTC)
    dated = [replace(one, published=day) for one in seeds]
    whole = {one.document.id: one for one in Auditor().audit(dated).articles}
    auditor = Auditor()
    auditor.audit(dated[:3], archive=archive)
    new = auditor.audit(dated[3:], archive=archive, days=2)
    assert [one.document.id for one in new.articles] == [one.id for one in dated[3:]]
    for one in new.articles:
        other = whole[one.document.id]
        assert set(one.event.members) == set(other.event.members)
        assert (one.findings, one.drift) == (other.findings, other.drift)
    late = replace(dated[3], published=day + timedelta(9))
    assert auditor.neighbours(late, archive, days=2) == ()
    found = auditor.neighbours(dated[3], archive, days=2)
    assert {one.id for one in found} >= {one.id for one in dated[:3]}
    (alone,) = auditor.check(dated[3], found).articles
    assert alone.drift.value == whole[dated[3].id].drift.value


def test_a_lonely_article_loads_no_model(seeds: list[Article]) -> None:
    assert "model:none" in Auditor().audit(seeds[:1]).signature


def test_results_can_be_gone_through_sliced_and_ranked_again_and_again() -> None:
    articles = [
        Article(id=f"a{n:03}", text="قال الوزير ، نعم. " * (n % 5 + 1), lang="ar")
        for n in range(300)
    ]
    audit = Auditor(Config(drift=False)).audit(articles)
    assert [one.document.id for one in audit.articles] == [one.id for one in articles]
    assert [one.document.id for one in audit.articles[-2:]] == ["a298", "a299"]
    ranked = audit.ranked()
    assert [one.rank for one in ranked] == list(range(1, 301))
    assert [one.rank for one in ranked[::-1]][:2] == [300, 299]
    assert audit.articles[7].document.words == len(articles[7].text.split()) - articles[
        7
    ].text.count("،")
