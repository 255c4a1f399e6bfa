"""The machine-translated articles keep their format, their offsets and their siblings."""

import json
import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest

MACHINE = Path(__file__).parents[2] / "corpora" / "machine"
HALVES = ("dev", "test")
KINDS = {
    "latin", "calque", "word-form", "syntax", "grammar", "name", "duplication", "boilerplate",
    "encoding", "style", "meaning", "agreement.gender", "agreement.number",
    "agreement.definiteness", "agreement.case", "agreement.person", "punctuation.spacing",
    "punctuation.quotes", "punctuation.script",
}  # fmt: skip
SPAN_FIELDS = {"start", "end", "quote", "kind", "severity", "correction", "note", "optional"}


def _gold(half: str) -> list[dict[str, Any]]:
    lines = (MACHINE / half / "gold.jsonl").read_text(encoding="utf-8").split("\n")
    return [json.loads(line) for line in lines if line]


def _text(half: str, article: dict[str, Any]) -> str:
    path: Path = MACHINE / half / article["file"]
    return path.read_bytes().decode("utf-8")


def _is_sibling(article: dict[str, Any]) -> bool:
    return re.fullmatch(r"m\d\d_\w+_s\d", article["id"]) is not None


def _corrected(text: str, spans: list[dict[str, Any]]) -> str:
    start = len(text)
    outermost: list[dict[str, Any]] = []
    for span in sorted(spans, key=lambda span: (span["start"], -span["end"])):
        if not outermost or span["start"] >= outermost[-1]["end"]:
            outermost.append(span)
    for span in reversed(outermost):
        assert span["end"] <= start
        start = span["start"]
        text = text[:start] + (span["correction"] or "") + text[span["end"] :]
    return text


@pytest.mark.parametrize("half", HALVES)
def test_gold_lists_every_article_of_its_folder_once(half: str) -> None:
    files = [article["file"] for article in _gold(half)]
    assert sorted(files) == sorted(path.name for path in (MACHINE / half).glob("*.txt"))
    assert all(article["file"] == f"{article['id']}.txt" for article in _gold(half))


def test_no_event_lies_in_both_halves() -> None:
    numbers = [{article["id"][:3] for article in _gold(half)} for half in HALVES]
    assert not numbers[0] & numbers[1]


@pytest.mark.parametrize("half", HALVES)
def test_every_machine_article_has_a_source_and_a_sibling(half: str) -> None:
    gold = _gold(half)
    siblings = {article["id"].rsplit("_", 1)[0] for article in gold if _is_sibling(article)}
    machine = {article["id"] for article in gold if not _is_sibling(article)}
    assert siblings == machine
    sources = {path.name[:3] for path in (MACHINE / half / "sources").glob("*.txt")}
    assert sources == {identity[:3] for identity in machine}


@pytest.mark.parametrize("half", HALVES)
def test_every_span_has_the_documented_fields_and_quotes_its_text(half: str) -> None:
    for article in _gold(half):
        text = _text(half, article)
        assert bool(article["spans"]) != _is_sibling(article), article["id"]
        for span in article["spans"]:
            where = (article["id"], span["quote"])
            assert set(span) == SPAN_FIELDS, where
            assert span["kind"] in KINDS, where
            assert span["severity"] in {"minor", "major", "critical"}, where
            assert text[span["start"] : span["end"]] == span["quote"], where
            assert span["quote"].strip("\n") == span["quote"] != span["correction"], where
            assert span["note"], where
            assert isinstance(span["optional"], bool), where


@pytest.mark.parametrize("half", HALVES)
def test_spans_are_ordered_nest_or_stand_apart_and_are_marked_once(half: str) -> None:
    for article in _gold(half):
        places = [(span["start"], span["end"]) for span in article["spans"]]
        assert places == sorted(set(places)), article["id"]
        for start, end in places:
            crossing = [place for place in places if start < place[0] < end < place[1]]
            assert not crossing, (article["id"], crossing)


@pytest.mark.parametrize("half", HALVES)
def test_corrected_articles_keep_no_foreign_word_and_no_loose_punctuation(half: str) -> None:
    for article in _gold(half):
        text = _corrected(_text(half, article), article["spans"])
        foreign = re.search(r"[^\W\d_](?<![\u0621-\u0652])", text)
        assert foreign is None, (article["id"], foreign)
        loose = re.search(r" [،؛:.]| {2,}|[(“] | [)”]", text)
        assert loose is None, (article["id"], loose)


@pytest.mark.parametrize("half", HALVES)
def test_texts_are_composed_and_free_of_invisible_characters(half: str) -> None:
    for article in _gold(half):
        text = _text(half, article)
        assert unicodedata.normalize("NFC", text) == text, article["id"]
        assert not re.search(r"[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff\t\r]", text)
