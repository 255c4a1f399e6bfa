"""``feeds.toml``: which feeds, how often, where to keep what came, and whom to tell."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ..config import Source
from ..config.table import Table
from ..errors import ConfigError

_UNITS = {"s": 1, "m": 60, "h": 3600, "d": 86_400}
_DURATION = re.compile(r"(\d{1,6}(?:\.\d{1,3})?)\s*([smhd])")
_SHORTEST = 10.0  # seconds between two polls of a feed; less is no manners
_LANG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")


@dataclass(frozen=True, slots=True)
class Feed:
    """One feed. ``interval`` in seconds; ``outlet`` and ``lang`` win over what its items say;
    with ``follow`` the page behind every item is audited."""

    url: str
    interval: float
    outlet: str | None = None
    lang: str | None = None
    follow: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Feeds:
    """What is watched. Articles are compared with those of ``days`` before; one of a quality
    below ``gate`` is written to ``file`` and posted to ``webhook``, signed with ``secret``."""

    feeds: tuple[Feed, ...]
    archive: Path
    days: float
    gate: float
    file: Path | None = None
    webhook: str | None = None
    secret: str | None = None
    allow_private: bool = False
    robots: bool = True


def load_feeds(path: Path, environ: Mapping[str, str] | None = None) -> Feeds:
    """The feeds of a file; paths in it are relative to it.

    Raises ConfigError, with file and line, for whatever makes no sense.
    """
    source = Source(path, _text(path))
    try:
        values: dict[str, Any] = tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        raise ConfigError(f"{path}: no TOML: {error}; correct the line") from error
    top = Table(source, (), values)
    interval = _seconds(top, "interval", "15m")
    follow, home = top.flag("follow", False), path.parent
    feeds = tuple(_feed(table, interval, follow) for table in top.tables("feeds"))
    if not feeds:
        raise top.error((), 'no feed; add [[feeds]] with url = "https://…"')
    _refuse_twice(top, feeds)
    alerts = top.table("alerts")
    file = alerts.text("file")
    webhook = alerts.text("webhook")
    if webhook is not None:
        _address(alerts, "webhook", webhook)
    found = Feeds(
        feeds=feeds,
        archive=home / Path(_required(top, "archive")).expanduser(),
        days=_seconds(top, "compare", "3d") / _UNITS["d"],
        gate=top.quality("gate", 90),
        file=home / Path(file).expanduser() if file else None,
        webhook=webhook,
        secret=_secret(alerts, os.environ if environ is None else environ),
        allow_private=top.flag("allow_private", False),
        robots=top.flag("robots", True),
    )
    for table in (top, alerts):
        table.finish()
    return found


def _feed(table: Table, interval: float, follow: bool) -> Feed:
    url = _required(table, "url")
    _address(table, "url", url)
    lang = table.text("lang")
    if lang is not None and not _LANG.fullmatch(lang):
        raise table.error(("lang",), f'"{lang}" is not a language tag; give one such as "ar"')
    feed = Feed(
        url=url,
        interval=_seconds(table, "interval", None) or interval,
        outlet=table.text("outlet"),
        lang=lang,
        follow=table.flag("follow", follow),
    )
    table.finish()
    return feed


def _seconds(table: Table, name: str, default: str | None) -> float:
    """A duration such as ``90s``, ``15m``, ``2h``, ``1d``; 0 where there is none."""
    given = table.text(name, default)
    if given is None:
        return 0.0
    found = _DURATION.fullmatch(given.strip())
    if found is None:
        raise table.error((name,), f'"{given}" is no duration; write 90s, 15m, 2h or 1d')
    seconds = float(found[1]) * _UNITS[found[2]]
    if seconds < _SHORTEST:
        raise table.error((name,), f'"{given}" is too short; {_SHORTEST:g}s at least')
    return seconds


def _required(table: Table, name: str) -> str:
    value = table.text(name)
    if not value:
        raise table.error((), f'{name} is missing; add {name} = "…"')
    return str(value)


def _address(table: Table, name: str, url: str) -> None:
    if not re.match(r"https?://[^/\s]", url):
        raise table.error((name,), f'"{url}" is no address; it begins with https:// or http://')


def _secret(alerts: Table, environ: Mapping[str, str]) -> str | None:
    """The key that signs alerts, from the environment: it does not belong in a file."""
    name = alerts.text("secret_env")
    if name is None:
        return None
    if not environ.get(name):
        raise alerts.error(("secret_env",), f"the environment has no {name}; set it to the key")
    return environ[name]


def _refuse_twice(top: Table, feeds: tuple[Feed, ...]) -> None:
    seen: set[str] = set()
    for number, feed in enumerate(feeds):
        if feed.url in seen:
            raise top.error(("feeds", number, "url"), f"{feed.url} is given twice")
        seen.add(feed.url)


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except UnicodeDecodeError as error:
        raise ConfigError(f"{path}: not UTF-8 ({error.reason}); save it as UTF-8") from error
    except OSError as error:
        raise ConfigError(f"{path}: cannot be read ({error.strerror or error})") from error
