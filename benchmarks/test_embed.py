"""Speed of the encoder, backend by backend, on the same 600 Arabic sentences.

Group "encoder" ends with what the machine's matrix units give at best: an encoder's
``extra_info["giga_operations"]`` over theirs is its share of the peak.
"""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import platformdirs
import pytest

from tadqiq.embed import CachedEncoder, checkpoint, load
from tadqiq.embed.background import sentences
from tadqiq.embed.weights import bundled_file

CACHE = Path(os.environ.get("TADQIQ_CACHE") or platformdirs.user_cache_dir("tadqiq"))
ROUNDS = {"rounds": 5, "warmup_rounds": 1}
HIDDEN, WIDE, LAYERS = 384, 1536, 12
MULTIPLIED = LAYERS * (4 * HIDDEN * HIDDEN + 2 * HIDDEN * WIDE)
"""Weights that every token of the default model is multiplied with; twice as many operations."""

KERNEL_SIDE, KERNEL_LAYERS = 1024, 16


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
    ],
)
def test_backend(benchmark, texts, tokens, backend, needed):
    pytest.importorskip(needed)
    encoder = load(cache_dir=CACHE, backend=backend)
    _measure(benchmark, encoder.encode, texts, tokens)


@pytest.mark.benchmark(group="encoder")
@pytest.mark.parametrize("bits", [8, 16])
def test_peak_of_the_matrix_units(benchmark, bits):
    """A chain of square products, int8 or bfloat16, on every core at once."""
    pytest.importorskip("openvino")
    from tadqiq.embed.graph import openvino

    ov, cores = openvino(), len(os.sched_getaffinity(0))
    options = {"NUM_STREAMS": str(cores), "INFERENCE_NUM_THREADS": str(cores)}
    options["INFERENCE_PRECISION_HINT"] = "bf16"
    queue = ov.AsyncInferQueue(ov.Core().compile_model(_chain(ov, bits), "CPU", options), cores)
    start = np.random.default_rng(0).normal(0, 1, (KERNEL_SIDE, KERNEL_SIDE)).astype(np.float32)

    def run():
        for _ in range(4 * cores):
            queue.start_async({0: start})
        queue.wait_all()

    benchmark.pedantic(run, **ROUNDS)
    if benchmark.stats:
        operations = 4 * cores * KERNEL_LAYERS * 2 * KERNEL_SIDE**3
        benchmark.extra_info["giga_operations"] = round(
            operations / benchmark.stats.stats.min / 1e9
        )


def _chain(ov, bits):
    def eight(node, end):
        low, high = np.float32(-end), np.float32(end * 127 / 128)
        return op.fake_quantize(node, low, high, low, high, 256)

    op, rng = ov.opset13, np.random.default_rng(0)
    node = start = op.parameter([KERNEL_SIDE, KERNEL_SIDE], np.float32)
    for _ in range(KERNEL_LAYERS):
        weights = rng.normal(0, 0.03, (KERNEL_SIDE, KERNEL_SIDE)).astype(np.float32)
        matrix = op.constant(weights)
        if bits == 8:
            node, matrix = eight(node, 1.28), eight(matrix, 0.128)
        node = op.matmul(node, matrix, False, True)
    return ov.Model([op.result(node)], [start])


@pytest.mark.benchmark(group="encoder-cache")
def test_cached_encode(benchmark, texts, tmp_path):
    encoder = load(cache_dir=CACHE)
    cached = CachedEncoder(encoder, tmp_path / "embeddings.sqlite")
    cached.encode(texts)
    rows = benchmark(cached.encode, texts)
    assert len(rows) == len(texts)
    assert cached.misses == len(texts)
