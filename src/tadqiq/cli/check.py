"""``tadqiq check``: one article, before publication."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from . import exit_codes, options
from .progress import progress

if TYPE_CHECKING:
    from ..model import Article, ArticleAudit, Rejection


class Format(StrEnum):
    """How the findings are written."""

    TEXT = "text"
    JSON = "json"


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
    from ..model import Audit, Severity
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
        result = Auditor(chosen, progress=tell).audit([*own, *others])
    checked = _of(result.articles, own)
    shown = Audit(checked, result.rejections, result.signature)
    if checked:
        # Ranks mean nothing for one article.
        shown = replace(shown, articles=(replace(checked[0], rank=1, tied=False),))
    report = reporter(format.value, options.layout(output)).parts(shown, chosen.locale)
    options.deliver(report, output)
    if format is Format.JSON:
        for rejection in result.rejections:
            typer.echo(f"tadqiq: {rejection.origin}: {rejection.reason}", err=True)
    limit = Severity(fail_on.value) if fail_on else None
    failed = any(
        (gate is not None and one.score.quality < gate)
        or (limit and any(f.severity.rank >= limit.rank for f in one.findings))
        for one in checked
    )
    raise typer.Exit(exit_codes.GATE_FAILED if failed else exit_codes.of(shown))


def _read(
    source: str, against: list[str], lang: str | None
) -> tuple[list[Article | Rejection], list[Article | Rejection]]:
    """The article, and what to compare it with; the article itself among that is left out.

    Raises IngestError if the source holds more than one article.
    """
    from ..errors import IngestError
    from ..ingest import read
    from ..model import Article

    own = list(read([source], lang=lang))
    articles = [item for item in own if isinstance(item, Article)]
    if len(articles) > 1:
        raise IngestError(
            f"{source}: {len(articles)} articles, but check takes one; use tadqiq audit for a batch"
        )
    same = {Path(item.origin).resolve() for item in articles} if source != "-" else set()
    ids = {item.id for item in articles}
    others: list[Article | Rejection] = []
    for item in read(against):
        if isinstance(item, Article):
            if Path(item.origin).resolve() in same:
                continue
            if item.id in ids:
                others.append(replace(item, id=f"{item.id}@{item.origin}"))
                continue
        others.append(item)
    return own, others


def _of(
    audited: tuple[ArticleAudit, ...], own: list[Article | Rejection]
) -> tuple[ArticleAudit, ...]:
    from ..model import Article

    ids = {item.id for item in own if isinstance(item, Article)}
    return tuple(one for one in audited if one.document.id in ids)
