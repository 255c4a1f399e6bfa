"""The article files of a folder and everything below it."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path, PurePath

from ..errors import IngestError
from ..model import Rejection
from .paths import explained, shown
from .sniff import SUFFIXES, by_name, json_document, jsonl
from .source import Source

_NOT_NEWS = {"readme", "license", "licence", "changelog", "contributing", "robots", "requirements"}


def walk(folder: Path) -> Iterator[Path | Rejection]:
    """Article files by name, folder by folder, and what could not be looked into.

    An article file has a known suffix. Hidden files, READMEs and the like, and record files
    that hold annotations (gold spans, findings) instead of articles are passed over. Links
    are followed, each folder is entered once.
    """
    found = False
    for item in _below(folder, set()):
        found = True
        yield item
    if not found:
        yield Rejection(
            shown(folder), f"no article in this folder; tadqiq reads {', '.join(SUFFIXES)}"
        )


def _below(folder: Path, seen: set[tuple[int, int]]) -> Iterator[Path | Rejection]:
    waiting = [folder]
    while waiting:
        path = waiting.pop()
        try:
            state = path.stat()
            if stat.S_ISDIR(state.st_mode):
                waiting.extend(_entered(path, (state.st_dev, state.st_ino), seen))
            elif stat.S_ISREG(state.st_mode) and not _annotations(path):
                yield path
        except OSError as error:
            yield Rejection(shown(path), explained(error))


def _entered(path: Path, identity: tuple[int, int], seen: set[tuple[int, int]]) -> list[Path]:
    """What is in a folder, last name first; nothing where we have been already."""
    if identity in seen:
        return []
    seen.add(identity)
    inside = sorted(path.iterdir(), key=_by_name, reverse=True)
    return [entry for entry in inside if _is_wanted(entry)]


def _by_name(path: Path) -> str:
    return path.name


def wanted(path: PurePath) -> bool:
    """Whether a file of this name, in a folder or an archive, is an article file."""
    name = path.name.lower()
    if any(part.startswith((".", "__")) for part in path.parts if part not in ("/", "..")):
        return False
    return path.suffix.lower() in SUFFIXES and name.split(".")[0] not in _NOT_NEWS


def _is_wanted(path: Path) -> bool:
    if path.is_dir():
        return not path.name.startswith((".", "__"))
    return wanted(PurePath(path.name))


def _annotations(path: Path) -> bool:
    if by_name(path) not in (jsonl, json_document):
        return False
    from .jsonl import holds_annotations

    try:
        with path.open("rb") as stream:
            return holds_annotations(Source(stream, shown(path), path.stem))
    except IngestError:
        return False
