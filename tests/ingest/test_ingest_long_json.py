"""A JSON document of any length is read article by article."""

from __future__ import annotations

import io
import json
import tracemalloc
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tadqiq.errors import IngestError
from tadqiq.ingest import elements, jsonl, read
from tadqiq.ingest.elements import Elements
from tadqiq.model import Rejection

LONG = "وصل الوفد إلى العاصمة. " * 500  # 11,500 characters
values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text() | st.floats(allow_nan=False, allow_infinity=False),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=8,
)  # fmt: skip


@pytest.fixture
def sooner(monkeypatch):
    """Documents are read element by element from 128 KiB on, so that small ones show it."""
    monkeypatch.setattr(jsonl, "MAX_LINE", 2**17)
    monkeypatch.setattr(elements, "MAX_LINE", 2**17)
    monkeypatch.setattr(elements, "_CHUNK", 2**14)


def document(count, **more):
    return [{"id": f"a{n}", "text": f"{n} {LONG}", "lang": "ar"} | more for n in range(count)]


def written(value) -> io.BytesIO:
    return io.BytesIO(json.dumps(value).encode())


@given(st.lists(values, max_size=5), st.integers(1, 40), st.booleans(), st.sampled_from([None, 1]))
def test_the_elements_are_those_of_the_document(given_values, chunk, ascii_only, indent):
    text = json.dumps(given_values, ensure_ascii=ascii_only, indent=indent)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(elements, "_CHUNK", chunk)
        found = [json.loads(one) for one in Elements(io.BytesIO(text.encode("utf-8", "replace")))]
    assert found == json.loads(text.encode("utf-8", "replace"))


@given(st.binary(max_size=200), st.integers(1, 40))
def test_no_bytes_break_the_reading(data, chunk):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(elements, "_CHUNK", chunk)
        with suppress(IngestError):
            assert all(isinstance(one, str) for one in Elements(io.BytesIO(b"[" + data)))


@pytest.mark.parametrize("form", ["array", "articles", "feed"])
def test_a_document_longer_than_one_record_may_be_is_read_through(form, sooner):
    records = document(60)
    if form == "array":
        data = written(records)
    elif form == "articles":
        data = written({"made": {"by": ["hand"]}, "articles": records, "after": 1})
    else:
        items = [{"id": one["id"], "content_text": one["text"]} for one in records]
        feed = {"version": "https://jsonfeed.org/version/1.1", "title": "الضفتان", "items": items}
        data = written(feed)
    assert data.getbuffer().nbytes > 2**21
    found = list(read(["-"], stdin=data))
    assert [one.text.split()[0] for one in found] == [str(n) for n in range(60)]
    assert all(one.outlet == ("الضفتان" if form == "feed" else None) for one in found)


def test_a_long_document_takes_the_memory_of_one_record(sooner):
    data = written(document(100))
    tracemalloc.start()
    for one in read(["-"], stdin=data):
        assert len(one.text) > 10_000
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 2**20


def test_one_bad_article_of_many_is_rejected_and_the_rest_read(sooner):
    records = document(20)
    records[3] = {"id": "a3"}
    records[4] = "no article"
    found = list(read(["-"], stdin=written(records)))
    assert len(found) == 20
    assert [n for n, one in enumerate(found) if isinstance(one, Rejection)] == [3, 4]


def test_a_document_that_breaks_off_gives_what_came_before(sooner):
    data = written(document(20)).getvalue()
    found = list(read(["-"], stdin=io.BytesIO(data[:-100])))
    assert [one.text.split()[0] for one in found[:-1]] == [str(n) for n in range(19)]
    assert isinstance(found[-1], Rejection)
    assert "breaks off" in found[-1].reason


def test_an_article_that_is_too_long_is_named_with_what_was_not_read(sooner):
    records = document(20)
    records[5]["text"] *= 12
    *before, last = read(["-"], stdin=written(records))
    assert len(before) == 5
    assert "131,072 characters" in last.reason


def test_a_short_document_may_hold_its_articles_in_a_member():
    found = list(read(["-"], stdin=io.BytesIO(b'{\n"articles": [{"id": "x", "text": "one"}]}')))
    assert [one.id for one in found] == ["x"]
