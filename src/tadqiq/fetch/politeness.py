"""One host at a time is a guest's manners: few requests at once, a pause between, and no
entry where robots.txt says so."""

from __future__ import annotations

import asyncio
import time
from collections import defaultdict
from collections.abc import Awaitable, Callable

import httpx

from ..errors import FetchError
from .addresses import RefusedError
from .limits import Limits
from .retry import PassingError
from .robots import Robots, parse

_ROBOTS_KEPT = 24 * 3600.0  # seconds; RFC 9309 asks for no longer
_LONGEST_DELAY = 30.0  # seconds between two requests, whatever a crawl-delay says

Load = Callable[[httpx.URL], Awaitable[str]]
"""The text of a robots.txt, empty where there is none. Raises FetchError where it cannot be
had, which by RFC 9309 forbids the whole site."""


class Politeness:
    """What is known of hosts between requests, and between runs."""

    def __init__(self, limits: Limits, *, robots: bool) -> None:
        self._limits = limits
        self._asks_robots = robots
        self._robots: dict[str, tuple[float, Robots | str]] = {}  # or why there is none
        self._next: defaultdict[str, float] = defaultdict(float)

    async def admit(self, url: httpx.URL, load: Load, lock: asyncio.Lock) -> None:
        """Waits for the host's turn. Raises FetchError where robots.txt forbids the address."""
        delay = 0.0
        if self._asks_robots and url.path != "/robots.txt":
            async with lock:
                robots = await self._rules(url, load)
            if isinstance(robots, str):
                raise FetchError(robots)
            if not robots.allows(url.raw_path.decode("ascii", "replace")):
                raise FetchError(f"the robots.txt of {url.host} forbids this address")
            delay = robots.delay
        await self.turn(url.host, delay)

    async def turn(self, host: str, delay: float = 0.0) -> None:
        """Waits until the pause since the last request to ``host`` is over."""
        now = time.monotonic()
        start = max(now, self._next[host])
        self._next[host] = start + min(max(self._limits.pause, delay), _LONGEST_DELAY)
        if start > now:
            await asyncio.sleep(start - now)

    async def _rules(self, url: httpx.URL, load: Load) -> Robots | str:
        place = url.copy_with(raw_path=b"/robots.txt", username=None, password=None)
        key, now = str(place), time.monotonic()
        if key not in self._robots or self._robots[key][0] < now:
            found: Robots | str
            try:
                found = parse(await load(place))
            except RefusedError:
                raise
            except PassingError as error:
                raise PassingError(_unread(url, error), error.after) from error
            except FetchError as error:
                found = _unread(url, error)
            self._robots[key] = (now + _ROBOTS_KEPT, found)
        return self._robots[key][1]


def _unread(url: httpx.URL, error: FetchError) -> str:
    return f"the robots.txt of {url.host} cannot be had: {error}"
