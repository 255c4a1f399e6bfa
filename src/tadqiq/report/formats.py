"""Which formats there are."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches

from ..errors import ConfigError
from .csv import CsvReporter
from .diagnostics import DiagnosticsReporter
from .github import GithubReporter
from .json import JsonReporter
from .jsonl import JsonlReporter
from .mqm import MqmReporter
from .page import HtmlReporter
from .parquet import ParquetReporter
from .reporter import Layout, Reporter
from .sarif import SarifReporter
from .table import TableReporter
from .xliff import XliffReporter

_PLAIN = Layout()


def formats(layout: Layout = _PLAIN) -> Mapping[str, Reporter]:
    """Every format by its name."""
    return {
        "table": TableReporter(layout),
        "text": DiagnosticsReporter(layout),
        "html": HtmlReporter(layout),
        "json": JsonReporter(layout),
        "jsonl": JsonlReporter(layout),
        "csv": CsvReporter(layout),
        "parquet": ParquetReporter(layout),
        "sarif": SarifReporter(layout),
        "github": GithubReporter(layout),
        "mqm": MqmReporter(layout),
        "xliff": XliffReporter(layout),
    }


def reporter(name: str, layout: Layout = _PLAIN) -> Reporter:
    """The reporter for a format. Raises ConfigError, with the choices, for an unknown one."""
    known = formats(layout)
    if name in known:
        return known[name]
    close = get_close_matches(name, known, n=1)
    hint = f" Did you mean {close[0]!r}?" if close else ""
    raise ConfigError(f"unknown format {name!r}; choose one of {', '.join(known)}.{hint}")
