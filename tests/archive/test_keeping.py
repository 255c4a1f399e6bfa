"""What goes into the archive comes out again, whoever writes or reads meanwhile."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tadqiq.archive import Archive, Verdict
from tadqiq.archive.codec import decode, encode
from tadqiq.ingest import read
from tadqiq.model import Article, Drift, Event, Rejection, Score
from tadqiq.pipeline import Auditor

SEEDS = Path(__file__).parents[2] / "corpora" / "seeds"
DAY = datetime(2026, 3, 1, tzinfo=UTC)
SCORE = Score(99.5, 98.0, 100.0, True, 0.5, 100, 0.25)


@pytest.fixture
def archive(tmp_path: Path):
    with Archive.open(tmp_path / "wire", write=True) as opened:
        yield opened


def article(name: str, text: str = "نص", **more: object) -> Article:
    return Article(id=name, text=text, **more)  # type: ignore[arg-type]


def verdict(quality: float = 99.5) -> Verdict:
    return Verdict("ar", (), Drift(None), replace(SCORE, quality=quality))


def keep(archive: Archive, run: int, one: Article, quality: float, signature: str = "s") -> int:
    key = archive.articles.add(one, run=run, now=0)
    event = archive.verdicts.add_event(Event("e1", (one.id,)), run=run)
    return archive.verdicts.add(
        key, verdict(quality), signature=signature, context=b"", run=run, event=event, now=0
    )


# Neither bears on what is promised, and a busy machine has both.
unhurried = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
plain = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
texts = st.text(st.characters(codec=None), max_size=30)
articles = st.builds(
    Article,
    id=texts,
    text=texts,
    title=st.none() | texts,
    published=st.none() | st.datetimes(timezones=st.none() | st.just(UTC)),
    references=st.lists(texts, max_size=2).map(tuple),
    declared_mt=st.none() | st.booleans(),
    extra=st.dictionaries(texts, plain, max_size=3),
)


@unhurried
@given(articles)
def test_any_article_comes_back_as_it_went_in(one: Article) -> None:
    assert decode(Article, encode(one)) == one


@unhurried
@given(st.floats(allow_nan=False), st.text())
def test_what_is_damaged_is_never_taken_for_an_article(number: float, text: str) -> None:
    for data in (b"", text.encode("utf-8", "replace"), encode([number]), encode({"id": text})):
        with pytest.raises(ValueError, match="Article"):
            decode(Article, data)


def test_a_real_verdict_comes_back_to_the_last_bit() -> None:
    for one in Auditor().audit(read([str(SEEDS)])).articles:
        kept = Verdict(one.document.lang, one.findings, one.drift, one.score)
        assert decode(Verdict, encode(kept)) == kept
        assert decode(Event, encode(one.event)) == one.event
        assert decode(Article, encode(one.document.article)) == one.document.article


def test_an_article_seen_twice_is_one_and_an_updated_one_a_new_version(archive: Archive) -> None:
    first = archive.articles.add(article("a", "قديم"), run=1, now=1)
    assert archive.articles.add(article("a", "قديم", outlet="x"), run=1, now=2) == first
    second = archive.articles.add(article("a", "جديد"), run=2, now=3)
    assert second != first
    assert [s.article.text for s in archive.articles.between()] == ["جديد"]
    assert [s.article.text for s in archive.articles.between(versions=True)] == ["قديم", "جديد"]
    assert [s.current for s in archive.articles.versions("a")] == [False, True]
    assert next(archive.articles.get([first])).article.outlet == "x"


def test_a_page_under_one_address_is_updated_by_a_later_run_not_by_its_neighbour(
    archive: Archive,
) -> None:
    for name in "ab":
        archive.articles.add(article(name, name, url="https://desk.example/"), run=1, now=1)
    assert len(list(archive.articles.between())) == 2
    archive.articles.add(article("c", "c", url="https://desk.example/"), run=2, now=2)
    assert [stored.article.id for stored in archive.articles.between()] == ["c"]


def test_windows_go_by_publication_else_by_first_sight(archive: Archive) -> None:
    archive.articles.add(article("dated", published=DAY), run=1, now=9e9)
    archive.articles.add(article("naive", published=DAY.replace(tzinfo=None)), run=1, now=9e9)
    archive.articles.add(article("undated"), run=1, now=(DAY + timedelta(1)).timestamp())
    ids = [one.article.id for one in archive.articles.between(DAY, DAY + timedelta(1))]
    assert ids == ["dated", "naive"]
    assert [one.article.id for one in archive.articles.between(DAY + timedelta(1))] == ["undated"]


def test_the_latest_verdict_on_an_article_holds(archive: Archive) -> None:
    old = keep(archive, 1, article("a"), 50.0, "old")
    keep(archive, 2, article("a"), 60.0, "new")
    assert [one.verdict.score.quality for one in archive.verdicts.latest()] == [60.0]
    (by_old,) = archive.verdicts.latest(signature="old")
    assert by_old.verdict.score.quality == 50.0
    archive.verdicts.reuse(old, run=3, event=archive.verdicts.add_event(Event("e9", ("a",)), run=3))
    (again,) = archive.verdicts.latest()
    assert (again.verdict.score.quality, again.event.id) == (50.0, "e9")


def test_the_nearest_articles_of_the_last_days_are_found_by_vector(archive: Archive) -> None:
    rng = np.random.default_rng(1)
    rows = rng.normal(size=(20, 8)).astype(np.float32)
    rows /= np.linalg.norm(rows, axis=1, keepdims=True)
    for number, row in enumerate(rows):
        one = article(f"a{number}", published=DAY + timedelta(number))
        key = archive.articles.add(one, run=1, now=0)
        archive.vectors.put(key, "m", segmented=b"s", matrix=row[None], mean=row)
    near = archive.vectors.near(rows[7], "m", limit=3)
    best = np.argsort(-(rows @ rows[7]), kind="stable")[:3]
    assert [one.stored.article.id for one in near] == [f"a{place}" for place in best]
    late = archive.vectors.near(rows[7], "m", since=DAY + timedelta(8), limit=30, but={"a9"})
    assert {one.stored.article.id for one in late} == {f"a{n}" for n in (8, *range(10, 20))}
    assert archive.vectors.near(rows[7], "another model") == ()


def test_vectors_come_back_for_the_same_sentences_only(archive: Archive) -> None:
    key = archive.articles.add(article("a"), run=1, now=0)
    matrix = np.eye(3, 4, dtype=np.float32)
    archive.vectors.put(key, "m", segmented=b"three", matrix=matrix, mean=matrix[0])
    found = archive.vectors.get(key, "m", segmented=b"three")
    assert found is not None
    assert np.array_equal(found, matrix)
    assert archive.vectors.get(key, "m", segmented=b"two") is None
    assert archive.vectors.get(key, "n", segmented=b"three") is None


def test_readers_read_while_a_writer_writes(archive: Archive) -> None:
    keep(archive, 1, article("a"), 50.0)
    assert archive.folder is not None
    with Archive.open(archive.folder) as reader, archive.transaction():
        keep(archive, 1, article("b"), 60.0)
        assert [one.stored.article.id for one in reader.verdicts.latest()] == ["a"]
    with Archive.open(archive.folder) as reader:
        assert len(list(reader.verdicts.latest())) == 2


def test_what_half_an_article_wrote_is_taken_back(archive: Archive) -> None:
    def break_off() -> None:
        with archive.transaction():
            keep(archive, 1, article("a"), 50.0)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        break_off()
    assert archive.counts().articles == 0


def test_runs_and_rejections_are_counted(archive: Archive) -> None:
    run = archive.runs.begin(["feed.xml"], now=100)
    archive.runs.reject(run, Rejection("feed.xml#3\ud800", "empty"))
    unfinished = archive.runs.resume()
    assert unfinished is not None
    assert unfinished.sources == ("feed.xml",)
    assert list(archive.runs.rejections()) == []
    archive.runs.reject(run, Rejection("feed.xml#3", "empty"))
    archive.runs.finish(run, signature="s", articles=7, now=50)
    (done,) = archive.runs.all()
    assert done.finished == done.started
    assert (done.articles, done.rejected) == (7, 1)
    assert archive.runs.resume() is None
    assert archive.counts().unfinished == 0


def test_an_older_archive_is_brought_up_to_date_wholly_or_not_at_all(tmp_path: Path) -> None:
    from tadqiq.archive.schema import MIGRATIONS, migrate

    with Archive.open(tmp_path, write=True) as archive:
        keep(archive, 1, article("a"), 50.0)
    database = sqlite3.connect(tmp_path / "archive.sqlite", isolation_level=None)
    bad = "ALTER TABLE run ADD COLUMN note TEXT; ALTER TABLE nothing ADD COLUMN x"
    with pytest.raises(sqlite3.OperationalError, match="nothing"):
        migrate(database, "wire", (*MIGRATIONS, bad))
    assert database.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS),)
    good = "ALTER TABLE run ADD COLUMN note TEXT; CREATE INDEX run_by_note ON run (note);"
    for _ in "12":
        migrate(database, "wire", (*MIGRATIONS, good))
    assert database.execute("PRAGMA user_version").fetchone() == (len(MIGRATIONS) + 1,)
    database.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
    database.close()
    with Archive.open(tmp_path) as archive:
        assert [one.verdict.score.quality for one in archive.verdicts.latest()] == [50.0]
