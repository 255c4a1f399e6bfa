"""``tadqiq rank``: what an archive holds, ranked again."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from . import exit_codes, options
from .moment import Since, Until, moment


class By(StrEnum):
    """What is ranked."""

    ARTICLE = "article"
    OUTLET = "outlet"
    FEED = "feed"
    EVENT = "event"


class Measured(StrEnum):
    """By what."""

    QUALITY = "quality"
    DRIFT = "drift"
    FINDINGS = "findings"


class Order(StrEnum):
    """Which come first."""

    BEST = "best"
    WORST = "worst"


class Format(StrEnum):
    """How the ranking is written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def rank(
    archive: Annotated[Path, typer.Argument(metavar="ARCHIVE", help="The folder of an archive.")],
    by: Annotated[By, typer.Option("--by", help="What is ranked.")] = By.ARTICLE,
    measure: Annotated[
        Measured, typer.Option("--measure", help="By what; findings: per 1,000 words.")
    ] = Measured.QUALITY,
    kind: Annotated[
        str, typer.Option("--kind", help="Only findings of this kind, such as latin or agreement.")
    ] = "",
    since: Since = None,
    until: Until = None,
    gate: Annotated[
        float | None,
        typer.Option(
            "--gate", min=0, max=100, help="What counts as below; default: the review threshold."
        ),
    ] = None,
    order: Annotated[Order, typer.Option(help="Which come first.")] = Order.BEST,
    limit: Annotated[
        int | None, typer.Option("--limit", "-n", min=1, help="Show only so many.")
    ] = None,
    format: Annotated[
        Format, typer.Option("--format", "-f", help="Form of the ranking.")
    ] = Format.TABLE,
    output: options.Output = None,
    config: options.ConfigPath = None,
    locale: options.MessageLanguage = None,
) -> None:
    """Ranks what an archive holds, without auditing it again.

    Articles, outlets, feeds or events stand in order, with 95 % intervals from resampling their
    articles, and with ties where the intervals leave the order open. For outlets and feeds: which
    share of articles is below the gate, how likely they are raw machine translation, how often
    they spell names otherwise than their siblings, and whether they get better or worse.

    \b
    Examples:
      tadqiq rank wire --order worst --limit 20
      tadqiq rank wire --by outlet --since 7d
      tadqiq rank wire --by outlet --measure findings --kind latin --format csv
      tadqiq rank wire --by event --measure drift --order worst --locale ar
    """
    from dataclasses import replace

    from ..archive import Archive
    from ..errors import ConfigError
    from ..model import Measure, Unit
    from ..pipeline.ranking import ranked
    from ..rank import Question
    from ..report import standings

    if kind and measure is not Measured.FINDINGS:
        raise ConfigError("--kind narrows findings; add --measure findings")
    _verify(kind)
    chosen = options.settings(config, locale=locale)
    question = Question(
        by=Unit(by.value),
        measure=Measure(measure.value),
        kind=kind,
        gate=chosen.thresholds.review if gate is None else gate,
        since=moment(since),
        until=moment(until, option="--until"),
    )
    with Archive.open(archive) as store:
        found = ranked(store, question)
    empty = not found.rows
    rows = found.rows if order is Order.BEST else found.rows[::-1]
    found = replace(found, rows=rows[:limit])
    if format is Format.JSON:
        options.deliver(standings.as_json(found), output)
    elif format is Format.CSV:
        options.deliver("".join(standings.as_csv(found)), output)
    else:
        options.deliver(standings.as_table(found, options.layout(output), chosen.locale), output)
    raise typer.Exit(exit_codes.NOTHING_AUDITED if empty else 0)


def _verify(kind: str) -> None:
    """Raises ConfigError for a kind that no finding is of."""
    from ..errors import ConfigError
    from ..languages import load

    kinds = {rule.kind for rule in load("ar").rules} | {"meaning"}
    if kind and not any(f"{one}.".startswith(f"{kind}.") for one in kinds):
        raise ConfigError(
            f'no finding is of the kind "{kind}"; there are {", ".join(sorted(kinds))}'
        )
