"""uvicorn's HTTP protocol, with an end to its patience before a request has begun."""

from __future__ import annotations

import asyncio
import socket
from typing import Any

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

from ..model import Message
from .problems import MALFORMED, MEDIA_TYPE, RefusedError, busy
from .settings import Settings

_AGAIN = 2  # seconds
_NO_HTTP = RefusedError(MALFORMED, Message("This is not HTTP/1.1.", "ليس هذا طلب HTTP/1.1 سليمًا."))


def protocol(settings: Settings) -> type[H11Protocol]:
    """The protocol for ``settings``: a client has ``receiving`` seconds to send its headers, and
    one beyond ``connections`` is turned away."""

    class Protocol(H11Protocol):
        """One connection."""

        _deadline: asyncio.TimerHandle | None = None

        def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
            super().connection_made(transport)
            _send_at_once(transport)
            if len(self.connections) > settings.connections:
                transport.write(_raw(busy(_AGAIN)))
                transport.close()
                return
            self._expect()

        def data_received(self, data: bytes) -> None:
            super().data_received(data)
            if self.conn.their_state is not h11.IDLE:
                self._forget()  # the headers are here: the body has a limit of its own
            elif self._deadline is None:
                self._expect()

        def connection_lost(self, exc: Exception | None) -> None:
            self._forget()
            super().connection_lost(exc)

        def send_400_response(self, msg: str) -> None:
            self.transport.write(_raw(_NO_HTTP))
            self.transport.close()

        def _expect(self) -> None:
            self._deadline = self.loop.call_later(settings.receiving, self._hang_up)

        def _forget(self) -> None:
            if self._deadline is not None:
                self._deadline.cancel()
                self._deadline = None

        def _hang_up(self) -> None:
            self._deadline = None
            if not self.transport.is_closing():
                self.transport.close()

    return Protocol


def _send_at_once(transport: asyncio.Transport) -> None:
    """Head and body of an answer are written one after the other: without this the kernel holds
    the body back until the client has acknowledged the head, which takes it 40 ms. asyncio says
    so itself only of sockets that were made with their protocol named."""
    connection = transport.get_extra_info("socket")
    if connection is not None and connection.family in (socket.AF_INET, socket.AF_INET6):
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


def _raw(refused: RefusedError) -> bytes:
    """A whole answer, for where there is no request yet that could be answered."""
    body = refused.body("en")
    status = refused.kind.status
    headers: dict[str, Any] = {
        "Content-Type": MEDIA_TYPE,
        "Content-Length": len(body),
        "Connection": "close",
        **refused.headers,
    }
    lines = [f"HTTP/1.1 {status.value} {status.phrase}"]
    lines += [f"{name}: {value}" for name, value in headers.items()]
    return "\r\n".join([*lines, "", ""]).encode() + body
