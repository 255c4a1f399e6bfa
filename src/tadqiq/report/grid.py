"""A table as characters."""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from rich.table import Table


def printed(table: Table, *, width: int, colour: bool) -> str:
    """The table in ``width`` cells, without a space at the end of any line."""
    from rich.console import Console

    sink = StringIO()
    console = Console(
        file=sink,
        width=width,
        force_terminal=colour,
        color_system="standard" if colour else None,
        legacy_windows=False,
        no_color=not colour,
        _environ={},  # the same output whatever the environment asks of rich
    )
    console.print(table)
    return "\n".join(line.rstrip() for line in sink.getvalue().splitlines())
