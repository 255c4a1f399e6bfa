"""Zip archives: what is inside, named by its place, and nothing that grows without bound."""

from __future__ import annotations

import gzip
import io
import json
import zipfile

import pytest

from tadqiq.ingest import read

FEED = "<rss><channel><item><title>عنوان</title></item></channel></rss>"


def zipped(files, method=zipfile.ZIP_DEFLATED):
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", method) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return packed.getvalue()


def test_every_article_inside_is_read_and_named_by_its_place(reading):
    data = zipped(
        {
            "a/story.txt": "نص الخبر",
            "b/story.txt": "نص آخر",
            "feed.rss": FEED,
            "r.jsonl": json.dumps({"id": "r", "text": "نص"}) + "\n{}",
            "README.txt": "لا يقرأ",
            "picture.png": "x",
            "__MACOSX/._a.txt": "لا يقرأ",
        }
    )
    articles, (rejection,) = reading(data, "wire.zip")
    assert [got.origin.partition("wire.zip")[2] for got in articles] == [
        "!a/story.txt",
        "!b/story.txt",
        "!feed.rss:1",
        "!r.jsonl:1",
    ]
    assert [got.id for got in articles][:2] == ["story", "b/story"]
    assert rejection.origin.endswith("wire.zip!r.jsonl:2")


def test_an_archive_is_known_by_its_bytes_and_may_come_through_a_pipe(reading):
    data = zipped({"a.txt": "نص"})
    (got,), _ = reading(data, "download.txt")
    assert got.origin.endswith("download.txt!a.txt")
    (item,) = read(["-"], stdin=io.BufferedReader(io.BytesIO(data)))
    assert item.origin == "<stdin>!a.txt"


def test_a_bomb_is_stopped_and_the_rest_read(reading):
    bomb = b"<rss><channel>" + b" " * 50_000_000
    articles, rejections = reading(zipped({"a.xml": bomb, "b.txt": "نص"}), "wire.zip")
    assert [got.text for got in articles] == ["نص"]
    assert "times its size" in rejections[0].reason


def test_an_archive_inside_another_is_refused(reading):
    inner = zipped({"a.txt": "نص"})
    _, (rejection,) = reading(zipped({"inner.zip": inner}, zipfile.ZIP_STORED), "wire.zip")
    assert "inside another" in rejection.reason


@pytest.mark.parametrize("cut", [10, 60, -30])
def test_a_broken_archive_is_refused(reading, cut):
    articles, rejections = reading(zipped({"a.txt": "نص"})[:cut], "wire.zip")
    assert articles == []
    assert "broken" in rejections[0].reason


def test_a_damaged_member_costs_itself_only(reading):
    data = bytearray(zipped({"a.txt": "نص الخبر", "b.txt": "نص"}, zipfile.ZIP_STORED))
    data[36] ^= 0xFF
    articles, rejections = reading(bytes(data), "wire.zip")
    assert len(articles) == 1
    assert len(rejections) == 1
    assert "CRC" in rejections[0].reason


def test_an_archive_without_articles_says_what_tadqiq_reads(reading):
    _, (rejection,) = reading(zipped({"a.png": "x"}), "wire.zip")
    assert ".parquet" in rejection.reason


def test_a_file_compressed_with_gzip_is_read_as_what_is_inside(reading):
    articles, rejections = reading(gzip.compress(FEED.encode()), "sitemap.xml.gz")
    assert [got.text for got in articles] == ["عنوان"]
    assert rejections == []
    (got,), _ = reading(gzip.compress("نص الخبر".encode()), "story.txt.gz")
    assert got.id == "story"


@pytest.mark.parametrize("cut", [12, -4])
def test_damaged_gzip_is_refused(reading, cut):
    articles, (rejection,) = reading(gzip.compress("نص الخبر".encode() * 99)[:cut], "a.txt.gz")
    assert articles == []
    assert "damaged" in rejection.reason


def test_a_member_without_a_name_is_passed_over(reading):
    data = zipped({"x": "نص", "b.txt": "نص"}, zipfile.ZIP_STORED)
    nameless = bytearray(data)
    central = data.index(b"PK\x01\x02")
    nameless[central + 28 : central + 30] = b"\0\0"  # the length of the name of x
    del nameless[central + 46]
    end = nameless.index(b"PK\x05\x06")
    size = int.from_bytes(nameless[end + 12 : end + 16], "little") - 1
    nameless[end + 12 : end + 16] = size.to_bytes(4, "little")
    articles, rejections = reading(bytes(nameless), "wire.zip")
    assert [got.id for got in articles] == ["b"]
    assert rejections == []
