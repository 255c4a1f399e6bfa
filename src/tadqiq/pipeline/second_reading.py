"""The findings of the rules read once more, by a language model that sees whole sentences."""

from __future__ import annotations

from collections.abc import Sequence

from .. import fluency
from ..detect import Context, Rule, regraded, resolve, suspicions
from ..model import Document, Finding, Severity

_CHOICES = 3  # suggestions of a suspicion that are tried


def read(
    doc: Document,
    found: Sequence[Finding],
    rules: Sequence[Rule],
    context: Context,
    reader: fluency.Reader,
    *,
    severities: Sequence[tuple[str, Severity]] = (),
) -> tuple[Finding, ...]:
    """What ``reader`` leaves of ``found``, with the suspicions that it confirms."""
    by_code = {rule.code: rule for rule in rules}
    suspected = suspicions(doc, rules, context, known=[one.span for one in found])
    claims = [fluency.Claim(one, by_code[one.code].least_gain) for one in found]
    claims += [
        fluency.Claim(one, by_code[one.code].needed(one), choices=_CHOICES, sure=False)
        for one in suspected
    ]
    return tuple(resolve(regraded(fluency.upheld(doc, claims, reader), severities)))
