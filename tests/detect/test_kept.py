"""What packs compute from their files is kept, and never outlives a change of them."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tadqiq.detect.kept import kept

SCRIPT = """
import sys
from pathlib import Path
from tadqiq.detect.kept import kept
source = Path(sys.argv[1])
for turn in range(40):
    made = kept("words", [source], lambda: ["ا" * 100_000], settings=str(turn % 2))
    assert made == ["ا" * 100_000]
"""


def made(source: Path, settings: str = "1") -> tuple[object, bool]:
    """What was got, and whether it was made anew."""
    calls = []

    def make() -> dict[str, object]:
        calls.append(1)
        return {"text": source.read_text("utf-8"), "keys": (frozenset({"ا"}), 1.5, None)}

    return kept("words", [source], make, settings=settings), bool(calls)


def test_it_is_made_once_and_comes_back_equal(source: Path, cache: Path) -> None:
    first, anew = made(source)
    assert anew
    assert made(source) == (first, False)
    (copy,) = cache.iterdir()
    assert copy.name.startswith("words-")
    if os.name == "posix":
        assert cache.stat().st_mode & 0o077 == 0


def test_a_change_of_the_file_or_of_the_way_it_is_read_makes_it_anew(source: Path) -> None:
    made(source)
    assert made(source, settings="2")[1]
    source.write_text("two", "utf-8")
    assert made(source, settings="2") == (
        {"text": "two", "keys": (frozenset({"ا"}), 1.5, None)},
        True,
    )


def test_a_file_left_alone_for_a_while_is_known_by_its_times(
    source: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["tadqiq.detect.kept"], "_SETTLED", -3600.0)
    first, _ = made(source)
    assert made(source) == (first, False)
    before = source.stat()
    source.write_text("two", "utf-8")
    os.utime(source, ns=(before.st_atime_ns, before.st_mtime_ns + 1))
    assert made(source) == ({"text": "two", "keys": (frozenset({"ا"}), 1.5, None)}, True)


def test_two_installations_do_not_take_turns(source: Path, tmp_path: Path) -> None:
    other = tmp_path / "other" / "words.toml"
    other.parent.mkdir()
    other.write_text("two", "utf-8")
    made(source)
    made(other)
    assert not made(source)[1]
    assert not made(other)[1]


def test_what_comes_of_no_file_is_made_every_time(cache: Path) -> None:
    assert kept("words", (), lambda: 1, settings="") == 1
    assert kept("words", (), lambda: 2, settings="") == 2
    assert not cache.exists()


@pytest.mark.parametrize("whole", [0, 10, 32, 40])
def test_a_damaged_copy_is_made_again(source: Path, cache: Path, whole: int) -> None:
    first, _ = made(source)
    (copy,) = cache.iterdir()
    copy.write_bytes(copy.read_bytes()[:whole])
    assert made(source) == (first, True)


def test_a_flipped_bit_is_noticed(source: Path, cache: Path) -> None:
    first, _ = made(source)
    (copy,) = cache.iterdir()
    content = bytearray(copy.read_bytes())
    content[-3] ^= 1
    copy.write_bytes(content)
    assert made(source) == (first, True)


def test_processes_at_once_never_read_half_of_it(source: Path, cache: Path) -> None:
    command = [sys.executable, "-c", SCRIPT, str(source)]
    running = [subprocess.Popen(command) for _ in range(3)]
    assert [one.wait(timeout=60) for one in running] == [0, 0, 0]
    assert len(list(cache.iterdir())) == 1


def test_a_folder_that_cannot_be_written_only_costs_time(source: Path, cache: Path) -> None:
    cache.parent.write_text("a file in the way", "utf-8")
    first, _ = made(source)
    assert made(source) == (first, True)
