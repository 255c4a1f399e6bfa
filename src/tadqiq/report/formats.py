"""Which formats there are."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from ..errors import ConfigError
from .diagnostics import DiagnosticsReporter
from .json import JsonReporter
from .jsonl import JsonlReporter
from .reporter import Layout, Reporter
from .table import TableReporter

_PLAIN = Layout()


def formats(layout: Layout = _PLAIN) -> Mapping[str, Reporter]:
    """Every format by its name."""
    return {
        "table": TableReporter(layout),
        "text": DiagnosticsReporter(layout),
        "json": JsonReporter(layout),
        "jsonl": JsonlReporter(layout),
    }


def reporter(name: str, layout: Layout = _PLAIN) -> Reporter:
    """The reporter for a format. Raises ConfigError, with the choices, for an unknown one."""
    known = formats(layout)
    if name in known:
        return known[name]
    close = get_close_matches(name, known, n=1)
    hint = f" Did you mean {close[0]!r}?" if close else ""
    raise ConfigError(f"unknown format {name!r}; choose one of {', '.join(known)}.{hint}")
