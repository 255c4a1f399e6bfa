"""``tadqiq audit``: a batch, ranked."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from . import exit_codes, options
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
        typer.Argument(metavar="SOURCE...", help="Files, folders, or - for standard input."),
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
    select: options.Select = None,
    ignore: options.Ignore = None,
    config: options.ConfigPath = None,
    locale: options.MessageLanguage = None,
) -> None:
    """Audits a batch of articles and ranks them, with the reasons.

    Articles are plain text, HTML pages or JSONL records ({"id", "text", "title", "outlet",
    "published" …}). Those that report the same event are compared with each other.

    \b
    Examples:
      tadqiq audit corpora/seeds
      tadqiq audit wire.jsonl --order worst --locale ar
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
    with progress() as tell:
        result = Auditor(chosen, progress=tell).audit(read(sources, lang=lang))
    options.deliver(reporter(format.value, layout).parts(result, chosen.locale), output)
    for rejection in result.rejections if format is not Format.TABLE else ():
        typer.echo(f"tadqiq: {rejection.origin}: {rejection.reason}", err=True)
    raise typer.Exit(exit_codes.of(result))
