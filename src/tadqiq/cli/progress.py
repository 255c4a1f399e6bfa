"""Progress on standard error, and only if somebody watches."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING

from ..model import Locale, Message

if TYPE_CHECKING:
    from ..pipeline import Progress

_STAGES = {
    "read": Message("reading", "القراءة"),
    "embed": Message("comparing sentences", "مقارنة الجمل"),
    "link": Message("grouping into events", "الفرز بحسب الأحداث"),
    "detect": Message("looking for artefacts", "البحث عن العيوب"),
}
_PAUSE = 0.1  # seconds between two drawings


@contextmanager
def progress(locale: Locale = "en") -> Iterator[Progress]:
    """A callback that draws a bar a stage on a terminal, and nothing elsewhere."""
    if not sys.stderr.isatty():
        yield lambda stage, done, total: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TaskID, TextColumn, TimeRemainingColumn
    from rich.progress import Progress as Bars

    columns = (
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
    )
    # Drawn when something is told, not by a thread, beside which no process can be copied.
    console = Console(stderr=True)
    with Bars(*columns, console=console, transient=True, auto_refresh=False) as bars:
        tasks: dict[str, TaskID] = {}
        begun: dict[str, float] = {}
        drawn = 0.0

        def tell(stage: str, done: int, total: int) -> None:
            nonlocal drawn
            if stage not in tasks:
                known = _STAGES.get(stage)
                name = known.to(locale) if known else stage
                tasks[stage] = bars.add_task(name, total=None, rate="")
                begun[stage] = monotonic()
            past = monotonic() - begun[stage]
            rate = f"{done / past:,.0f}/s" if done and past > 1 else ""
            bars.update(tasks[stage], completed=done, total=total or None, rate=rate)
            if monotonic() - drawn > _PAUSE or done == total:
                drawn = monotonic()
                bars.refresh()

        yield tell
