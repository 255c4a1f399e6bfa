"""Multidimensional Quality Metrics: error categories and severities (themqm.org, ISO 5060)."""

from __future__ import annotations

from enum import StrEnum


class Category(StrEnum):
    """MQM error types, as far as tadqiq reports them."""

    UNTRANSLATED = "accuracy/untranslated"
    MISTRANSLATION = "accuracy/mistranslation"
    OMISSION = "accuracy/omission"
    ADDITION = "accuracy/addition"
    GRAMMAR = "linguistic conventions/grammar"
    SPELLING = "linguistic conventions/spelling"
    PUNCTUATION = "linguistic conventions/punctuation"
    TEXTUAL = "linguistic conventions/textual"
    ENCODING = "linguistic conventions/character encoding"
    INCONSISTENT = "terminology/inconsistent"
    UNIDIOMATIC = "style/unidiomatic"
    NON_CONTENT = "design/non-content"


class Severity(StrEnum):
    """MQM severity levels, mildest first."""

    MINOR = "minor"
    MAJOR = "major"
    CRITICAL = "critical"

    @property
    def points(self) -> float:
        """Penalty points of one error: 1, 5, 25."""
        return _POINTS[self]

    @property
    def rank(self) -> int:
        """0 for minor, 1 for major, 2 for critical."""
        return _RANKS[self]


_POINTS = {Severity.MINOR: 1.0, Severity.MAJOR: 5.0, Severity.CRITICAL: 25.0}
_RANKS = {severity: rank for rank, severity in enumerate(Severity)}
