"""Speed of the encoder, backend by backend, on the same 600 Arabic sentences.

Group "encoder" ends with what the machine's matrix units give at best: an encoder's
``extra_info["giga_operations"]`` over theirs is its share of the peak.
"""

from __future__ import annotations

import os
from pathlib import Path

import platformdirs
import pytest

from tadqiq.bench import peak
from tadqiq.embed import CachedEncoder, checkpoint, load
from tadqiq.embed.background import sentences
from tadqiq.embed.weights import bundled_file
from tadqiq.errors import ModelError

CACHE = Path(os.environ.get("TADQIQ_CACHE") or platformdirs.user_cache_dir("tadqiq"))
ROUNDS = {"rounds": 5, "warmup_rounds": 1}
HIDDEN, WIDE, LAYERS = 384, 1536, 12
MULTIPLIED = LAYERS * (4 * HIDDEN * HIDDEN + 2 * HIDDEN * WIDE)
"""Weights that every token of the default model is multiplied with; twice as many operations."""


@pytest.fixture(scope="module")
def texts():
    """600 texts of 39 tokens or so: every made-up Arabic sentence with ten others."""
    arabic = sentences()[:60]
    return [
        f"{one} {arabic[(i + step) % 60]}" for step in range(1, 11) for i, one in enumerate(arabic)
    ]


@pytest.fixture(scope="module")
def tokens(texts):
    """Tokens of all the texts, prompt included."""
    from tokenizers import Tokenizer

    folder = checkpoint.ensure(bundled_file(), CACHE)
    tokenizer = Tokenizer.from_file(str(folder / "tokenizer.json"))
    return sum(len(tokenizer.encode(f"query: {text}").ids) for text in texts)


def _measure(benchmark, encode, texts, tokens):
    rows = benchmark.pedantic(encode, (texts,), **ROUNDS)
    assert len(rows) == len(texts)
    if benchmark.stats:
        seconds = benchmark.stats.stats.min
        benchmark.extra_info["sentences_a_second"] = round(len(texts) / seconds)
        benchmark.extra_info["giga_operations"] = round(2 * MULTIPLIED * tokens / seconds / 1e9)


@pytest.mark.benchmark(group="encoder")
def test_plain_sentence_transformers(benchmark, texts, tokens):
    from sentence_transformers import SentenceTransformer

    model = SentenceTransformer(str(checkpoint.ensure(bundled_file(), CACHE)), device="cpu")
    _measure(benchmark, lambda part: model.encode(part, show_progress_bar=False), texts, tokens)


@pytest.mark.benchmark(group="encoder")
@pytest.mark.parametrize(
    ("backend", "needed"),
    [
        ("torch", "torch"),
        ("torch-bf16", "torch"),
        ("openvino", "openvino"),
        ("openvino-int8", "nncf"),
        ("onnx", "onnxruntime"),
        ("amx", "numpy"),
    ],
)
def test_backend(benchmark, texts, tokens, backend, needed):
    pytest.importorskip(needed)
    try:
        encoder = load(cache_dir=CACHE, backend=backend)
    except ModelError as error:  # not on this machine
        pytest.skip(str(error))
    _measure(benchmark, encoder.encode, texts, tokens)


@pytest.mark.benchmark(group="encoder")
@pytest.mark.parametrize("bits", [8, 16])
def test_peak_of_the_matrix_units(benchmark, bits):
    """A chain of square products, int8 or bfloat16, on every core at once."""
    pytest.importorskip("openvino")
    run, operations = peak.chain(bits)
    benchmark.pedantic(run, **ROUNDS)
    if benchmark.stats:
        benchmark.extra_info["giga_operations"] = round(
            operations / benchmark.stats.stats.min / 1e9
        )


@pytest.mark.benchmark(group="encoder-cache")
def test_cached_encode(benchmark, texts, tmp_path):
    encoder = load(cache_dir=CACHE)
    cached = CachedEncoder(encoder, tmp_path / "embeddings.sqlite")
    cached.encode(texts)
    rows = benchmark(cached.encode, texts)
    assert len(rows) == len(texts)
    assert cached.misses == len(texts)
