"""``tadqiq check``: one article, before publication."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from . import exit_codes, options
from .progress import progress

if TYPE_CHECKING:
    from ..model import Article, Rejection


class Format(StrEnum):
    """How the findings are written."""

    TEXT = "text"
    JSON = "json"
    SARIF = "sarif"
    GITHUB = "github"


class Grade(StrEnum):
    """The severities, as a limit."""

    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"


def check(
    article: Annotated[str, typer.Argument(help="A file, or - for standard input.")],
    against: Annotated[
        list[str] | None,
        typer.Option("--against", metavar="SOURCE", help="Sibling articles; repeatable."),
    ] = None,
    gate: Annotated[
        float | None,
        typer.Option("--gate", min=0, max=100, help="Fail (exit 1) below this quality."),
    ] = None,
    fail_on: Annotated[
        Grade | None,
        typer.Option("--fail-on", help="Fail (exit 1) on a finding this grave or graver."),
    ] = None,
    format: Annotated[
        Format, typer.Option("--format", "-f", help="Form of the result.")
    ] = Format.TEXT,
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
    """Checks one article: every artefact in place, why it is one, and the correction.

    With --against, articles on the same event among the sources are compared with it, and a
    statement they gainsay is a finding, with their sentence as proof.

    \b
    Examples:
      tadqiq check article.txt
      tadqiq check article.txt --against corpora/seeds --locale ar
      tadqiq check article.txt --gate 90 --fail-on critical
      cat article.txt | tadqiq check - --format json
    """
    from ..model import Severity
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
    own, others = _read(article, against or [], lang)
    with progress() as tell:
        auditor = Auditor(chosen, progress=tell)
        result = auditor.check(own, others) if own else auditor.audit(others)
    report = reporter(format.value, options.layout(output, chosen)).parts(result, chosen.locale)
    options.deliver(report, output)
    if format is Format.JSON:
        for rejection in result.rejections:
            typer.echo(f"tadqiq: {rejection.origin}: {rejection.reason}", err=True)
    limit = Severity(fail_on.value) if fail_on else None
    failed = any(
        (gate is not None and one.score.quality < gate)
        or (limit and any(f.severity.rank >= limit.rank for f in one.findings))
        for one in result.articles
    )
    raise typer.Exit(exit_codes.GATE_FAILED if failed else exit_codes.of(result))


def _read(
    source: str, against: list[str], lang: str | None
) -> tuple[Article | None, list[Article | Rejection]]:
    """The article, if there is one, and what to compare it with; the article itself among that
    is left out. Rejections come with the latter.

    Raises IngestError if the source holds more than one article.
    """
    from ..errors import IngestError
    from ..ingest import read
    from ..model import Article

    items = list(read([source], lang=lang))
    articles = [item for item in items if isinstance(item, Article)]
    others = [item for item in items if not isinstance(item, Article)]
    if not articles:
        return None, [*others]
    if len(articles) > 1:
        raise IngestError(
            f"{source}: {len(articles)} articles, but check takes one; use tadqiq audit for a batch"
        )
    (own,) = articles
    return own, [*others, *_siblings(own, source, against)]


def _siblings(own: Article, source: str, against: list[str]) -> Iterator[Article | Rejection]:
    from ..ingest import read
    from ..model import Article

    for item in read(against):
        if isinstance(item, Article):
            if source != "-" and Path(item.origin).resolve() == Path(own.origin).resolve():
                continue
            if item.id == own.id:
                yield replace(item, id=f"{item.id}@{item.origin}")
                continue
        yield item
