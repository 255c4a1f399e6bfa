"""Readings remembered from an earlier run are those that would be worked out."""

from __future__ import annotations

import marshal
import subprocess
import sys
from pathlib import Path

import tadqiq
from tadqiq.languages.ar.morphology import memory, readings

SEED = Path(__file__).parents[4] / "corpora/seeds/002_f7d4c279eac3b33f.txt"
LOADED = """
import sys
from tadqiq.languages.ar.morphology import readings
readings("والمستشفيات")
for name, module in sys.modules.items():
    if name.startswith("tadqiq.") and getattr(module, "__file__", None):
        print(module.__file__)
"""
BENEATH = (
    "detect/",
    "model/",
    "__init__.py",
    "errors.py",
    "languages/__init__.py",
    "languages/pack.py",
)


def test_readings_come_back_as_they_were() -> None:
    words = set(SEED.read_text("utf-8").split())
    assert len(words) > 200
    for word in words:
        found = readings(word)
        assert memory.made(marshal.loads(marshal.dumps(memory.plain(found)))) == found


def test_whatever_bears_on_a_reading_makes_it_be_worked_out_anew() -> None:
    sealed = {Path(str(one)).resolve() for one in memory.sources()}
    command = [sys.executable, "-c", LOADED]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    rooms = Path(tadqiq.__file__).resolve().parent
    for name in done.stdout.splitlines():
        file = Path(name).resolve()
        inside = file.relative_to(rooms).as_posix()
        assert file in sealed or inside.startswith(BENEATH), (
            f"{inside} bears on readings and is no source of them"
        )
    assert rooms / "model/morphology.py" in sealed
    assert {one.name for one in sealed} >= {"dictStems", "wordfreq.sqlite", "closed.tsv"}
