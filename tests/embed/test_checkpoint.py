"""The checkpoint in the cache: whole, checked, mended."""

from __future__ import annotations

import errno
import logging
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from safetensors import safe_open

from tadqiq.embed import checkpoint, e5file
from tadqiq.embed.loading import load_e5
from tadqiq.errors import ModelError
from tadqiq.neural.built import damage, explain

TEXTS = ["ab cd", "باب", "a"]
BUILDER = """
import sys
from pathlib import Path
from tadqiq.embed import checkpoint
print(checkpoint.ensure(Path(sys.argv[1]), Path(sys.argv[2])))
"""


@pytest.fixture
def built(tiny, tmp_path):
    return checkpoint.ensure(tiny, tmp_path)


def test_what_is_built_is_sound_and_nothing_else_is_left(built):
    assert damage(built) is None
    assert [path.name for path in built.parent.iterdir() if path.is_dir()] == [built.name]


def test_safetensors_hold_the_dequantised_weights(tiny, built):
    parsed = e5file.read(tiny)
    with safe_open(built / "model.safetensors", "np") as tensors:
        stored = tensors.get_tensor("encoder.layer.0.intermediate.dense.weight")
    expected = np.concatenate(list(parsed.chunks("l0.fi.w"))).reshape(64, 32)
    assert (stored == expected).all()


@pytest.mark.parametrize(
    "name", ["model.safetensors", "tokenizer.json", "config.json", "manifest.json"]
)
def test_a_missing_file_is_found_without_reading_the_weights(built, name):
    (built / name).unlink()
    assert damage(built, full=False) == f"{name}: missing"


def test_one_flipped_bit_in_the_weights_is_found(built):
    _flip(built / "model.safetensors")
    assert damage(built, full=False) is None
    assert damage(built) == "model.safetensors: its SHA-256 is not that of the manifest"


@pytest.mark.parametrize("harm", ["flip", "truncate"])
def test_a_damaged_model_is_reported_in_one_line_and_built_again(tiny, tmp_path, caplog, harm):
    before = load_e5(tiny, cache_dir=tmp_path, backend="torch").encode(TEXTS)
    weights = checkpoint.ensure(tiny, tmp_path) / "model.safetensors"
    _flip(weights) if harm == "flip" else os.truncate(weights, 1000)
    with caplog.at_level(logging.WARNING, "tadqiq"):
        after = load_e5(tiny, cache_dir=tmp_path, backend="torch").encode(TEXTS)
    (record,) = [record for record in caplog.records if record.name == "tadqiq"]
    assert "damaged model (model.safetensors" in record.getMessage()
    assert (before == after).all()


def test_two_processes_may_build_at_once(tiny, tmp_path):
    command = [sys.executable, "-c", BUILDER, str(tiny), str(tmp_path)]
    runs = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    folders = {run.communicate(timeout=60)[0].strip() for run in runs}
    assert [run.returncode for run in runs] == [0, 0]
    (folder,) = folders
    assert damage(Path(folder)) is None


def test_what_a_killed_build_left_is_cleared(tiny, tmp_path):
    left = tmp_path / "models" / f".{checkpoint.digest_of(tiny)}-killed"
    left.mkdir(parents=True)
    (left / "model.safetensors").write_bytes(b"half")
    checkpoint.ensure(tiny, tmp_path)
    assert not left.exists()


def test_progress_ends_with_all_the_weights(tiny, tmp_path):
    seen = []
    checkpoint.ensure(tiny, tmp_path, lambda *step: seen.append(step))
    stages, done, totals = zip(*seen, strict=True)
    assert set(stages) == {"model weights"}
    assert list(done) == sorted(done)
    assert done[-1] == totals[-1]


def test_other_weights_get_another_digest(tiny, tmp_path):
    other = tmp_path / "other.bin"
    _flip(other, tiny.read_bytes())
    assert checkpoint.digest_of(other) != checkpoint.digest_of(tiny)


def test_a_cache_that_cannot_be_written_says_what_to_do(tiny, tmp_path):
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(ModelError, match="TADQIQ_CACHE"):
        checkpoint.ensure(tiny, tmp_path / "file")


def test_a_full_disk_and_a_forbidden_folder_are_told_apart(tmp_path):
    assert "the disk is full" in explain(OSError(errno.ENOSPC, "x"), tmp_path)
    assert "no permission" in explain(OSError(errno.EACCES, "x"), tmp_path)


def _flip(path, raw=None):
    raw = bytearray(raw or path.read_bytes())
    raw[-3] ^= 1
    path.write_bytes(raw)
