"""The names in an archive, with all their spellings."""

from __future__ import annotations

from datetime import datetime
from typing import Literal

from .. import languages, text
from ..archive import Archive
from ..ledger import Entry, Ledger
from .prepared import Progress

Per = Literal["day", "month", "ever"]
_LENGTH: dict[Per, int] = {"day": 10, "month": 7, "ever": 0}  # characters of an ISO 8601 date


def named(
    archive: Archive,
    since: datetime | None = None,
    until: datetime | None = None,
    *,
    per: Per = "day",
    progress: Progress,
) -> tuple[Entry, ...]:
    """The people and places that the articles of a time window name, ``per`` day or month.

    Articles in a language that cannot find names are passed over. Raises ArchiveError.
    """
    ledger = Ledger()
    keys = archive.verdicts.latest_keys(since, until)
    for done, audited in enumerate(archive.verdicts.get(keys)):
        progress("names", done, len(keys))
        lang, article = audited.verdict.lang, audited.stored.article
        names = languages.names_of(lang)
        if names is None:
            continue
        ledger.add(
            names.find(text.segment(article, languages.profile_for)),
            lang=lang,
            outlet=article.outlet or "",
            date=audited.stored.moment.isoformat()[: _LENGTH[per]],
            event=audited.event.id,
        )
    progress("names", len(keys), len(keys))
    alike = {code: names.alike for code in languages.codes() if (names := languages.names_of(code))}
    return tuple(ledger.entries(alike))
