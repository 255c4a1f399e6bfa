"""``tadqiq audit``: a batch, ranked."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from . import exit_codes, options
from .fetching import AllowPrivate, Follow, opener
from .progress import progress


class Format(StrEnum):
    """How the ranking is written."""

    TABLE = "table"
    HTML = "html"
    JSON = "json"
    JSONL = "jsonl"
    CSV = "csv"
    PARQUET = "parquet"
    SARIF = "sarif"
    GITHUB = "github"
    MQM = "mqm"
    XLIFF = "xliff"


class Order(StrEnum):
    """Which articles come first."""

    BEST = "best"
    WORST = "worst"
    INPUT = "input"


def audit(
    sources: Annotated[
        list[str],
        typer.Argument(
            metavar="SOURCE...",
            help="Files, folders, zip archives, addresses (URLs), or - for standard input.",
        ),
    ],
    format: Annotated[
        Format, typer.Option("--format", "-f", help="Form of the result.")
    ] = Format.TABLE,
    order: Annotated[
        Order | None, typer.Option(help="Default: best for the table, input for records.")
    ] = None,
    output: options.Output = None,
    lang: options.Lang = None,
    model: options.Model = None,
    backend: options.Backend = None,
    no_drift: options.NoDrift = False,
    follow: Follow = False,
    allow_private: AllowPrivate = False,
    select: options.Select = None,
    ignore: options.Ignore = None,
    config: options.ConfigPath = None,
    locale: options.MessageLanguage = None,
) -> None:
    """Audits a batch of articles and ranks them, with the reasons.

    Articles come from feeds (RSS, Atom, JSON Feed, news sitemaps), agencies (NewsML-G2, NITF,
    ninjs), tables (CSV, Parquet), records (JSONL: {"id", "text", "title", "outlet", "published"
    …}), HTML pages, plain text, and folders and zip archives of all of these; the format is
    recognised. Those that report the same event are compared with each other.

    \b
    Examples:
      tadqiq audit corpora/seeds
      tadqiq audit wire.jsonl --order worst --locale ar
      tadqiq audit https://example.org/feed.xml --follow
      cat wire.jsonl | tadqiq audit - --format jsonl --output audited.jsonl
      tadqiq audit page1.html page2.html --no-drift --select A --select C
    """
    from dataclasses import replace

    from ..ingest import read
    from ..pipeline import Auditor
    from ..report import reporter

    chosen = options.settings(
        config,
        model=model,
        backend=backend,
        no_drift=no_drift,
        select=select,
        ignore=ignore,
        locale=locale,
    )
    layout = replace(options.layout(output, chosen), order=order.value if order else None)
    items = read(sources, lang=lang, opener=opener(allow_private=allow_private), follow=follow)
    with progress() as tell:
        result = Auditor(chosen, progress=tell).audit(items)
    options.deliver(reporter(format.value, layout).parts(result, chosen.locale), output)
    for rejection in result.rejections if format is not Format.TABLE else ():
        typer.echo(f"tadqiq: {rejection.origin}: {rejection.reason}", err=True)
    raise typer.Exit(exit_codes.of(result))
