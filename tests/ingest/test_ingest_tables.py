"""CSV and Parquet: an article a row, whatever the columns are called."""

from __future__ import annotations

import sys
from datetime import UTC, datetime

import pytest

CSV = """id;Title;body;date;desk
1;عنوان;"نص فيه
سطران";4 يوليو 2025;خارجي
2;آخر;"بلا إغلاق;;
3;ثالث;سليم;2025-07-04;
;رابع;"نص ""مقتبس"" هنا";أمس;
5;خامس;أكثر;2025-07-04;x;y
6;سادس;;2025-07-04;x
"""


def test_a_row_is_an_article_and_a_bad_row_costs_itself_only(reading):
    articles, rejections = reading(CSV, "t.csv")
    assert [got.text for got in articles] == [
        "عنوان\n\nنص فيه\nسطران",
        "ثالث\n\nسليم",
        'رابع\n\nنص "مقتبس" هنا',
    ]
    assert articles[0].published == datetime(2025, 7, 4, tzinfo=UTC)
    assert articles[0].extra == {"desk": "خارجي"}
    assert articles[2].id.startswith("sha256-")
    assert articles[2].extra == {"published_raw": "أمس"}
    assert [rejection.origin.rpartition(":")[2] for rejection in rejections] == ["4", "7", "8"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
@pytest.mark.parametrize("name", ["t.csv", "t.tsv", "download"])
def test_any_delimiter_and_encoding_is_recognised(reading, delimiter, encoding, name):
    rows = [["id", "text"], *([str(n), "قالت الحكومة إن المفاوضات ستستمر"] for n in range(3))]
    text = "\r\n".join(delimiter.join(row) for row in rows)
    articles, rejections = reading(text.encode(encoding), name)
    assert [got.text for got in articles] == ["قالت الحكومة إن المفاوضات ستستمر"] * 3
    assert rejections == []


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "column names"),
        ("a,b\n1,2\n", "no column holds the text"),
        ("id,text\n", "no row"),
        ("id,te\rxt\n1,x", "no CSV"),
        ('id,"text\n1,x', "no CSV"),
    ],
)
def test_a_table_without_articles_says_what_is_missing(reading, text, reason):
    _, (rejection,) = reading(text, "t.csv")
    assert reason in rejection.reason


def test_an_unclosed_quote_does_not_swallow_the_rest(reading):
    rows = "\n".join(f'{n},"نص {n}"' for n in range(200))
    articles, rejections = reading(f'id,text\nx,"بلا إغلاق\n{rows}\n', "t.csv")
    assert len(articles) == 200
    assert [rejection.origin.rpartition(":")[2] for rejection in rejections] == ["2"]


def parquet(path, **columns):
    import pyarrow as pa
    from pyarrow.parquet import write_table

    write_table(pa.table(columns), path, row_group_size=2)
    return path.read_bytes()


def test_parquet_is_read_row_by_row_even_from_a_name_that_says_otherwise(reading, tmp_path):
    data = parquet(
        tmp_path / "made",
        article_id=[1, 2, 3],
        text=["نص", None, "آخر"],
        published=[datetime(2025, 7, 4, tzinfo=UTC), None, None],
        score=[0.5, float("nan"), None],
        desk=["أ", "ب", "ج"],
    )
    for name in ("t.parquet", "download", "t.csv"):
        (one, two), (rejection,) = reading(data, name)
        assert (one.id, one.text, one.extra) == ("1", "نص", {"score": 0.5, "desk": "أ"})
        assert one.published == datetime(2025, 7, 4, tzinfo=UTC)
        assert two.origin.endswith(f"{name}[2]")
        assert rejection.origin.endswith(f"{name}[1]")


def test_a_broken_parquet_file_is_refused(reading, tmp_path):
    data = parquet(tmp_path / "made", id=["1"], text=["نص"])
    for broken in (data[:-20], data[:40], b"PAR1" * 9, data[:30] + b"\xff" * 20 + data[50:]):
        articles, rejections = reading(broken, "t.parquet")
        assert articles == []
        assert "broken Parquet" in rejections[0].reason


def test_without_pyarrow_the_reason_says_what_to_install(reading, monkeypatch):
    monkeypatch.setitem(sys.modules, "pyarrow", None)
    _, (rejection,) = reading(b"PAR1", "t.parquet")
    assert "pip install 'tadqiq[parquet]'" in rejection.reason
