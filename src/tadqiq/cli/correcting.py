"""What ``tadqiq check --fix`` and ``--diff`` do with the article."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from ..model import record
from . import options

if TYPE_CHECKING:
    from ..correct import Carrier, Encoded, Settled
    from ..model import Article, Audit, Locale, Rejection
    from ..pipeline import Auditor
    from ..report import Layout


@record(kw_only=True)
class Wish:
    """What is to be done: ``fix`` writes the corrections, ``diff`` shows them, ``unsafe`` makes
    those too that an editor should look at."""

    fix: bool
    diff: bool
    unsafe: bool

    def __bool__(self) -> bool:
        return self.fix or self.diff

    def verify(self, source: str) -> None:
        """Raises ConfigError for a wish that does nothing, or too much with standard input."""
        from ..errors import ConfigError

        if self.unsafe and not self:
            raise ConfigError(
                "--unsafe-fixes says which corrections; add --diff to see or --fix to write them"
            )
        if self.fix and self.diff and source == "-":
            raise ConfigError(
                "--fix and --diff would both write to standard output; with - give one of them"
            )


@record
class Place:
    """Where the article was read: a path, or ``-`` and the bytes that came in."""

    source: str
    stdin: bytes = b""

    def content(self, name: str) -> Encoded:
        """The text and the bytes. Raises CorrectionError where there is no file to write to."""
        from ..correct import Encoded
        from ..errors import CorrectionError, IngestError
        from ..ingest.encoding import decode

        path = Path(self.source)
        if self.source != "-" and not path.is_file():
            raise CorrectionError(f"{name}: not a file, so corrections cannot be written to it")
        data = self.stdin if self.source == "-" else path.read_bytes()
        try:
            decoded = decode(data)
        except IngestError as error:
            raise CorrectionError(f"{name}: corrections cannot be written back: {error}") from error
        return Encoded.of(data, decoded.text, decoded.encoding, name=name)

    def write(self, data: bytes, output: Path | None) -> None:
        """Puts the corrected bytes in place of the old; what came by a pipe goes on by one."""
        from ..report import write

        if self.source != "-":
            write(Path(self.source), [data], what="the corrected article")
        elif output is not None:
            write(output, [data], what="the corrected article")
        else:
            sys.stdout.buffer.write(data)
            sys.stdout.flush()


@record
class Outcome:
    """The corrected article: ``audit`` of what will be there, ``data`` to be written and ``diff``
    to be shown where that was wished, ``summary`` for a person."""

    audit: Audit
    data: bytes | None
    diff: str | None
    summary: str

    def deliver(self, place: Place, output: Path | None) -> None:
        """Writes the file and shows the diff. Raises ReportError where that fails."""
        if self.data is not None:
            place.write(self.data, output)
        if self.diff is not None:
            options.deliver(self.diff, output)
        typer.echo(f"tadqiq: {self.summary}", err=True)


def corrected(
    auditor: Auditor,
    audit: Audit,
    against: Sequence[Article | Rejection],
    place: Place,
    wish: Wish,
    *,
    locale: Locale,
    layout: Layout,
) -> Outcome:
    """The corrections of the one article in ``audit``; nothing is written yet.

    Raises CorrectionError where they cannot be.
    """
    from ..correct import Edit, carrier
    from ..pipeline import correct
    from ..report.unified import unified

    (audited,) = audit.articles
    article = audited.document.article
    name = article.origin or article.id
    file: tuple[Encoded, Carrier] | None = None
    if wish.fix:
        content = place.content(name)
        file = content, carrier(content.text, article)

    def fits(edit: Edit) -> bool:
        return file is None or file[1].holds(edit)

    settled = correct(auditor, audited, against, unsafe=wish.unsafe, fits=fits)
    diff = unified(article.text, settled.text, name=name, layout=layout) if wish.diff else None
    summary = f"{name}: {_summary(settled, locale)}"
    if file is None:
        return Outcome(audit, None, diff, summary)
    changed = bool(settled.edits) or place.source == "-"
    data = file[0].bytes(file[1].rewritten(settled.edits)) if changed else None
    after = auditor.check(replace(article, text=settled.text), against)
    return Outcome(after, data, diff, summary)


def _summary(settled: Settled, locale: Locale) -> str:
    from ..model import Message

    made, left = Message("corrected", "صُوِّب"), Message("left", "بقي")
    reasons = Counter(one.reason for one in settled.left)
    why = " · ".join(
        f"{reason.message.to(locale)}: {count}" for reason, count in reasons.most_common()
    )
    counted = f"{made.to(locale)}: {len(settled.applied)} · {left.to(locale)}: {len(settled.left)}"
    return f"{counted} ({why})" if why else counted
