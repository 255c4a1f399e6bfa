"""What a batch came to, in a few lines on standard error."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from ..model import Audit, Locale, Message

_MOST = 12  # kinds and reasons that are told apart
_TOTALS = Message(
    "articles: {articles} · events: {events} · findings: {findings} · not audited: {rejected}",
    "المقالات: {articles} · الأحداث: {events} · الملاحظات: {findings} · لم تُدقَّق: {rejected}",
)
_PASSED = Message("older, passed over: {count}", "أقدم من المطلوب، لم تُقرأ: {count}")
_REUSED = Message("known from the archive: {count}", "معروفة من الأرشيف: {count}")
_KINDS = Message("findings by kind: {list}", "الملاحظات بحسب النوع: {list}")
_REASONS = Message("not audited, by reason: {list}", "ما لم يُدقَّق بحسب السبب: {list}")
_OTHER = Message("other {count}", "غير ذلك {count}")


def summary(audit: Audit, locale: Locale, *, totals: bool = True) -> Iterator[str]:
    """The lines; without ``totals`` only what stands below them. A single item needs none."""
    from ..report import refusal
    from ..report.words import kind_name

    if len(audit.articles) + len(audit.rejections) + audit.passed < 2:
        return
    kinds: Counter[str] = Counter()
    events: set[str] = set()
    for one in audit.articles:
        events.add(one.event.id)
        kinds.update(finding.kind for finding in one.findings)
    if totals:
        yield _TOTALS.to(locale).format(
            articles=f"{len(audit.articles):,}",
            events=f"{len(events):,}",
            findings=f"{kinds.total():,}",
            rejected=f"{len(audit.rejections):,}",
        )
    for message, count in ((_REUSED, audit.reused), (_PASSED, audit.passed)):
        if count:
            yield message.to(locale).format(count=f"{count:,}")
    if kinds:
        named = Counter({kind_name(kind, locale): count for kind, count in kinds.items()})
        yield _KINDS.to(locale).format(list=_listed(named, locale))
    reasons = Counter(_general(refusal(rejection.reason, locale)) for rejection in audit.rejections)
    if reasons:
        yield _REASONS.to(locale).format(list=_listed(reasons, locale))


def _listed(counts: Counter[str], locale: Locale) -> str:
    """Most frequent first, equals in order of name."""
    order = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    parts = [f"{name} {count:,}" for name, count in order[:_MOST]]
    rest = sum(count for _, count in order[_MOST:])
    if rest:
        parts.append(_OTHER.to(locale).format(count=f"{rest:,}"))
    return " · ".join(parts)


def _general(reason: str) -> str:
    """A reason without what is of the case: quotes, paths, numbers, what to do about it."""
    head = re.split("[;؛]", reason)[0]
    return re.sub(r'"[^"]*"|«[^»]*»|\S*[/\\]\S*|\d[\d.,]*', "…", head)[:80].strip()
