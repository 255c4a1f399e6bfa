"""An article's verdict without the findings that are known and accepted."""

from __future__ import annotations

from dataclasses import replace

from .. import score
from ..baseline import Baseline
from ..model import ArticleAudit


def without_known(audited: ArticleAudit, baseline: Baseline) -> ArticleAudit:
    """The verdict on what is new: neither shown nor counted in the quality is what is known.

    How likely the article is raw machine translation stays as it was: nothing is known about that.
    """
    new = baseline.unknown(audited.document.id, audited.findings)
    if len(new) == len(audited.findings):
        return audited
    before = audited.score
    marks = score.score(
        audited.document, new, agreement=before.agreement, consensus=before.consensus
    )
    marks = replace(marks, mt_likelihood=before.mt_likelihood)
    return replace(audited, findings=new, score=marks)
