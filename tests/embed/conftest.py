"""The real default encoder, built once per machine, and a tiny model file of the same format."""

from __future__ import annotations

import os
import struct
from pathlib import Path

import numpy as np
import platformdirs
import pytest

HIDDEN, LAYERS, HEADS, WIDE, POSITIONS, TYPES = 32, 1, 2, 64, 64, 2
PIECES = [
    "<s>",
    "<pad>",
    "</s>",
    "<unk>",
    "▁",
    *"abcdefghijklmnopqrstuvwxyz:",
    *"ابتثجحخدذرزسشصضطظعغفق",
]


@pytest.fixture(scope="session")
def cache_dir():
    """Where the checkpoint is kept from one test run to the next."""
    return Path(os.environ.get("TADQIQ_CACHE") or platformdirs.user_cache_dir("tadqiq"))


@pytest.fixture(scope="session")
def encoder(cache_dir):
    """The bundled default model on torch, the reference."""
    from tadqiq.embed import load

    return load(cache_dir=cache_dir, backend="torch")


@pytest.fixture(scope="session")
def tiny(tmp_path_factory):
    """An E5 file of one layer with random weights."""
    path = tmp_path_factory.mktemp("tiny") / "tiny-q4.bin"
    path.write_bytes(tiny_file())
    return path


@pytest.fixture(scope="session")
def tiny_of_one_head(tmp_path_factory):
    """The same with one head, as wide as the kernels for matrix units take it."""
    path = tmp_path_factory.mktemp("tiny") / "one-head-q4.bin"
    path.write_bytes(tiny_file(heads=1))
    return path


@pytest.fixture(scope="session")
def amx(cache_dir):
    """The bundled default model on the matrix units, skipped where the machine has none."""
    from tadqiq.embed import load
    from tadqiq.errors import ModelError

    try:
        return load(cache_dir=cache_dir, backend="amx")
    except ModelError as error:
        pytest.skip(str(error))


def tiny_file(seed=7, heads=HEADS):
    """Bytes of a whole E5 file, written from the description of the format."""
    rng = np.random.default_rng(seed)
    blob = [piece.encode() for piece in PIECES]
    offsets = np.cumsum([0, *map(len, blob)]).astype("<u4").tobytes()
    scores = np.linspace(-1, -5, len(PIECES)).astype("<f4").tobytes()
    table = struct.pack("<IBI", ord("ﺏ"), 1, ord("ب")) + struct.pack("<IB", 1, 0)
    head = b"E5S1" + struct.pack(
        "<I7ifi", 1, HIDDEN, LAYERS, heads, WIDE, len(PIECES), POSITIONS, TYPES, 1e-12, 32
    )
    head += struct.pack("<5iQ", len(PIECES), 0, 2, 1, 3, sum(map(len, blob)))
    head += offsets + scores + b"".join(blob) + struct.pack("<iI", 2, len(table)) + table
    tensors = [
        (name, kind, _weights(rng, kind, count), count) for name, kind, count in _directory()
    ]
    size = 4 + sum(2 + len(name) + 21 for name, *_ in tensors)
    listing, body, start = struct.pack("<i", len(tensors)), b"", len(head) + size
    for name, kind, raw, count in tensors:
        listing += struct.pack("<H", len(name)) + name.encode()
        listing += struct.pack("<BIQQ", kind, count, start + len(body), len(raw))
        body += raw
    return head + listing + body


def _directory():
    yield "emb.word", 1, len(PIECES) * HIDDEN
    yield "emb.pos", 0, POSITIONS * HIDDEN
    yield "emb.type", 0, TYPES * HIDDEN
    for name in ("emb.ln", "l0.aln", "l0.oln"):
        yield f"{name}.w", 0, HIDDEN
        yield f"{name}.b", 0, HIDDEN
    for name, rows, columns in (
        *((n, HIDDEN, HIDDEN) for n in ("q", "k", "v", "ao")),
        ("fi", WIDE, HIDDEN),
        ("fo", HIDDEN, WIDE),
    ):
        yield f"l0.{name}.w", 1, rows * columns
        yield f"l0.{name}.b", 0, rows


def _weights(rng, kind, count):
    if kind == 0:
        return rng.normal(0, 0.5, count).astype("<f4").tobytes()
    blocks = (struct.pack("<e", rng.uniform(0.02, 0.1)) + rng.bytes(16) for _ in range(count // 32))
    return b"".join(blocks)
