"""Choosing a model by name, and what is said when that fails."""

from __future__ import annotations

import os
import subprocess
import sys
import time

import numpy as np
import pytest

from tadqiq.embed import checkpoint, load
from tadqiq.errors import ModelError


def test_importing_the_room_imports_no_model_host():
    code = (
        "import sys, tadqiq.embed; "
        "heavy = {'torch', 'sentence_transformers', 'transformers', 'numpy'}; "
        "print(sorted(heavy & set(sys.modules)))"
    )
    assert subprocess.check_output([sys.executable, "-c", code], text=True).strip() == "[]"


def test_a_folder_with_a_sentence_transformers_model_can_be_named(tiny, tmp_path):
    folder = checkpoint.ensure(tiny, tmp_path)
    encoder = load(str(folder), cache_dir=tmp_path)
    rows = encoder.encode(["ab", "ba"])
    assert rows.shape == (2, 32)
    assert encoder.digest == load(str(folder), cache_dir=tmp_path).digest


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("./no-such-folder", "no such folder"),
        ("two words/model", "no such folder"),
        ("", "name is empty"),
        (__file__, "is a file"),
    ],
)
def test_a_path_that_is_no_model_is_refused(tmp_path, name, said):
    with pytest.raises(ModelError, match=said):
        load(name, cache_dir=tmp_path)


def test_an_unknown_name_fails_at_once_without_a_hub(tmp_path):
    code = (
        "import sys; from pathlib import Path; from tadqiq.embed import load\n"
        "try: load('nobody/no-such-model', cache_dir=Path(sys.argv[1]))\n"
        "except Exception as error: print(type(error).__name__, error)"
    )
    start = time.perf_counter()
    said = subprocess.check_output(
        [sys.executable, "-c", code, str(tmp_path)],
        text=True,
        env={**os.environ, "HF_HUB_OFFLINE": "1"},
    )
    assert time.perf_counter() - start < 10
    assert said.startswith("ModelError model 'nobody/no-such-model' is not on this machine")
    assert "HF_HUB_OFFLINE" in said


def test_an_unreachable_hub_is_named_as_the_cause(tmp_path):
    code = (
        "import sys; from pathlib import Path; from tadqiq.embed import load\n"
        "try: load('nobody/no-such-model', cache_dir=Path(sys.argv[1]))\n"
        "except Exception as error: print(type(error).__name__, error)"
    )
    shut = {"HF_ENDPOINT": "http://127.0.0.1:9", "HF_HUB_OFFLINE": "0", "no_proxy": "127.0.0.1"}
    start = time.perf_counter()
    said = subprocess.check_output(
        [sys.executable, "-c", code, str(tmp_path)], text=True, env={**os.environ, **shut}
    )
    assert time.perf_counter() - start < 15
    assert "cannot be fetched from the hub (ConnectError" in said


def test_a_broken_model_folder_keeps_the_cause(tiny, tmp_path):
    folder = checkpoint.ensure(tiny, tmp_path)
    os.truncate(folder / "model.safetensors", 100)
    with pytest.raises(ModelError, match="cannot be loaded from") as caught:
        load(str(folder), cache_dir=tmp_path)
    assert caught.value.__cause__ is not None


def test_pickled_weights_are_not_read(tiny, tmp_path):
    import torch

    folder = checkpoint.ensure(tiny, tmp_path)
    (folder / "model.safetensors").unlink()
    torch.save({}, folder / "pytorch_model.bin")
    with pytest.raises(ModelError, match="safetensors"):
        load(str(folder), cache_dir=tmp_path)


def test_the_background_is_kept_between_runs_and_computed_again_when_damaged(tiny, tmp_path):
    from tadqiq.embed.loading import load_e5

    first = load_e5(tiny, cache_dir=tmp_path, backend="torch").background
    (kept,) = (tmp_path / "background").glob("*.npy")
    assert (np.load(kept) == first).all()
    kept.write_bytes(b"no array")
    assert (load_e5(tiny, cache_dir=tmp_path, backend="torch").background == first).all()
