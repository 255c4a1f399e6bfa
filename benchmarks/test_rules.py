"""Rules alone, on the seed articles: cold forms are read before the clock starts."""

from __future__ import annotations

from pathlib import Path

import pytest

from tadqiq.detect import detect
from tadqiq.languages import load, profile_for
from tadqiq.model import Article, Document
from tadqiq.text import segment

SEEDS = sorted((Path(__file__).parents[1] / "corpora" / "seeds").glob("*.txt"))


def documents() -> list[Document]:
    """Segmented anew, so that nothing is known of them yet."""
    articles = (Article(id=p.stem, text=p.read_bytes().decode(), lang="ar") for p in SEEDS)
    return [segment(article, profile_for) for article in articles]


@pytest.mark.benchmark(group="rules")
@pytest.mark.parametrize("family", ["", "A", "C", "D", "L", "N", "P", "S"])
def test_rules(benchmark, family: str) -> None:
    """Five articles of 320–560 words; "" is every rule."""
    rules = [rule for rule in load("ar").rules if rule.code.startswith(family) and rule.enabled]

    def every(docs: list[Document]) -> int:
        return sum(len(detect(doc, rules)) for doc in docs)

    every(documents())
    benchmark.pedantic(every, setup=lambda: ((documents(),), {}), rounds=20)
