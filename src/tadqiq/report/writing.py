"""Writing a report where it was asked for: wholly, or not at all."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable
from pathlib import Path

from ..errors import ReportError


def write(path: Path, parts: str | Iterable[bytes], *, what: str = "the report") -> None:
    """Writes a report to ``path``, a text in UTF-8, replacing what was there in one step.

    ``what`` is what an error calls it.
    Whoever reads the file meanwhile sees the old report or the new one, never half of one.
    A pipe or a device is written to directly. Raises ReportError where it cannot be written.
    """
    try:
        if path.exists() and not path.is_file() and not path.is_dir():
            with path.open("wb") as file:
                file.writelines(pieces(parts))
        else:
            _replace(path.resolve(), pieces(parts))
    except OSError as error:
        raise ReportError(f"cannot write {what} to {path}: {_why(path, error)}") from error


def pieces(parts: str | Iterable[bytes]) -> Iterable[bytes]:
    """A report as bytes, piece by piece."""
    return [parts.encode("utf-8", "backslashreplace")] if isinstance(parts, str) else parts


def _replace(path: Path, data: Iterable[bytes]) -> None:
    if path.is_dir():
        raise IsADirectoryError
    if path.exists() and not os.access(path, os.W_OK):
        raise PermissionError
    part = path.with_name(f".{path.name[:40]}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            file.writelines(data)
            file.flush()
            os.fsync(file.fileno())
        if path.exists():
            part.chmod(stat.S_IMODE(path.stat().st_mode))
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _why(path: Path, error: OSError) -> str:
    if isinstance(error, IsADirectoryError):
        return "it is a folder; name a file in it"
    if isinstance(error, FileNotFoundError):
        return f"there is no folder {path.parent}; create it first"
    if isinstance(error, NotADirectoryError):
        return f"{path.parent} is no folder; choose another place"
    if isinstance(error, PermissionError):
        return "no permission; choose another place or change the folder's permissions"
    return f"{error.strerror or error}; free some space or choose another place"
