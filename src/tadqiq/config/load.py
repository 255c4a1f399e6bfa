"""Finding the settings and reading them."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path
from types import MappingProxyType
from typing import Any

from ..errors import ConfigError
from ..model import LOCALES, Locale, Severity, default_cache_dir
from .settings import Config, Suppression, Thresholds
from .source import Source
from .table import Table, choices

NAME = "tadqiq.toml"
_PROJECT = "pyproject.toml"


def load_config(path: Path | None = None, *, start: Path | None = None) -> Config:
    """The settings in ``path``, or those found from ``start`` (the working directory) upwards.

    Without any file, the defaults. Raises ConfigError, with file and line, for a file that
    cannot be read, an unknown key or a value of the wrong type.
    """
    source = _given(path) if path else _found((start or Path.cwd()).resolve())
    if source is None:
        return Config()
    table: object = _parse(source)
    for name in source.prefix:
        table = table.get(name, {}) if isinstance(table, dict) else {}
    return _read(Table(source, (), table))


def _given(path: Path) -> Source:
    source = Source(path, _text(path))
    in_project = path.name == _PROJECT
    return Source(path, source.text, ("tool", "tadqiq")) if in_project else source


def _found(folder: Path) -> Source | None:
    for place in (folder, *folder.parents):
        if (place / NAME).is_file():
            return _given(place / NAME)
        if (place / _PROJECT).is_file():
            source = _given(place / _PROJECT)
            tools = _parse(source).get("tool") if "tadqiq" in source.text else None
            if isinstance(tools, dict) and "tadqiq" in tools:
                return source
    return None


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: not UTF-8 ({error.reason}); save it as UTF-8") from error
    except OSError as error:
        why = error.strerror or str(error)
        raise ConfigError(f"{path}: cannot be read ({why}); name another file") from error


def _parse(source: Source) -> dict[str, Any]:
    try:
        return tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        told = re.search(r"line (\d+)", str(error))
        line = told.group(1) if told else len(source.text.splitlines())  # "at end of document"
        raise ConfigError(f"{source.path}:{line}: no TOML: {error}; correct the line") from error


def _read(top: Table) -> Config:
    rules, home = top.table("rules"), top.source.path.parent
    thresholds = top.table("thresholds")
    cache = top.text("cache_dir")
    config = Config(
        select=rules.prefixes("select"),
        extend=rules.prefixes("extend"),
        ignore=rules.prefixes("ignore"),
        severities=_severities(top.table("severities")),
        allow=frozenset(top.texts("allow")),
        terms=MappingProxyType(top.table("terms").pairs()),
        termbases=tuple(home / Path(name).expanduser() for name in top.texts("termbases")),
        suppressions=tuple(map(_suppression, top.tables("suppress"))),
        thresholds=Thresholds(thresholds.quality("publish", 98), thresholds.quality("review", 90)),
        model=top.text("model"),
        backend=top.text("backend", "auto") or "auto",
        second_opinion=top.text("second_opinion"),
        drift=top.flag("drift", True),
        fluency=top.flag("fluency", False) if "fluency" in top.values else None,
        cache_dir=home / Path(cache).expanduser() if cache else default_cache_dir(),
        locale=_locale(top),
        source=top.source,
    )
    for table in (top, rules, thresholds):
        table.finish()
    if config.thresholds.review > config.thresholds.publish:
        raise thresholds.error(("review",), "thresholds.review must not exceed thresholds.publish")
    return config


def _severities(table: Table) -> tuple[tuple[str, Severity], ...]:
    chosen = []
    for prefix, name in table.pairs().items():
        table.check_prefix((prefix,), prefix)
        if name not in list(Severity):
            raise table.error((prefix,), f'unknown severity "{name}"; {choices(Severity)}')
        chosen.append((prefix, Severity(name)))
    return tuple(chosen)


def _suppression(table: Table) -> Suppression:
    values = {name: table.text(name) for name in ("code", "quote", "reason")}
    for name, value in values.items():
        if not value:
            raise table.error((), f'a suppression needs a {name}; add {name} = "…"')
    table.check_prefix(("code",), values["code"])
    table.finish()
    return Suppression(**values)


def _locale(top: Table) -> Locale:
    given = top.text("locale", "en")
    for locale in LOCALES:
        if locale == given:
            return locale
    raise top.error(("locale",), f'unknown locale "{given}"; {choices(LOCALES)}')
