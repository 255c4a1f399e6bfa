"""How the service is set up, and what it refuses to be."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

from ..errors import ConfigError

KEYS = "TADQIQ_API_KEYS"
_SHORTEST = 16  # characters of a key: about what cannot be guessed over a network


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """Where the service listens and what it bears. Sizes in bytes, times in seconds.

    ``body`` is the largest request, ``held`` the most of all requests being received at once.
    ``characters`` is the longest article or sibling, ``siblings`` how many may come with one
    article and ``batch`` how many articles with one audit. ``receiving`` is the time a client
    has to send its request, ``working`` the time a check may take, ``closing`` what a shutdown
    waits for requests under way. At most ``concurrency`` different checks wait or run, at most
    ``connections`` clients are connected. ``kept`` is how many characters of audited articles
    are remembered in memory, 0 for none. ``archive`` is where siblings are looked for when an
    article comes without any.
    """

    host: str = "127.0.0.1"
    port: int = 8000
    keys: tuple[str, ...] = ()
    body: int = 2 * 2**20
    held: int = 64 * 2**20
    characters: int = 50_000
    siblings: int = 50
    batch: int = 200
    receiving: float = 10.0
    working: float = 60.0
    closing: float = 30.0
    concurrency: int = 64
    connections: int = 4000
    kept: int = 2_000_000
    archive: Path | None = None

    def __post_init__(self) -> None:
        for key in self.keys:
            if len(key) < _SHORTEST:
                raise ConfigError(
                    f"{KEYS}: a key has {len(key)} characters; give every key {_SHORTEST} or more, "
                    'such as those of python -c "import secrets; print(secrets.token_urlsafe())"'
                )
        if not self.local and not self.keys:
            raise ConfigError(
                f"--host {self.host} can be reached from other machines, and no key is set; "
                f"set {KEYS} to one or more keys, or listen on 127.0.0.1"
            )

    @property
    def local(self) -> bool:
        """Whether only this machine can reach the service."""
        return is_loopback(self.host)


def is_loopback(host: str) -> bool:
    """Whether ``host``, a name or an address, is this machine as seen by itself."""
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host.lower().rstrip(".") == "localhost"


def keys_from(environ: Mapping[str, str]) -> tuple[str, ...]:
    """The keys in ``environ``, set apart by commas or white space."""
    return tuple(key for key in re.split(r"[,\s]+", environ.get(KEYS, "")) if key)
