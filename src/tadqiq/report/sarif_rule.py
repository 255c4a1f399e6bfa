"""A rule as SARIF describes it: once in the language of the log, once in the other."""

from __future__ import annotations

from dataclasses import dataclass

from ..model import LOCALES, Finding, Locale, Message, Severity
from . import words
from .records import Json
from .reporter import RuleFacts

LEVELS = {Severity.MINOR: "note", Severity.MAJOR: "warning", Severity.CRITICAL: "error"}
"""What SARIF has in place of severities."""


@dataclass(frozen=True, slots=True)
class SarifRule:
    """A rule that found something; ``facts`` is None for what only drift knows of."""

    index: int
    example: Finding
    facts: RuleFacts | None

    def descriptor(self, locale: Locale) -> Json:
        severity = self.facts.severity if self.facts else self.example.severity
        return {
            **self.localised(locale),
            "defaultConfiguration": {"level": LEVELS[severity]},
            "properties": {
                "kind": self.example.kind,
                "category": self.example.category.value,
                "severity": severity.value,
                "tags": ["translation", self.example.kind],
            },
        }

    def localised(self, locale: Locale) -> dict[str, Json]:
        """Title and help in one language; the help for every rule ends in the other."""
        title, reason = self._said()
        texts = [f"{title.to(one)}: {reason.general(one)}" for one in _both(locale)]
        return {
            "id": self.example.code,
            "shortDescription": {"text": title.to(locale)},
            "fullDescription": {"text": reason.general(locale)},
            "help": {"text": "\n".join(texts), "markdown": "\n\n".join(texts)},
        }

    def _said(self) -> tuple[Message, Message]:
        if self.facts:
            return self.facts.title, self.facts.reason
        names = {locale: words.kind_name(self.example.kind, locale) for locale in LOCALES}
        return Message(names["en"], names["ar"]), words.MEANING_REASON


def _both(first: Locale) -> tuple[Locale, Locale]:
    return ("en", "ar") if first == "en" else ("ar", "en")
