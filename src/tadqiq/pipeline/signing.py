"""What made a result: a digest of our own files, and of what the newsroom set."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from operator import itemgetter
from pathlib import Path

from .. import score
from ..config import Config
from ..detect import kept
from ..opinion import SecondOpinion

_BEGUN = time.time()
_MARGIN = 5.0  # seconds from the start of a process until it comes here, at most
_BEARING = (
    "detect",
    "drift",
    "events",
    "facts",
    "fluency",
    "languages",
    "model",
    "pipeline",
    "score",
    "text",
)


def settings_digest(
    config: Config, terms: Mapping[str, str], opinion: SecondOpinion | None
) -> Mapping[str, str]:
    """What the newsroom set that bears on the findings, as one digest; nothing by default."""
    bearing = (
        config.severities,
        sorted(config.allow),
        sorted(terms.items()),
        config.suppressions,
        opinion.digest if opinion else "",
    )
    return {"set": score.digest([repr(bearing)])} if any(bearing) else {}


@cache
def source_digest() -> str:
    """Changes with any rule, lexicon or piece of the rule machinery."""
    every = (pair for room in _BEARING for pair in _bearing(files("tadqiq") / room, room))
    found = sorted(every, key=itemgetter(0))
    names, sources = zip(*found, strict=True)
    return kept("sources", sources, lambda: _digest(found), settings="\n".join(names))


def _digest(found: Sequence[tuple[str, Traversable]]) -> str:
    return score.digest(
        f"{name}\n{sha256(source.read_bytes()).hexdigest()}" for name, source in found
    )


def unchanged() -> bool:
    """Whether our files are what this process runs: none was written since it began, or just
    before. A program that is updated under our feet must not sign what the old one found."""
    root = files("tadqiq")
    if not isinstance(root, Path):
        return False
    written = (
        file.stat().st_mtime
        for room in _BEARING
        for file in (root / room).rglob("*.*")
        if "__pycache__" not in file.parts
    )
    return max(written) < _BEGUN - _MARGIN


@cache
def packages_digest() -> str:
    """Changes with the version of any package that we need: the morphology is one."""
    from importlib.metadata import requires

    named = (re.match(r"[\w.-]+", needed) for needed in requires("tadqiq") or ())
    return score.digest(sorted({_version(name.group()) for name in named if name}))


def _version(package: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return f"{package} {version(package)}"
    except PackageNotFoundError:  # of an extra that is not installed
        return package


def _bearing(folder: Traversable, path: str) -> Iterator[tuple[str, Traversable]]:
    for entry in folder.iterdir():
        name = f"{path}/{entry.name}"
        if entry.is_dir():
            if entry.name != "__pycache__":
                yield from _bearing(entry, name)
        elif entry.name.endswith((".py", ".tsv", ".toml")):
            yield name, entry
