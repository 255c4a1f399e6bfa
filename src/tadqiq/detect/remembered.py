"""What was found out about words, kept from one run to the next and added to."""

from __future__ import annotations

import contextlib
import marshal
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import cached_property
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Generic, TypeVar
from zlib import crc32

from .kept import content_of, place_of, seal_of, write

T = TypeVar("T")

_NUMBER = 4  # bytes: the length of a batch, and its checksum before it


class Remembered(Generic[T]):
    """What ``find`` says of words, known again in later runs if no source has changed since.

    ``plain`` makes of a finding what is written, of plain types as ``kept`` has them, ``made``
    makes it a finding again. Of ``most`` words at most; those met first are oftenest met again.
    Nothing is written before ``save``.
    """

    def __init__(
        self,
        name: str,
        sources: Callable[[], Sequence[Traversable]],
        find: Callable[[str], T],
        *,
        plain: Callable[[T], object],
        made: Callable[[Any], T],
        most: int,
    ) -> None:
        self._name = name
        self._find, self._plain, self._made = find, plain, made
        self._sources = sources
        self._most = most
        self._new: dict[str, T] = {}
        self._whole = False

    def __call__(self, word: str) -> T:
        """What ``find`` says of the word."""
        packed = self._known.get(word)
        if packed is not None:
            return self._made(marshal.loads(packed))
        found = self._find(word)
        if len(self._new) + len(self._known) < self._most:
            self._new[word] = found
        return found

    def save(self) -> None:
        """Keep what was found out since the last time. A folder that cannot be written costs
        time at every start, no more."""
        if not self._new:
            return
        new = {word: marshal.dumps(self._plain(found)) for word, found in self._new.items()}  # type: ignore[arg-type]
        with contextlib.suppress(OSError):
            if not (self._whole and self._added(new)):
                write(self._place, self._seal + _batch({**self._known, **new}))
                self._whole = True
        self._known.update(new)
        self._new.clear()

    def _added(self, new: Mapping[str, bytes]) -> bool:
        """Whether the file is still ours; then ``new`` stands at its end, in one step."""
        with self._place.open("a+b", buffering=0) as file:
            file.seek(0)
            ours = file.read(len(self._seal)) == self._seal
            if ours:
                file.write(_batch(new))
        return ours

    @cached_property
    def _known(self) -> dict[str, bytes]:
        """What earlier runs found out, every word's finding by itself: most are not asked for."""
        known: dict[str, bytes] = {}
        # Not there yet, of other sources, or damaged: what is good of it is taken.
        with contextlib.suppress(OSError, EOFError, ValueError, TypeError):
            written = memoryview(content_of(self._place))
            if written[: len(self._seal)] == self._seal:
                for batch in _batches(written[len(self._seal) :]):
                    known.update(batch)
                self._whole = True
        return known

    @cached_property
    def _all(self) -> tuple[Traversable, ...]:
        return tuple(self._sources())

    @cached_property
    def _seal(self) -> bytes:
        return seal_of(self._all, "")

    @cached_property
    def _place(self) -> Path:
        return place_of(self._name, self._all)


def _batch(words: Mapping[str, bytes]) -> bytes:
    content = marshal.dumps(dict(words))
    head = len(content).to_bytes(_NUMBER, "big") + crc32(content).to_bytes(_NUMBER, "big")
    return head + content


def _batches(written: memoryview) -> Iterator[dict[str, bytes]]:
    """Raises ValueError where the rest is damaged, as a process that was killed leaves it."""
    while written:
        length = int.from_bytes(written[:_NUMBER], "big")
        checksum = int.from_bytes(written[_NUMBER : 2 * _NUMBER], "big")
        content = written[2 * _NUMBER : 2 * _NUMBER + length]
        if len(content) < length or crc32(content) != checksum:
            raise ValueError("damaged")
        yield marshal.loads(content)
        written = written[2 * _NUMBER + length :]
