"""The findings of the rules read once more, by a language model that sees whole sentences."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from .. import fluency, score
from ..detect import EVIDENT, Context, Rule, regraded, resolve, suspicions
from ..model import Document, Finding, Severity, Span

_CHOICES = 3  # suggestions of a suspicion that are tried
_FORMS = 24  # of a marked word
_PER_ODDS = 0.5  # nats less that a suspicion must gain, for each of a mark's odds

# None of 60 human translations (NTREX-128, 310 words each) has more in 1,000 words.
_USUAL_DOUBTS = 16.0
_USUAL_MARKS = 17.0


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
    doubts = [_doubt(one, by_code[one.code], marks, choices=_CHOICES) for one in suspected]
    confirmed = fluency.upheld(doc, doubts, reader)
    told = [*kept, *confirmed]
    strange = [mark for mark in marks if not _meets(mark.span, told)]
    offered = [_of_mark(doc, mark, rules) for mark in strange]
    confirmed += _reworded(doc, offered, by_code, marks, reader)
    marked = [
        one
        for group in offered
        for one in group
        if not one.suggestions and not _meets(one.span, confirmed)
    ]
    if score.mt_likelihood(kept, doc.words) < EVIDENT:
        confirmed = _beyond(_USUAL_DOUBTS, confirmed, doc)
        marked = _beyond(_USUAL_MARKS, marked, doc)
    return tuple(resolve(regraded([*kept, *confirmed, *marked], severities)))


def _of_mark(doc: Document, mark: fluency.Mark, rules: Iterable[Rule]) -> list[Finding]:
    """What the rules make of one mark: of several findings with suggestions one is right."""
    pairs = [(mark.span, mark.odds)]
    return [one for rule in rules if rule.reads_marks for one in rule.marked(doc, pairs)]


def _reworded(
    doc: Document,
    offered: Iterable[Sequence[Finding]],
    rules: Mapping[str, Rule],
    marks: Sequence[fluency.Mark],
    reader: fluency.Reader,
) -> list[Finding]:
    """The marks for which another form of a word makes the sentence much likelier."""
    rivals = [
        [_doubt(one, rules[one.code], marks, choices=_FORMS) for one in group if one.suggestions]
        for group in offered
    ]
    return fluency.surest(doc, rivals, reader)


def _doubt(
    found: Finding, rule: Rule, marks: Iterable[fluency.Mark], *, choices: int
) -> fluency.Claim:
    least = rule.needed(found) - _PER_ODDS * _odds(found.span, marks)
    return fluency.Claim(found, least, choices=choices, sure=False)


def _odds(span: Span, marks: Iterable[fluency.Mark]) -> float:
    return max((mark.odds for mark in marks if mark.span.overlap(span)), default=0.0)


def _meets(span: Span, findings: Iterable[Finding]) -> bool:
    return any(span.overlap(one.span) for one in findings)


def _beyond(usual: float, found: list[Finding], doc: Document) -> list[Finding]:
    """Nothing, where the document has no more than ``usual`` in 1,000 words."""
    return found if len(found) > usual * doc.words / 1000 else []
