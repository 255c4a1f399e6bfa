"""What an archive holds, as the audit of one batch."""

from __future__ import annotations

from datetime import datetime

from .. import languages, text
from ..archive import Archive
from ..model import Article, Audit, Document, Event, Score
from .spooled import Spooled, ranks_of


def archived(
    archive: Archive,
    since: datetime | None = None,
    until: datetime | None = None,
    *,
    signature: str | None = None,
    versions: bool = False,
) -> Audit:
    """The latest verdict on every article of a time window, ranked against each other.

    For the reporters: articles are read as they are gone through, so the archive must stay
    open as long. Earliest article first; ``signature`` is the newest of them where verdicts
    differ in it. See `archive.Verdicts.latest`. Raises ArchiveError.
    """
    keys = archive.verdicts.latest_keys(since, until, signature=signature, versions=versions)
    ids: list[str] = []
    scores: list[Score] = []
    drifts: list[float | None] = []
    events: list[Event] = []
    newest = (-1, "")
    for one in archive.verdicts.get(keys):
        ids.append(one.stored.article.id)
        scores.append(one.verdict.score)
        drifts.append(one.verdict.drift.value)
        events.append(one.event)
        newest = max(newest, (one.run, one.signature))
    audits = Spooled(archive, keys, ranks_of(ids, scores, drifts, events), _segment)
    return Audit(audits if keys else (), (), newest[1])


def _segment(article: Article) -> Document:
    return text.segment(article, languages.profile_for)
