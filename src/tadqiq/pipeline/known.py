"""An article's verdict without the findings that are known and accepted."""

from __future__ import annotations

from dataclasses import replace

from .. import score
from ..baseline import Baseline
from ..model import ArticleAudit


def without_known(audited: ArticleAudit, baseline: Baseline) -> ArticleAudit:
    """The verdict on what is new: neither shown nor counted in the quality is what is known."""
    new = baseline.unknown(audited.document.id, audited.findings)
    if len(new) == len(audited.findings):
        return audited
    marks = score.score(audited.document, new, agreement=audited.score.agreement)
    return replace(audited, findings=new, score=marks)
