"""The known findings of articles, and the file that keeps them.

The file is JSON, sorted and a finding a line, so that version control shows what was accepted::

    {"format": "tadqiq-baseline", "version": 1,
     "articles": {"ID": [{"code": …, "quote": …, "fingerprint": …}]}}
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from ..errors import ConfigError
from ..model import ArticleAudit, Finding, fingerprints

_FORMAT, _VERSION = "tadqiq-baseline", 1


@dataclass(frozen=True, slots=True, order=True)
class Known:
    """An accepted finding. It is known again by its fingerprint; ``code`` and ``quote`` are there
    for whoever reads the file."""

    code: str
    quote: str
    fingerprint: str


@dataclass(frozen=True, slots=True)
class Baseline:
    """What is known, by the id of the article."""

    articles: Mapping[str, frozenset[Known]] = field(default_factory=dict)

    def accepting(self, audited: Iterable[ArticleAudit]) -> Baseline:
        """With all findings of these articles, which replace what was known of them."""
        new = {
            one.document.id: frozenset(
                Known(finding.code, finding.quote, mark)
                for finding, mark in zip(one.findings, fingerprints(one.findings), strict=True)
            )
            for one in audited
        }
        return Baseline({**self.articles, **new})

    def unknown(self, article: str, findings: Iterable[Finding]) -> tuple[Finding, ...]:
        """The findings of an article that are new, in their order."""
        found = tuple(findings)
        known = {one.fingerprint for one in self.articles.get(article, ())}
        marked = zip(found, fingerprints(found), strict=True)
        return tuple(finding for finding, mark in marked if mark not in known)

    def text(self) -> str:
        """The content of the file."""
        lines = [
            f"{json.dumps(name, ensure_ascii=False)}: [{_listed(self.articles[name])}]"
            for name in sorted(self.articles)
        ]
        inside = ",\n  ".join(lines)
        return f'{{"format": "{_FORMAT}", "version": {_VERSION}, "articles": {{\n  {inside}\n}}}}\n'


def _listed(known: Iterable[Known]) -> str:
    rows = (
        {"code": one.code, "quote": one.quote, "fingerprint": one.fingerprint}
        for one in sorted(known)
    )
    return ",".join(f"\n    {json.dumps(row, ensure_ascii=False)}" for row in rows)


def read_baseline(path: Path) -> Baseline:
    """The baseline in a file.

    Raises ConfigError for one that cannot be read, is none, or is of a newer version.
    """
    try:
        value = json.loads(path.read_text("utf-8"))
    except OSError as error:
        why = error.strerror or str(error)
        raise ConfigError(
            f"{path}: the baseline cannot be read ({why}); --write-baseline makes one"
        ) from error
    except (ValueError, RecursionError) as error:
        raise ConfigError(f"{path}: no baseline: {error}; make it anew") from error
    if not isinstance(value, dict) or value.get("format") != _FORMAT:
        raise ConfigError(f"{path}: no baseline of tadqiq; --write-baseline makes one")
    if value.get("version") != _VERSION:
        raise ConfigError(
            f"{path}: a baseline of version {value.get('version')!r}, but this tadqiq knows "
            f"{_VERSION}; upgrade tadqiq or make it anew"
        )
    try:
        return Baseline(
            {
                name: frozenset(
                    Known(row["code"], row["quote"], row["fingerprint"]) for row in rows
                )
                for name, rows in value["articles"].items()
            }
        )
    except (KeyError, TypeError, AttributeError) as error:
        raise ConfigError(f"{path}: a damaged baseline ({error!r}); make it anew") from error
