"""The whole way, from articles to a ranking: 25 made-up ones of 500 words, five an event.

Group "whole" in one run: what the encoder costs anew and from the cache, on both backends.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tadqiq.bench.texts import articles
from tadqiq.config import Config
from tadqiq.pipeline import Auditor

COUNT = 25


@pytest.mark.benchmark(group="whole")
def test_rules_only(benchmark) -> None:
    auditor = Auditor(Config(drift=False))
    auditor.audit(articles(COUNT))
    assert len(benchmark(lambda: auditor.audit(articles(COUNT))).articles) == COUNT


@pytest.mark.benchmark(group="whole")
def test_with_siblings_embeddings_cached(benchmark) -> None:
    auditor = Auditor(Config())
    auditor.audit(articles(COUNT))
    again = benchmark.pedantic(lambda: auditor.audit(articles(COUNT)), rounds=3)
    assert len(again.articles) == COUNT


@pytest.mark.benchmark(group="whole")
@pytest.mark.parametrize("backend", ["torch", "openvino"])
def test_with_siblings_nothing_cached(benchmark, tmp_path: Path, backend: str) -> None:
    """The model is loaded before the clock starts; every sentence is embedded anew."""
    pytest.importorskip(backend)
    config = Config(backend=backend)
    caches = iter(range(1000))

    def fresh() -> tuple[tuple[Auditor], dict[str, object]]:
        folder = tmp_path / str(next(caches))
        folder.mkdir()
        for name in ("models", "background"):
            (folder / name).symlink_to(config.cache_dir / name)
        auditor = Auditor(replace(config, cache_dir=folder))
        auditor.audit(articles(2, seed=2))
        return (auditor,), {}

    def whole(auditor: Auditor) -> int:
        return len(auditor.audit(articles(COUNT)).articles)

    assert benchmark.pedantic(whole, setup=fresh, rounds=1) == COUNT
