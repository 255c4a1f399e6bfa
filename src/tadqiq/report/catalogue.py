"""A rule as a record, for lists of rules."""

from __future__ import annotations

from typing import Protocol

from ..model import Locale
from .reporter import RuleFacts


class Listed(RuleFacts, Protocol):
    """A rule as lists show it."""

    @property
    def confidence(self) -> float: ...


def rule_record(rule: Listed, on: bool, locale: Locale) -> dict[str, str | float | bool]:
    """What a rule looks for and why, and whether it is switched ``on``."""
    return {
        "code": rule.code,
        "kind": rule.kind,
        "category": rule.category.value,
        "severity": rule.severity.value,
        "confidence": rule.confidence,
        "on": on,
        "title": rule.title.to(locale),
        "reason": rule.reason.general(locale),
    }
