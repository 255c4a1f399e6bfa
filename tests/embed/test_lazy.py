"""A run that finds everything in the cache pays nothing for the model."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from tadqiq.embed import CachedEncoder
from tadqiq.embed.loading import load_e5
from tadqiq.errors import ModelError

TEXTS = ["باب", "ab cd"]
CACHED_RUN = """
import sys
from pathlib import Path
from tadqiq.embed import CachedEncoder
from tadqiq.embed.loading import load_e5
home = Path(sys.argv[2])
encoder = CachedEncoder(load_e5(Path(sys.argv[1]), cache_dir=home, backend="torch"), home / "cache.sqlite")
rows = encoder.encode(["باب", "ab cd"])
heavy = {"torch", "sentence_transformers", "transformers", "tokenizers", "openvino", "onnxruntime"}
print(encoder.misses, rows.shape, encoder.background.shape, sorted(heavy & set(sys.modules)))
"""


@pytest.fixture
def used(tiny, tmp_path):
    """A cache folder that an earlier run has left."""
    encoder = load_e5(tiny, cache_dir=tmp_path, backend="torch")
    assert len(encoder.background) == 32
    CachedEncoder(encoder, tmp_path / "cache.sqlite").encode(TEXTS)
    return tmp_path


def test_a_run_from_the_cache_never_imports_the_model_host(tiny, used):
    command = [sys.executable, "-c", CACHED_RUN, str(tiny), str(used)]
    assert subprocess.check_output(command, text=True).strip() == "0 (2, 32) (32,) []"


def test_a_model_used_before_is_the_same_encoder_whether_loaded_or_not(tiny, used, tmp_path):
    waiting = load_e5(tiny, cache_dir=used, backend="torch")
    ready = load_e5(tiny, cache_dir=tmp_path / "other", backend="torch")
    assert (waiting.digest, waiting.precision) == (ready.digest, ready.precision)
    assert waiting.dimension == ready.dimension
    assert (waiting.background == ready.background).all()
    assert (waiting.encode(TEXTS) == ready.encode(TEXTS)).all()


def test_no_sentences_need_no_model(tiny, used):
    encoder = load_e5(tiny, cache_dir=used, backend="torch")
    for path in (used / "models").rglob("*.safetensors"):
        path.unlink()
    assert encoder.encode([]).shape == (0, 32)


def test_a_model_that_went_missing_is_built_again_at_the_first_new_sentence(tiny, used, caplog):
    encoder = load_e5(tiny, cache_dir=used, backend="torch")
    for path in (used / "models").rglob("*.safetensors"):
        os.truncate(path, 100)
    assert encoder.encode(["new"]).shape == (1, 32)
    assert "damaged model (model.safetensors" in caplog.text


def test_what_keeps_a_model_from_loading_is_said_at_the_first_new_sentence(tiny, used):
    from tadqiq.embed.lazy import LazyEncoder

    def fail():
        raise ModelError("the model is gone")

    sound = load_e5(tiny, cache_dir=used, backend="torch")
    encoder = LazyEncoder(fail, digest=sound.digest, precision="fp32", background=sound.background)
    cached = CachedEncoder(encoder, used / "other.sqlite")
    with pytest.raises(ModelError, match="the model is gone"):
        cached.encode(["new"])
