"""The outermost layer: every request ends in an answer, a line in the log and a count."""

from __future__ import annotations

import logging
import time
import traceback
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from ..model import Locale
from .answers import answer
from .intake import GoneError
from .metrics import Metrics
from .problems import RefusedError, failed

if TYPE_CHECKING:
    from starlette.types import ASGIApp, Receive, Scope, Send
    from starlette.types import Message as Event

_log = logging.getLogger("tadqiq.service")
_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_GONE = 499  # nginx's word for a client that did not wait
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
_HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"x-frame-options", b"DENY"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)


@dataclass(slots=True)
class _Exchange:
    """One request and what was answered so far."""

    scope: Scope
    send: Send
    started: float = field(default_factory=time.monotonic)
    status: int = 0
    sent: int = 0

    async def pass_on(self, event: Event) -> None:
        """Sends ``event``, with the headers that every answer has."""
        if event["type"] == "http.response.start":
            self.status = event["status"]
            given = {name for name, _ in event["headers"]}
            own = [header for header in _HEADERS if header[0] not in given]
            event = {**event, "headers": [*event["headers"], *own]}
        else:
            self.sent += len(event.get("body", b""))
        await self.send(event)


class Front:
    """Catches what goes wrong inside, and writes no word of an article anywhere."""

    def __init__(self, app: ASGIApp, metrics: Metrics, locale: Locale) -> None:
        self._app, self._metrics, self._locale = app, metrics, locale

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        exchange = _Exchange(scope, send)
        try:
            await self._app(scope, receive, exchange.pass_on)
        except GoneError:
            exchange.status = _GONE
        except RefusedError as refused:
            await self._refuse(exchange, refused)
        except Exception as error:  # no fault of ours may take the service down
            _log.error("%s", _scrubbed(error))
            await self._refuse(exchange, failed())
        finally:
            self._count(exchange)

    async def _refuse(self, exchange: _Exchange, refused: RefusedError) -> None:
        if not exchange.status:
            await answer(refused, exchange.scope, exchange.pass_on, self._locale)

    def _count(self, exchange: _Exchange) -> None:
        scope, took = exchange.scope, time.monotonic() - exchange.started
        # The path as sent could hold anything, even an article: only ours is named.
        route = getattr(scope.get("route"), "path", "unmatched")
        method = scope["method"] if scope["method"] in _METHODS else "OTHER"
        self._metrics.requests.labels(method, route, str(exchange.status)).inc()
        self._metrics.seconds.labels(route).observe(took)
        client = scope["client"][0] if scope.get("client") else "-"
        _log.info(
            "%s %s %s %s %d bytes %.3f s",
            client,
            method,
            route,
            exchange.status,
            exchange.sent,
            took,
        )


def _scrubbed(error: BaseException) -> str:
    """The kind of error and where it happened; its message might quote the article."""
    frames = traceback.extract_tb(error.__traceback__)
    places = " < ".join(f"{frame.filename}:{frame.lineno}" for frame in reversed(frames))
    return f"{type(error).__name__} at {places}"
