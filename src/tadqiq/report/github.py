"""Annotations of a GitHub workflow run: one command a line on standard output.

The syntax is GitHub's "workflow commands for GitHub Actions": ``::error file=…,line=…::message``,
in which ``%``, CR and LF are escaped, and in a property ``:`` and ``,`` too.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from ..model import ArticleAudit, Audit, Finding, Locale, Severity
from . import words
from .place import Places
from .plain import visible
from .refusals import refusal
from .reporter import Layout, TextReporter, arrange

_COMMANDS = {Severity.MINOR: "notice", Severity.MAJOR: "warning", Severity.CRITICAL: "error"}


@dataclass(frozen=True, slots=True)
class GithubReporter(TextReporter):
    """One annotation a finding, and one a rejection."""

    layout: Layout

    def text(self, audit: Audit, locale: Locale) -> Iterator[str]:
        """An annotation a line."""
        for article in arrange(audit, self.layout.order or "input"):
            places = Places(article.document.text)
            for finding in article.findings:
                yield _annotation(article, finding, places, locale)
        for rejection in audit.rejections:
            title = words.REJECTED.to(locale)
            yield _command(
                "error",
                {"file": rejection.origin, "title": title},
                refusal(rejection.reason, locale),
            )


def _annotation(article: ArticleAudit, finding: Finding, places: Places, locale: Locale) -> str:
    """``column`` and ``endColumn`` only within one line: GitHub takes them nowhere else."""
    source = article.document.article
    start, end = places.at(finding.span.start), places.at(finding.span.end)
    where = {"file": source.origin or source.id, "line": str(start.line)}
    if start.line == end.line:
        # A column is given by its first and its last character.
        last = max(start.column, end.column - 1)
        where |= {"endLine": str(end.line), "col": str(start.column), "endColumn": str(last)}
    else:
        where["endLine"] = str(end.line)
    where["title"] = f"{finding.code} {words.kind_name(finding.kind, locale)}"
    return _command(_COMMANDS[finding.severity], where, _said(finding, locale))


def _said(finding: Finding, locale: Locale) -> str:
    parts = [f"«{visible(finding.quote)}»: {finding.message.to(locale)}"]
    parts += [words.correction(suggestion, locale) for suggestion in finding.suggestions]
    parts += [
        f"{words.EVIDENCE.to(locale)} {visible(evidence.article)}: «{visible(evidence.quote)}»"
        for evidence in finding.evidence
    ]
    return "\n".join(parts)


def _command(name: str, properties: dict[str, str], message: str) -> str:
    listed = ",".join(f"{key}={_property(value)}" for key, value in properties.items())
    return f"::{name} {listed}::{_data(message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
