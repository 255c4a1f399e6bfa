"""The checkpoint in the user's cache: built once, whole or not at all, checked at every load.

cache_dir/models/<digest>/    the checkpoint
cache_dir/models/<digest>-<backend>/    what a fast backend made of it, the same way
"""

from __future__ import annotations

import hashlib
from functools import partial
from pathlib import Path

from ..errors import ModelError
from ..neural.built import Progress, build, damage, sha256_of
from .weights import write_checkpoint

BUILD = 2
"""Raised whenever the checkpoint made from the same weights comes out different."""


def digest_of(source: Path) -> str:
    """Short hex digest of the weights, the tokenizer and how a checkpoint is made of them.

    Raises ModelError if ``source`` cannot be read.
    """
    try:
        sums = f"build {BUILD}\n{sha256_of(source)}"
    except OSError as error:
        raise ModelError(f"{source}: the model file cannot be read ({error})") from error
    return hashlib.sha256(sums.encode()).hexdigest()[:16]


def ensure(source: Path, cache_dir: Path, progress: Progress | None = None) -> Path:
    """The folder of the checkpoint, built first where it is missing or cut short.

    Safe in several processes at once: one builds, the others wait. Raises ModelError when
    the source is broken or the cache cannot be written.
    """
    target = cache_dir / "models" / digest_of(source)
    if damage(target, full=False) is not None:
        build(target, partial(write_checkpoint, source, progress=progress), full=False)
    return target


def repair(source: Path, target: Path, progress: Progress | None = None) -> None:
    """Build the checkpoint again if ``damage`` still finds something when all else waits."""
    build(target, partial(write_checkpoint, source, progress=progress))
