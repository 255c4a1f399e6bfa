"""Runs rules over one document."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from ..model import Document, Finding, Severity, Span
from .resolve import resolve
from .rule import Context, Rule

NOTHING_KNOWN = Context()
EVIDENT = 0.6
"""The likelihood of raw machine translation from which on a document is taken for one. Of 60
human translations of NTREX-128 none reaches it, of raw machine translations most do."""

Likelihood = Callable[[Sequence[Finding], int], float]
"""How likely (0–1) findings in so many words tell of raw machine translation."""


def detect(
    doc: Document,
    rules: Iterable[Rule],
    context: Context = NOTHING_KNOWN,
    *,
    severities: Sequence[tuple[str, Severity]] = (),
    likelihood: Likelihood | None = None,
) -> tuple[Finding, ...]:
    """What ``rules`` find in ``doc``, overlaps resolved, in order of place.

    ``severities`` override by code prefix, the longest prefix wins. What human text of this
    length has as often (``Rule.base_rate``) is held back, unless by ``likelihood`` the other
    findings give the document away as raw machine translation. Findings inside quoted speech
    are marked, and dropped where their rule leaves quotations alone.
    """
    quotations = _quotations(doc)
    found: list[Finding] = []
    held: list[Finding] = []
    rules = tuple(rules)
    signs = _signs_in(doc.text, frozenset().union(*[rule.signs for rule in rules]))
    for rule in rules:
        if rule.signs and signs.isdisjoint(rule.signs):
            continue
        told = list(rule.check(doc, context))
        if not told:
            continue
        spoken = []
        for finding in told:
            quoted = quotations.touch(finding.span)
            if quoted and not rule.quoted:
                continue
            spoken.append(replace(finding, quoted=quoted) if quoted else finding)
        usual = len(spoken) <= rule.base_rate * doc.words / 1000
        (held if usual else found).extend(spoken)
    if held and likelihood is not None and likelihood(found, doc.words) >= EVIDENT:
        found += held
    return tuple(resolve(regraded(found, severities)))


def _signs_in(text: str, signs: frozenset[str]) -> frozenset[str]:
    return frozenset(_any_of(signs).findall(text)) if signs else signs


@lru_cache
def _any_of(signs: frozenset[str]) -> re.Pattern[str]:
    return re.compile(f"[{re.escape(''.join(sorted(signs)))}]")


def suspicions(
    doc: Document, rules: Iterable[Rule], context: Context, *, known: Iterable[Span]
) -> list[Finding]:
    """What ``rules`` suspect in ``doc`` outside the spans that are ``known`` already, in order
    of place, those inside quoted speech marked.
    """
    taken, quotations = _Spans(known), _quotations(doc)
    found = [
        replace(finding, quoted=True) if quotations.touch(finding.span) else finding
        for rule in rules
        for finding in rule.suspected(doc, context)
        if finding.suggestions and not taken.touch(finding.span)
    ]
    return sorted(found, key=lambda one: one.order)


def _quotations(doc: Document) -> _Spans:
    return _Spans(
        token.span for sentence in doc.sentences for token in sentence.tokens if token.quoted
    )


class _Spans:
    """Stretches of text, none inside another."""

    def __init__(self, spans: Iterable[Span]) -> None:
        ordered = sorted(spans, key=lambda span: (span.start, span.end))
        self._starts = [span.start for span in ordered]
        self._ends = [span.end for span in ordered]

    def touch(self, span: Span) -> bool:
        """Whether a character of ``span`` is in one of them."""
        first = bisect_right(self._ends, span.start)  # the first that ends behind its start
        return first < len(self._starts) and max(self._starts[first], span.start) < span.end


def regraded(
    findings: Iterable[Finding], severities: Sequence[tuple[str, Severity]]
) -> Iterator[Finding]:
    """The findings with the severity that their code's longest prefix is given, if one is."""
    for finding in findings:
        prefixes = [pair for pair in severities if finding.code.startswith(pair[0])]
        if prefixes:
            chosen = max(prefixes, key=lambda pair: len(pair[0]))[1]
            yield replace(finding, severity=chosen)
        else:
            yield finding
