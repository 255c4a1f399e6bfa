"""Centring: what all sentences share must not look like similarity.

The vectors of a sentence encoder crowd into a narrow cone (Mu and Viswanath, 2018,
"All-but-the-Top"): the mean of sentences on unrelated matters is taken off before comparing.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import tempfile
from collections.abc import Callable, Sequence
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from .encoder import FloatMatrix, FloatVector

_log = logging.getLogger("tadqiq")


def centre(matrix: FloatMatrix, background: FloatVector) -> FloatMatrix:
    """Rows less ``background``, normalised again; a row equal to it becomes zero."""
    moved = matrix - background
    norms = np.linalg.norm(moved, axis=1, keepdims=True)
    centred: FloatMatrix = np.divide(moved, norms, out=np.zeros_like(moved), where=norms > 1e-6)
    return centred


def sentences() -> tuple[str, ...]:
    """Made-up news sentences on unrelated matters, half of them Arabic."""
    text = (resources.files(__package__) / "background.jsonl").read_text("utf-8")
    return tuple(json.loads(line)["text"] for line in text.splitlines())


def mean_vector(
    encode: Callable[[Sequence[str]], FloatMatrix], *, digest: str, folder: Path
) -> FloatVector:
    """The mean of the background sentences, kept in ``folder`` from one run to the next."""
    found = kept(digest, folder)
    if found is not None:
        return found
    # Summed in double precision and written as float32, so that the first run and later ones
    # work with the same bits.
    mean: FloatVector = encode(sentences()).mean(axis=0, dtype=np.float64).astype(np.float32)
    _write(_path(digest, folder), mean)
    return mean


def kept(digest: str, folder: Path) -> FloatVector | None:
    """What ``mean_vector`` kept of the encoder ``digest`` in an earlier run, if it did."""
    return _read(_path(digest, folder))


def _path(digest: str, folder: Path) -> Path:
    version = hashlib.sha256("\n".join(sentences()).encode()).hexdigest()[:8]
    return folder / f"{digest}-{version}.npy"


def _read(path: Path) -> FloatVector | None:
    try:
        found: FloatVector = np.load(path, allow_pickle=False)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, EOFError) as error:
        _log.warning("%s: damaged background vector (%s); computing it again", path, error)
        return None
    sane = found.dtype == np.float32 and found.ndim == 1 and np.isfinite(found).all()
    return found if sane else None


def _write(path: Path, mean: FloatVector) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as out:
            np.save(out, mean)
        os.replace(out.name, path)  # noqa: PTH105 - the name is a string here
    except OSError as error:
        _log.warning("%s: the background vector cannot be kept (%s)", path, error)
