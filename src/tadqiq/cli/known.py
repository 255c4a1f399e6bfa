"""What ``tadqiq check --baseline`` and ``--write-baseline`` do."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from ..model import Message, record

if TYPE_CHECKING:
    from ..model import Audit, Locale

_QUIET = Message(
    "known findings, neither shown nor counted: {count}",
    "ملاحظات معروفة لا تُعرض ولا تُحتسب: {count}",
)


@record
class Known:
    """The file of known findings to read, and the one to write, where they are wanted."""

    baseline: Path | None
    write_to: Path | None

    def quieted(self, audit: Audit, locale: Locale) -> Audit:
        """The audit without what is known. Written is what is found now, beside what the file
        says of other articles. Raises ConfigError for a baseline that cannot be read."""
        if self.baseline is None and self.write_to is None:
            return audit
        from ..baseline import Baseline, read_baseline
        from ..pipeline import without_known
        from ..report import write

        known = read_baseline(self.baseline) if self.baseline else Baseline()
        if self.write_to:
            before = read_baseline(self.write_to) if self.write_to.exists() else Baseline()
            written = before.accepting(audit.articles)
            write(self.write_to, written.text(), what="the baseline")
            known = known.accepting(audit.articles)
        quiet = tuple(without_known(one, known) for one in audit.articles)
        hushed = sum(len(one.findings) for one in audit.articles) - sum(
            len(one.findings) for one in quiet
        )
        typer.echo(f"tadqiq: {_QUIET.fill(count=str(hushed)).to(locale)}", err=True)
        return replace(audit, articles=quiet)
