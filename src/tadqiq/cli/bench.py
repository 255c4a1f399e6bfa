"""``tadqiq bench``: how fast every stage is on this machine."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from . import options
from .progress import progress


class Format(StrEnum):
    """How the timings are written."""

    TABLE = "table"
    JSON = "json"


def bench(
    sources: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[SOURCE]...", help="Articles to measure with; default: made-up ones."
        ),
    ] = None,
    quick: Annotated[
        bool, typer.Option("--quick", help="One round over ten articles: a minute, not ten.")
    ] = False,
    compare: Annotated[
        Path | None,
        typer.Option("--compare", metavar="FILE", help="An earlier run, written as JSON."),
    ] = None,
    format: Annotated[
        Format, typer.Option("--format", "-f", help="Form of the timings.")
    ] = Format.TABLE,
    output: options.Output = None,
    backend: options.Backend = None,
    config: options.ConfigPath = None,
) -> None:
    """Measures every stage and every backend on this machine, in one run.

    Reading, segmenting, rules, linking, drift and score one by one; the encoder backend by
    backend, beside plain sentence-transformers and as a share of what the matrix units give at
    best; the whole way with and without siblings; linking of 1,000, 10,000 and 100,000 articles;
    starts from cold. Compare runs of one machine only, and at the same load.

    \b
    Examples:
      tadqiq bench --quick
      tadqiq bench --format json --output before.json
      tadqiq bench --compare before.json
      tadqiq bench wire.jsonl
    """
    from ..bench import as_table, bench, changes, read_run
    from ..errors import IngestError
    from ..ingest import read
    from ..model import Rejection

    earlier = read_run(compare) if compare else None
    given = [one for one in read(sources or ()) if not isinstance(one, Rejection)]
    if sources and not given:
        raise IngestError(f"{', '.join(sources)}: no article to measure with; give text or JSONL")
    chosen = options.settings(config, backend=backend)
    with progress() as tell:
        run = bench(given, config=chosen, quick=quick, progress=tell)
    if format is Format.JSON:
        ratios = {one.now.key: one.ratio for one in changes(run, earlier)} if earlier else None
        options.deliver(run.json(ratios), output)
    else:
        layout = options.layout(output)
        options.deliver(as_table(run, earlier, width=layout.width, colour=layout.colour), output)
