"""Watching feeds: what is new is audited once, what is bad is told once."""

from __future__ import annotations

import hashlib
import hmac
import json
from html import escape
from pathlib import Path

import pytest

from tadqiq.archive import Archive
from tadqiq.errors import ArchiveError
from tadqiq.watch import delivery

GOOD = "أعلنت الحكومة أمس خطة جديدة لدعم المزارعين في المناطق المتضررة من الجفاف."
BAD = "قال الرئيس Zelenskyy إن الوطني Kamikaze نظام ذلك Axios على Trump أن هذه القرار."


@pytest.fixture(autouse=True)
def _short_waits(monkeypatch):
    monkeypatch.setattr(delivery, "WAITS", (0.01, 0.01))


def test_what_is_new_is_audited_and_what_is_bad_is_told(newsroom, watching, written, tmp_path):
    newsroom.feeds["/feed"] = [("1", GOOD), ("2", BAD)]
    done = watching()
    assert (done.new, done.known, len(done.alerts)) == (2, 0, 1)
    assert newsroom.alerted == written() == ["2"]
    (alert,) = newsroom.posts[0]["alerts"]
    assert alert["quality"] < 90
    assert alert["findings"][0]["quote"]
    assert "عنوان 2" in newsroom.posts[0]["text"]
    assert not alert["reliable"]
    assert "too short for a reliable score" in newsroom.posts[0]["text"]
    with Archive.open(tmp_path / "wire") as archive:
        assert archive.counts().audits == 2


def test_an_unchanged_feed_is_not_sent_and_nothing_is_told_twice(newsroom, watching, written):
    newsroom.feeds["/feed"] = [("1", BAD)]
    watching()
    done = watching()
    assert (done.unchanged, done.new) == (1, 0)
    assert (newsroom.asked, newsroom.sent) == (2, 1)
    assert written() == newsroom.alerted == ["1"]


def test_only_what_came_since_is_audited(newsroom, watching, written):
    newsroom.feeds["/feed"] = [("1", BAD)]
    watching()
    newsroom.feeds["/feed"] += [("2", GOOD), ("3", BAD + " آخر")]
    done = watching()
    assert (done.new, done.known) == (2, 1)
    assert written() == newsroom.alerted == ["1", "3"]


def test_a_corrected_article_is_a_new_version(newsroom, watching, tmp_path):
    newsroom.feeds["/feed"] = [("1", BAD)]
    watching()
    newsroom.feeds["/feed"] = [("1", GOOD)]
    assert watching().new == 1
    with Archive.open(tmp_path / "wire") as archive:
        versions = list(archive.articles.versions(f"{newsroom.url}/1"))
    assert [stored.current for stored in versions] == [False, True]


def test_one_text_in_two_feeds_is_audited_once_and_a_missing_feed_stops_no_other(
    newsroom, watching, tmp_path
):
    newsroom.feeds |= {"/a": [("1", GOOD)], "/b": [("1", GOOD), ("2", GOOD + " آخر")]}
    done = watching("/a", "/gone", "/b")
    assert done.new == 2
    reasons = sorted(rejection.reason[:12] for rejection in done.rejections)
    assert reasons == ["duplicate of", "not fetched:"]
    again = watching("/a", "/gone", "/b")
    assert again.rejections == ()
    with Archive.open(tmp_path / "wire") as archive:
        assert archive.counts().rejections == 2


def test_alerts_that_the_webhook_refuses_are_kept_and_not_written_twice(
    newsroom, watching, written
):
    newsroom.feeds["/feed"] = [("1", BAD)]
    newsroom.hook_status = [503, 503, 503]
    done = watching()
    assert "503" in done.failures[0]
    assert (written(), newsroom.alerted) == (["1"], [])
    done = watching()
    assert done.failures == ()
    assert (written(), newsroom.alerted) == (["1"], ["1"])


def test_a_webhook_that_hesitates_is_asked_again(newsroom, watching):
    newsroom.feeds["/feed"] = [("1", BAD)]
    newsroom.hook_status = [500, 429]
    assert watching().failures == ()
    assert newsroom.alerted == ["1"]
    newsroom.feeds["/feed"] = [("2", BAD + " آخر")]
    newsroom.hook_status = [400]
    assert "HTTP 400" in watching().failures[0]


def test_what_is_posted_is_signed(newsroom, watching):
    newsroom.feeds["/feed"] = [("1", BAD)]
    watching(alerts='secret_env = "SECRET"')
    (signature, body), = newsroom.signatures  # fmt: skip
    assert signature == "sha256=" + hmac.new(b"s", body, hashlib.sha256).hexdigest()


def test_an_alert_file_that_cannot_be_written_keeps_the_alerts(
    newsroom, watching, written, tmp_path
):
    newsroom.feeds["/feed"] = [("1", BAD)]
    (tmp_path / "alerts.jsonl").mkdir()
    assert "cannot be written" in watching().failures[0]
    assert newsroom.alerted == []
    (tmp_path / "alerts.jsonl").rmdir()
    watching()
    assert written() == newsroom.alerted == ["1"]


