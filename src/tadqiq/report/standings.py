"""The ranking of an archive: for a terminal, as JSON, for a spreadsheet."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from ..model import Locale, Measure, Message, Standing, Standings, Trend, Unit
from . import words
from .csv import cell, line
from .grid import printed
from .plain import cells, isolate, quotation, visible
from .records import Json
from .reporter import Layout

_UNITS = {
    Unit.ARTICLE: Message("article", "المقال"),
    Unit.OUTLET: Message("outlet", "الوسيلة"),
    Unit.FEED: Message("feed", "الموجز"),
    Unit.EVENT: Message("event", "الحدث"),
}
_MEASURES = {
    Measure.QUALITY: words.QUALITY,
    Measure.DRIFT: words.DRIFT,
    Measure.FINDINGS: Message("per 1,000", "لكل ألف"),
}
_BELOW = Message("below {gate}", "دون {gate}")
_NAMES = Message("names", "الأسماء")
_TREND = Message("a week", "أسبوعيًا")
_FEW = Message("few", "قليل")
_KEYS = (
    Message(
        "= tied with a neighbour: neither value lies outside the other's 95 % interval",
        "= تعادل مع الجار: لا تقع قيمة أيٍّ منهما خارج مجال الثقة (95٪) للآخر",
    ),
    Message(
        "few: too few articles for the interval to be trusted",
        "قليل: عدد المقالات أقل من أن يوثَق بالمجال",
    ),
    Message(
        "names: per 1,000 words, names that the articles on the same event spell otherwise",
        "الأسماء: لكل ألف كلمة، أسماء ترسمها المقالات التي تتناول الحدث نفسه رسمًا آخر",
    ),
    Message(
        "a week: change in a week; ? where it may be chance",
        "أسبوعيًا: التغيّر في الأسبوع؛ وعلامة «?» حيث قد يكون مصادفة",
    ),
)
_LEFT_OUT = Message("not ranked: {count}", "خارج الترتيب: {count}")
_MIXED = Message(
    "judged under {count} different signatures, so not all alike; audit the archive again",
    "صدرت الأحكام ببصمات مختلفة عددها {count} فليست على قياس واحد؛ أعد تدقيق الأرشيف",
)
_EMPTY = Message("nothing to rank", "لا شيء يُرتَّب")
_LEAST = 14  # cells for the name, however narrow the terminal
_BETWEEN = 2  # padding and divider of a column
COLUMNS = (
    "rank", "tied", "name", "title", "value", "low", "high", "articles", "words", "few",
    "below", "mt_likelihood", "names", "weekly", "weekly_low", "weekly_high",
)  # fmt: skip


def as_table(found: Standings, layout: Layout, locale: Locale) -> str:
    """The ranking in the terminal's width, with what the columns mean."""
    if not found.rows:
        return f"{_EMPTY.to(locale)}\n{_notes(found, locale)}"
    keys = [message.to(locale) for message in _needed(found)]
    table = _table(found, locale, layout)
    return "".join(f"{part}\n" for part in (table, *keys)) + _notes(found, locale)


def as_json(found: Standings) -> str:
    """One JSON object: what was asked, and ``rows`` with the columns of the spreadsheet."""
    asked = {
        "by": found.by.value,
        "measure": found.measure.value,
        "kind": found.kind or None,
        "gate": found.gate,
        "since": found.since.isoformat() if found.since else None,
        "until": found.until.isoformat() if found.until else None,
        "left_out": found.left_out,
        "signatures": list(found.signatures),
    }
    rows = [_record(row) for row in found.rows]
    return json.dumps(asked | {"rows": rows}, ensure_ascii=False, indent=2) + "\n"


def as_csv(found: Standings) -> Iterator[str]:
    """A line of column names, then one a row, as the CSV of an audit."""
    yield "\ufeff" + line(COLUMNS)
    for row in found.rows:
        record = _record(row)
        yield line(cell(record[name]) for name in COLUMNS)


def _record(row: Standing) -> dict[str, Json]:
    trend = row.trend
    return {
        "rank": row.rank,
        "tied": row.tied,
        "name": row.name,
        "title": row.title,
        "value": round(row.value, 4),
        "low": _rounded(row.low),
        "high": _rounded(row.high),
        "articles": row.articles,
        "words": row.words,
        "few": row.few,
        "below": round(row.below, 4),
        "mt_likelihood": round(row.mt_likelihood, 4),
        "names": _rounded(row.names),
        "weekly": _rounded(trend.weekly if trend else None),
        "weekly_low": _rounded(trend.low if trend else None),
        "weekly_high": _rounded(trend.high if trend else None),
    }


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 4)


