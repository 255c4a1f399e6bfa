"""A report is written wholly or not at all."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest

from tadqiq.errors import ConfigError, ReportError
from tadqiq.report import formats, reporter, write


def test_a_report_replaces_the_old_one_and_leaves_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "تقرير.json"
    path.write_text("old")
    path.chmod(0o640)
    write(path, "جديد\n")
    assert path.read_bytes() == "جديد\n".encode()
    assert path.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [path]


def test_a_new_report_may_be_read_by_whoever_may_read_new_files(tmp_path: Path) -> None:
    write(tmp_path / "r", "x")
    (tmp_path / "other").touch()
    assert (tmp_path / "r").stat().st_mode == (tmp_path / "other").stat().st_mode


def test_a_link_keeps_pointing_where_it_pointed(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to("real")
    write(tmp_path / "link", "new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "new"


def test_a_missing_folder_is_named_with_what_to_do(tmp_path: Path) -> None:
    path = tmp_path / "absent" / "report.json"
    with pytest.raises(ReportError, match=r"no folder .*absent; create it") as failure:
        write(path, "x")
    assert str(path) in str(failure.value)


def test_a_folder_is_no_place_for_a_report(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="is a folder; name a file"):
        write(tmp_path, "x")


def test_a_file_is_no_folder_to_write_in(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(ReportError, match="is no folder; choose another place"):
        write(tmp_path / "file" / "report", "x")


def test_a_pipe_is_written_to_and_stays_a_pipe(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(pipe.read_text()))
    reader.start()
    write(pipe, "through")
    reader.join(timeout=5)
    assert read == ["through"]
    assert pipe.is_fifo()


def test_an_unknown_format_is_answered_with_the_choices() -> None:
    with pytest.raises(ConfigError, match=r"unknown format 'jsnl'.*table.*jsonl.*'jsonl'"):
        reporter("jsnl")


def test_every_format_can_be_asked_for_by_its_name() -> None:
    assert set(formats()) == {
        "table", "text", "html", "json", "jsonl", "csv", "parquet", "sarif", "github", "mqm",
        "xliff",
    }  # fmt: skip
