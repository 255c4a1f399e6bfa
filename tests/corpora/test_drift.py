"""The drift items keep their format, their offsets and their halves."""

import json
import re
import unicodedata
from collections import Counter
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest

DRIFT = Path(__file__).parents[2] / "corpora" / "drift"
HALVES = ("dev.jsonl", "test.jsonl")
FILES = (*HALVES, "dev_fourth.jsonl")
FIELDS = {"id", "phenomenon", "lang", "siblings", "faithful", "drifted", "spans", "extra"}
PHENOMENA = {
    "number", "name", "role", "reversal", "polarity", "certainty", "attribution", "sense", "cause",
    "omission",
}  # fmt: skip


def _read(name: str) -> list[dict[str, Any]]:
    lines = (DRIFT / name).read_text(encoding="utf-8").split("\n")
    return [json.loads(line) for line in lines if line]


def _shared(one: str, other: str) -> tuple[int, int]:
    """Lengths of the longest common prefix and of the longest common suffix."""
    return _prefix(one, other), _prefix(one[::-1], other[::-1])


def _prefix(one: str, other: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


@pytest.mark.parametrize("name", FILES)
def test_every_item_has_the_documented_fields(name: str) -> None:
    for item in _read(name):
        assert set(item) == FIELDS, item["id"]
        assert item["phenomenon"] in PHENOMENA, item["id"]
        assert re.fullmatch(rf"{item['phenomenon']}-(\d{{3}}|b\d\d)", item["id"]), item["id"]
        assert 1 <= len(item["siblings"]) <= 3, item["id"]
        assert item["spans"], item["id"]
        for span in item["spans"]:
            assert set(span) == {"start", "end", "quote", "severity", "note"}, item["id"]
            assert span["severity"] in {"minor", "major", "critical"}, item["id"]
            assert span["note"], item["id"]


@pytest.mark.parametrize("name", FILES)
def test_spans_quote_whole_words_of_the_drifted_text_in_order(name: str) -> None:
    for item in _read(name):
        end = 0
        for span in item["spans"]:
            text = item["drifted"]
            assert text[span["start"] : span["end"]] == span["quote"] != "", item["id"]
            assert span["start"] >= end, item["id"]
            assert not re.search(r"\w$", text[: span["start"]]), item["id"]
            assert not re.match(r"\w", text[span["end"] :]), item["id"]
            end = span["end"]


@pytest.mark.parametrize("name", FILES)
def test_the_drifted_text_differs_from_the_faithful_one_inside_its_spans(name: str) -> None:
    for item in _read(name):
        before, after = _shared(item["faithful"], item["drifted"])
        first, last = sorted((before, len(item["drifted"]) - after))
        assert any(s["start"] <= last and first <= s["end"] for s in item["spans"]), item["id"]


@pytest.mark.parametrize("name", FILES)
def test_the_extra_text_is_the_faithful_one_with_an_insertion(name: str) -> None:
    for item in _read(name):
        assert len(item["extra"]) > len(item["faithful"]), item["id"]
        assert sum(_shared(item["faithful"], item["extra"])) >= len(item["faithful"]), item["id"]


@pytest.mark.parametrize("name", FILES)
def test_texts_are_clean_unicode_in_whole_sentences(name: str) -> None:
    for item in _read(name):
        for text in (*item["siblings"], item["faithful"], item["drifted"], item["extra"]):
            assert text == unicodedata.normalize("NFC", text).strip(), item["id"]
            assert not re.search(r" {2}|\s[،؛؟.]|\ufffd|&\w+;|[⟦⟧¦‹›{}|]", text), item["id"]
            assert re.search(r"[.!؟»]$", text), item["id"]


def test_the_halves_share_phenomena_evenly_and_no_event() -> None:
    dev, test = (_read(name) for name in HALVES)
    assert len({item["id"] for item in dev + test}) == len(dev + test) >= 320
    assert len({item["faithful"] for item in dev + test}) == len(dev + test)
    counts = [Counter(item["phenomenon"] for item in half) for half in (dev, test)]
    assert counts[0].keys() == counts[1].keys() == PHENOMENA
    assert all(abs(counts[0][phenomenon] - counts[1][phenomenon]) <= 2 for phenomenon in PHENOMENA)
    events = [{tuple(item["siblings"]) for item in half} for half in (dev, test)]
    assert not events[0] & events[1]


def test_about_a_fifth_of_the_items_have_a_sibling_in_another_script() -> None:
    items = [item for name in HALVES for item in _read(name)]
    foreign = [i for i in items if any(re.match(r"[^\u0600-\u06ff]+$", s) for s in i["siblings"])]
    assert 0.15 <= len(foreign) / len(items) <= 0.3
