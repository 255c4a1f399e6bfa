"""Where a batch is kept, as the command line gives it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..errors import ConfigError

if TYPE_CHECKING:
    from ..archive import Archive

ArchiveFolder = Annotated[
    Path | None,
    typer.Option(
        "--archive",
        metavar="DIR",
        help="Keep articles, vectors and verdicts here; what it holds is not done again.",
    ),
]
Resume = Annotated[
    bool,
    typer.Option(
        "--resume",
        help="Go on with the archive's run that was broken off; without SOURCE, with its sources.",
    ),
]
Days = Annotated[
    float | None,
    typer.Option(
        "--days",
        min=0,
        metavar="N",
        help="Compare with articles of the archive too, up to N days before and after.",
    ),
]
Jobs = Annotated[
    int,
    typer.Option(
        "--jobs",
        "-j",
        min=0,
        metavar="N",
        help="Processes that look for artefacts; 0: two for a large batch, else one.",
    ),
]


@contextmanager
def kept(folder: Path | None, *, resume: bool, days: float | None) -> Iterator[Archive | None]:
    """The archive in ``folder``, None without one. Raises ConfigError, ArchiveError."""
    if folder is None:
        for name, given in (("--resume", resume), ("--days", days is not None)):
            if given:
                raise ConfigError(f"{name} needs an archive; give its folder with --archive DIR")
        yield None
        return
    from ..archive import Archive

    with Archive.open(folder, write=True) as archive:
        yield archive


def sources_of(given: list[str] | None, archive: Archive | None) -> list[str]:
    """The sources; where none are given, those of the run of ``archive`` that was broken off.

    Raises ConfigError where there are none, or where they cannot be read again.
    """
    if given:
        return given
    if archive is None:
        raise ConfigError("no SOURCE: name files, folders, addresses, or - for standard input")
    run = archive.runs.broken_off()
    if run is None:
        raise ConfigError(f"{archive.folder}: its last run came to its end; nothing to resume")
    if "-" in run.sources:
        raise ConfigError(
            f"{archive.folder}: the run that was broken off read standard input; give it again: "
            "tadqiq audit - --archive DIR --resume"
        )
    return list(run.sources)


def whole(source: str) -> str:
    """A source as it is found again from another folder: a file by its whole path."""
    return str(Path(source).resolve()) if source != "-" and Path(source).exists() else source
