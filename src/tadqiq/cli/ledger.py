"""``tadqiq ledger``: the names in an archive."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from . import exit_codes, options
from .moment import Since, Until, moment
from .progress import progress


class Format(StrEnum):
    """How the ledger is written."""

    CSV = "csv"
    TBX = "tbx"


class Per(StrEnum):
    """Which stretch of time a row stands for."""

    DAY = "day"
    MONTH = "month"
    EVER = "ever"


def ledger(
    archive: Annotated[Path, typer.Argument(metavar="ARCHIVE", help="The folder of an archive.")],
    since: Since = None,
    until: Until = None,
    per: Annotated[Per, typer.Option("--per", help="What a row stands for.")] = Per.DAY,
    only_variants: Annotated[
        bool, typer.Option("--only-variants", help="Only names that are spelt in several ways.")
    ] = False,
    format: Annotated[
        Format, typer.Option("--format", "-f", help="Form of the ledger.")
    ] = Format.CSV,
    output: options.Output = None,
) -> None:
    """Lists every person and place that an archive names, with all spellings, by outlet and date.

    People go by their surname. A spelling is preferred (a list of established names has it, or
    most articles write so), admitted, or deprecated (a known misspelling, or what few write where
    most write otherwise). Once the desk has looked through it, either form is a termbase: name it
    under termbases in tadqiq.toml, and what is deprecated becomes a finding with a correction.

    \b
    Examples:
      tadqiq ledger wire --only-variants --output names.csv
      tadqiq ledger wire --since 30d --per month --format tbx --output names.tbx
    """
    from ..archive import Archive
    from ..ledger import COLUMNS, rows, tbx
    from ..pipeline.naming import named
    from ..report.csv import cell, line

    start, end = moment(since), moment(until, option="--until")
    with Archive.open(archive) as store, progress() as tell:
        found = named(store, start, end, per=per.value, progress=tell)
    entries = [one for one in found if not only_variants or len(one.spellings) > 1]
    if format is Format.TBX:
        text = "".join(tbx(entries, made_from=f"names in {archive.name}", lang="en"))
    else:
        written = (line(map(cell, row)) for row in rows(entries))
        text = "".join(("\ufeff" + line(COLUMNS), *written))
    options.deliver(text, output)
    raise typer.Exit(0 if entries else exit_codes.NOTHING_AUDITED)
