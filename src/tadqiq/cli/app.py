"""The program, its commands, and what its errors look like."""

from __future__ import annotations

import gc
import os
import sys

import typer

from ..errors import TadqiqError
from .archive import archive
from .audit import audit
from .bench import bench
from .check import check
from .evaluate import evaluate
from .exit_codes import USAGE
from .explain import explain
from .ledger import ledger
from .rank import rank
from .rules import rules
from .serve import serve
from .watch import watch

_NEW_OBJECTS = 500_000  # between two looks at what is new

app = typer.Typer(
    name="tadqiq",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    help=(
        "Audits machine-translated news without its source.\n\n"
        "Finds what the machine got wrong as exact spans, compares articles on one event with "
        "each other, and ranks them by quality.\n\n"
        "Exit codes: 0 done, and the gate passed; 1 the gate failed, or findings at or above "
        "--fail-on; 2 wrong usage; 3 some input could not be read, the rest was audited; 4 "
        "nothing could be audited.\n\n"
        "Settings stand in tadqiq.toml, or under [tool.tadqiq] in pyproject.toml; a flag wins."
    ),
)
for command in (audit, check, rank, ledger, evaluate, rules, explain, serve, watch, bench):
    app.command()(command)

app.add_typer(archive)


@app.callback()
def _every_command() -> None:
    """Called before every command; typer needs it to print the manual."""


def main() -> None:
    """Runs the program and exits with its code."""
    # Lexicons stay to the end: to look for garbage among them again and again takes a third of
    # a start and a fifth of a long batch.
    gc.set_threshold(_NEW_OBJECTS, 20, 100)
    try:
        app()
    except TadqiqError as error:
        typer.echo(f"tadqiq: {error}", err=True)
        raise SystemExit(USAGE) from error
    except BrokenPipeError:
        # The reader went away, as `head` does: no news for anybody.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None
