"""Dates as feeds write them: RFC 822, ISO 8601, and Arabic dates for people."""

from __future__ import annotations

import re
import unicodedata
from datetime import UTC, datetime, time, timedelta, timezone

from ..facts.hijri import gregorian
from ..model import HIJRI_MONTHS
from .metadata import moment

_MONTHS = (  # Egypt and the Gulf; the Levant and Iraq; the Maghreb
    ("يناير", "كانون الثاني", "جانفي"),
    ("فبراير", "شباط", "فيفري"),
    ("مارس", "اذار", "آذار"),
    ("ابريل", "نيسان", "افريل"),
    ("مايو", "ايار", "ماي"),
    ("يونيو", "يونيه", "حزيران", "جوان"),
    ("يوليو", "يوليه", "تموز", "جويلية", "يوليوز"),
    ("اغسطس", "اب", "اوت", "غشت"),
    ("سبتمبر", "ايلول", "شتنبر"),
    ("اكتوبر", "تشرين الاول"),
    ("نوفمبر", "تشرين الثاني", "نونبر"),
    ("ديسمبر", "كانون الاول", "دجنبر"),
)
_LONGEST = 200  # characters; no date needs more
_SPELLING = str.maketrans("أإآٱى", "ااااي")
_NOISE = re.compile(r"[\u064b-\u065f\u0640\u200e\u200f\u202a-\u202e\u2066-\u2069]")
_TIME = re.compile(r"(\d{1,2}):(\d{2})(?::(\d{2}))?\s*(صباحا|مساء|ص\b|م\b|am\b|pm\b)?")
_ZONE = re.compile(r"(?:gmt|utc|غرينتش|جرينتش|توقيت مكة)|[+-]\d{2}:?\d{2}(?!\d)", re.IGNORECASE)
_MECCA = timezone(timedelta(hours=3))


def when(text: str) -> tuple[datetime | None, str | None]:
    """The moment that ``text`` names, in UTC where it names no zone, and its Hijri date.

    A date in the Islamic calendar alone (year-month-day) is converted by the calendar of Umm
    al-Qura; where a month begins on sight it may be a day off. Where nothing is understood
    beyond doubt, both are None.
    """
    text = text.strip()
    if not text or len(text) > _LONGEST:
        return None, None
    for reading in (moment, _rfc822):
        try:
            return reading(text), None
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
    plain = _plain(text)
    hijri = _hijri(plain)
    found = None if _GREGORIAN_DATE.search(plain) or hijri is None else _converted(plain, hijri)
    return found or _arabic(plain), hijri and "{:04}-{:02}-{:02}".format(*hijri)


def _rfc822(text: str) -> datetime:
    from email.utils import parsedate_to_datetime

    found = parsedate_to_datetime(text)
    return found if found.tzinfo else found.replace(tzinfo=UTC)


def _plain(text: str) -> str:
    """Western digits, one way of spelling, no marks, single spaces."""
    digits = "".join(
        str(unicodedata.decimal(character)) if character.isdecimal() else character
        for character in unicodedata.normalize("NFKC", text)
    )
    return " ".join(_NOISE.sub("", digits).translate(_SPELLING).split())


def _pattern(months: tuple[tuple[str, ...], ...]) -> tuple[re.Pattern[str], dict[str, int]]:
    number = {_plain(name): at for at, names in enumerate(months, 1) for name in names}
    name = "|".join(sorted(map(re.escape, number), key=len, reverse=True))
    return re.compile(
        rf"(?<!\d)(\d{{1,2}})\s*(?:من\s+)?[-/ ]?\s*({name})(?!\w)(?:\s*[/،(-]\s*(?:{name})\)?)?"
        rf"(?:\s*[-/،,])?\s*(?:عام\s+|سنة\s+)?(\d{{4}})(?!\d)"
    ), number


_GREGORIAN_DATE, _MONTH = _pattern(_MONTHS)
_HIJRI_DATE, _HIJRI_MONTH = _pattern(HIJRI_MONTHS)


def _arabic(text: str) -> datetime | None:
    """``الجمعة 4 تموز/يوليو 2025 - 18:30``; None where two such dates differ."""
    dates = {(found[1], _MONTH[found[2]], found[3]) for found in _GREGORIAN_DATE.finditer(text)}
    if len(dates) != 1:
        return None
    day, month, year = dates.pop()
    hour, minute, second = _clock(text)
    try:
        return datetime(int(year), month, int(day), hour, minute, second, tzinfo=_zone(text))
    except ValueError:
        return None


def _clock(text: str) -> tuple[int, int, int]:
    found = _TIME.search(text)
    if found is None:
        return 0, 0, 0
    hour, half = int(found[1]), found[4] or ""
    if half.startswith(("م", "pm")) and hour < 12:
        hour += 12
    elif half.startswith(("ص", "am")) and hour == 12:
        hour = 0
    return hour, int(found[2]), int(found[3] or 0)


def _zone(text: str) -> timezone:
    found = _ZONE.search(text)
    if found is None:
        return UTC
    if "مكة" in found[0]:
        return _MECCA
    if found[0][0] not in "+-":
        return UTC
    digits = found[0].replace(":", "")
    offset = timedelta(hours=int(digits[1:3]), minutes=int(digits[3:5]))
    return timezone(-offset if digits[0] == "-" else offset)


def _converted(text: str, hijri: tuple[int, int, int]) -> datetime | None:
    """The day as Umm al-Qura has it, at the time that the text names."""
    day = gregorian(*hijri)
    try:
        clock = time(*_clock(text), tzinfo=_zone(text))
    except ValueError:
        return None
    return None if day is None else datetime.combine(day, clock)


def _hijri(text: str) -> tuple[int, int, int] | None:
    """Year, month and day; None where two such dates differ."""
    dates = {
        (int(found[3]), _HIJRI_MONTH[found[2]], int(found[1]))
        for found in _HIJRI_DATE.finditer(text)
    }
    if len(dates) != 1:
        return None
    year, _, day = found = dates.pop()
    return found if 1300 <= year <= 1600 and 1 <= day <= 30 else None
