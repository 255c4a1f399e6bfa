"""Sources of every kind -> one stream of articles, in the order given."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from ..errors import ConfigError, IngestError
from ..model import Article, Rejection
from .html import html
from .identity import Identities
from .lines import whole
from .metadata import primary
from .paths import explained, shown
from .plain import plain
from .sniff import by_content, by_name, opening
from .source import Reader, Source
from .walk import walk

_STDIN = "-"
_STDIN_ORIGIN = "<stdin>"
_NAMED_BY_FILE = (plain, html)  # formats that give no id


def read(
    sources: Sequence[str], *, lang: str | None = None, stdin: BinaryIO | None = None
) -> Iterator[Article | Rejection]:
    """Every article in ``sources``, and a rejection for whatever is none; nothing stops the rest.

    A source is a file, a folder, or ``-`` for ``stdin`` (``sys.stdin`` where none is given),
    which may hold article records, a page or plain text. Articles are read one at a time.
    ``lang`` is a BCP 47 tag that wins over what articles say of themselves.

    Raises ConfigError where ``lang`` is no language tag.
    """
    code = None if lang is None else primary(lang)
    if lang is not None and code is None:
        raise ConfigError(f'"{lang}" is not a language tag; give one such as "ar" or "fa"')
    return _read(sources, code, stdin)


def _read(
    sources: Sequence[str], lang: str | None, stdin: BinaryIO | None
) -> Iterator[Article | Rejection]:
    identities, opened = Identities(), set[str]()
    for name in sources:
        for item, path in _items(name, stdin, opened):
            claimed = identities.claim(item, path=path) if isinstance(item, Article) else item
            if lang and isinstance(claimed, Article):
                claimed = replace(claimed, lang=lang)
            yield claimed


def _items(
    name: str, stdin: BinaryIO | None, opened: set[str]
) -> Iterator[tuple[Article | Rejection, Path | None]]:
    """Items of one source, each with the file that its id was made from, if it was."""
    if name == _STDIN:
        stream = sys.stdin.buffer if stdin is None else stdin
        for item in _standard_input(stream):
            yield item, None
        return
    path = Path(name)
    entries: Iterator[Path | Rejection] = walk(path) if _is_folder(path) else iter((path,))
    for entry in entries:
        if isinstance(entry, Rejection):
            yield entry, None
            continue
        for item, made in _file(entry, opened):
            yield item, entry if made else None


def _standard_input(stream: BinaryIO) -> Iterator[Article | Rejection]:
    try:
        head = opening(stream)
        source = Source(whole(head, stream), _STDIN_ORIGIN, "stdin")
        yield from by_content(head)(source)
    except (IngestError, OSError) as error:
        yield Rejection(_STDIN_ORIGIN, _reason(error))


def _file(path: Path, opened: set[str]) -> Iterator[tuple[Article | Rejection, bool]]:
    """Items of one file, and whether their ids were made from its name."""
    try:
        _refuse_special(path, opened)
        with path.open("rb") as stream:
            reader, source = _chosen(path, stream)
            for item in reader(source):
                yield item, reader in _NAMED_BY_FILE
    except (IngestError, OSError) as error:
        yield Rejection(shown(path), _reason(error)), False


def _chosen(path: Path, stream: BinaryIO) -> tuple[Reader, Source]:
    stem = shown(Path(path.stem))
    reader = by_name(path)
    if reader is not None:
        return reader, Source(stream, shown(path), stem)
    head = opening(stream)
    return by_content(head), Source(whole(head, stream), shown(path), stem)


def _refuse_special(path: Path, opened: set[str]) -> None:
    """Raises IngestError for devices and for a file that was read already; a pipe is fine."""
    try:
        mode = path.stat().st_mode
    except ValueError as error:  # a NUL, or characters that no file name has
        raise IngestError("no such file or folder; a path cannot hold such characters") from error
    if stat.S_ISREG(mode):
        real = os.path.realpath(path)
        if real in opened:
            raise IngestError("given twice: this file was read already")
        opened.add(real)
    elif not stat.S_ISFIFO(mode):
        raise IngestError('not a file but a device; "-" reads standard input')


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:  # reading it will say what is wrong
        return False


def _reason(error: IngestError | OSError) -> str:
    return explained(error) if isinstance(error, OSError) else str(error)
