"""What was audited: articles, vectors, verdicts, rejections, in one folder.

Many may read while one writes; what was committed outlives a killed process. ::

    with Archive.open(Path("wire")) as archive:                   # ArchiveError if there is none
        for stored in archive.articles.between(since, until):     # newest versions, earliest first
            stored.article, stored.seen, stored.moment
        for audited in archive.verdicts.latest(since, until):     # the latest verdict an article
            audited.stored.article, audited.verdict.findings, audited.verdict.score,
            audited.verdict.drift, audited.event, audited.signature, audited.at
        archive.articles.versions("id")                           # every version, oldest first
        archive.vectors.near(vector, model, since=…, limit=16)    # nearest articles of a window
        archive.runs.all(), archive.runs.rejections()
        archive.counts()
        archive.problems()                                        # what is damaged; empty if sound

Times are of publication, else of first sight; windows are half-open, in UTC, either end may be
None. Iterators read as they go and stand no writer in the way. `pipeline` has what needs more
than the archive: `Auditor.audit(articles, archive=archive)` writes, `Auditor.neighbours(article,
archive)` finds siblings for `Auditor.check`, `archived(archive, since, until)` gives an `Audit`
for the reporters.
"""

from .articles import digest_of
from .codec import encode as pack
from .codec import plain
from .records import Audited, Counts, Neighbour, Run, Stored, Verdict
from .remembered import Remembered
from .store import Archive

__all__ = [
    "Archive",
    "Audited",
    "Counts",
    "Neighbour",
    "Remembered",
    "Run",
    "Stored",
    "Verdict",
    "digest_of",
    "pack",
    "plain",
]
