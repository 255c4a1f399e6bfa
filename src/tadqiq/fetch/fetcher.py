"""Many addresses at once, in order, each an answer or a rejection."""

from __future__ import annotations

import asyncio
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import PurePath
from typing import BinaryIO
from urllib.parse import unquote, urlsplit

import httpx

from .. import __version__
from ..errors import FetchError
from ..model import Rejection
from .body import ACCEPTED
from .limits import Limits
from .politeness import Politeness
from .request import Answer, Validators, get, shown
from .retry import PassingError, wait
from .transport import CheckedTransport

_MAX_ROBOTS = 512 * 1024  # bytes; RFC 9309
_NOTHING_KNOWN: Mapping[str, Validators] = {}


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave. ``asked`` is the address as given, ``url`` the one that answered.

    ``stream`` can be read until the next item is taken from the fetcher.
    """

    asked: str
    url: str
    stream: BinaryIO
    media_type: str
    validators: Validators

    @property
    def path(self) -> PurePath:
        """The file name in the address, which may tell a format."""
        return PurePath(unquote(urlsplit(self.url).path.rstrip("/").rpartition("/")[2]) or "index")


@dataclass(frozen=True, slots=True)
class Unchanged:
    """An address that has not changed since its validators were given."""

    asked: str


class Fetcher:
    """Fetches, and remembers hosts between calls. Not for use inside an event loop.

    Private, loopback and link-local addresses are refused unless ``allow_private``; so is what
    robots.txt forbids, unless ``robots`` is false.
    """

    def __init__(
        self,
        limits: Limits | None = None,
        *,
        allow_private: bool = False,
        robots: bool = True,
    ) -> None:
        self._limits = limits or Limits()
        self._allow_private = allow_private
        self._politeness = Politeness(self._limits, robots=robots)
        self._running: tuple[asyncio.AbstractEventLoop, asyncio.Task[object]] | None = None

    def fetch(
        self, addresses: Sequence[str], known: Mapping[str, Validators] = _NOTHING_KNOWN
    ) -> Iterator[Fetched | Unchanged | Rejection]:
        """What each address gives, in the order given; nothing stops the rest.

        For an address in ``known`` the server is asked whether anything changed. After
        ``cancel`` no more comes.
        """
        rest = iter(addresses)
        while batch := list(islice(rest, 2 * self._limits.concurrency)):
            try:
                answers = asyncio.run(self._all(batch, known))
            except asyncio.CancelledError:
                return
            for got in answers:
                yield got
                if isinstance(got, Fetched):
                    got.stream.close()

    def cancel(self) -> None:
        """Breaks off what is being fetched; may be called by a signal handler or a thread."""
        if self._running is not None:
            loop, task = self._running
            loop.call_soon_threadsafe(task.cancel)

    async def _all(
        self, addresses: Sequence[str], known: Mapping[str, Validators]
    ) -> list[Fetched | Unchanged | Rejection]:
        task = asyncio.current_task()
        if task is not None:
            self._running = asyncio.get_running_loop(), task
        try:
            return await _Run(self._limits, self._client(), self._politeness).all(addresses, known)
        finally:
            self._running = None

    def _client(self) -> httpx.AsyncClient:
        limits = self._limits
        return httpx.AsyncClient(
            transport=CheckedTransport(limits, allow_private=self._allow_private),
            timeout=httpx.Timeout(limits.read, connect=limits.connect, pool=limits.total),
            headers={
                "User-Agent": f"tadqiq/{__version__}",
                "Accept-Encoding": ACCEPTED,
                "Accept": "*/*",
            },
            follow_redirects=False,
            trust_env=False,
        )


class _Run:
    """One batch in one event loop."""

    def __init__(self, limits: Limits, client: httpx.AsyncClient, politeness: Politeness) -> None:
        self._limits = limits
        self._client = client
        self._politeness = politeness
        self._all = asyncio.Semaphore(limits.concurrency)
        self._hosts: defaultdict[str, asyncio.Semaphore] = defaultdict(
            lambda: asyncio.Semaphore(limits.per_host)
        )
        self._locks: defaultdict[str, asyncio.Lock] = defaultdict(asyncio.Lock)

    async def all(
        self, addresses: Sequence[str], known: Mapping[str, Validators]
    ) -> list[Fetched | Unchanged | Rejection]:
        async with self._client:
            return await asyncio.gather(
                *(self._one(address, known.get(address, Validators())) for address in addresses)
            )

    async def _one(self, address: str, known: Validators) -> Fetched | Unchanged | Rejection:
        try:
            host = urlsplit(address).hostname or ""
            async with self._hosts[host], self._all:
                answer = await self._tried(address, known)
        except (FetchError, ValueError) as error:  # ValueError: brackets that hold no address
            return Rejection(shown_or_raw(address), f"not fetched: {error}")
        if answer.content is None:
            return Unchanged(address)
        return Fetched(address, answer.url, answer.content, answer.media_type, answer.validators)

    async def _tried(self, address: str, known: Validators) -> Answer:
        for attempt in range(1, self._limits.attempts + 1):
            try:
                return await get(
                    self._client, address, known=known, limits=self._limits, gate=self._gate
                )
            except PassingError as error:
                if attempt == self._limits.attempts:
                    raise FetchError(f"{error}, {attempt} times") from error
                await asyncio.sleep(wait(error, attempt, self._limits))
        raise FetchError("no attempt is allowed; set attempts to 1 or more")

    async def _gate(self, url: httpx.URL) -> None:
        await self._politeness.admit(url, self._robots, self._locks[url.netloc.decode("ascii")])

    async def _robots(self, place: httpx.URL) -> str:
        limits = replace(self._limits, max_bytes=_MAX_ROBOTS, redirects=5)
        try:
            answer = await get(
                self._client, str(place), known=Validators(), limits=limits, gate=self._free
            )
        except PassingError:
            raise
        except FetchError as error:
            if str(error).startswith("HTTP 4"):
                return ""
            raise
        if answer.content is None:
            return ""
        with answer.content as content:
            return content.read().decode("utf-8", "replace")

    async def _free(self, url: httpx.URL) -> None:
        await self._politeness.turn(url.host)


def shown_or_raw(address: str) -> str:
    """An address for a message, even where it is none."""
    try:
        return shown(address)
    except ValueError:
        return address
