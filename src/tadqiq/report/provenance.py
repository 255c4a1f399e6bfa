"""What the sender says about machine translation, and what the text itself looks like."""

from __future__ import annotations

from ..model import ArticleAudit, Message

LOOKS = 0.5
"""Likelihood of raw machine translation from which on a text counts as looking like it."""

_DECLARED = Message("declared as machine translation", "مصرَّح بأنه ترجمة آلية")
_UNDECLARED = Message(
    "looks machine-translated, nothing is declared", "يبدو ترجمة آلية ولم يُصرَّح بذلك"
)
_DENIED = Message(
    "looks machine-translated, declared as human", "يبدو ترجمة آلية مع التصريح بأنه عمل بشري"
)


def provenance(article: ArticleAudit) -> Message | None:
    """What is worth saying of where the text comes from; None where nothing is."""
    declared = article.document.article.declared_mt
    if declared:
        return _DECLARED
    if article.score.mt_likelihood < LOOKS:
        return None
    return _UNDECLARED if declared is None else _DENIED
