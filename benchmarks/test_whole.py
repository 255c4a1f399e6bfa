"""The whole way, from articles to a ranking: 25 made-up ones of 500 words, five an event.

Group "whole" in one run: anew, from the cache, rules alone, and by hand around plain
sentence-transformers.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import count
from pathlib import Path

import pytest

from tadqiq.bench.plain import by_hand, plain
from tadqiq.bench.texts import articles
from tadqiq.config import Config
from tadqiq.embed import load
from tadqiq.pipeline import Auditor

COUNT = 25


@pytest.fixture
def fresh(tmp_path: Path) -> Callable[[Config], tuple[tuple[Auditor], dict[str, object]]]:
    """Makes an auditor with its model and its words that has seen none of the articles."""
    folders = count()

    def make(config: Config) -> tuple[tuple[Auditor], dict[str, object]]:
        folder = tmp_path / str(next(folders))
        folder.mkdir()
        for name in ("models", "background"):
            (folder / name).symlink_to(config.cache_dir / name)
        auditor = Auditor(replace(config, cache_dir=folder))
        auditor.audit(articles(5, seed=2))
        return (auditor,), {}

    return make


def whole(auditor: Auditor) -> int:
    return len(auditor.audit(articles(COUNT)).articles)


@pytest.mark.benchmark(group="whole")
def test_rules_only(benchmark, fresh) -> None:
    setup = partial(fresh, Config(drift=False))
    assert benchmark.pedantic(whole, setup=setup, rounds=3) == COUNT


@pytest.mark.benchmark(group="whole")
def test_the_same_batch_again(benchmark) -> None:
    """Vectors and verdicts are remembered: at least 60 articles a second."""
    whole(Auditor())
    assert benchmark.pedantic(lambda: whole(Auditor()), rounds=3) == COUNT


@pytest.mark.benchmark(group="whole")
def test_with_siblings_nothing_cached(benchmark, fresh) -> None:
    """Every sentence is embedded anew: at least 10 articles a second, and four times as many as
    by hand."""
    pytest.importorskip("openvino")
    setup = partial(fresh, Config(backend="openvino"))
    assert benchmark.pedantic(whole, setup=setup, rounds=1) == COUNT


@pytest.mark.benchmark(group="whole")
def test_by_hand_around_plain_sentence_transformers(benchmark) -> None:
    """The same steps in one process, as `tadqiq.bench.plain` says."""
    config = Config()
    model = plain(None, config.cache_dir)
    known = load(cache_dir=config.cache_dir, backend="torch").background
    by_hand(list(articles(5, seed=2)), model, known)
    ranks = benchmark.pedantic(by_hand, (list(articles(COUNT)), model, known), rounds=1)
    assert len(ranks) == COUNT
