"""``tadqiq archive``: looks after what was audited."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ..model import Message
from . import options
from .exit_codes import GATE_FAILED
from .moment import Since, moment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from ..archive import Archive, Counts
    from ..model import Locale

archive = typer.Typer(
    name="archive",
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Looks after an archive: what it holds, whether it is sound, what leaves it.",
)
Folder = Annotated[Path, typer.Argument(metavar="DIR", help="The archive's folder.")]


class What(StrEnum):
    """What is exported."""

    AUDITS = "audits"
    ARTICLES = "articles"


@archive.command()
def stats(folder: Folder, locale: options.MessageLanguage = None) -> None:
    """Says how much the archive holds, since when, and by which signatures.

    \b
    Example:
      tadqiq archive stats wire
    """
    from ..archive import Archive

    chosen = options.settings(None, locale=locale).locale
    with Archive.open(folder) as opened:
        counts = opened.counts()
    options.deliver("".join(f"{line}\n" for line in _stated(counts, chosen)), None)


@archive.command()
def check(folder: Folder, locale: options.MessageLanguage = None) -> None:
    """Reads everything and says what is damaged; exit code 1 if anything is.

    \b
    Example:
      tadqiq archive check wire
    """
    from ..archive import Archive

    chosen = options.settings(None, locale=locale).locale
    found = 0
    with Archive.open(folder) as opened:
        for problem in opened.problems():
            found += 1
            options.deliver(f"{problem}\n", None)
        counts = opened.counts()
    if found:
        options.deliver(_DAMAGED.to(chosen).format(count=found) + "\n", None)
        raise typer.Exit(GATE_FAILED)
    numbers = {"articles": counts.articles + counts.versions, "audits": counts.audits}
    options.deliver(_SOUND.to(chosen).format(**numbers) + "\n", None)


@archive.command()
def export(
    folder: Folder,
    what: Annotated[
        What,
        typer.Option(help="Audit records, or article records that can be audited again."),
    ] = What.AUDITS,
    since: Since = None,
    versions: Annotated[
        bool, typer.Option("--versions", help="Older versions of updated articles too.")
    ] = False,
    output: options.Output = None,
    locale: options.MessageLanguage = None,
) -> None:
    """Writes what the archive holds as JSONL, earliest article first.

    \b
    Examples:
      tadqiq archive export wire --output audits.jsonl
      tadqiq archive export wire --what articles --since 7d | tadqiq audit -
    """
    from ..archive import Archive

    chosen = options.settings(None, locale=locale).locale
    with Archive.open(folder) as opened:
        lines = (
            _audits(opened, since, versions, chosen)
            if what is What.AUDITS
            else _articles(opened, since, versions)
        )
        options.deliver((line.encode("utf-8", "backslashreplace") for line in lines), output)


@archive.command()
def prune(
    folder: Folder,
    before: Annotated[
        str | None,
        typer.Option(
            metavar="TIME",
            help="Remove articles published before (2026-11-20), or longer ago (90d), with all "
            "that is known of them.",
        ),
    ] = None,
    damaged: Annotated[bool, typer.Option("--damaged", help="Remove what cannot be read.")] = False,
    locale: options.MessageLanguage = None,
) -> None:
    """Removes what is old or damaged, and makes the file smaller.

    \b
    Examples:
      tadqiq archive prune wire --before 90d
      tadqiq archive prune wire --damaged
    """
    from ..archive import Archive
    from ..errors import ConfigError

    limit = moment(before, option="--before")
    if limit is None and not damaged:
        raise ConfigError("nothing to remove: give --before TIME or --damaged")
    chosen = options.settings(None, locale=locale).locale
    with Archive.open(folder) as opened:
        opened.counts()  # only an archive that is there already is pruned
    with Archive.open(folder, write=True) as opened:
        removed = opened.remove_damaged() if damaged else 0
        removed += opened.remove_before(limit) if limit is not None else 0
    options.deliver(_REMOVED.to(chosen).format(count=f"{removed:,}") + "\n", None)


def _audits(opened: Archive, since: str | None, versions: bool, locale: Locale) -> Iterator[str]:
    from ..pipeline import archived
    from ..report.records import dump, record

    audit = archived(opened, moment(since), versions=versions)
    return (dump(record(one, audit.signature, locale)) + "\n" for one in audit.articles)


def _articles(opened: Archive, since: str | None, versions: bool) -> Iterator[str]:
    import json

    from ..archive import plain

    for stored in opened.articles.between(moment(since), versions=versions):
        fields = plain(stored.article)
        extra = fields.pop("extra")
        del fields["origin"]  # where it was read once says nothing elsewhere
        given = {name: value for name, value in fields.items() if value not in (None, [])}
        yield json.dumps({**extra, **given}, ensure_ascii=False) + "\n"


def _stated(counts: Counts, locale: Locale) -> Iterator[str]:
    from ..report.plain import isolate

    for message, value in (
        (Message("articles", "المقالات"), f"{counts.articles:,}"),
        (Message("older versions", "نسخ أقدم"), f"{counts.versions:,}"),
        (Message("verdicts", "الأحكام"), f"{counts.audits:,}"),
        (Message("events", "الأحداث"), f"{counts.events:,}"),
        (Message("not audited", "لم تُدقَّق"), f"{counts.rejections:,}"),
        (Message("runs", "عمليات التدقيق"), f"{counts.runs:,}"),
        (Message("broken off", "منها مقطوعة"), f"{counts.unfinished:,}"),
        (Message("size", "الحجم"), f"{counts.bytes / 1e6:,.1f} MB"),
    ):
        yield f"{message.to(locale)}: {value}"
    if counts.first is not None and counts.last is not None:
        first, last = (f"{one:%Y-%m-%d %H:%M}" for one in (counts.first, counts.last))
        yield f"{_TIME.to(locale)}: {first} – {last} UTC"
    for message, named in ((_BY_MODEL, counts.models), (_BY, counts.signatures)):
        for name, count in named:
            yield f"{message.to(locale)} {isolate(name)}: {count:,}"


_DAMAGED = Message(
    'damaged: {count}; "tadqiq archive prune --damaged" removes it, and the next audit of the '
    "same sources brings it back",
    "المعطوب: {count}؛ الأمر tadqiq archive prune --damaged يحذفه، "
    "ويعيده التدقيق التالي للمصادر نفسها",
)
_SOUND = Message(
    "sound: {articles} articles, {audits} verdicts",
    "سليم: {articles} من المقالات، {audits} من الأحكام",
)
_REMOVED = Message("removed: {count}", "حُذف: {count}")
_TIME = Message("articles of", "مقالات الفترة")
_BY_MODEL = Message("vectors by", "متجهات النموذج")
_BY = Message("verdicts by", "أحكام البصمة")
