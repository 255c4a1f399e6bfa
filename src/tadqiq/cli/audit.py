"""``tadqiq audit``: a batch, ranked."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from . import exit_codes, options
from .fetching import AllowPrivate, Follow, opener
from .kept import ArchiveFolder, Days, Jobs, Resume, kept, sources_of, whole
from .moment import Since, moment
from .progress import progress
from .summary import summary


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
        list[str] | None,
        typer.Argument(
            metavar="SOURCE...",
            help="Files, folders, zip archives, addresses (URLs), or - for standard input.",
        ),
    ] = None,
    format: Annotated[
        Format, typer.Option("--format", "-f", help="Form of the result.")
    ] = Format.TABLE,
    order: Annotated[
        Order | None, typer.Option(help="Default: best for the table, input for records.")
    ] = None,
    output: options.Output = None,
    archive: ArchiveFolder = None,
    resume: Resume = False,
    since: Since = None,
    days: Days = None,
    explain_event: Annotated[
        str | None,
        typer.Option(
            "--explain-event",
            metavar="ID",
            help="Instead of the ranking: why this article is one event with some, not others.",
        ),
    ] = None,
    jobs: Jobs = 0,
    lang: options.Lang = None,
    model: options.Model = None,
    backend: options.Backend = None,
    second_opinion: options.SecondOpinion = None,
    no_drift: options.NoDrift = False,
    fluency: options.Fluency = None,
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

    With --archive, articles, vectors and verdicts are kept in a folder: what it holds already
    is not done again, and a run that was broken off goes on with --resume.

    \b
    Examples:
      tadqiq audit corpora/seeds
      tadqiq audit wire.jsonl --order worst --locale ar
      tadqiq audit https://example.org/feed.xml --follow --archive wire --since 24h
      tadqiq audit --archive wire --resume
      tadqiq audit corpora/seeds --explain-event 003_be7402cde2decbdf
      cat wire.jsonl | tadqiq audit - --format jsonl --output audited.jsonl
      tadqiq audit page1.html page2.html --no-drift --select A --select C
    """
    from dataclasses import replace

    from ..ingest import read
    from ..pipeline import Auditor
    from ..report import explained, refusal, reporter

    chosen = options.settings(
        config,
        model=model,
        backend=backend,
        second_opinion=second_opinion,
        no_drift=no_drift,
        fluency=fluency,
        select=select,
        ignore=ignore,
        locale=locale,
    )
    layout = replace(options.layout(output, chosen), order=order.value if order else None)
    limit = moment(since)
    with kept(archive, resume=resume, days=days) as store:
        named = sources_of(sources, store if resume else None)
        items = read(named, lang=lang, opener=opener(allow_private=allow_private), follow=follow)
        if explain_event is not None:
            with progress(chosen.locale) as tell:
                why = Auditor(chosen, progress=tell).explain(items, explain_event)
            told = explained.as_json if format is Format.JSON else None
            options.deliver(told(why) if told else explained.in_words(why, chosen.locale), output)
            return
        with progress(chosen.locale) as tell:
            result = Auditor(chosen, progress=tell).audit(
                items,
                archive=store,
                sources=[whole(name) for name in named],
                resume=resume,
                since=limit,
                days=days,
                jobs=jobs,
            )
        options.deliver(reporter(format.value, layout).parts(result, chosen.locale), output)
        table = format is Format.TABLE
        for rejection in () if table else result.rejections:
            typer.echo(
                f"tadqiq: {rejection.origin}: {refusal(rejection.reason, chosen.locale)}", err=True
            )
        for line in summary(result, chosen.locale, totals=not table or output is not None):
            typer.echo(line, err=True)
        raise typer.Exit(exit_codes.of(result))
