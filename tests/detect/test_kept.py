"""What packs compute from their files is kept, and never outlives a change of them."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tadqiq.detect import kept


@pytest.fixture
def source(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    monkeypatch.setattr(sys, "pycache_prefix", None)
    file = tmp_path / "words.toml"
    file.write_text("one", "utf-8")
    return file


def made(source: Path, settings: str = "1") -> tuple[object, bool]:
    """What was got, and whether it was made anew."""
    calls = []

    def make() -> dict[str, object]:
        calls.append(1)
        return {"text": source.read_text("utf-8"), "keys": (frozenset({"ا"}), 1.5, None)}

    return kept("words", [source], make, settings=settings), bool(calls)


def test_it_is_made_once_and_comes_back_equal(source: Path) -> None:
    first, anew = made(source)
    assert anew
    assert made(source) == (first, False)
    assert [file.name for file in (source.parent / "__pycache__").iterdir()] == [
        f"words.{sys.implementation.cache_tag}.kept"
    ]


def test_a_change_of_the_file_or_of_the_way_it_is_read_makes_it_anew(source: Path) -> None:
    made(source)
    assert made(source, settings="2")[1]
    source.write_text("two", "utf-8")
    assert made(source, settings="2") == (
        {"text": "two", "keys": (frozenset({"ا"}), 1.5, None)},
        True,
    )


@pytest.mark.parametrize("whole", [0, 10, 32, 40])
def test_a_damaged_copy_is_made_again(source: Path, whole: int) -> None:
    first, _ = made(source)
    (copy,) = (source.parent / "__pycache__").iterdir()
    copy.write_bytes(copy.read_bytes()[:whole])
    assert made(source) == (first, True)


def test_where_python_writes_nothing_neither_do_we(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    made(source)
    assert made(source)[1]
    assert not (source.parent / "__pycache__").exists()


def test_a_folder_that_cannot_be_written_only_costs_time(source: Path) -> None:
    (source.parent / "__pycache__").write_text("a file in the way", "utf-8")
    first, _ = made(source)
    assert made(source) == (first, True)
