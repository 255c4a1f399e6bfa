"""The ranking of an archive as it is read: on a narrow terminal, in a spreadsheet, by a program."""

from __future__ import annotations

import csv
import json
from io import StringIO

import pytest
from rich.cells import cell_len

from tadqiq.model import LOCALES, Locale, Measure, Standing, Standings, Trend, Unit
from tadqiq.report import Layout
from tadqiq.report.standings import as_csv, as_json, as_table

NAME = "وكالة \x1b[2J\u202eأنباء طويلة الاسم جدًا لا يتسع لها السطر الواحد في الشاشة الضيقة"


def row(rank: int, name: str = NAME, trend: Trend | None = None) -> Standing:
    return Standing(
        name=name,
        title=name,
        rank=rank,
        tied=rank > 1,
        value=99.123456 - rank,
        low=90.0,
        high=100.0,
        articles=1234,
        words=400_000,
        few=rank == 2,
        below=0.5,
        mt_likelihood=0.25,
        names=None if rank == 1 else 1.25,
        trend=trend,
    )


def ranking(by: Unit, *rows: Standing) -> Standings:
    return Standings(
        by=by,
        measure=Measure.QUALITY,
        kind="",
        gate=90,
        since=None,
        until=None,
        rows=rows,
        left_out=3,
        signatures=("tadqiq:1|lang:ar|rules:a", "tadqiq:1|lang:ar|rules:b"),
    )


FULL = [row(1, trend=Trend(-2.5, -3, -2)), row(2, trend=Trend(0.5, -1, 2)), row(3)]


@pytest.mark.parametrize("locale", LOCALES)
@pytest.mark.parametrize("by", list(Unit))
def test_a_row_is_one_line_of_a_narrow_terminal(by: Unit, locale: Locale) -> None:
    text = as_table(ranking(by, *FULL), Layout(width=80), locale)
    table = text.splitlines()[: 2 + len(FULL)]
    assert [line.split()[0] for line in table[2:]] == ["1", "=2", "=3"]
    assert max(map(cell_len, table)) <= 80
    assert "\x1b" not in text
    assert "\u202e" not in text


def test_what_is_sure_what_is_few_and_what_is_missing_is_marked() -> None:
    text = as_table(ranking(Unit.OUTLET, *FULL), Layout(width=120), "en")
    first, second, third = text.splitlines()[2:5]
    assert "-2.5 " in first
    assert "+0.5?" in second
    assert "1234 few" in second
    assert third.split()[7] == "–"
    assert "not ranked: 3" in text
    assert "2 different signatures" in text


def test_a_program_reads_the_numbers_and_a_spreadsheet_runs_no_formula() -> None:
    found = ranking(Unit.OUTLET, row(1, name="=1+1"), row(2))
    record = json.loads(as_json(found))
    assert [one["value"] for one in record["rows"]] == [98.1235, 97.1235]
    assert record["rows"][0]["names"] is None
    text = "".join(as_csv(found)).removeprefix("\ufeff")
    table = list(csv.DictReader(StringIO(text)))
    assert table[0]["name"] == "'=1+1"
    assert table[0]["names"] == ""
    assert list(record["rows"][0]) == list(table[0])


def test_nothing_to_rank_is_said() -> None:
    assert as_table(ranking(Unit.EVENT), Layout(), "en").startswith("nothing to rank\n")
    assert as_table(ranking(Unit.EVENT), Layout(), "ar").startswith("لا شيء يُرتَّب\n")
