"""``tadqiq check``: one article, before publication."""

from __future__ import annotations

import sys
from enum import StrEnum
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from . import exit_codes, options
from .correcting import Place, Wish, corrected
from .fetching import AllowPrivate, opener
from .known import Known
from .progress import progress
from .siblings import Against

if TYPE_CHECKING:
    from ..ingest import Opener
    from ..model import Article, Audit, Rejection


class Format(StrEnum):
    """How the findings are written."""

    TEXT = "text"
    JSON = "json"
    HTML = "html"
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
        typer.Option(
            "--against",
            metavar="SOURCE",
            help="Sibling articles: files, folders, addresses, an archive; repeatable.",
        ),
    ] = None,
    days: Annotated[
        float,
        typer.Option("--days", min=0, help="How far apart in time articles of an archive may be."),
    ] = 3.0,
    gate: Annotated[
        float | None,
        typer.Option("--gate", min=0, max=100, help="Fail (exit 1) below this quality."),
    ] = None,
    fail_on: Annotated[
        Grade | None,
        typer.Option("--fail-on", help="Fail (exit 1) on a finding this grave or graver."),
    ] = None,
    fix: Annotated[
        bool,
        typer.Option("--fix", help="Write the safe corrections into the file; from - to stdout."),
    ] = False,
    diff: Annotated[
        bool, typer.Option("--diff", help="Show the corrections as a unified diff instead.")
    ] = False,
    unsafe_fixes: Annotated[
        bool,
        typer.Option(
            "--unsafe-fixes", help="With --fix or --diff: the best suggestion for the rest too."
        ),
    ] = False,
    baseline: Annotated[
        Path | None,
        typer.Option(
            "--baseline", metavar="FILE", help="Known findings: neither shown nor counted."
        ),
    ] = None,
    write_baseline: Annotated[
        Path | None,
        typer.Option(
            "--write-baseline", metavar="FILE", help="Record all findings of the article as known."
        ),
    ] = None,
    format: Annotated[
        Format, typer.Option("--format", "-f", help="Form of the result.")
    ] = Format.TEXT,
    output: options.Output = None,
    lang: options.Lang = None,
    model: options.Model = None,
    backend: options.Backend = None,
    second_opinion: options.SecondOpinion = None,
    no_drift: options.NoDrift = False,
    fluency: options.Fluency = None,
    allow_private: AllowPrivate = False,
    select: options.Select = None,
    ignore: options.Ignore = None,
    config: options.ConfigPath = None,
    locale: options.MessageLanguage = None,
) -> None:
    """Checks one article: every artefact in place, why it is one, and the correction.

    With --against, articles on the same event among the sources are compared with it, and a
    statement they gainsay is a finding, with their sentence as proof. In an archive (tadqiq audit
    --archive) the nearest articles of the days before and after are found by themselves.

    Corrections are safe where no editor need look at them: spacing, quotation marks, exact
    repetitions, word joints, names by termbase or by all siblings. The corrected text is audited
    again, and a correction that brings a new finding is not made. The file keeps its encoding,
    its line ends and every other character.

    \b
    Examples:
      tadqiq check article.txt
      tadqiq check article.txt --against corpora/seeds --locale ar
      tadqiq check article.txt --gate 90 --fail-on critical
      tadqiq check article.txt --diff --unsafe-fixes
      tadqiq check article.txt --fix --baseline known.json
      cat article.txt | tadqiq check - --format json
    """
    from ..model import Audit
    from ..pipeline import Auditor
    from ..report import refusal, reporter

    wish = Wish(fix=fix, diff=diff, unsafe=unsafe_fixes)
    wish.verify(article)
    known = Known(baseline, write_baseline)
    chosen = options.settings(
        config,
        model=model,
        backend=backend,
        second_opinion=second_opinion,
        no_drift=no_drift,
        fluency=fluency,
        careful=True,
        select=select,
        ignore=ignore,
        locale=locale,
    )
    place = _place(article)
    fetch = opener(allow_private=allow_private)
    own, rejected = _read(place, lang, fetch)
    with progress() as tell:
        auditor = Auditor(chosen, progress=tell)
        siblings = Against(against or (), days, fetch).of(own, auditor) if own else ()
        others = [*rejected, *siblings]
        result = auditor.check(own, others) if own else Audit((), rejected, "")
        outcome = None
        if wish and result.articles:
            layout = options.layout(output)
            outcome = corrected(
                auditor, result, others, place, wish, locale=chosen.locale, layout=layout
            )
    if outcome is not None:
        outcome.deliver(place, output)
        result = outcome.audit
    result = known.quieted(result, chosen.locale)
    reported = not diff and not (fix and article == "-" and outcome is not None)
    if reported:
        report = reporter(format.value, options.layout(output, chosen)).parts(result, chosen.locale)
        options.deliver(report, output)
    if format is not Format.TEXT or not reported:
        for rejection in result.rejections:
            typer.echo(
                f"tadqiq: {rejection.origin}: {refusal(rejection.reason, chosen.locale)}", err=True
            )
    auditor.remember({one.document.lang for one in result.articles})
    failed = _fails(result, gate, fail_on)
    raise typer.Exit(exit_codes.GATE_FAILED if failed else exit_codes.of(result))


def _fails(audit: Audit, gate: float | None, fail_on: Grade | None) -> bool:
    from ..model import Severity

    limit = Severity(fail_on.value) if fail_on else None
    return any(
        (gate is not None and one.score.quality < gate)
        or (limit and any(f.severity.rank >= limit.rank for f in one.findings))
        for one in audit.articles
    )


def _place(source: str) -> Place:
    """Where the article is; standard input is read at once, for it cannot be read twice."""
    from ..ingest.bounds import MAX_LINE

    return Place(source, sys.stdin.buffer.read(MAX_LINE + 1) if source == "-" else b"")


def _read(
    place: Place, lang: str | None, fetch: Opener
) -> tuple[Article | None, tuple[Rejection, ...]]:
    """The article, if there is one, and what else of its source could not be read.

    Raises IngestError if the source holds more than one article.
    """
    from ..errors import IngestError
    from ..ingest import read
    from ..model import Article, Rejection

    items = list(read([place.source], lang=lang, stdin=BytesIO(place.stdin), opener=fetch))
    articles = [item for item in items if isinstance(item, Article)]
    if len(articles) > 1:
        raise IngestError(
            f"{place.source}: {len(articles)} articles, but check takes one; use tadqiq audit for "
            "a batch"
        )
    rejected = tuple(item for item in items if isinstance(item, Rejection))
    return (articles[0] if articles else None), rejected
