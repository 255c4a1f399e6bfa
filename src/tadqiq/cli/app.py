"""The program, its commands, and what its errors look like."""

from __future__ import annotations

import atexit
import gc
import os
import sys
from collections.abc import Iterable
from importlib import import_module

import typer

from ..errors import TadqiqError
from .exit_codes import USAGE

_NEW_OBJECTS = 500_000  # between two looks at what is new
_GROUPS = frozenset({"archive"})
_COMMANDS = (
    "audit",
    "check",
    "rank",
    "ledger",
    "evaluate",
    "rules",
    "explain",
    "serve",
    "watch",
    "bench",
    "archive",
)
"""In the order of the manual; each is what the module of its name holds under its name."""

_MANUAL = (
    "Audits machine-translated news without its source.\n\n"
    "Finds what the machine got wrong as exact spans, compares articles on one event with "
    "each other, and ranks them by quality.\n\n"
    "Exit codes: 0 done, and the gate passed; 1 the gate failed, or findings at or above "
    "--fail-on; 2 wrong usage; 3 some input could not be read, the rest was audited; 4 "
    "nothing could be audited.\n\n"
    "Settings stand in tadqiq.toml, or under [tool.tadqiq] in pyproject.toml; a flag wins."
)


def program(commands: Iterable[str] = _COMMANDS) -> typer.Typer:
    """The program with these of its commands; only their modules are loaded."""
    app = typer.Typer(
        name="tadqiq",
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        help=_MANUAL,
    )
    app.callback()(_every_command)
    for name in commands:
        command = getattr(import_module(f"{__package__}.{name}"), name)
        if name in _GROUPS:
            app.add_typer(command)
        else:
            app.command()(command)
    return app


def _every_command() -> None:
    """Called before every command; typer needs it to print the manual."""


def main() -> None:
    """Runs the program and exits with its code."""
    # Lexicons stay to the end: to look for garbage among them again and again takes a third of
    # a start and a fifth of a long batch, and at the end a quarter of a start.
    gc.set_threshold(_NEW_OBJECTS, 20, 100)
    atexit.register(gc.freeze)
    asked = sys.argv[1:2]
    try:
        program(asked if asked and asked[0] in _COMMANDS else _COMMANDS)()
    except TadqiqError as error:
        typer.echo(f"tadqiq: {error}", err=True)
        raise SystemExit(USAGE) from error
    except BrokenPipeError:
        # The reader went away, as `head` does: no news for anybody.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        raise SystemExit(0) from None
