"""Speed of measuring drift: seconds an article against its siblings."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from tadqiq.drift import measure
from tadqiq.languages import profile_for
from tadqiq.model import Article
from tadqiq.text import segment

_SEEDS = Path(__file__).parents[1] / "corpora" / "seeds"


def _reading(name, text, rng):
    doc = segment(Article(id=name, text=text, lang="ar"), profile_for)
    rows = rng.normal(size=(len(doc.sentences), 384))
    return doc, (rows / np.linalg.norm(rows, axis=1, keepdims=True)).astype(np.float32)


@pytest.mark.parametrize("siblings", [3, 30])
def test_measuring(benchmark, siblings):
    benchmark.group = "drift"
    rng = np.random.default_rng(5)
    texts = [path.read_text("utf-8") for path in sorted(_SEEDS.glob("*.txt"))]
    own = _reading("own", texts[3], rng)
    others = [_reading(f"s{n}", texts[n % 3], rng) for n in range(siblings)]
    result = benchmark(measure, *own, others)
    assert result.value is not None


def test_measuring_an_event_of_five(benchmark):
    """All five articles of one event, each against the other four: what a batch does."""
    benchmark.group = "drift"
    rng = np.random.default_rng(5)
    texts = [path.read_text("utf-8") for path in sorted(_SEEDS.glob("*.txt"))]

    def event():
        return ([_reading(f"a{n}", texts[n % 4], rng) for n in range(5)],), {}

    def every(articles):
        return [
            measure(*own, [other for other in articles if other is not own]) for own in articles
        ]

    results = benchmark.pedantic(every, setup=event, rounds=5)
    assert all(result.value is not None for result in results)
