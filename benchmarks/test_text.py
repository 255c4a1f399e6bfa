"""Speed of identifying, segmenting and folding."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_benchmark.fixture import BenchmarkFixture

from tadqiq.languages.pack import profile_for
from tadqiq.model import Article
from tadqiq.text import fold, identify, segment

SEEDS = sorted((Path(__file__).parents[1] / "corpora" / "seeds").glob("*.txt"))
WORDS = 500  # the article that speeds are stated for

pytestmark = pytest.mark.benchmark(group="text")


@pytest.fixture(scope="module")
def article() -> Article:
    """The seeds' lines one after another, up to the stated length."""
    lines: list[str] = []
    for line in "\n".join(path.read_text("utf-8") for path in SEEDS).splitlines():
        if sum(len(kept.split()) for kept in lines) < WORDS:
            lines.append(line)
    return Article(id="bench", text="\n".join(lines))


def test_segment_an_article(benchmark: BenchmarkFixture, article: Article) -> None:
    doc = benchmark(segment, article, profile_for)
    assert doc.words >= WORDS


def test_identify_an_article(benchmark: BenchmarkFixture, article: Article) -> None:
    assert benchmark(identify, article.text) == "ar"


def test_fold_an_article(benchmark: BenchmarkFixture, article: Article) -> None:
    assert benchmark(fold, article.text, profile_for("ar")).text
