"""From a shell to the last line of output, in a process of its own."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path

from ..errors import ReportError
from ..model import Article
from .timing import Timing, timed

_GROUP = "cold start"


def cold_starts(articles: Sequence[Article], *, rounds: int) -> Iterator[Timing]:
    """The manual, one article by rules, and one beside its siblings, each started anew.

    Raises ReportError if a command fails.
    """
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for number, article in enumerate(articles):
            paths.append(Path(folder) / f"{number}.txt")
            paths[-1].write_text(article.text, "utf-8")
        commands: Mapping[str, Sequence[str]] = {
            "--help": ["--help"],
            "check --no-drift": ["check", str(paths[0]), "--no-drift"],
            "check --against": ["check", str(paths[0]), "--against", folder],
        }
        for name, arguments in commands.items():
            _start(arguments)  # what is computed once a machine is no start
            yield Timing(
                group=_GROUP,
                name=name,
                seconds=timed(partial(_start, arguments), rounds=rounds),
            )


def _start(arguments: Sequence[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "tadqiq", *arguments], capture_output=True, check=False
    )
    if done.returncode:
        last = done.stderr.decode("utf-8", "replace").strip().splitlines()[-1:]
        raise ReportError(f"tadqiq {arguments[0]} failed while it was timed: {''.join(last)}")
