"""What was found out about words is known in the next run, and never outlives its sources."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tadqiq.detect import Remembered

MOST = 5


class Run:
    """A run of the program; ``asked`` are the words it had to find something out about."""

    def __init__(self, source: Path) -> None:
        self.asked: list[str] = []
        self.remembered = Remembered(
            "lengths", lambda: [source], self.find, plain=list, made=tuple, most=MOST
        )

    def find(self, word: str) -> tuple[str, int]:
        self.asked.append(word)
        return word[::-1], len(word)

    def of(self, *words: str) -> list[str]:
        """What had to be found out; then the run ends."""
        for word in words:
            assert self.remembered(word) == (word[::-1], len(word))
        self.remembered.save()
        return self.asked


def test_a_word_is_known_in_the_next_run(source: Path, cache: Path) -> None:
    assert Run(source).of("بيت", "باب") == ["بيت", "باب"]
    assert Run(source).of("باب", "نهر") == ["نهر"]
    assert Run(source).of("بيت", "باب", "نهر") == []
    (file,) = cache.iterdir()
    assert file.name.startswith("lengths-")
    if os.name == "posix":
        assert cache.stat().st_mode & 0o077 == 0


def test_nothing_is_written_unless_it_is_asked_for(source: Path, cache: Path) -> None:
    Run(source).remembered("بيت")
    assert not cache.exists()


def test_a_change_of_a_source_makes_all_words_new(source: Path) -> None:
    Run(source).of("بيت")
    source.write_text("two", "utf-8")
    assert Run(source).of("بيت") == ["بيت"]
    assert Run(source).of("بيت") == []


def test_runs_at_once_both_add_what_they_found(source: Path) -> None:
    Run(source).of("بيت")
    one, other = Run(source), Run(source)
    for run, word in ((one, "باب"), (other, "نهر")):
        run.remembered("بيت")
        run.remembered(word)
    one.remembered.save()
    other.remembered.save()
    assert Run(source).of("بيت", "باب", "نهر") == []


def test_a_run_that_outlived_a_change_of_the_sources_adds_nothing_to_what_is_new(
    source: Path,
) -> None:
    Run(source).of("بيت")
    old = Run(source)
    old.remembered("باب")
    source.write_text("two", "utf-8")
    Run(source).of("نهر")
    old.remembered.save()
    assert "باب" in Run(source).of("باب")


def test_no_more_words_are_kept_than_there_is_room_for(source: Path) -> None:
    many = [f"word{number}" for number in range(9)]
    assert Run(source).of(*many) == many
    assert Run(source).of(*many) == many[MOST:]


@pytest.mark.parametrize("lost", [1, 9, 30])
def test_what_stands_before_the_damage_is_known_and_the_rest_is_written_again(
    source: Path, cache: Path, lost: int
) -> None:
    Run(source).of("بيت")
    Run(source).of("باب")
    (file,) = cache.iterdir()
    file.write_bytes(file.read_bytes()[:-lost])
    assert Run(source).of("بيت", "باب") == ["باب"]
    assert Run(source).of("بيت", "باب") == []


def test_a_flipped_bit_is_noticed(source: Path, cache: Path) -> None:
    Run(source).of("بيت")
    (file,) = cache.iterdir()
    content = bytearray(file.read_bytes())
    content[-3] ^= 1
    file.write_bytes(content)
    assert Run(source).of("بيت") == ["بيت"]


def test_a_folder_that_cannot_be_written_only_costs_time(source: Path, cache: Path) -> None:
    cache.parent.write_text("a file in the way", "utf-8")
    assert Run(source).of("بيت") == ["بيت"]
    assert Run(source).of("بيت") == ["بيت"]
