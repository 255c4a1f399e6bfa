"""Takes requests in, within bounds of size, time and memory."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from typing import TYPE_CHECKING

from ..model import Message
from .door import Door
from .problems import SLOW_CLIENT, RefusedError, busy, too_large
from .settings import Settings

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send
    from starlette.types import Message as Event

_DRAINED = 8  # times the limit: what is read and thrown away so that a refusal is heard
_AGAIN = 2  # seconds after which a refused client may try again


class GoneError(Exception):
    """The client has left; there is nobody to answer."""


class Intake:
    """Reads the whole request before any work begins, so that a slow client holds up nobody.

    The next layer gets the body in one piece.
    """

    def __init__(self, app: ASGIApp, settings: Settings) -> None:
        self._app, self._settings = app, settings
        self._door = Door(settings)
        self._held = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        headers = headers_of(scope)
        self._door.check(scope["method"], scope["path"], headers)
        body = bytearray()
        try:
            await self._read(body, headers, receive)
            await self._app(scope, _replay(bytes(body), receive), send)
        finally:
            self._held -= len(body)

    async def _read(self, body: bytearray, headers: Mapping[str, str], receive: Receive) -> None:
        """Fills ``body``. Raises RefusedError where it is too large, slow or much, or GoneError."""
        limit = self._settings.body
        declared = headers.get("content-length", "")
        if declared.isdecimal() and int(declared) > limit and "expect" in headers:
            raise too_large(limit)  # the client waits for a word before it sends
        try:
            async with asyncio.timeout(self._settings.receiving):
                await self._fill(body, limit, receive)
        except TimeoutError as error:
            raise _too_slow(self._settings.receiving) from error

    async def _fill(self, body: bytearray, limit: int, receive: Receive) -> None:
        read, more = 0, True
        while more:
            event = await receive()
            if event["type"] == "http.disconnect":
                raise GoneError
            chunk: bytes = event.get("body", b"")
            more = event.get("more_body", False)
            read += len(chunk)
            if read <= limit:
                self._hold(body, chunk)
            elif read > limit * _DRAINED:
                break
        if read > limit:
            raise too_large(limit)

    def _hold(self, body: bytearray, chunk: bytes) -> None:
        if self._held + len(chunk) > self._settings.held:
            raise busy(_AGAIN)
        self._held += len(chunk)
        body += chunk


def headers_of(scope: Scope) -> dict[str, str]:
    """The request's headers, names in lower case; of a repeated one the last."""
    return {name.decode("latin-1"): value.decode("latin-1") for name, value in scope["headers"]}


def _replay(body: bytes, receive: Receive) -> Receive:
    events: list[Event] = [{"type": "http.request", "body": body, "more_body": False}]

    async def again() -> Event:
        return events.pop() if events else await receive()

    return again


def _too_slow(seconds: float) -> RefusedError:
    return RefusedError(
        SLOW_CLIENT,
        Message(
            "The whole request must arrive within {seconds} s.",
            "يجب أن يصل الطلب كاملًا خلال {seconds} ث.",
        ).fill(seconds=f"{seconds:g}"),
        headers={"Connection": "close"},
    )
