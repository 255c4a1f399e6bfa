"""Whatever happens to a batch, nothing is lost and nothing is done twice.

TADQIQ_KILLS=50 TADQIQ_ARTICLES=2000 TADQIQ_DRIFT=1 pytest tests/archive/test_survives.py -k killed -s
kills a larger batch at more moments.
"""

from __future__ import annotations

import json
import os
import random
import resource
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tadqiq.archive import Archive
from tadqiq.config import Config
from tadqiq.errors import ArchiveError
from tadqiq.model import Article
from tadqiq.pipeline import Auditor

KILLS = int(os.environ.get("TADQIQ_KILLS", "3"))
ARTICLES = int(os.environ.get("TADQIQ_ARTICLES", "60"))
DRIFT = os.environ.get("TADQIQ_DRIFT") == "1"
# Small blocks, so that a small batch too is broken off with some of it done.
PROGRAM = """
from tadqiq.pipeline import batch, intake
batch._ROWS, batch._SECONDS, intake._ARTICLES = {rows}, 0.2, {rows}
from tadqiq.cli import main
main()
"""
PLACES = ("الرياض", "بيروت", "عمان", "الدوحة", "تونس", "الرباط", "بغداد", "دمشق", "صنعاء", "مسقط")
ACTS = ("أعلنت الحكومة في", "قالت الشرطة في", "افتتحت البلدية في", "ناقش البرلمان في")
THINGS = ("خطة جديدة لدعم المزارعين", "مدرسة حديثة للأطفال", "حملة ضد المخدرات", "ميزانية العام")


