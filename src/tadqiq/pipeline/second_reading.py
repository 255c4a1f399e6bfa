"""The findings of the rules read once more, by a language model that sees whole sentences."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from .. import fluency, score
from ..detect import EVIDENT, Context, Rule, regraded, resolve, suspicions
from ..model import Document, Finding, Severity, Span

_CHOICES = 3  # suggestions of a suspicion that are tried
_PER_ODDS = 0.5  # nats less that a suspicion must gain, for each of a mark's odds

# Of 60 human translations (NTREX-128, 310 words each) none has more in 1,000 words.
_USUAL_DOUBTS = 7.0
_USUAL_MARKS = 7.0


def read(
    doc: Document,
    found: Sequence[Finding],
    rules: Sequence[Rule],
    context: Context,
    reader: fluency.Reader,
    *,
    severities: Sequence[tuple[str, Severity]] = (),
) -> tuple[Finding, ...]:
    """What ``reader`` leaves of ``found``, with the suspicions that it confirms and the words
    that it marks.

    As many of those as human text may have are held back, unless the rest gives the document
    away as raw machine translation.
    """
    by_code = {rule.code: rule for rule in rules}
    sure = [fluency.Claim(one, by_code[one.code].least_gain) for one in found]
    kept = fluency.upheld(doc, sure, reader)
    marks = fluency.marked(doc, reader) if any(rule.reads_marks for rule in rules) else []
    suspected = suspicions(doc, rules, context, known=[one.span for one in found])
    doubts = [
        fluency.Claim(
            one,
            by_code[one.code].needed(one) - _PER_ODDS * _odds(one.span, marks),
            choices=_CHOICES,
            sure=False,
        )
        for one in suspected
    ]
    confirmed = fluency.upheld(doc, doubts, reader)
    told = [*kept, *confirmed]
    pairs = [(mark.span, mark.odds) for mark in marks if not _meets(mark.span, told)]
    marked = [one for rule in rules if rule.reads_marks for one in rule.marked(doc, pairs)]
    if score.mt_likelihood(kept, doc.words) < EVIDENT:
        confirmed = _beyond(_USUAL_DOUBTS, confirmed, doc)
        marked = _beyond(_USUAL_MARKS, marked, doc)
    return tuple(resolve(regraded([*kept, *confirmed, *marked], severities)))


def _odds(span: Span, marks: Iterable[fluency.Mark]) -> float:
    return max((mark.odds for mark in marks if mark.span.overlap(span)), default=0.0)


def _meets(span: Span, findings: Iterable[Finding]) -> bool:
    return any(span.overlap(one.span) for one in findings)


def _beyond(usual: float, found: list[Finding], doc: Document) -> list[Finding]:
    """Nothing, where the document has no more than ``usual`` in 1,000 words."""
    return found if len(found) > usual * doc.words / 1000 else []
