"""Sources of every kind -> one stream of articles, in the order given."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path, PurePath
from typing import BinaryIO

from ..errors import ConfigError, IngestError
from ..model import Article, Rejection
from .address import Opener, is_address
from .broken import broken
from .gzipped import MAGIC, unpacked
from .identity import Identities
from .lines import whole
from .metadata import primary
from .paths import explained, shown
from .plain import plain
from .sniff import SUFFIXES, chosen, html, is_zip, opening
from .source import Source
from .spooled import seekable
from .walk import walk, wanted
from .zipped import members

_Made = tuple[Article | Rejection, PurePath | None]
"""An item, and the file that its id was made from, if it was."""

_STDIN = "-"
_STDIN_ORIGIN = "<stdin>"
_NAMED_BY_FILE = (plain, html)  # formats that give no id


def read(
    sources: Sequence[str],
    *,
    lang: str | None = None,
    stdin: BinaryIO | None = None,
    opener: Opener | None = None,
    follow: bool = False,
    identities: Identities | None = None,
) -> Iterator[Article | Rejection]:
    """Every article in ``sources``, and a rejection for whatever is none; nothing stops the rest.

    A source is a file, a folder, a zip archive, an http(s) address that ``opener`` fetches, or
    ``-`` for ``stdin`` (``sys.stdin`` where none is given). The format is told by the name and
    the first bytes. Articles are read one at a time. ``lang`` is a BCP 47 tag that wins over
    what articles say of themselves. With ``follow`` the page behind every feed item is read,
    through ``opener``, in place of the item's own text. ``identities`` are those given out
    before, where several calls read one batch.

    Raises ConfigError where ``lang`` is no language tag.
    """
    code = None if lang is None else primary(lang)
    if lang is not None and code is None:
        raise ConfigError(f'"{lang}" is not a language tag; give one such as "ar" or "fa"')
    items = _read(sources, stdin, opener, identities or Identities())
    if follow and opener is not None:
        from .follow import followed

        items = followed(items, opener)
    return items if code is None else _in_language(items, code)


def _in_language(items: Iterator[Article | Rejection], lang: str) -> Iterator[Article | Rejection]:
    for item in items:
        yield replace(item, lang=lang) if isinstance(item, Article) else item


def _read(
    sources: Sequence[str],
    stdin: BinaryIO | None,
    opener: Opener | None,
    identities: Identities,
) -> Iterator[Article | Rejection]:
    opened = set[str]()
    for name in sources:
        for item, path in _items(name, stdin, opened, opener):
            yield identities.claim(item, path=path) if isinstance(item, Article) else item


def _items(
    name: str, stdin: BinaryIO | None, opened: set[str], opener: Opener | None
) -> Iterator[_Made]:
    """Items of one source, each with the file that its id was made from, if it was."""
    if name == _STDIN:
        stream = sys.stdin.buffer if stdin is None else stdin
        yield from _guarded(_STDIN_ORIGIN, lambda: _stream(stream, _STDIN_ORIGIN, None))
        return
    if is_address(name):
        yield from _guarded(name, lambda: _address(name, opener))
        return
    path = Path(name)
    entries: Iterator[Path | Rejection] = walk(path) if _is_folder(path) else iter((path,))
    for entry in entries:
        if isinstance(entry, Rejection):
            yield entry, None
        else:
            yield from _guarded(shown(entry), partial(_file, entry, opened))


def _guarded(origin: str, read: Callable[[], Iterator[_Made]]) -> Iterator[_Made]:
    """What is read, and where reading breaks off, why."""
    try:
        yield from read()
    except (IngestError, OSError) as error:
        yield Rejection(origin, _reason(error)), None
    except Exception as error:
        yield broken(origin, error), None


def _address(address: str, opener: Opener | None) -> Iterator[_Made]:
    if opener is None:
        raise IngestError("a URL, and nothing here fetches; save it as a file")
    for got in opener([address]):
        if isinstance(got, Rejection):
            yield got, None
        else:
            for item, path in _stream(got.stream, got.url, got.path):
                if path is not None and isinstance(item, Article):
                    yield replace(item, id=item.origin), None  # unique, as no file name is
                else:
                    yield item, path


def _file(path: Path, opened: set[str]) -> Iterator[_Made]:
    _refuse_special(path, opened)
    with path.open("rb") as stream:
        yield from _stream(stream, shown(path), path)


def _stream(
    stream: BinaryIO, origin: str, path: PurePath | None, *, zipped: bool = False
) -> Iterator[_Made]:
    """Items of one stream of bytes; ``path`` is the name it goes by, where it has one."""
    head = opening(stream)
    stem = "stdin" if path is None else shown(PurePath(path.stem)) or origin
    if is_zip(head):
        if zipped:
            raise IngestError("a zip archive inside another; unpack it first")
        yield from _archive(Source(_rewound(head, stream), origin, stem))
        return
    if head.startswith(MAGIC):
        if zipped:
            raise IngestError("compressed with gzip inside an archive; unpack it first")
        inner = path.with_suffix("") if path is not None and path.suffix else path
        packed = unpacked(_rewound(head, stream))
        yield from _stream(packed, origin, inner, zipped=True)
        return
    reader = chosen(path, head)
    for item in reader(Source(_rewound(head, stream), origin, stem)):
        yield item, path if reader in _NAMED_BY_FILE else None


def _archive(source: Source) -> Iterator[_Made]:
    found = False
    with seekable(source.stream) as stream:
        for member in members(replace(source, stream=stream), wanted):
            found = True
            if isinstance(member, Rejection):
                yield member, None
                continue
            path = PurePath(source.origin, member.origin.removeprefix(f"{source.origin}!"))
            yield from _guarded(
                member.origin, partial(_stream, member.stream, member.origin, path, zipped=True)
            )
    if not found:
        raise IngestError(f"no article in this archive; tadqiq reads {', '.join(SUFFIXES)}")


def _rewound(head: bytes, stream: BinaryIO) -> BinaryIO:
    """The stream from its beginning; ``head`` has been read of it."""
    if stream.seekable():
        stream.seek(-len(head), os.SEEK_CUR)
        return stream
    return whole(head, stream)


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
