"""The articles with their events keep their format, their halves and what makes them hard."""

import json
import re
import unicodedata
from collections import Counter
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest

EVENTS = Path(__file__).parents[2] / "corpora" / "events"
HALVES = ("dev.jsonl", "test.jsonl")
FILES = {
    "dev.jsonl": "outlet",
    "test.jsonl": "outlet",
    "dev_second.jsonl": "title",
    "train.jsonl": "outlet",
}


def _read(name: str) -> list[dict[str, Any]]:
    lines = (EVENTS / name).read_text(encoding="utf-8").split("\n")
    return [json.loads(line) for line in lines if line]


def _all() -> list[dict[str, Any]]:
    return [article for name in HALVES for article in _read(name)]


@pytest.mark.parametrize("name", FILES)
def test_every_article_has_the_documented_fields(name: str) -> None:
    fields = {"id", "lang", "published", FILES[name], "text", "event"}
    for article in _read(name):
        assert set(article) == fields, article["id"]
        assert article["lang"] in {"ar", "en", "fr"}, article["id"]
        assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", article["event"]), article["id"]
        if article["published"] is not None:
            assert datetime.fromisoformat(article["published"]).tzinfo, article["id"]


@pytest.mark.parametrize("name", FILES)
def test_every_article_is_on_one_event_and_events_are_of_one_file(name: str) -> None:
    articles = _read(name)
    assert len({article["id"] for article in articles}) == len(articles)
    for other in FILES.keys() - {name}:
        assert not {a["event"] for a in articles} & {a["event"] for a in _read(other)}, other


@pytest.mark.parametrize("name", FILES)
def test_texts_are_clean_unicode_of_a_short_article(name: str) -> None:
    fewest = 45 if name in HALVES else 15
    for article in _read(name):
        text = article["text"]
        assert fewest <= len(text.split()) <= 150, article["id"]
        assert text == unicodedata.normalize("NFC", text).strip(), article["id"]
        assert not re.search(r" {2}|\s[،؛.]|\ufffd|&\w+;", text), article["id"]


def test_the_halves_share_no_event_and_no_text() -> None:
    dev, test = (_read(name) for name in HALVES)
    assert not {a["event"] for a in dev} & {a["event"] for a in test}
    assert not {a["text"] for a in dev} & {a["text"] for a in test}
    assert len({a["id"] for a in dev + test}) == len(dev + test)
    assert abs(len(dev) - len(test)) <= 5


def test_the_set_is_as_large_and_as_mixed_as_its_readme_says() -> None:
    articles = _all()
    sizes = Counter(article["event"] for article in articles)
    languages = Counter(article["lang"] for article in articles)
    undated = sum(article["published"] is None for article in articles)
    assert len(articles) >= 90
    assert len(sizes) >= 30
    assert set(sizes.values()) == {1, 2, 3, 4, 6}
    assert languages["ar"] / len(articles) == pytest.approx(0.6, abs=0.05)
    assert min(languages.values()) >= 15
    assert undated / len(articles) == pytest.approx(1 / 3, abs=0.04)


def test_wire_copies_carry_most_of_another_outlets_sentences() -> None:
    articles = _all()
    sentences = [set(re.split(r"(?<=[.!؟»])\s|\n+", article["text"])) for article in articles]
    copies = [
        (one, other)
        for i, one in enumerate(articles)
        for j, other in enumerate(articles[:i])
        if len(sentences[i] & sentences[j]) >= 3
    ]
    assert len(copies) >= 10
    for one, other in copies:
        assert one["event"] == other["event"]
        assert one["outlet"] != other["outlet"]
