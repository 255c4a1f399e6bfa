"""Good Arabic of our own corpora, on which every rule has to be quiet."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tadqiq.detect import Rule, detect
from tadqiq.languages import load, profile_for
from tadqiq.model import Article
from tadqiq.text import segment

_CORPORA = Path(__file__).parents[3] / "corpora"
_FAMILIES = ("A", "C", "S", "W", "T", "N", "D", "L")


def _rows(name: str) -> Iterator[dict[str, object]]:
    for line in _CORPORA.joinpath(name).read_text("utf-8").splitlines():
        row = json.loads(line)
        if row["lang"] == "ar":
            yield row


def _drift(name: str) -> Iterator[str]:
    """The siblings, and the rendering without drift."""
    for row in _rows(f"drift/{name}.jsonl"):
        siblings = row["siblings"]
        assert isinstance(siblings, list)
        for one in (*siblings, row.get("faithful"), row.get("extra")):
            text = one.get("text") if isinstance(one, dict) else one
            if text:
                yield str(text)


def _passages(name: str) -> Iterator[str]:
    yield from (str(row["text"]) for row in _rows(name))


def _machine_siblings() -> Iterator[str]:
    for path in sorted(_CORPORA.joinpath("machine", "dev").glob("*_s?.txt")):
        yield path.read_text("utf-8")


_TEXTS: dict[str, Callable[[], Iterator[str]]] = {
    "drift dev": lambda: _drift("dev"),
    "drift dev_second": lambda: _drift("dev_second"),
    "events dev": lambda: _passages("events/dev.jsonl"),
    "machine dev siblings": _machine_siblings,
    "human": lambda: _passages("pairs/human.jsonl"),
    "human_more": lambda: _passages("pairs/human_more.jsonl"),
}


@pytest.fixture(scope="module")
def rules() -> tuple[Rule, ...]:
    return tuple(one for one in load("ar").rules if one.enabled and one.code[0] in _FAMILIES)


def _findings(text: str, rules: tuple[Rule, ...]) -> list[tuple[str, str, str]]:
    doc = segment(Article(id="good", text=text, lang="ar"), profile_for)
    return [(one.code, one.quote, text[:80]) for one in detect(doc, rules)]


@pytest.mark.parametrize("name", _TEXTS)
def test_no_rule_flags_good_arabic(name: str, rules: tuple[Rule, ...]) -> None:
    texts = list(dict.fromkeys(_TEXTS[name]()))
    assert texts
    assert [found for text in texts for found in _findings(text, rules)] == []


def test_no_rule_flags_sentences_of_classes_once_mistaken(rules: tuple[Rule, ...]) -> None:
    path = Path(__file__).with_name("good_sentences.txt")
    sentences = path.read_text("utf-8").splitlines()
    found = [one for sentence in sentences for one in _findings(sentence, rules)]
    assert found == []