def test_a_line_that_a_crash_cut_off_spoils_no_other(newsroom, watching, tmp_path):
    newsroom.feeds["/feed"] = [("1", BAD)]
    (tmp_path / "alerts.jsonl").write_text('{"cut', "utf-8")
    watching()
    lines = (tmp_path / "alerts.jsonl").read_text("utf-8").splitlines()
    assert lines[0] == '{"cut'
    assert json.loads(lines[1])["title"] == "عنوان 1"


def test_the_page_behind_an_item_is_audited_once(newsroom, watching, tmp_path):
    paragraphs = "".join(f"<p>{n} {GOOD}</p>" for n in range(5))
    newsroom.feeds["/feed"] = [("1", "موجز"), ("2", "موجز")]
    newsroom.pages["/1.html"] = f"<html><body><article>{paragraphs}</article></body></html>"
    done = watching(feed="follow = true")
    assert (done.new, len(done.rejections)) == (1, 1)
    newsroom.feeds["/feed"].append(("3", "موجز"))
    done = watching(feed="follow = true")
    assert (done.known, done.new) == (1, 0)
    with Archive.open(tmp_path / "wire") as archive:
        (stored,) = archive.articles.between()
        assert stored.article.text.count(GOOD) == 5


def test_what_feeds_toml_says_of_a_feed_wins(newsroom, watching, tmp_path):
    newsroom.feeds["/feed"] = [("1", GOOD)]
    watching(feed='outlet = "صحيفة"\nlang = "ar"')
    with Archive.open(tmp_path / "wire") as archive:
        (stored,) = archive.articles.between()
        assert (stored.article.outlet, stored.article.lang) == ("صحيفة", "ar")


def test_runs_of_others_in_the_same_archive_raise_no_alert(newsroom, watching, written, tmp_path):
    from tadqiq.config import Config
    from tadqiq.model import Article
    from tadqiq.pipeline import Auditor

    newsroom.feeds["/feed"] = [("1", GOOD)]
    watching()
    with Archive.open(tmp_path / "wire", write=True) as archive:
        Auditor(Config(drift=False)).audit(
            [Article(id="x", text=BAD)], archive=archive, sources=["elsewhere"]
        )
    watching()
    assert written() == newsroom.alerted == []


def test_a_damaged_state_says_what_to_do(newsroom, watching, tmp_path):
    newsroom.feeds["/feed"] = [("1", GOOD)]
    watching()
    (tmp_path / "wire" / "watch.json").write_text("{")
    with pytest.raises(ArchiveError, match="delete it"):
        watching()
    (tmp_path / "wire" / "watch.json").unlink()
    done = watching()
    assert (done.new, done.known) == (0, 1)


def test_an_archive_is_watched_by_one(newsroom, watching, tmp_path):
    from filelock import FileLock

    newsroom.feeds["/feed"] = [("1", GOOD)]
    (tmp_path / "wire").mkdir()
    with FileLock(tmp_path / "wire" / "watch.lock"), pytest.raises(ArchiveError, match="another"):
        watching()


def test_a_round_is_told_in_arabic_too(newsroom, watching):
    newsroom.feeds["/feed"] = [("1", BAD)]
    done = watching()
    assert done.in_words(90, "en").endswith("below 90: 1")
    assert "المواد الجديدة 1" in done.in_words(90, "ar")


def test_a_page_in_place_of_a_feed_is_refused(newsroom, watching):
    newsroom.pages["/feed"] = "<!doctype html><html><body><article>" + f"<p>{GOOD}</p>" * 3
    done = watching()
    assert (done.new, len(done.rejections)) == (0, 1)
    assert "give its feed" in done.rejections[0].reason


def test_many_new_articles_are_audited_in_batches(newsroom, watching, tmp_path, monkeypatch):
    from tadqiq.watch import round as rounds

    monkeypatch.setattr(rounds, "_AT_A_TIME", 2)
    newsroom.feeds |= {"/a": [(str(n), f"{GOOD} {n}") for n in range(3)], "/b": [("9", BAD)]}
    done = watching("/a", "/b")
    assert (done.new, len(done.alerts)) == (4, 1)
    with Archive.open(tmp_path / "wire") as archive:
        assert len(list(archive.runs.all())) == 2
    assert watching("/a", "/b").unchanged == 2


def test_what_is_new_is_compared_with_what_came_before(newsroom, watching):
    from tadqiq.config import Config

    seeds = sorted((Path(__file__).parents[2] / "corpora" / "seeds").glob("*.txt"))
    texts = [escape(path.read_text("utf-8")) for path in seeds[:4]]
    newsroom.feeds["/feed"] = [(str(n), text) for n, text in enumerate(texts[:3])]
    watching(config=Config())
    newsroom.feeds["/feed"].append(("3", texts[3]))
    done = watching(config=Config())
    assert (done.new, done.known) == (1, 3)
    (alert,) = done.alerts
    assert {name.rpartition("/")[2] for name in alert["siblings"]} >= {"0", "1"}
    assert alert["drift"] > 0
    assert "meaning" in alert["counts"]
