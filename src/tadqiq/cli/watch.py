"""``tadqiq watch``: feeds, day after day."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from . import exit_codes, options

if TYPE_CHECKING:
    from ..watch import Round


def watch(
    feeds: Annotated[
        Path, typer.Argument(metavar="FEEDS.TOML", help="Which feeds, how often, whom to tell.")
    ],
    once: Annotated[
        bool, typer.Option("--once", help="Ask every feed once and end, as cron likes it.")
    ] = False,
    model: options.Model = None,
    backend: options.Backend = None,
    no_drift: options.NoDrift = False,
    fluency: options.Fluency = None,
    select: options.Select = None,
    ignore: options.Ignore = None,
    config: options.ConfigPath = None,
    locale: options.MessageLanguage = None,
) -> None:
    """Polls feeds, audits what is new, keeps it in the archive, and tells what is bad.

    New articles are compared with those of the days before. One below the gate is appended to
    a JSON Lines file and posted to a webhook. It ends cleanly on SIGINT and SIGTERM, and goes on
    where it stopped when started again. With --once: exit code 3 if something could not be
    fetched, read or delivered.

    \b
    feeds.toml:
      archive = "wire"            # folder, relative to this file
      interval = "15m"            # default of the feeds: 90s, 15m, 2h, 1d
      compare = "3d"              # how far back siblings are looked for
      gate = 90                   # quality below which there is an alert
      follow = false              # audit the page behind every item
      allow_private = false       # feeds on the intranet
      robots = true               # heed robots.txt
      [alerts]
      file = "alerts.jsonl"
      webhook = "https://desk.example.org/hook"
      secret_env = "DESK_SECRET"  # signs what is posted, HMAC-SHA256
      [[feeds]]
      url = "https://news.example.org/feed.xml"
      outlet = "Example"          # wins over what the items say, as does lang
      interval = "5m"

    \b
    Examples:
      tadqiq watch feeds.toml
      tadqiq watch feeds.toml --once --locale ar
    """
    from ..report import refusal
    from ..watch import Watcher, load_feeds, stopping_on_signals

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
    found = load_feeds(feeds)
    troubled: list[bool] = []

    def tell(done: Round) -> None:
        typer.echo(done.in_words(found.gate, chosen.locale), err=True)
        for rejection in done.rejections:
            typer.echo(
                f"tadqiq: {rejection.origin}: {refusal(rejection.reason, chosen.locale)}", err=True
            )
        for failure in done.failures:
            typer.echo(f"tadqiq: {failure}", err=True)
        troubled.append(bool(done.rejections or done.failures))

    watcher = Watcher(found, chosen, tell=tell)
    with stopping_on_signals(watcher):
        watcher.run(once=once)
    raise typer.Exit(exit_codes.SOME_UNREADABLE if once and any(troubled) else 0)
