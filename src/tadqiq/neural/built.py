"""A folder in the user's cache: built once, whole or not at all, checked at every load.

Beside its files lies manifest.json with the size and the SHA-256 of each.
"""

from __future__ import annotations

import errno
import hashlib
import json
import logging
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from ..errors import ModelError

Progress = Callable[[str, int, int], None]
"""Told the stage, how much of it is done, and how much there is."""

MANIFEST = "manifest.json"
_log = logging.getLogger("tadqiq")


def damage(target: Path, *, full: bool = True) -> str | None:
    """What is wrong with such a folder, None if nothing is.

    ``full`` compares SHA-256 sums (0.4 s), otherwise only sizes.
    """
    try:
        files = json.loads((target / MANIFEST).read_text("utf-8"))["files"]
        for name, facts in files.items():
            path = target / name
            if path.stat().st_size != facts["size"]:
                return f"{name}: {path.stat().st_size} bytes instead of {facts['size']}"
            if full and sha256_of(path) != facts["sha256"]:
                return f"{name}: its SHA-256 is not that of the manifest"
    except FileNotFoundError as error:
        return f"{Path(error.filename).name}: missing"
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        return f"{MANIFEST}: unreadable ({error})"
    return None


def build(target: Path, write: Callable[[Path], None], *, full: bool = True) -> None:
    """Have ``write`` fill a folder that becomes ``target``, unless ``damage`` finds nothing.

    Whole or not at all; of several processes one builds and the others wait. Raises ModelError
    when the cache cannot be written.
    """
    from filelock import FileLock

    home = target.parent
    with _explained(home):
        home.mkdir(parents=True, exist_ok=True)
        with FileLock(home / f"{target.name}.lock"):
            found = damage(target, full=full)
            if found is None:
                return  # another process has built it meanwhile
            if target.exists():
                _log.warning("%s: damaged model (%s); building it again", target, found)
                shutil.rmtree(target)
            for left in home.glob(f".{target.name}-*"):  # a build that was killed
                shutil.rmtree(left, ignore_errors=True)
            _build_aside(target, write)


def _build_aside(target: Path, write: Callable[[Path], None]) -> None:
    aside = Path(tempfile.mkdtemp(prefix=f".{target.name}-", dir=target.parent))
    try:
        write(aside)
        _write_manifest(aside)
        aside.chmod(0o755)  # mkdtemp's 0700 would shut other users out of a shared cache
        aside.rename(target)
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _write_manifest(folder: Path) -> None:
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    files = {
        path.relative_to(folder).as_posix(): {
            "size": path.stat().st_size,
            "sha256": sha256_of(path),
        }
        for path in paths
    }
    (folder / MANIFEST).write_text(json.dumps({"files": files}, indent=2) + "\n", "utf-8")


def sha256_of(path: Path) -> str:
    """Hex digest of a file. Raises OSError."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


@contextmanager
def _explained(home: Path) -> Iterator[None]:
    """Turn what the file system says into what to do about it."""
    try:
        yield
    except OSError as error:
        raise ModelError(explain(error, home)) from error


def explain(error: OSError, home: Path) -> str:
    """One line on why the model cache cannot be written, and what to do."""
    other = "or set TADQIQ_CACHE to another folder"
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return f"{home}: the disk is full; the model takes 480 MB: make room {other}"
    if error.errno in (errno.EACCES, errno.EPERM, errno.EROFS):
        return f"{home}: no permission to write the model there: allow it {other}"
    return f"{home}: the model cannot be built there ({error}): mend it {other}"
