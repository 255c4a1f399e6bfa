"""The program as it runs: until a signal, through a kill, and from then on."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time

import pytest

from tadqiq.archive import Archive

GOOD = "أعلنت الحكومة أمس خطة جديدة لدعم المزارعين في المناطق المتضررة من الجفاف."
BAD = "قال الرئيس Zelenskyy إن الوطني Kamikaze نظام ذلك Axios على Trump أن هذه القرار."


@pytest.fixture
def started(feeds_toml):
    running = []

    def start(*paths, **options):
        program = subprocess.Popen(
            [
                sys.executable,
                "-m",
                "tadqiq",
                "watch",
                str(feeds_toml(*paths, **options)),
                "--no-drift",
            ],
            stderr=subprocess.PIPE,
            text=True,
            env=os.environ | {"PYTHONUNBUFFERED": "1"},
        )
        running.append(program)
        return program

    yield start
    for program in running:
        program.kill()
        program.wait()
        program.stderr.close()


def until(condition, seconds=30):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "not in time"
        time.sleep(0.02)


def test_a_signal_ends_it_cleanly_and_it_goes_on_where_it_was(newsroom, started, written):
    newsroom.feeds["/feed"] = [("1", BAD)]
    program = started()
    until(lambda: newsroom.alerted)
    program.send_signal(signal.SIGTERM)
    assert program.wait(20) == 0
    assert "below 90: 1" in program.stderr.read()
    newsroom.feeds["/feed"] += [("2", BAD + " آخر")]
    again = started("/feed", "/other")  # /feed is due in ten seconds, /other at once
    newsroom.feeds["/other"] = [("3", BAD + " ثالث")]
    until(lambda: len(newsroom.alerted) == 2)
    assert newsroom.alerted == written() == ["1", "3"]
    again.send_signal(signal.SIGINT)
    assert again.wait(20) == 0


def test_killed_at_any_moment_it_loses_no_article_and_no_alert(
    newsroom, started, written, tmp_path
):
    texts = [(str(n), f"{BAD} {GOOD} الخبر {n}") for n in range(40)]
    newsroom.feeds["/feed"] = texts
    for moment in (0.0, 0.1, 0.3):
        asked = newsroom.asked
        program = started()
        until(lambda before=asked: newsroom.asked > before or len(newsroom.alerted) == 40)
        time.sleep(moment)
        program.kill()
        program.wait()
    program = started()
    until(lambda: set(newsroom.alerted) == {name for name, _ in texts}, 60)
    program.send_signal(signal.SIGTERM)
    assert program.wait(20) == 0
    assert set(written()) == {name for name, _ in texts}
    with Archive.open(tmp_path / "wire") as archive:
        assert archive.counts().audits == 40
        assert list(archive.problems()) == []


def test_a_signal_does_not_wait_for_a_slow_feed(newsroom, started):
    newsroom.slow.add("/feed")
    newsroom.feeds["/feed"] = [("1", GOOD)]
    program = started()
    until(lambda: newsroom.asked)
    begun = time.monotonic()
    program.send_signal(signal.SIGTERM)
    assert program.wait(10) == 0
    assert time.monotonic() - begun < 5
