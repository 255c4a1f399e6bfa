"""The audit record of one article, as ``schema.json`` describes it."""

from __future__ import annotations

import json
import math
import re
from collections.abc import Mapping, Sequence
from hashlib import sha256

from ..model import ArticleAudit, Evidence, Finding, Locale

Json = str | int | float | bool | None | list["Json"] | dict[str, "Json"]

_LONE = re.compile("[\ud800-\udfff]")


def record(article: ArticleAudit, signature: str, locale: Locale) -> dict[str, Json]:
    """Everything that is said of one article; messages in ``locale``."""
    source, score = article.document.article, article.score
    return {
        "id": source.id,
        "title": source.title,
        "outlet": source.outlet,
        "url": source.url,
        "published": source.published.isoformat() if source.published else None,
        "lang": article.document.lang,
        "words": score.words,
        "text_sha256": sha256(source.text.encode("utf-8", "surrogatepass")).hexdigest(),
        "quality": round(score.quality, 2),
        "rank": article.rank,
        "drift": _rounded(article.drift.value),
        "mt_likelihood": _rounded(score.mt_likelihood),
        "event": article.event.id,
        "siblings": list(article.event.siblings(source.id)),
        "signature": signature,
        "findings": [_finding(finding, locale) for finding in article.findings],
        "interval": [round(score.low, 2), round(score.high, 2)],
        "reliable": score.reliable,
        "tied": article.tied,
        "agreement": None if score.agreement is None else round(score.agreement, 2),
        "consensus": None if score.consensus is None else round(score.consensus, 2),
        "unsupported": article.drift.unsupported,
        "declared_mt": source.declared_mt,
        "extra": {str(name): _plain(value) for name, value in source.extra.items()},
    }


def dump(value: Json, *, indent: int | None = None) -> str:
    """``value`` as JSON in readable Unicode; what UTF-8 cannot hold is escaped."""
    text = json.dumps(value, ensure_ascii=False, allow_nan=False, indent=indent)
    return _LONE.sub(_escape, text)


def _finding(finding: Finding, locale: Locale) -> Json:
    return {
        "code": finding.code,
        "kind": finding.kind,
        "category": finding.category.value,
        "severity": finding.severity.value,
        "confidence": _rounded(finding.confidence),
        "start": finding.span.start,
        "end": finding.span.end,
        "quote": finding.quote,
        "message": finding.message.to(locale),
        "suggestions": [
            {"replacement": suggestion.replacement, "safe": suggestion.safe}
            for suggestion in finding.suggestions
        ],
        "evidence": [_evidence(evidence) for evidence in finding.evidence],
    }


def _evidence(evidence: Evidence) -> Json:
    return {
        "article": evidence.article,
        "start": evidence.span.start,
        "end": evidence.span.end,
        "quote": evidence.quote,
        "similarity": _rounded(evidence.similarity),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _plain(value: object) -> Json:
    """An unknown field of the input as JSON: it may hold what JSON has no word for."""
    if value is None or isinstance(value, bool | int | str):
        return value
    if isinstance(value, float):
        return value if math.isfinite(value) else None
    if isinstance(value, Mapping):
        return {str(name): _plain(inner) for name, inner in value.items()}
    if isinstance(value, Sequence) and not isinstance(value, bytes | bytearray):
        return [_plain(inner) for inner in value]
    return str(value)


def _escape(match: re.Match[str]) -> str:
    return f"\\u{ord(match.group()):04x}"
