"""Speed of the encoder, in rounds of 60 sentences: cold (every sentence encoded) and cached."""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs
import pytest

from tadqiq.embed import CachedEncoder, load
from tadqiq.embed.background import sentences

pytestmark = pytest.mark.benchmark(group="embed")


@pytest.fixture(scope="module")
def encoder():
    home = os.environ.get("TADQIQ_CACHE") or platformdirs.user_cache_dir("tadqiq")
    return load(cache_dir=Path(home))


@pytest.fixture(scope="module")
def texts():
    """60 Arabic texts of 40 tokens or so: every made-up news sentence with its neighbour."""
    arabic = sentences()[:60]
    return [f"{one} {other}" for one, other in zip(arabic, (*arabic[1:], arabic[0]), strict=True)]


def test_cold_encode(benchmark, encoder, texts):
    rows = benchmark.pedantic(encoder.encode, (texts,), rounds=5, warmup_rounds=1)
    assert len(rows) == len(texts)


def test_cached_encode(benchmark, encoder, texts, tmp_path):
    cached = CachedEncoder(encoder, tmp_path / "embeddings.sqlite")
    cached.encode(texts)
    rows = benchmark(cached.encode, texts)
    assert len(rows) == len(texts)
    assert cached.misses == len(texts)
