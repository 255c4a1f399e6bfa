"""What is computed from a pack's files, kept where Python keeps its own compiled files.

The folder `__pycache__` beside the files, or below ``sys.pycache_prefix``; nothing is written
where Python would write nothing.
"""

from __future__ import annotations

import contextlib
import marshal
import os
import sys
from collections.abc import Callable, Sequence
from hashlib import blake2b
from importlib.resources.abc import Traversable
from importlib.util import MAGIC_NUMBER, cache_from_source
from pathlib import Path
from typing import Any, TypeVar

T = TypeVar("T")


def kept(name: str, sources: Sequence[Traversable], make: Callable[[], T], *, settings: str) -> T:
    """What ``make`` makes of ``sources``, from an earlier run if none of them has changed.

    ``settings`` says whatever else it depends on, such as the version of ``make`` itself. It must
    be of plain types: text, numbers, None, tuples, lists, dicts and frozensets. Raises what
    ``make`` raises.
    """
    digest = blake2b(MAGIC_NUMBER + settings.encode(), digest_size=32)
    for source in sources:
        digest.update(source.name.encode() + b"\0" + source.read_bytes() + b"\0")
    seal = digest.digest()
    place = _place(name, sources)
    if place:
        # Not made yet, of another version, or damaged: it is made again.
        with contextlib.suppress(OSError, EOFError, ValueError, TypeError):
            return _read(place, seal)  # type: ignore[no-any-return]
    made = make()
    if place and not sys.dont_write_bytecode:
        # As with Python's own: a folder that cannot be written costs time at every start, no more.
        with contextlib.suppress(OSError):
            _write(place, seal + marshal.dumps(made))  # type: ignore[arg-type]
    return made


def _place(name: str, sources: Sequence[Traversable]) -> Path | None:
    """Beside the first source; None for a package that is no folder."""
    first = next(iter(sources), None)
    if not isinstance(first, Path):
        return None
    return Path(cache_from_source(str(first.with_name(f"{name}.py")))).with_suffix(".kept")


def _read(place: Path, seal: bytes) -> Any:
    written = place.read_bytes()
    if not written.startswith(seal):
        raise ValueError("made of other sources")
    return marshal.loads(written[len(seal) :])


def _write(place: Path, content: bytes) -> None:
    place.parent.mkdir(parents=True, exist_ok=True)
    beginning = place.with_suffix(f".{os.getpid()}")
    beginning.write_bytes(content)
    beginning.replace(place)  # whole or not at all
