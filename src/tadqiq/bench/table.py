"""A run on a terminal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..report.grid import printed
from .comparing import Change, changes
from .timing import Run, Timing

if TYPE_CHECKING:
    from rich.table import Table

_NUMBERS = ("seconds", "articles/s", "words/s", "sentences/s", "times", "of peak")


def as_table(run: Run, earlier: Run | None = None, *, width: int, colour: bool) -> str:
    """The timings group by group; with ``earlier`` how much quicker than then (1.00: as quick).

    «times» is the speed relative to the first of its group, «of peak» the share of the 8-bit
    matrix peak measured in the same run. Slower than a tenth is marked with «!».
    """
    table = _empty(compared=earlier is not None)
    beside = changes(run, earlier) if earlier else tuple(Change(one, None) for one in run.timings)
    group = ""
    for change in beside:
        if change.now.group != group:
            group = change.now.group
            table.add_section()
        table.add_row(*_row(change, compared=earlier is not None))
    return printed(table, width=width, colour=colour) + "\n" + _summary(run, beside)


def _empty(*, compared: bool) -> Table:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, pad_edge=False)
    table.add_column("what", no_wrap=True)
    for name in (*_NUMBERS, *(["to earlier"] if compared else [])):
        table.add_column(name, justify="right")
    return table


def _row(change: Change, *, compared: bool) -> list[str]:
    now = change.now
    cells = [
        f"{now.group}: {now.name}",
        f"{now.seconds:.3f}",
        *(_rate(now, count) for count in (now.articles, now.words, now.sentences)),
        "" if now.times is None else f"{now.times:.1f}×",
        "" if now.peak is None else f"{now.peak:.0%}",
    ]
    if compared:
        ratio = "new" if change.ratio is None else f"{change.ratio:.2f}"
        cells.append(f"! {ratio}" if change.regressed else ratio)
    return cells


def _rate(timing: Timing, count: int) -> str:
    rate = timing.rate(count)
    if rate is None:
        return ""
    return f"{rate:,.0f}" if rate >= 10 else f"{rate:.1f}"


def _summary(run: Run, beside: tuple[Change, ...]) -> str:
    memory = f"{run.memory:,} MB" if run.memory else "unknown"
    lines = [
        f"tadqiq {run.version} · Python {run.python} · cores: {run.cores} · peak memory: {memory}"
    ]
    slower = [change.now.key for change in beside if change.regressed]
    if slower:
        lines.append(f"slower than then: {', '.join(slower)}")
    return "".join(f"{line}\n" for line in lines)
