"""Zip archives: the article files inside, each as a source of its own."""

from __future__ import annotations

import io
import zlib
from collections.abc import Callable, Iterator
from pathlib import PurePosixPath
from typing import IO, TYPE_CHECKING

from ..errors import IngestError
from ..model import Rejection
from .source import Source

if TYPE_CHECKING:
    from zipfile import ZipFile, ZipInfo

MAX_UNPACKED = 2**30  # bytes of all members together
_MAX_MEMBERS = 100_000
_MAX_RATIO = 250  # deflate reaches 1,032 on zeros, news about 4
_RATIO_FROM = 2**22  # bytes; small files may be anything
_UNSUPPORTED = (NotImplementedError, RuntimeError)  # a method we lack; a password


class BombError(IngestError):
    """An archive that unpacks to more than news ever does."""


def members(
    source: Source, wanted: Callable[[PurePosixPath], bool]
) -> Iterator[Source | Rejection]:
    """The wanted members in the order of the archive, named ``archive.zip!inner/path``.

    What one cannot be opened is rejected, the rest are read. Raises IngestError where it is no
    zip archive, and BombError where what was read of it grows beyond bounds.
    """
    from zipfile import BadZipFile, ZipFile

    try:
        archive = ZipFile(source.stream)
    except (BadZipFile, OSError, ValueError, NotImplementedError) as error:
        raise IngestError(f"a broken zip archive: {error}") from error
    with archive:
        entries = [entry for entry in archive.infolist() if not entry.filename.endswith("/")]
        if len(entries) > _MAX_MEMBERS:
            raise IngestError(f"{len(entries):,} files, more than {_MAX_MEMBERS:,}; split it")
        budget = _Budget()
        for entry in entries:
            if wanted(PurePosixPath(entry.filename)):
                yield from _member(archive, entry, source.origin, budget)


def _member(
    archive: ZipFile, entry: ZipInfo, origin: str, budget: _Budget
) -> Iterator[Source | Rejection]:
    from zipfile import BadZipFile

    name = entry.filename.encode("utf-8", "replace").decode()
    place = f"{origin}!{name}"
    try:
        with archive.open(entry) as stream:
            limited = io.BufferedReader(_Limited(stream, entry, budget))
            yield Source(limited, place, PurePosixPath(name).stem)
    except _UNSUPPORTED as error:
        yield Rejection(place, f"cannot be unpacked: {error}")
    except (BadZipFile, zlib.error, EOFError, OSError) as error:
        yield Rejection(place, f"a broken member of the archive: {error}")


class _Budget:
    """How much may still be unpacked."""

    def __init__(self) -> None:
        self.left = MAX_UNPACKED


class _Limited(io.RawIOBase):
    """A member that stops at the bounds of the archive, and whose damage is an OSError."""

    def __init__(self, stream: IO[bytes], entry: ZipInfo, budget: _Budget) -> None:
        super().__init__()
        self._stream = stream
        self._packed = max(1, entry.compress_size)
        self._budget = budget
        self._read = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: bytearray | memoryview) -> int:  # type: ignore[override]
        """Fill ``buffer``. Raises BombError beyond bounds, OSError where the member is damaged."""
        from zipfile import BadZipFile

        try:
            chunk = self._stream.read(len(buffer))
        except (BadZipFile, zlib.error, EOFError) as error:
            raise OSError(f"a broken member of the archive: {error}") from error
        self._read += len(chunk)
        self._budget.left -= len(chunk)
        if self._read > _RATIO_FROM and self._read > _MAX_RATIO * self._packed:
            raise BombError(f"unpacks to more than {_MAX_RATIO:,} times its size; not read further")
        if self._budget.left < 0:
            raise BombError(f"the archive unpacks to more than {MAX_UNPACKED:,} bytes; split it")
        buffer[: len(chunk)] = chunk
        return len(chunk)
