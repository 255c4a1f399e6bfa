"""The findings of the rules read once more, by a language model that sees whole sentences."""

from __future__ import annotations

from collections.abc import Sequence

from .. import fluency, score
from ..detect import EVIDENT, Context, Rule, regraded, resolve, suspicions
from ..model import Document, Finding, Severity

_CHOICES = 3  # suggestions of a suspicion that are tried
_USUAL = 7.0  # of 60 human translations (NTREX-128, 310 words each) none has more in 1,000 words


def read(
    doc: Document,
    found: Sequence[Finding],
    rules: Sequence[Rule],
    context: Context,
    reader: fluency.Reader,
    *,
    severities: Sequence[tuple[str, Severity]] = (),
) -> tuple[Finding, ...]:
    """What ``reader`` leaves of ``found``, with the suspicions that it confirms.

    As many of those as human text may have are held back, unless the rest gives the document
    away as raw machine translation.
    """
    by_code = {rule.code: rule for rule in rules}
    sure = [fluency.Claim(one, by_code[one.code].least_gain) for one in found]
    kept = fluency.upheld(doc, sure, reader)
    suspected = suspicions(doc, rules, context, known=[one.span for one in found])
    doubts = [
        fluency.Claim(one, by_code[one.code].needed(one), choices=_CHOICES, sure=False)
        for one in suspected
    ]
    confirmed = fluency.upheld(doc, doubts, reader)
    usual = len(confirmed) <= _USUAL * doc.words / 1000
    if usual and score.mt_likelihood(kept, doc.words) < EVIDENT:
        confirmed = []
    return tuple(resolve(regraded([*kept, *confirmed], severities)))
