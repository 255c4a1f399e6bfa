"""What is computed from a pack's files, kept in the user's cache folder from one run to the next.

In its folder ``kept``, which only its owner may enter, a file each; deleting it costs time only.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import sys
import time
from collections.abc import Callable, Sequence
from hashlib import blake2b
from importlib.resources.abc import Traversable
from importlib.util import MAGIC_NUMBER
from pathlib import Path
from typing import Any, TypeVar
from zlib import crc32

from ..model import default_cache_dir

T = TypeVar("T")

_SETTLED = 5.0  # seconds after which another change of a file shows in its times


def kept(name: str, sources: Sequence[Traversable], make: Callable[[], T], *, settings: str) -> T:
    """What ``make`` makes of ``sources``, from an earlier run if none of them has changed.

    ``settings`` says whatever else it depends on, such as the version of ``make`` itself. It must
    be of plain types: text, bytes, numbers, None, tuples, lists, dicts and frozensets. What is
    made of no source is not kept. Raises what ``make`` raises.
    """
    if not sources:
        return make()
    seal = seal_of(sources, settings)
    place = place_of(name, sources)
    # Not made yet, of other sources, or damaged: it is made again.
    with contextlib.suppress(OSError, EOFError, ValueError, TypeError):
        return _read(place, seal)  # type: ignore[no-any-return]
    made = make()
    # A folder that cannot be written costs time at every start, no more.
    with contextlib.suppress(OSError):
        content = marshal.dumps(made)  # type: ignore[arg-type]
        write(place, seal + crc32(content).to_bytes(4, "big") + content)
    return made


def seal_of(sources: Sequence[Traversable], settings: str) -> bytes:
    """Changes with the settings, with any of the sources and with this Python's way of writing."""
    digest = blake2b(MAGIC_NUMBER + settings.encode(), digest_size=32)
    for source in sources:
        digest.update(source.name.encode() + b"\0" + _state(source) + b"\0")
    return digest.digest()


def _state(source: Traversable) -> bytes:
    """What changes with the content: size and times, for a file just written the content.

    The time of the last change of the inode is not to be set, as the other one is by whoever
    unpacks an archive.
    """
    if isinstance(source, Path):
        found = source.stat()
        if max(found.st_mtime, found.st_ctime) < time.time() - _SETTLED:
            return repr((found.st_size, found.st_mtime_ns, found.st_ctime_ns)).encode()
    return source.read_bytes()


def place_of(name: str, sources: Sequence[Traversable]) -> Path:
    """One for every installation, so that two of them do not take turns in making it."""
    home = blake2b(str(sources[0]).encode("utf-8", "surrogateescape"), digest_size=8)
    file = f"{name}-{home.hexdigest()}.{sys.implementation.cache_tag}"
    return default_cache_dir() / "kept" / file


def _read(place: Path, seal: bytes) -> Any:
    written = content_of(place)
    begin = len(seal) + 4
    content = memoryview(written)[begin:]
    if written[:begin] != seal + crc32(content).to_bytes(4, "big"):
        raise ValueError("made of other sources, or damaged")
    return marshal.loads(content)


def content_of(place: Path) -> bytes:
    """What a kept file holds. Raises OSError, and ValueError if it is not the user's own."""
    with place.open("rb") as file:
        if hasattr(os, "geteuid") and os.fstat(file.fileno()).st_uid not in {0, os.geteuid()}:
            raise ValueError("made by somebody else")
        return file.read()


def write(place: Path, content: bytes) -> None:
    """Put a kept file in place, whole or not at all. Raises OSError."""
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    beginning = place.with_name(f"{place.name}.{os.getpid()}")
    beginning.write_bytes(content)
    beginning.replace(place)