def generated(count: int) -> list[dict[str, object]]:
    """Small articles, two or three on a happening, every third with artefacts."""
    rng = random.Random(7)
    records = []
    for number in range(count):
        event = random.Random(number // 3)
        place, act, thing = event.choice(PLACES), event.choice(ACTS), event.choice(THINGS)
        text = f"{act} {place} أمس {thing}، وبلغت الكلفة {event.randint(20, 900)} مليون دولار."
        extra = " وقال المسؤول ، إن Zelenskyy وافق." if number % 3 == 2 else ""
        text += f"{extra} وأضاف أن العمل يبدأ بعد {rng.randint(2, 9)} أسابيع في حي رقم {number}."
        records.append({"id": f"a{number}", "text": text, "lang": "ar", "outlet": f"o{number % 7}"})
    return records


@pytest.fixture(scope="module")
def wire(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("wire") / "wire.jsonl"
    lines = [json.dumps(one, ensure_ascii=False) for one in generated(ARTICLES)]
    path.write_text("\n".join([*lines, "no record"]), "utf-8")
    return path


def start(wire: Path, archive: Path, output: Path, *more: str) -> subprocess.Popen[bytes]:
    program = PROGRAM.format(rows=8 if ARTICLES < 1000 else 64)
    flags = () if DRIFT else ("--no-drift",)
    given = (str(wire), "--archive", str(archive), *flags, "-f", "jsonl", "-o", str(output), *more)
    return subprocess.Popen(
        [sys.executable, "-c", program, "audit", *given], stderr=subprocess.PIPE
    )


def test_a_batch_that_is_killed_again_and_again_comes_out_as_if_it_never_was(
    wire: Path, tmp_path: Path
) -> None:
    began = time.monotonic()
    whole = start(wire, tmp_path / "undisturbed", tmp_path / "whole.jsonl")
    _, said = whole.communicate()
    assert whole.returncode == 3, said.decode()
    undisturbed = time.monotonic() - began
    rng, output, archive = random.Random(3), tmp_path / "killed.jsonl", tmp_path / "killed"
    done = []
    for _ in range(KILLS):
        process = start(wire, archive, output, "--resume")
        end = time.monotonic() + rng.uniform(0.2, 1.0) * undisturbed
        aim = kept(archive) + rng.randint(1, 3 * ARTICLES // KILLS)
        while process.poll() is None and kept(archive) < aim and time.monotonic() < end:
            time.sleep(0.02)
        time.sleep(rng.uniform(0, 0.05))
        process.kill()
        process.communicate()
        done.append(kept(archive))
    last = start(wire, archive, output, "--resume")
    _, said = last.communicate()
    assert last.returncode == 3, said.decode()
    print(f"\narticles and verdicts kept at each kill: {done}")  # noqa: T201
    assert output.read_bytes() == (tmp_path / "whole.jsonl").read_bytes()
    with Archive.open(archive) as opened:
        counts = opened.counts()
        assert (counts.articles, counts.versions, counts.audits) == (ARTICLES, 0, ARTICLES)
        assert [(run.articles, run.rejected) for run in opened.runs.all()] == [
            (ARTICLES, 1)
        ] * counts.runs
        assert list(opened.problems()) == []


def kept(archive: Path) -> int:
    """Articles and verdicts that will not be lost."""
    try:
        with Archive.open(archive) as opened:
            counts = opened.counts()
            return counts.articles + counts.audits
    except ArchiveError:  # there is none yet
        return 0


def articles(count: int) -> list[Article]:
    return [
        Article(id=str(one["id"]), text=str(one["text"]), lang="ar") for one in generated(count)
    ]


def auditor() -> Auditor:
    return Auditor(Config(drift=False))


def test_a_full_disk_is_said_and_what_was_committed_is_kept(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "wire", write=True) as archive:
        auditor().audit(articles(5), archive=archive)
    size = (tmp_path / "wire" / "archive.sqlite").stat().st_size
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    with Archive.open(tmp_path / "wire", write=True) as archive:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + 40_000, hard))
        try:
            with pytest.raises(ArchiveError, match=r"no space left.*--resume"):
                auditor().audit(articles(2000), archive=archive)
        finally:
            resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    with Archive.open(tmp_path / "wire", write=True) as archive:
        assert list(archive.problems()) == []
        assert archive.counts().audits >= 5
        again = auditor().audit(articles(40), archive=archive, resume=True)
        assert len(again.articles) == archive.counts().audits == 40


def test_an_archive_that_another_process_writes_to_is_waited_for_then_named(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "wire", write=True) as archive:
        auditor().audit(articles(3), archive=archive)
    other = sqlite3.connect(tmp_path / "wire" / "archive.sqlite", isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Archive.open(tmp_path / "wire", write=True, wait=0.2) as archive:
        with pytest.raises(ArchiveError, match=r"another process has been writing.*0\.2 seconds"):
            auditor().audit(articles(6), archive=archive)
        other.execute("COMMIT")
        assert len(auditor().audit(articles(6), archive=archive).articles) == 6
    other.close()


def test_an_archive_of_a_newer_version_is_left_alone(tmp_path: Path) -> None:
    with Archive.open(tmp_path / "wire", write=True) as archive:
        auditor().audit(articles(3), archive=archive)
    file = tmp_path / "wire" / "archive.sqlite"
    database = sqlite3.connect(file)
    database.execute("PRAGMA user_version = 99")
    database.close()
    before = file.read_bytes()
    for write in (True, False):
        with pytest.raises(ArchiveError, match=r"newer tadqiq .archive version 99.*update"):
            Archive.open(tmp_path / "wire", write=write)
    assert file.read_bytes() == before


def test_another_programs_database_and_a_torn_file_are_named(tmp_path: Path) -> None:
    for name, made in (("foreign", "CREATE TABLE t (x)"), ("torn", "")):
        (tmp_path / name).mkdir()
        file = tmp_path / name / "archive.sqlite"
        if made:
            database = sqlite3.connect(file)
            database.execute(made)
            database.close()
        else:
            file.write_bytes(b"no database" * 1000)
        with pytest.raises(ArchiveError, match=r"another program|damaged"):
            Archive.open(tmp_path / name, write=True)
    (tmp_path / "file").write_text("x")
    with pytest.raises(ArchiveError, match="an archive is a folder"):
        Archive.open(tmp_path / "file", write=True)


def test_a_clock_that_is_set_back_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = articles(6)
    with Archive.open(tmp_path / "wire", write=True) as archive:
        auditor().audit(given[:3], archive=archive)
        now = time.time()
        monkeypatch.setattr(time, "time", lambda: now - 10 * 86_400)
        audit = auditor().audit(given, archive=archive)
        assert len(audit.articles) == 6
        assert audit.reused == 3
        assert [one.finished is not None for one in archive.runs.all()] == [True, True]
        assert all(one.finished >= one.started for one in archive.runs.all() if one.finished)
        updated = Article(id="a0", text="نص جديد تماما عن الحكومة.", lang="ar")
        auditor().audit([updated], archive=archive)
        (latest,) = (one for one in archive.verdicts.latest() if one.stored.article.id == "a0")
        assert latest.stored.article.text == updated.text


def test_a_worker_that_is_killed_is_said_and_the_rest_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from concurrent.futures.process import ProcessPoolExecutor

    from tadqiq.errors import TadqiqError

    submit = ProcessPoolExecutor.submit
    sent = []

    def kill_after(pool: ProcessPoolExecutor, work: object, *given: object) -> object:
        sent.append(given)
        if len(sent) == 3:
            next(iter(pool._processes.values())).kill()
        return submit(pool, work, *given)  # type: ignore[arg-type]

    monkeypatch.setattr(ProcessPoolExecutor, "submit", kill_after)
    with Archive.open(tmp_path / "wire", write=True) as archive:
        with pytest.raises(TadqiqError, match="worker process was killed"):
            auditor().audit(articles(80), archive=archive, jobs=2)
        monkeypatch.undo()
        assert len(auditor().audit(articles(80), archive=archive, resume=True).articles) == 80


def test_two_batches_into_one_archive_at_the_same_time_lose_nothing(tmp_path: Path) -> None:
    from concurrent.futures import ThreadPoolExecutor

    def audit(part: slice) -> int:
        with Archive.open(tmp_path / "wire", write=True) as archive:
            return len(auditor().audit(articles(60)[part], archive=archive).articles)

    with ThreadPoolExecutor(2) as pool:
        done = list(pool.map(audit, (slice(0, 40), slice(20, 60))))
    assert done == [40, 40]
    with Archive.open(tmp_path / "wire") as archive:
        assert archive.counts().articles == archive.counts().audits == 60
        assert list(archive.problems()) == []
