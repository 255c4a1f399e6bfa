"""What publication and the weekdays that two articles name tell of when it happened."""

from __future__ import annotations

from datetime import date, timedelta

from .traits import Traits

_DAY = 86_400.0  # seconds
_NEAR = 1.5  # days in which the reports of one happening mostly come
_FAR = 6.0  # days beyond that which tell no more


def dated(one: Traits, other: Traits) -> dict[str, float]:
    """The evidence by kind: ``days_apart`` of publication beyond the nearest days; whether the
    opening's weekday, resolved against publication, is one ``day`` or an ``other_day``; where
    it cannot be resolved, whether it is one ``weekday`` or an ``other_weekday``, or is one only
    further on (``weekday_aside``)."""
    found = {}
    if one.published and other.published:
        apart = abs((one.published - other.published).total_seconds()) / _DAY
        found["days_apart"] = min(_FAR, max(0.0, apart - _NEAR))
    mine, theirs = happened(one), happened(other)
    if mine and theirs:
        found["day" if mine == theirs else "other_day"] = 1.0
    elif one.day is not None and other.day is not None:
        if one.day == other.day:
            found["weekday"] = 1.0
        else:
            aside = one.weekdays & other.weekdays
            found["weekday_aside" if aside else "other_weekday"] = 1.0
    return found


def happened(article: Traits) -> date | None:
    """The last day up to publication that is the weekday which the opening names."""
    if article.published is None or article.day is None:
        return None
    day = article.published.date()
    return day - timedelta(days=(day.weekday() - article.day) % 7)
