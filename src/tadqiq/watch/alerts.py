"""What is told of an article below the gate."""

from __future__ import annotations

import json
from collections.abc import Mapping

from ..archive import Audited
from ..model import Article, Finding, Locale, Message
from ..report.provenance import LOOKS

_FINDINGS = 10  # the gravest, in one alert
_HEAD = Message(
    en="{quality} (gate {gate}): {title} – {outlet}{link}",
    ar="{quality} (الحد {gate}): {title} – {outlet}{link}",
)
_UNDECLARED = Message(
    en="looks machine-translated, and nothing is declared",
    ar="يبدو مترجمًا آليًا دون تصريح بذلك",
)
_SHORT = Message(
    en="too short for a reliable score",
    ar="أقصر من أن تُقاس جودته بدقة",
)
_UNKNOWN = Message(en="unknown outlet", ar="مصدر غير معروف")

Alert = Mapping[str, object]
"""One alert as JSON has it; ``alert`` names it, so that a receiver can drop a second delivery."""


def is_bad(audited: Audited, gate: float) -> bool:
    """Whether an article is below the gate."""
    return audited.verdict.score.quality < gate


def alert(audited: Audited, gate: float, locale: Locale) -> Alert:
    """The alert on one article: what it is, how bad, and the gravest findings."""
    article, verdict = audited.stored.article, audited.verdict
    score = verdict.score
    gravest = sorted(verdict.findings, key=_strength)[:_FINDINGS]
    return {
        "alert": audited.stored.digest,
        "at": audited.at.isoformat(),
        "id": article.id,
        "title": article.title or " ".join(article.text.split())[:80],
        "outlet": article.outlet,
        "url": article.url,
        "published": article.published.isoformat() if article.published else None,
        "lang": verdict.lang,
        "words": score.words,
        "quality": round(score.quality, 1),
        "low": round(score.low, 1),
        "high": round(score.high, 1),
        "reliable": score.reliable,
        "gate": gate,
        "drift": None if verdict.drift.value is None else round(verdict.drift.value, 3),
        "mt_likelihood": round(score.mt_likelihood, 3),
        "declared_mt": article.declared_mt,
        "undeclared_mt": is_undeclared(article, score.mt_likelihood),
        "siblings": [one for one in audited.event.members if one != article.id],
        "counts": _counts(verdict.findings),
        "findings": [_finding(one, locale) for one in gravest],
        "signature": audited.signature,
    }


def is_undeclared(article: Article, likelihood: float) -> bool:
    """Whether an article looks machine-translated though its sender says nothing of the kind."""
    return likelihood >= LOOKS and article.declared_mt is not True


def in_words(one: Alert, locale: Locale) -> str:
    """An alert as a line that a person reads, as chats show it."""
    link = f" <{one['url']}>" if one["url"] else ""
    line = _HEAD.fill(
        quality=f"{one['quality']:g}",
        gate=f"{one['gate']:g}",
        title=str(one["title"]),
        outlet=str(one["outlet"] or _UNKNOWN.to(locale)),
        link=link,
    ).to(locale)
    notes = [_UNDECLARED] if one["undeclared_mt"] else []
    notes += [] if one["reliable"] else [_SHORT]
    return " – ".join([line, *(note.to(locale) for note in notes)])


def dumped(one: object) -> str:
    """JSON on one line; nothing in it ends the line before its time."""
    text = json.dumps(one, ensure_ascii=False, separators=(",", ":"))
    return text.replace("\u2028", "\\u2028").replace("\u2029", "\\u2029").replace("\x85", "\\u0085")


def _strength(finding: Finding) -> tuple[float, float, int, int, str]:
    return finding.strength


def _counts(findings: tuple[Finding, ...]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for one in findings:
        counts[one.kind] = counts.get(one.kind, 0) + 1
    return dict(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


def _finding(finding: Finding, locale: Locale) -> dict[str, object]:
    return {
        "code": finding.code,
        "kind": finding.kind,
        "severity": finding.severity.value,
        "start": finding.span.start,
        "end": finding.span.end,
        "quote": finding.quote,
        "message": finding.message.to(locale),
        "suggestions": [one.replacement for one in finding.suggestions],
    }
