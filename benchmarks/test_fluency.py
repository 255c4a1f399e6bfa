"""What the language model takes: opening it, and asking of one sentence, of six, of 24.

Group "fluency": few questions cost more each, for every batch reads all weights.
"""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs
import pytest

from tadqiq import fluency
from tadqiq.embed.background import sentences

pytestmark = pytest.mark.skipif(not fluency.available("ar"), reason="needs the extra fluency")
CACHE = Path(os.environ.get("TADQIQ_CACHE") or platformdirs.user_cache_dir("tadqiq"))
ROUNDS = {"rounds": 5, "warmup_rounds": 1}


def _opened():
    from tadqiq.fluency.loading import open_model

    return open_model(CACHE, lambda stage, done, total: None)


@pytest.fixture(scope="module")
def model():
    return _opened()


@pytest.mark.benchmark(group="fluency")
def test_opening(benchmark, model):
    benchmark.pedantic(_opened, **ROUNDS)


@pytest.mark.benchmark(group="fluency")
@pytest.mark.parametrize("count", [1, 6, 24])
def test_asking(benchmark, model, count):
    benchmark.pedantic(model.likelihoods, args=(sentences()[:count],), **ROUNDS)