def _table(found: Standings, locale: Locale, layout: Layout) -> str:
    from rich import box
    from rich.table import Table
    from rich.text import Text

    heads = _heads(found, locale)
    rows = [_numbers(row, found, locale) for row in found.rows]
    widths = [max(map(cells, column)) for column in zip(heads, *rows, strict=True)]
    room = max(_LEAST, layout.width - sum(widths) - _BETWEEN * len(widths) - 1)
    table = Table(box=box.SIMPLE_HEAD, padding=(0, 1, 0, 0), show_edge=False)
    for head, width in zip(heads, widths, strict=True):
        table.add_column(Text(head), justify="right", width=width)
    table.add_column(Text(_UNITS[found.by].to(locale)), width=room)
    for row, numbers in zip(found.rows, rows, strict=True):
        table.add_row(*map(Text, numbers), Text(_name(row, found.by, room)))
    width = sum(widths) + _BETWEEN * len(widths) + room + 1
    return printed(table, width=width, colour=layout.colour)


def _heads(found: Standings, locale: Locale) -> list[str]:
    """What stands over every column but the last."""
    heads = [words.RANK.to(locale), _head(found, locale)]
    if found.by is Unit.ARTICLE:
        return [*heads, words.MACHINE.to(locale), _NAMES.to(locale), words.WORDS.to(locale)]
    below = _BELOW.fill(gate=f"{found.gate:g}").to(locale)
    heads += [words.ARTICLES.to(locale), below]
    return [*heads, words.MACHINE.to(locale), _NAMES.to(locale), _TREND.to(locale)]


def _numbers(row: Standing, found: Standings, locale: Locale) -> list[str]:
    """The cells of every column but the last."""
    place = ("=" if row.tied else "") + str(row.rank)
    names = "–" if row.names is None else f"{row.names:.1f}"
    numbers = [place, _value(row, found.measure)]
    if found.by is Unit.ARTICLE:
        return [*numbers, f"{row.mt_likelihood:.2f}", names, str(row.words)]
    few = f" {_FEW.to(locale)}" if row.few else ""
    numbers += [f"{row.articles}{few}", f"{100 * row.below:.0f}%"]
    return [*numbers, f"{row.mt_likelihood:.2f}", names, _change(row.trend, found.measure)]


def _head(found: Standings, locale: Locale) -> str:
    head = _MEASURES[found.measure].to(locale)
    return f"{words.kind_name(found.kind, locale)} {head}" if found.kind else head


def _value(row: Standing, measure: Measure) -> str:
    digits = 2 if measure is Measure.DRIFT else 1
    if row.low is None or row.high is None:
        return f"{row.value:.{digits}f}"
    return f"{row.value:.{digits}f} {row.low:.{digits}f}–{row.high:.{digits}f}"


def _change(trend: Trend | None, measure: Measure) -> str:
    if trend is None:
        return "–"
    digits = 3 if measure is Measure.DRIFT else 1
    return f"{trend.weekly:+.{digits}f}{'' if trend.direction else '?'}"


def _name(row: Standing, by: Unit, room: int) -> str:
    if by is Unit.ARTICLE:
        return quotation(f"{row.name} {row.title}", room)
    return quotation(f"{row.name} {row.title}" if by is Unit.EVENT else row.name, room)


def _needed(found: Standings) -> Iterator[Message]:
    tied, few, names, week = _KEYS
    if any(row.tied for row in found.rows):
        yield tied
    if any(row.few for row in found.rows):
        yield few
    yield names
    if found.by is not Unit.ARTICLE:
        yield week
    yield words.UNCALIBRATED


def _notes(found: Standings, locale: Locale) -> str:
    lines = [_LEFT_OUT.fill(count=str(found.left_out)).to(locale)] if found.left_out else []
    if _is_mixed(found.signatures):
        lines.append(_MIXED.fill(count=str(len(found.signatures))).to(locale))
    lines += [
        f"{words.SIGNATURE.to(locale)}: {isolate(visible(one))}" for one in found.signatures[:1]
    ]
    return "".join(f"{one}\n" for one in lines)


def _is_mixed(signatures: Sequence[str]) -> bool:
    """Whether articles of one language were judged in different ways."""
    languages = [one.partition("|lang:")[2].partition("|")[0] for one in signatures]
    return len(set(languages)) < len(languages)
