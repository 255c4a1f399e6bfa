"""Puts the service together and runs it."""

from __future__ import annotations

import signal
import socket
from collections.abc import Callable
from importlib import import_module
from types import FrameType
from typing import TYPE_CHECKING

from ..config import Config
from ..errors import ConfigError
from .settings import Settings

if TYPE_CHECKING:
    from starlette.types import ASGIApp

Told = Callable[[str], None]
"""Told the address once the service answers there."""

_MISSING = (
    'tadqiq serve needs the extra "serve" ({name} is not installed); '
    "install it with: pip install 'tadqiq[serve]'"
)


def application(config: Config, settings: Settings) -> ASGIApp:
    """The service as an ASGI application, with its models loaded.

    Raises ConfigError where the extra is not installed, ModelError where the encoder cannot be
    had.
    """
    require_extra()
    from .assemble import assemble

    return assemble(config, settings)


def require_extra() -> None:
    """Raises ConfigError where the extra is not installed."""
    for name in ("fastapi", "prometheus_client", "uvicorn"):
        try:
            import_module(name)
        except ModuleNotFoundError as error:
            raise ConfigError(_MISSING.format(name=name)) from error


def serve(config: Config, settings: Settings, *, told: Told) -> None:
    """Serves until a signal ends it; requests under way are answered first.

    Raises ConfigError where the extra is not installed or the port cannot be had.
    """
    require_extra()
    import uvicorn

    from .log import to_stderr
    from .protocol import protocol

    listener = _listener(settings)
    app = application(config, settings)
    address = listener.getsockname()
    host = f"[{address[0]}]" if listener.family is socket.AF_INET6 else address[0]
    to_stderr()
    _allow_many_connections()
    server = uvicorn.Server(
        uvicorn.Config(
            app,
            http=protocol(settings),
            ws="none",
            log_config=None,
            access_log=False,
            server_header=False,
            timeout_graceful_shutdown=round(settings.closing),
        )
    )
    for wish in (signal.SIGINT, signal.SIGTERM):
        signal.signal(wish, _end)  # what uvicorn raises again once it has closed
    told(f"http://{host}:{address[1]}/")
    server.run(sockets=[listener])


def _end(number: int, frame: FrameType | None) -> None:
    raise SystemExit(0)


def _listener(settings: Settings) -> socket.socket:
    where = (settings.host, settings.port)
    try:
        family = socket.getaddrinfo(*where, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server(where, family=family, backlog=2048)
    except OSError as error:
        why = error.strerror or str(error)
        raise ConfigError(
            f"cannot listen on {settings.host}:{settings.port} ({why}); "
            "choose another --port or --host"
        ) from error


def _allow_many_connections() -> None:
    """Raises the limit on open files as far as we may: every client is one."""
    try:
        import resource
    except ModuleNotFoundError:  # Windows has no such limit
        return
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    wanted = 65_536 if hard == resource.RLIM_INFINITY else hard
    if soft != resource.RLIM_INFINITY and soft < wanted:
        resource.setrlimit(resource.RLIMIT_NOFILE, (wanted, hard))
