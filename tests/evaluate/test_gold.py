"""Reading what people marked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tadqiq.errors import IngestError
from tadqiq.evaluate import load_gold, load_judged, load_pairs, load_passages, sort_of
from tadqiq.model import Severity

CORPORA = Path(__file__).parents[2] / "corpora"
SPAN = {"start": 0, "end": 3, "quote": "نصر", "kind": "calque", "severity": "minor"}
PAIR = {
    "id": "p-1", "kind": "calque", "lang": "ar", "wrong": "نصر", "right": "فوز", "spans": [SPAN],
}  # fmt: skip
JUDGED = {
    "id": "j", "event": "e", "lang": "ar", "system": "s", "paragraphs": ["نص"],
    "metrics": {"M": [1]},
}  # fmt: skip


def written(folder: Path, *records: object) -> Path:
    path = folder / "gold.jsonl"
    lines = [record if isinstance(record, str) else json.dumps(record) for record in records]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_the_seed_articles_are_read_with_every_span_in_place() -> None:
    articles = load_gold(CORPORA / "seeds" / "gold.jsonl")
    assert [len(article.spans) for article in articles] == [0, 8, 104, 5, 7]
    required = [span for article in articles for span in article.spans if not span.optional]
    assert sum(span.severity is Severity.CRITICAL for span in required) == 5
    assert all(article.path and article.path.is_file() for article in articles)


def test_the_minimal_pairs_are_read() -> None:
    pairs = load_pairs(CORPORA / "pairs" / "dev.jsonl")
    assert len(pairs) > 100
    assert all(pair.spans and pair.wrong != pair.right for pair in pairs)


def test_line_ends_of_an_article_keep_their_length(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes("سطر\r\nنصر".encode())
    span = SPAN | {"start": 5, "end": 8}
    articles = load_gold(written(tmp_path, {"id": "a", "file": "a.txt", "spans": [span]}))
    assert articles[0].spans[0].quote == "نصر"


def test_an_article_may_bring_its_text_itself(tmp_path: Path) -> None:
    articles = load_gold(written(tmp_path, {"id": "a", "text": "نصر", "spans": [SPAN]}))
    assert articles[0].text == "نصر"


def test_passages_may_be_lists_of_sentences(tmp_path: Path) -> None:
    whole = {"id": "a", "lang": "ar", "text": "نص"}
    cut = {"id": "b", "lang": "ar", "sentences": ["واحد.", "اثنان."]}
    assert [passage.text for passage in load_passages(written(tmp_path, whole, cut))] == [
        "نص", "واحد.\nاثنان.",
    ]  # fmt: skip


def test_judged_translations_bring_scores_by_paragraph(tmp_path: Path) -> None:
    assert load_judged(written(tmp_path, JUDGED))[0].metrics == {"M": (1.0,)}


@pytest.mark.parametrize(
    ("record", "sort"),
    [
        ({"id": "a", "file": "a.txt", "spans": []}, "gold"),
        (PAIR, "pairs"),
        (JUDGED, "judged"),
        ({"id": "a", "lang": "ar", "sentences": []}, "passages"),
    ],
)
def test_what_a_file_holds_is_seen_from_its_fields(
    tmp_path: Path, record: dict[str, Any], sort: str
) -> None:
    assert sort_of(written(tmp_path, record)) == sort


@pytest.mark.parametrize(
    ("record", "complaint"),
    [
        (PAIR | {"spans": [SPAN | {"quote": "غير"}]}, r":2: the span 0–3 reads 'نصر', not 'غير'"),
        (PAIR | {"spans": [SPAN | {"severity": "grave"}]}, r":2: 'grave' is not a valid Severity"),
        (PAIR | {"spans": [SPAN | {"start": 9}]}, r":2: not a span: start 9, end 3"),
        ({"id": "p"}, r":2: the field 'wrong' is missing; add it"),
        ("{", r":2: no JSON"),
        ("[]", r":2: no JSON object"),
    ],
)
def test_a_broken_record_is_named_by_its_line(
    tmp_path: Path, record: object, complaint: str
) -> None:
    with pytest.raises(IngestError, match=complaint):
        load_pairs(written(tmp_path, PAIR, record))


def test_scores_that_do_not_fit_the_paragraphs_are_refused(tmp_path: Path) -> None:
    with pytest.raises(IngestError, match="1 paragraphs, but 2 scores of M"):
        load_judged(written(tmp_path, JUDGED | {"metrics": {"M": [1, 2]}}))


def test_a_missing_text_is_named(tmp_path: Path) -> None:
    with pytest.raises(IngestError, match=r"gold\.jsonl:1: .*absent\.txt"):
        load_gold(written(tmp_path, {"id": "a", "file": "absent.txt", "spans": []}))


@pytest.mark.parametrize("content", [b"", b"\xff\xfe", b'{"id": 1}\n'])
def test_a_file_of_another_kind_is_refused_with_the_kinds_there_are(
    tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "odd.jsonl"
    path.write_bytes(content)
    with pytest.raises(IngestError, match="give a JSONL file"):
        sort_of(path)
