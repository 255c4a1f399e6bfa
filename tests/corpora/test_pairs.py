"""The minimal pairs keep their format, their offsets and their halves."""

import json
import re
import unicodedata
from collections import Counter
from pathlib import Path
from typing import Any

import pytest

PAIRS = Path(__file__).parents[2] / "corpora" / "pairs"
KINDS = {
    "latin", "calque", "word-form", "syntax", "grammar", "name", "duplication", "boilerplate",
    "encoding", "style", "agreement.gender", "agreement.number", "agreement.definiteness",
    "agreement.case", "agreement.person", "punctuation.spacing", "punctuation.quotes",
    "punctuation.script",
}  # fmt: skip
PAIR_FILES = [
    "dev.jsonl",
    "dev_grammar.jsonl",
    "dev_second.jsonl",
    "dev_third.jsonl",
    "dev_sixth.jsonl",
    "dev_seventh.jsonl",
    "dev_eighth.jsonl",
    "train.jsonl",
    "test.jsonl",
]
MEASURED = [
    "dev_third.jsonl", "dev_fourth.jsonl", "dev_sixth.jsonl", "dev_seventh.jsonl",
    "dev_eighth.jsonl", "test.jsonl",
]  # fmt: skip
SIDES = ("wrong", "right")
MARK = re.compile(r"⟦([a-z]+):([^⟦⟧|]+)\|([^⟦⟧|]+)⟧")
MARKED = {
    "sense", "calque", "syntax", "gender", "number", "person", "case", "definite", "numeral",
    "form", "style", "name",
}  # fmt: skip
PAIR_FIELDS = {"id", "kind", "lang", "wrong", "right", "spans"}
SPAN_FIELDS = {"start", "end", "quote", "kind", "severity", "correction", "note"}


def _read(name: str) -> list[dict[str, Any]]:
    lines = (PAIRS / name).read_text(encoding="utf-8").split("\n")
    return [json.loads(line) for line in lines if line]


def _passages() -> list[str]:
    return (PAIRS / "train_passages.tsv").read_text(encoding="utf-8").splitlines()


def _corrected(pair: dict[str, Any]) -> str:
    text: str = pair["wrong"]
    for span in sorted(pair["spans"], key=lambda span: span["start"], reverse=True):
        text = text[: span["start"]] + (span["correction"] or "") + text[span["end"] :]
    if any(span["correction"] is None for span in pair["spans"]):
        text = re.sub(" {2,}", " ", text).strip()
    return text


@pytest.mark.parametrize("name", PAIR_FILES)
def test_every_pair_has_the_documented_fields(name: str) -> None:
    for pair in _read(name):
        assert set(pair) == PAIR_FIELDS, pair["id"]
        assert pair["spans"], pair["id"]
        assert pair["kind"] in {span["kind"] for span in pair["spans"]}, pair["id"]
        for span in pair["spans"]:
            assert set(span) == SPAN_FIELDS, pair["id"]
            assert span["kind"] in KINDS, pair["id"]
            assert span["severity"] in {"minor", "major", "critical"}, pair["id"]
            assert span["note"], pair["id"]


@pytest.mark.parametrize("name", PAIR_FILES)
def test_spans_quote_the_wrong_text_in_order_without_overlap(name: str) -> None:
    for pair in _read(name):
        end = 0
        for span in pair["spans"]:
            assert pair["wrong"][span["start"] : span["end"]] == span["quote"] != "", pair["id"]
            assert span["start"] >= end, pair["id"]
            end = span["end"]


@pytest.mark.parametrize("name", PAIR_FILES)
def test_the_corrections_turn_the_wrong_text_into_the_right_one(name: str) -> None:
    for pair in _read(name):
        assert pair["wrong"] != pair["right"], pair["id"]
        assert _corrected(pair) == pair["right"], pair["id"]


def test_the_halves_share_kinds_evenly_and_no_text() -> None:
    dev, test = _read("dev.jsonl"), _read("test.jsonl")
    assert abs(len(dev) - len(test)) <= 1
    groups = [Counter(pair["id"].rsplit("-", 1)[0] for pair in half) for half in (dev, test)]
    assert groups[0].keys() == groups[1].keys()
    assert all(abs(groups[0][group] - groups[1][group]) <= 1 for group in groups[0])
    assert len({pair["id"] for pair in dev + test}) == len(dev + test) >= 560
    assert len({pair["right"] for pair in dev + test}) == len(dev + test)


def test_right_texts_and_human_passages_are_clean_unicode() -> None:
    texts = [pair["right"] for name in ("dev.jsonl", "test.jsonl") for pair in _read(name)]
    texts += [passage["text"] for passage in _read("human.jsonl")]
    for text in texts:
        assert text == unicodedata.normalize("NFKC", text.replace("…", "")), text
        assert not re.search(r" {2}|\s[،؛؟.]|\ufffd|&\w+;", text), text


def test_nothing_that_is_learned_from_is_in_a_set_that_is_measured_by() -> None:
    learned = {pair[side] for pair in _read("train.jsonl") for side in SIDES}
    learned |= {passage["text"] for passage in _read("train_good.jsonl")}
    for name in MEASURED:
        assert not {pair[side] for pair in _read(name) for side in SIDES} & learned


@pytest.mark.parametrize("side", [1, 2], ids=["wrong", "right"])
def test_no_sentence_of_the_passages_is_in_a_set_that_is_measured_by(side: int) -> None:
    measured = {pair[kind] for name in MEASURED for pair in _read(name) for kind in SIDES}
    for passage in _passages():
        text = MARK.sub(lambda mark: mark[side + 1], passage)
        assert not any(text.find(sentence) >= 0 for sentence in measured)


def test_every_mark_of_a_passage_has_a_kind_and_two_sides_that_differ() -> None:
    passages = _passages()
    assert len(set(passages)) == len(passages) >= 3000
    assert sum(bool(MARK.search(passage)) for passage in passages) >= 2900
    for passage in passages:
        marks = MARK.findall(passage)
        assert passage.count("⟦") == passage.count("⟧") == len(marks), passage
        assert all(kind in MARKED and wrong != right for kind, wrong, right in marks), passage


def test_human_passages_have_an_id_a_language_and_a_text_each() -> None:
    passages = _read("human.jsonl")
    assert len(passages) >= 150
    assert all(set(passage) == {"id", "lang", "text"} for passage in passages)
    assert len({passage["id"] for passage in passages}) == len(passages)
    assert len({passage["text"] for passage in passages}) == len(passages)
