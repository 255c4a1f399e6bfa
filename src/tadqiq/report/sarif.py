"""SARIF 2.1.0, the static analysis results interchange format (OASIS standard, 2020).

Columns and offsets count Unicode code points, as ``columnKind`` says. Our own severity, confidence
and MQM category stand in the property bags, where no tool rounds them to a level.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import quote, urlsplit

from .. import __version__
from ..model import (
    ArticleAudit,
    Audit,
    Finding,
    Locale,
    Severity,
    Span,
    fingerprints,
)
from . import words
from .json import elements
from .place import Places
from .records import Json, dump
from .reporter import Layout, TextReporter, arrange
from .sarif_rule import LEVELS, SarifRule

_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)
_UNSURE = 2  # digits of a rank, which SARIF has from 0 to 100
_LONE = re.compile("[\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class SarifReporter(TextReporter):
    """One run: results first, then the rules and articles that they refer to."""

    layout: Layout

    def text(self, audit: Audit, locale: Locale) -> Iterator[str]:
        """The log, written result by result; what results refer to is collected meanwhile."""
        seen = _Seen(self.layout, locale)
        yield f'{{\n  "$schema": {dump(_SCHEMA)},\n  "version": "2.1.0",\n  "runs": [{{\n'
        yield '  "columnKind": "unicodeCodePoints",\n'
        yield f'  "language": "{locale}",\n  "results": '
        articles = arrange(audit, self.layout.order or "input")
        yield from elements(one for article in articles for one in seen.results(article))
        for name, value in seen.rest(audit).items():
            yield f',\n  "{name}": {dump(value, indent=2)}'
        yield "\n  }]\n}\n"


@dataclass(slots=True)
class _Seen:
    """What the results written so far refer to by number."""

    layout: Layout
    locale: Locale
    artifacts: list[Json] = field(default_factory=list)
    rules: dict[str, SarifRule] = field(default_factory=dict)

    def results(self, article: ArticleAudit) -> Iterator[Json]:
        """The results of one article, which becomes an artifact."""
        number = len(self.artifacts)
        location: dict[str, Json] = {"uri": uri(article), "index": number}
        self.artifacts.append(_artifact(article))
        places = Places(article.document.text)
        marks = fingerprints(article.findings)
        for finding, mark in zip(article.findings, marks, strict=True):
            region = _region(finding.span, finding.quote, places)
            physical: dict[str, Json] = {"artifactLocation": {**location}, "region": region}
            yield {
                "ruleId": finding.code,
                "ruleIndex": self._rule(article, finding),
                "level": LEVELS[finding.severity],
                "rank": _rank(finding),
                "message": {"text": finding.message.to(self.locale)},
                "locations": [
                    {
                        "physicalLocation": physical,
                        "logicalLocations": [_article(article.document.id)],
                    }
                ],
                "partialFingerprints": {"tadqiq/v1": mark},
                "properties": {
                    "severity": finding.severity.value,
                    "confidence": round(finding.confidence, 4),
                    "kind": finding.kind,
                    "category": finding.category.value,
                },
                **self._related(finding),
                **_fixes(finding, location, region),
            }

    def rest(self, audit: Audit) -> dict[str, Json]:
        """Everything of the run but its results."""
        other: Locale = "ar" if self.locale == "en" else "en"
        tool: dict[str, Json] = {
            "driver": _component(
                self.locale,
                semanticVersion=__version__,
                rules=[rule.descriptor(self.locale) for rule in self.rules.values()],
            )
        }
        translation = _component(
            other,
            contents=["localizedData"],
            rules=[rule.localised(other) for rule in self.rules.values()],
        )
        return {
            "tool": tool,
            "translations": [translation],
            "artifacts": self.artifacts,
            "invocations": [
                {
                    "executionSuccessful": True,
                    "toolExecutionNotifications": [
                        {
                            "level": "error",
                            "message": {"text": f"{rejection.origin}: {rejection.reason}"},
                        }
                        for rejection in audit.rejections
                    ],
                }
            ],
            "properties": {"signature": audit.signature},
        }

    def _rule(self, article: ArticleAudit, finding: Finding) -> int:
        if finding.code not in self.rules:
            known = self.layout.rules(article.document.lang)
            facts = next((rule for rule in known if rule.code == finding.code), None)
            self.rules[finding.code] = SarifRule(len(self.rules), finding, facts)
        return self.rules[finding.code].index

    def _related(self, finding: Finding) -> dict[str, Json]:
        if not finding.evidence:
            return {}
        against = words.EVIDENCE.to(self.locale)
        return {
            "relatedLocations": [
                {
                    "message": {"text": f"{against} {evidence.article}: {evidence.quote}"},
                    "logicalLocations": [_article(evidence.article)],
                    "properties": {"similarity": round(evidence.similarity, 4)},
                }
                for evidence in finding.evidence
            ]
        }


def uri(article: ArticleAudit) -> str:
    """Where the article was read, as a URI reference; a path is percent-encoded."""
    source = article.document.article
    origin = _LONE.sub("\ufffd", source.origin or source.id)
    if urlsplit(origin).scheme in ("http", "https"):
        return quote(origin, safe="/:?#[]@!$&'()*+,;=%~")
    return quote(origin.replace("\\", "/"), safe="/@!$&'()*+,;=~")


def _component(language: Locale, **facts: Json) -> Json:
    return {"name": "tadqiq", "version": __version__, "language": language, **facts}


def _artifact(article: ArticleAudit) -> Json:
    score, drift = article.score, article.drift.value
    return {
        "location": {"uri": uri(article)},
        "properties": {
            "id": article.document.id,
            "quality": round(score.quality, 2),
            "rank": article.rank,
            "drift": None if drift is None else round(drift, 4),
            "mt_likelihood": round(score.mt_likelihood, 4),
            "declared_mt": article.document.article.declared_mt,
            "event": article.event.id,
        },
    }


def _article(name: str) -> Json:
    return {"fullyQualifiedName": name, "kind": "resource"}


def _region(span: Span, text: str, places: Places) -> dict[str, Json]:
    start, end = places.at(span.start), places.at(span.end)
    return {
        "startLine": start.line,
        "startColumn": start.column,
        "endLine": end.line,
        "endColumn": end.column,
        "charOffset": span.start,
        "charLength": len(span),
        "snippet": {"text": text},
    }


def _rank(finding: Finding) -> float:
    """How much the finding weighs, 100 for a sure critical one."""
    most = Severity.CRITICAL.points
    return round(100 * finding.severity.points * finding.confidence / most, _UNSURE)


def _fixes(finding: Finding, location: dict[str, Json], region: dict[str, Json]) -> dict[str, Json]:
    if not finding.suggestions:
        return {}
    deleted = {"charOffset": region["charOffset"], "charLength": region["charLength"]}
    return {
        "fixes": [
            {
                "artifactChanges": [
                    {
                        "artifactLocation": {**location},
                        "replacements": [
                            {
                                "deletedRegion": deleted,
                                "insertedContent": {"text": suggestion.replacement},
                            }
                        ],
                    }
                ],
                "properties": {"safe": suggestion.safe},
            }
            for suggestion in finding.suggestions
        ]
    }
