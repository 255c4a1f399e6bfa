"""What an archive holds, ranked without auditing it again."""

from __future__ import annotations

from collections.abc import Iterator

from ..archive import Archive, Audited
from ..model import Standings
from ..rank import Question, Sample, gainsaid_name, is_kind, standings

_GLANCE = 120  # characters of a text that has no title


def ranked(archive: Archive, question: Question) -> Standings:
    """The latest verdict on every article of the time window, ranked. Raises ArchiveError."""
    return standings(_samples(archive, question), question)


def _samples(archive: Archive, question: Question) -> Iterator[Sample]:
    for audited in archive.verdicts.latest(question.since, question.until):
        yield _sample(audited, question.kind)


def _sample(audited: Audited, kind: str) -> Sample:
    article, verdict = audited.stored.article, audited.verdict
    score = verdict.score
    opening = next(iter(article.text[:_GLANCE].strip().splitlines()), "")
    return Sample(
        id=article.id,
        title=article.title or opening,
        outlet=article.outlet,
        origin=article.origin,
        event=audited.event.id,
        moment=audited.stored.moment,
        words=score.words,
        quality=score.quality,
        low=score.low,
        high=score.high,
        drift=verdict.drift.value,
        mt_likelihood=score.mt_likelihood,
        findings=sum(is_kind(finding, kind) for finding in verdict.findings),
        names=sum(map(gainsaid_name, verdict.findings)),
        signature=audited.signature,
    )
