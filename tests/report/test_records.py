"""The records that other programs read."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from typing import Any

import jsonschema
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tadqiq.model import (
    Article,
    ArticleAudit,
    Audit,
    Category,
    Document,
    Drift,
    Event,
    Evidence,
    Finding,
    Message,
    Profile,
    Score,
    Severity,
    Span,
    Suggestion,
)
from tadqiq.report import Layout, StreamingReporter, reporter, schema

CONTRACT = [
    "id", "title", "outlet", "url", "published", "lang", "words", "text_sha256", "quality", "rank",
    "drift", "mt_likelihood", "event", "siblings", "signature", "findings",
]  # fmt: skip
VALIDATOR = jsonschema.Draft202012Validator(schema())
WORDS = st.text(max_size=20)
SHARE = st.floats(0, 1)
PERCENT = st.floats(0, 100)
SPANS = st.tuples(st.integers(0, 500), st.integers(0, 50)).map(
    lambda pair: Span(pair[0], pair[0] + pair[1])
)
FINDINGS = st.builds(
    Finding,
    code=st.from_regex(r"[A-Z][0-9]{3}", fullmatch=True),
    kind=WORDS,
    category=st.sampled_from(Category),
    severity=st.sampled_from(Severity),
    confidence=SHARE,
    span=SPANS,
    quote=WORDS,
    message=st.builds(Message, WORDS, WORDS),
    suggestions=st.lists(st.builds(Suggestion, WORDS, st.booleans()), max_size=2).map(tuple),
    evidence=st.lists(st.builds(Evidence, WORDS, SPANS, WORDS, SHARE), max_size=2).map(tuple),
)
ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | WORDS | st.datetimes() | st.binary(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(WORDS, inner, max_size=3),
    max_leaves=6,
)
ARTICLES = st.builds(
    Article,
    id=WORDS,
    text=st.text(max_size=50) | st.just("lone \ud800 surrogate"),
    title=st.none() | WORDS,
    outlet=st.none() | WORDS,
    url=st.none() | WORDS,
    published=st.none() | st.datetimes(min_value=datetime(1900, 1, 1)),
    extra=st.dictionaries(WORDS, ANYTHING, max_size=3),
)
AUDITED = st.builds(
    ArticleAudit,
    ARTICLES.map(lambda article: Document(article, Profile(code="ar", name="", script=""), ())),
    st.lists(FINDINGS, max_size=3).map(tuple),
    st.builds(Drift, st.none() | SHARE, unsupported=st.integers(0, 99)),
    st.builds(
        Score, PERCENT, PERCENT, PERCENT, st.booleans(), st.floats(0, 1e6), st.integers(0, 10**6),
        SHARE, st.none() | PERCENT,
    ),
    st.builds(Event, WORDS, st.lists(WORDS, max_size=3).map(tuple)),
    st.integers(1, 10**6),
    st.booleans(),
)  # fmt: skip


def records(audit: Audit, layout: Layout | None = None) -> list[dict[str, Any]]:
    text = reporter("jsonl", layout or Layout()).render(audit, "en")
    return [json.loads(line) for line in text.split("\n")[:-1]]


def test_the_published_schema_is_itself_valid() -> None:
    jsonschema.Draft202012Validator.check_schema(schema())


@settings(max_examples=60)
@given(st.lists(AUDITED, max_size=2).map(tuple))
def test_every_record_fits_the_published_schema(articles: tuple[ArticleAudit, ...]) -> None:
    audit = Audit(articles, (), "tadqiq:0")
    text = reporter("jsonl").render(audit, "ar")
    text.encode()  # what cannot be written is of no use
    found = records(audit)
    assert len(found) == len(articles)
    for record in found:
        VALIDATOR.validate(record)


@pytest.mark.parametrize("name", CONTRACT)
def test_a_record_that_lacks_what_was_promised_does_not_fit(audit: Audit, name: str) -> None:
    record = records(audit)[0]
    del record[name]
    with pytest.raises(jsonschema.ValidationError, match=name):
        VALIDATOR.validate(record)


def test_a_record_holds_what_was_promised_in_the_order_promised(audit: Audit) -> None:
    assert list(records(audit)[0])[: len(CONTRACT)] == CONTRACT


def test_offsets_cut_the_quote_out_of_the_text(audit: Audit) -> None:
    text = audit.articles[0].document.text
    for finding in records(audit)[0]["findings"]:
        assert text[finding["start"] : finding["end"]] == finding["quote"]


def test_no_sibling_is_null_and_not_nought(audit: Audit) -> None:
    assert [record["drift"] for record in records(audit)] == [0.25, 0.0, None]


def test_records_come_in_input_order_unless_ranking_is_asked_for(audit: Audit) -> None:
    assert [record["rank"] for record in records(audit)] == [3, 1, 2]
    assert [record["rank"] for record in records(audit, Layout(order="best"))] == [1, 2, 3]


def test_messages_are_in_the_language_asked_for(audit: Audit) -> None:
    arabic = json.loads(reporter("jsonl").render(audit, "ar").split("\n")[0])
    assert arabic["findings"][3]["message"] == "الصفة لا تطابق الموصوف."


def test_unknown_input_fields_come_out_again(audit: Audit) -> None:
    assert records(audit)[0]["extra"] == {"desk": "عالم", "score": None, "tags": ["a", 1]}


def test_streaming_writes_what_the_whole_report_writes(audit: Audit) -> None:
    streaming = reporter("jsonl")
    assert isinstance(streaming, StreamingReporter)
    parts = [streaming.record(article, audit.signature, "en") for article in audit.articles]
    assert "".join(parts) == streaming.render(audit, "en")
    assert all(part.count("\n") == 1 and part.endswith("\n") for part in parts)


def test_the_json_object_holds_the_same_records_and_what_was_not_audited(audit: Audit) -> None:
    whole = json.loads(reporter("json").render(audit, "en"))
    assert list(whole) == ["signature", "articles", "rejections"]
    assert whole["articles"] == records(audit)
    assert whole["rejections"] == [
        {"origin": "feed/empty.txt", "reason": "empty file; there is nothing to audit"}
    ]


def test_nothing_audited_is_an_empty_file_and_an_empty_list(audit: Audit) -> None:
    nothing = replace(audit, articles=())
    assert reporter("jsonl").render(nothing, "en") == ""
    assert json.loads(reporter("json").render(nothing, "en"))["articles"] == []
