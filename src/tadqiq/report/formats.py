"""Which formats there are. What writes one is loaded when it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from importlib import import_module

from ..errors import ConfigError
from .reporter import Layout, Reporter

_PLAIN = Layout()
_HOMES = {
    "table": ("table", "TableReporter"),
    "text": ("diagnostics", "DiagnosticsReporter"),
    "html": ("page", "HtmlReporter"),
    "json": ("json", "JsonReporter"),
    "jsonl": ("jsonl", "JsonlReporter"),
    "csv": ("csv", "CsvReporter"),
    "parquet": ("parquet", "ParquetReporter"),
    "sarif": ("sarif", "SarifReporter"),
    "github": ("github", "GithubReporter"),
    "mqm": ("mqm", "MqmReporter"),
    "xliff": ("xliff", "XliffReporter"),
}
"""A format's name -> the module that writes it, and the class in it."""


def formats(layout: Layout = _PLAIN) -> Mapping[str, Reporter]:
    """Every format by its name."""
    return {name: _made(name, layout) for name in _HOMES}


def reporter(name: str, layout: Layout = _PLAIN) -> Reporter:
    """The reporter for a format. Raises ConfigError, with the choices, for an unknown one."""
    if name in _HOMES:
        return _made(name, layout)
    close = get_close_matches(name, _HOMES, n=1)
    hint = f" Did you mean {close[0]!r}?" if close else ""
    raise ConfigError(f"unknown format {name!r}; choose one of {', '.join(_HOMES)}.{hint}")


def _made(name: str, layout: Layout) -> Reporter:
    module, kind = _HOMES[name]
    made: Reporter = getattr(import_module(f"{__package__}.{module}"), kind)(layout)
    return made
