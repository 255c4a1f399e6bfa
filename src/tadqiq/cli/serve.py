"""``tadqiq serve``: the HTTP API and the page."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from . import options


def serve(
    host: Annotated[
        str, typer.Option(help="Address to listen on; one beyond this machine needs a key.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, help="0 takes any free one.")] = 8000,
    concurrency: Annotated[
        int, typer.Option(min=1, help="Checks that may wait or run; more are answered 429.")
    ] = 64,
    max_body: Annotated[
        float, typer.Option(min=0.01, help="Largest request in MiB; beyond it 413.")
    ] = 2.0,
    timeout: Annotated[
        float, typer.Option(min=0.1, help="Seconds a check may wait and take; beyond it 408.")
    ] = 60.0,
    receive_timeout: Annotated[
        float, typer.Option(min=0.1, help="Seconds in which a request must arrive, else 408.")
    ] = 10.0,
    memory: Annotated[
        int, typer.Option(min=0, help="Characters of audited articles remembered; 0: none.")
    ] = 2_000_000,
    archive: Annotated[
        Path | None,
        typer.Option(
            metavar="DIR", help="Where siblings are looked for if an article has none with it."
        ),
    ] = None,
    model: options.Model = None,
    backend: options.Backend = None,
    no_drift: options.NoDrift = False,
    fluency: options.Fluency = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    config: options.ConfigPath = None,
    locale: options.MessageLanguage = None,
) -> None:
    """Serves the page for editors at /, and the HTTP API under /v1 (see /openapi.json).

    Keys stand in the environment, in TADQIQ_API_KEYS, set apart by commas or spaces. Without
    any, only this machine can reach the service. What it says of requests goes to standard
    error, and holds no word of an article.

    \b
    Examples:
      tadqiq serve
      tadqiq serve --port 8080 --archive wire
      TADQIQ_API_KEYS=... tadqiq serve --host 0.0.0.0
    """
    import os

    from ..service import Settings, serve
    from ..service.settings import keys_from

    settings = Settings(
        host=host,
        port=port,
        keys=keys_from(os.environ),
        body=round(max_body * 2**20),
        receiving=receive_timeout,
        working=timeout,
        concurrency=concurrency,
        kept=memory,
        archive=archive,
    )
    chosen = options.settings(
        config,
        model=model,
        backend=backend,
        no_drift=no_drift,
        fluency=fluency,
        select=select,
        ignore=ignore,
        locale=locale,
    )
    serve(
        chosen, settings, told=lambda address: typer.echo(f"tadqiq: {address} (Ctrl-C)", err=True)
    )
