"""What was changed, for patch and for a reader."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tadqiq.report import Layout
from tadqiq.report.unified import unified

OLD = "أول\nقال ، إن Axios نشر\nثالث\nرابع ،"
NEW = "أول\nقال، إن أكسيوس نشر\nثالث\nرابع،"


@pytest.mark.skipif(shutil.which("patch") is None, reason="no patch here")
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_patch_takes_the_plain_diff(tmp_path: Path, end: str) -> None:
    old, new = OLD.replace("\n", end), NEW.replace("\n", end)
    file = tmp_path / "a.txt"
    file.write_bytes(old.encode())
    diff = unified(old, new, name="a.txt", layout=Layout())
    subprocess.run(
        ["patch", "--binary", "-p0"],
        input=diff.encode(),
        cwd=tmp_path,
        check=True,
        capture_output=True,
    )
    assert file.read_bytes() == new.encode()


def test_on_a_terminal_the_words_that_differ_stand_out() -> None:
    shown = unified(OLD, NEW, name="a.txt", layout=Layout(colour=True))
    assert "\x1b[7m\u2068Axios\u2069\x1b[27m" in shown
    assert "\x1b[7m\u2068أكسيوس\u2069\x1b[27m" in shown
    plain = re.sub("\x1b\\[\\d+m|[\u2068\u2069]", "", shown)
    assert "-قال ، إن Axios نشر\n" in plain
    assert "+قال، إن أكسيوس نشر\n" in plain


def test_a_line_that_goes_away_is_shown_as_gone_and_drives_no_terminal() -> None:
    old = "أول\n\x1b[2Jإعلان\nثان\n"
    shown = unified(old, "أول\nثان\n", name="a.txt", layout=Layout(colour=True))
    assert "\x1b[2J" not in shown
    assert "-␛[2Jإعلان" in shown


def test_nothing_changed_is_no_diff() -> None:
    assert unified(OLD, OLD, name="a.txt", layout=Layout()) == ""
