"""Article records (JSON Lines, JSON): what is said comes in, what is wrong is named."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tadqiq.ingest import read
from tadqiq.model import Article, Rejection

GOOD = {"id": "a", "text": "نص الخبر"}


def items(path: Path, *records: object) -> list[Article | Rejection]:
    rows = [row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in records]
    path.write_text("\n".join(rows), encoding="utf-8")
    return list(read([str(path)]))


def one(tmp_path: Path, **fields: object) -> Article | Rejection:
    (item,) = items(tmp_path / "feed.jsonl", GOOD | fields)
    return item


def test_every_field_of_the_record_is_read(tmp_path):
    article = one(
        tmp_path,
        title="عنوان",
        lang="ar",
        outlet="وكالة",
        url="https://example.org/1",
        published="2025-07-04T18:30:00+03:00",
        event="call",
        source_text="The story",
        references=["ترجمة"],
        desk="world",
    )
    assert isinstance(article, Article)
    assert article.text == "عنوان\n\nنص الخبر"
    assert (article.title, article.lang, article.outlet) == ("عنوان", "ar", "وكالة")
    assert article.published == datetime.fromisoformat("2025-07-04T15:30:00+00:00")
    assert (article.event, article.source_text) == ("call", "The story")
    assert article.references == ("ترجمة",)
    assert article.extra == {"desk": "world"}
    assert article.origin == str(tmp_path / "feed.jsonl") + ":1"


def test_a_title_that_opens_the_text_is_not_repeated(tmp_path):
    article = one(tmp_path, title="نص", text="نص الخبر")
    assert isinstance(article, Article)
    assert article.text == "نص الخبر"


@pytest.mark.parametrize("published", ["2025-07-04", "2025-07-04T00:00:00", "2025-07-04T00:00:00Z"])
def test_times_without_a_zone_are_utc_so_that_all_compare(tmp_path, published):
    article = one(tmp_path, published=published)
    assert isinstance(article, Article)
    assert article.published == datetime(2025, 7, 4, tzinfo=UTC)


def test_declared_machine_translation_is_kept_as_declared(tmp_path):
    article = one(tmp_path, lang="ar-x-mtfrom-en")
    assert isinstance(article, Article)
    assert (article.lang, article.extra["declared_lang"]) == ("ar", "ar-x-mtfrom-en")


def test_null_and_empty_optional_fields_are_absent(tmp_path):
    article = one(tmp_path, title="", outlet=None, published="", references=None)
    assert isinstance(article, Article)
    assert (article.title, article.outlet, article.published) == (None, None, None)


def test_a_number_as_id_is_its_digits(tmp_path):
    article = one(tmp_path, id=17)
    assert isinstance(article, Article)
    assert article.id == "17"


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        ({"id": "x"}, 'field "text" is missing'),
        ({"text": "نص"}, 'field "id" is missing'),
        ({"id": "", "text": "نص"}, 'field "id" is empty'),
        ({"id": True, "text": "نص"}, 'field "id" must be a string, found a boolean'),
        ({"id": "x", "text": 3}, 'field "text" must be a string, found a number'),
        ({"id": "x", "text": None}, 'field "text" must be a string, found null'),
        ({"id": "x", "text": ""}, "empty"),
        ({"id": "x", "text": " \n"}, "only white space"),
        ({"id": "x", "text": "123 !"}, "no letters"),
        ({"id": "x", "text": "نص", "title": []}, 'field "title" must be a string, found a list'),
        (
            {"id": "x", "text": "نص", "published": "4 يوليو"},
            'field "published" must be an ISO 8601',
        ),
        ({"id": "x", "text": "نص", "references": "y"}, 'field "references" must be a list'),
        ({"id": "x", "text": "نص", "references": [1]}, 'field "references" must be a list'),
        (["x"], "expected an object, found a list"),
        ('{"id": "x", "text": "نص', "not valid JSON"),
        ('{"id": "x", "text": "نص", "score": NaN}', "NaN"),
        ('{"id": "x", "text": "نص", "score": 1e999}', "too large"),
        ('{"id": "x", "text": "نص", "n": ' + "1" * 5000 + "}", "not valid JSON"),
        ("[" * 100_000, "nested too deeply"),
        ("junk", "not valid JSON"),
    ],
)
def test_a_bad_line_is_named_and_the_next_is_read(tmp_path, row, reason):
    path = tmp_path / "feed.jsonl"
    bad, good = items(path, row, "", GOOD)
    assert isinstance(bad, Rejection)
    assert bad.origin == f"{path}:1"
    assert reason in bad.reason
    assert isinstance(good, Article)
    assert good.origin == f"{path}:3"


def test_a_fifty_megabyte_line_is_refused_and_the_next_is_read(tmp_path):
    path = tmp_path / "feed.jsonl"
    path.write_bytes(
        b'{"id": "big", "text": "' + b"x" * 50_000_000 + b'"}\n' + json.dumps(GOOD).encode()
    )
    bad, good = read([str(path)])
    assert isinstance(bad, Rejection)
    assert "the line is longer than" in bad.reason
    assert isinstance(good, Article)


def test_a_lone_surrogate_becomes_one_replacement_character(tmp_path):
    article = next(
        iter(items(tmp_path / "f.jsonl", r'{"id": "s", "text": "\ud800ab \ud83d\ude00"}'))
    )
    assert isinstance(article, Article)
    assert article.text == "\ufffdab 😀"


def test_a_json_document_holds_a_record_or_an_array(tmp_path):
    (single,) = items(tmp_path / "one.json", json.dumps(GOOD, indent=2))
    assert isinstance(single, Article)
    first, second = items(tmp_path / "many.json", [GOOD | {"id": "b"}, {"id": "c"}])
    assert isinstance(first, Article)
    assert second == Rejection(
        f"{tmp_path / 'many.json'}[1]",
        'field "text" is missing; an article record needs "id" and "text"',
    )


def test_json_lines_under_the_name_of_json_are_read(tmp_path):
    broken, good = items(tmp_path / "feed.json", '{"id": "x", "text":', GOOD)
    assert isinstance(broken, Rejection)
    assert isinstance(good, Article)


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1256"])
def test_records_in_other_encodings_are_read(tmp_path, encoding):
    path = tmp_path / "feed.jsonl"
    rows = [{"id": str(n), "text": f"قال الرئيس إن البلاد بخير {n}"} for n in range(3)]
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), encoding)
    assert [item.text for item in read([str(path)]) if isinstance(item, Article)] == [
        row["text"] for row in rows
    ]


@given(text=st.text(), name=st.text())
def test_no_character_moves_between_record_and_article(tmp_path_factory, text, name):
    path = tmp_path_factory.mktemp("records") / "feed.jsonl"
    path.write_text(json.dumps({"id": "i", "text": "ا" + text, "field": name}))
    (article,) = read([str(path)])
    assert isinstance(article, Article)
    assert len(article.text) == len(text) + 1
    article.text.encode()
    str(article.extra).encode()
