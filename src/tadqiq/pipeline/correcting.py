"""Correcting an article until another audit finds nothing to correct."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from ..correct import Edit, Settled, settle
from ..errors import CorrectionError
from ..model import Article, ArticleAudit, Finding, Rejection
from .auditor import Auditor


def correct(
    auditor: Auditor,
    audited: ArticleAudit,
    against: Iterable[Article | Rejection] = (),
    *,
    unsafe: bool = False,
    fits: Callable[[Edit], bool] = lambda edit: True,
) -> Settled:
    """The article with the corrections made that another audit bears out.

    ``against`` are the siblings it was checked against; ``unsafe`` makes the corrections too that
    an editor should look at; ``fits`` says which edits can be written. Raises CorrectionError if
    the corrected text cannot be audited.
    """
    article = audited.document.article
    siblings = tuple(one for one in against if isinstance(one, Article))

    def audit(text: str) -> Sequence[Finding]:
        result = auditor.check(replace(article, text=text), siblings)
        if not result.articles:
            reasons = "; ".join(one.reason for one in result.rejections)
            raise CorrectionError(
                f"{article.origin or article.id}: the corrected text cannot be audited, so nothing "
                f"was changed ({reasons})"
            )
        return result.articles[0].findings

    return settle(article.text, audited.findings, audit, unsafe=unsafe, fits=fits)
