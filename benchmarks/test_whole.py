"""The whole way, from files to a ranking, with and without the encoder."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tadqiq.config import Config
from tadqiq.ingest import read
from tadqiq.pipeline import Auditor

CORPORA = Path(__file__).parents[1] / "corpora"
SEEDS = str(CORPORA / "seeds")
OTHER = str(CORPORA / "pairs" / "human.jsonl")


@pytest.mark.benchmark(group="whole")
def test_rules_only(benchmark) -> None:
    auditor = Auditor(Config(drift=False))
    auditor.audit(read([SEEDS]))
    assert len(benchmark(lambda: auditor.audit(read([SEEDS]))).articles) == 5


@pytest.mark.benchmark(group="whole")
def test_with_siblings_embeddings_cached(benchmark) -> None:
    auditor = Auditor(Config())
    auditor.audit(read([SEEDS]))
    assert len(benchmark(lambda: auditor.audit(read([SEEDS]))).articles) == 5


@pytest.mark.benchmark(group="whole")
def test_with_siblings_nothing_cached(benchmark, tmp_path: Path) -> None:
    """The model is loaded before the clock starts; every sentence is embedded anew."""
    config = Config()
    models = config.cache_dir / "models"
    caches = iter(range(1000))

    def fresh() -> tuple[tuple[Auditor], dict[str, object]]:
        folder = tmp_path / str(next(caches))
        folder.mkdir()
        (folder / "models").symlink_to(models)
        auditor = Auditor(replace(config, cache_dir=folder))
        auditor.audit(read([OTHER]))
        return (auditor,), {}

    def whole(auditor: Auditor) -> int:
        return len(auditor.audit(read([SEEDS])).articles)

    assert benchmark.pedantic(whole, setup=fresh, rounds=3) == 5
