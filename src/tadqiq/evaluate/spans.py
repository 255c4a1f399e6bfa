"""Findings against spans marked by hand.

A finding is right if it *hits* a gold span, required or optional: shares with it at least half
of the shorter of the two. A required gold span is found if any finding hits it. Optional spans
are never missed, and hitting one is never wrong. Overall and by severity the kind does not
matter; by kind, a finding counts only against gold of its own family (the first part of the
dotted kind; ``grammar`` and ``syntax`` are one family, and so are ``spelling`` and
``word-form``, as design has one code for each).

The rule is kind to long findings, which the shorter half lets pass: ``tightness``, the mean
intersection over union of right findings with their best gold span, tells.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from ..model import Finding, Severity, Span
from .gold import GoldArticle, GoldSpan
from .tally import Tally

_FAMILIES = {"grammar": "syntax", "spelling": "word-form"}


@dataclass(frozen=True, slots=True)
class SpanResult:
    """Counts overall, by family of kind and by severity, and every error with its article."""

    articles: int
    overall: Tally
    by_kind: Mapping[str, Tally]
    by_severity: Mapping[str, Tally]
    by_article: Mapping[str, Tally]
    tightness: float | None
    missed: tuple[tuple[str, GoldSpan], ...]
    wrong: tuple[tuple[str, Finding], ...]


def family(kind: str) -> str:
    """The family of a kind: its first part, and one name for both names of a family."""
    first = kind.partition(".")[0]
    return _FAMILIES.get(first, first)


def hits(one: Span, other: Span) -> bool:
    """Whether two spans share at least half of the shorter."""
    shared = one.overlap(other)
    return shared > 0 and 2 * shared >= min(len(one), len(other))


def evaluate_spans(
    gold: Iterable[GoldArticle], findings: Mapping[str, Sequence[Finding]]
) -> SpanResult:
    """Precision and recall of ``findings`` (by article id) against ``gold``.

    An article that has no entry in ``findings`` counts as one in which nothing was found.
    """
    by_article: dict[str, Tally] = {}
    by_kind: defaultdict[str, Tally] = defaultdict(Tally)
    by_severity = {severity.value: Tally() for severity in reversed(Severity)}
    missed: list[tuple[str, GoldSpan]] = []
    wrong: list[tuple[str, Finding]] = []
    overlaps: list[float] = []
    for article in gold:
        found = findings.get(article.id, ())
        by_article[article.id] = tally(found, article.spans)
        for name, part in _split(found, article.spans, _kind_of):
            by_kind[name] += tally(*part)
        for severity in Severity:
            by_severity[severity.value] += _graded(found, article.spans, severity)
        missed += [
            (article.id, span)
            for span in article.spans
            if not span.optional and not _is_hit(span.span, found)
        ]
        for finding in found:
            best = _tightest(finding, article.spans)
            if best is None:
                wrong.append((article.id, finding))
            else:
                overlaps.append(best)
    return SpanResult(
        articles=len(by_article),
        overall=sum(by_article.values(), Tally()),
        by_kind=dict(sorted(by_kind.items())),
        by_severity=by_severity,
        by_article=by_article,
        tightness=sum(overlaps) / len(overlaps) if overlaps else None,
        missed=tuple(missed),
        wrong=tuple(wrong),
    )


def tally(findings: Sequence[Finding], spans: Sequence[GoldSpan]) -> Tally:
    """Counts for one text, whatever the kinds."""
    required = [span for span in spans if not span.optional]
    return Tally(
        gold=len(required),
        found=sum(_is_hit(span.span, findings) for span in required),
        findings=len(findings),
        right=sum(_is_hit(finding.span, spans) for finding in findings),
    )


def _is_hit(span: Span, others: Iterable[Finding | GoldSpan]) -> bool:
    return any(hits(span, other.span) for other in others)


def _kind_of(item: Finding | GoldSpan) -> str:
    return family(item.kind)


def _split(
    findings: Sequence[Finding],
    spans: Sequence[GoldSpan],
    key: Callable[[Finding | GoldSpan], str],
) -> Iterable[tuple[str, tuple[list[Finding], list[GoldSpan]]]]:
    parts: defaultdict[str, tuple[list[Finding], list[GoldSpan]]] = defaultdict(lambda: ([], []))
    for finding in findings:
        parts[key(finding)][0].append(finding)
    for span in spans:
        parts[key(span)][1].append(span)
    return parts.items()


def _graded(findings: Sequence[Finding], spans: Sequence[GoldSpan], severity: Severity) -> Tally:
    """Gold of a severity found by anything, findings of a severity right on anything."""
    ours = [finding for finding in findings if finding.severity is severity]
    theirs = [span for span in spans if span.severity is severity]
    by_gold, by_finding = tally(findings, theirs), tally(ours, spans)
    return Tally(by_gold.gold, by_gold.found, by_finding.findings, by_finding.right)


def _tightest(finding: Finding, spans: Iterable[GoldSpan]) -> float | None:
    """The best intersection over union with a span that the finding hits."""
    ratios = [
        finding.span.overlap(gold.span)
        / (len(finding.span) + len(gold.span) - finding.span.overlap(gold.span))
        for gold in spans
        if hits(finding.span, gold.span)
    ]
    return max(ratios, default=None)
