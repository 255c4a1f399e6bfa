"""The default model on the matrix units: true to the reference, and the same bits in any company."""

from __future__ import annotations

import os
import subprocess
import sys
from itertools import pairwise

import numpy as np
import pytest

from tadqiq.embed import centre
from tadqiq.embed.amx import library
from tadqiq.embed.amx.network import portions
from tadqiq.embed.background import sentences
from tadqiq.embed.e5file import Shape
from tadqiq.embed.loading import load_e5
from tadqiq.errors import ModelError
from tadqiq.neural.built import damage

TRICKY = ["نعم", "", "مَدْرَسَةٌ", "F-16 😀 中国", "a\tb\r\nc \ud800", "x" * 3000, "باب " * 700]
SHAPE = Shape(hidden=64, layers=1, heads=2, feed_forward=128, vocabulary=9, positions=8, types=2)
FIRST_START = """
import sys
from pathlib import Path
from tadqiq.embed.loading import load_e5
load_e5(Path(sys.argv[1]), cache_dir=Path(sys.argv[2]), backend="amx").encode(["باب"])
heavy = {"torch", "sentence_transformers", "transformers", "openvino"}
print(sorted(name for name in heavy if sys.modules.get(name)))
"""


@pytest.fixture(scope="module")
def home(amx, tmp_path_factory):
    return tmp_path_factory.mktemp("amx")


def test_vectors_are_those_of_the_reference_in_every_language(amx, encoder):
    texts = [*sentences()[::3], *TRICKY]
    cosines = (amx.encode(texts) * encoder.encode(texts)).sum(axis=1)
    assert cosines.min() >= 0.9998


def test_likeness_of_sentences_does_not_depend_on_the_backend(amx, encoder):
    texts = sentences()[:60]
    alike = []
    for one in (amx, encoder):
        rows = centre(one.encode(texts), one.background)
        alike.append(rows @ rows.T)
    assert abs(alike[0] - alike[1]).max() < 0.01


def test_a_sentence_has_the_same_bits_alone_and_in_any_batch(amx):
    texts = [*sentences()[:50], *TRICKY]
    together = amx.encode(texts)
    assert (together == amx.encode(texts[::-1])[::-1]).all()
    assert (together == np.concatenate([amx.encode([text]) for text in texts])).all()


def test_a_first_run_loads_neither_torch_nor_openvino(tiny_of_one_head, home):
    command = [sys.executable, "-c", FIRST_START, str(tiny_of_one_head), str(home)]
    assert subprocess.check_output(command, text=True).strip() == "[]"


def test_a_model_of_another_size_is_the_reference_s_too(tiny_of_one_head, home):
    texts = ["باب", "ab cd", "ef " * 40]
    fast, slow = (
        load_e5(tiny_of_one_head, cache_dir=home, backend=name) for name in ("amx", "torch")
    )
    assert (fast.encode(texts) * slow.encode(texts)).sum(axis=1).min() >= 0.999


@pytest.mark.parametrize(
    ("harm", "said"),
    [(lambda raw: raw[:100], "bytes instead of"), (lambda raw: b"?" + raw[1:], "its SHA-256")],
    ids=["cut", "changed"],
)
@pytest.mark.parametrize("file", ["weights.bin", "encoder.so"])
def test_damaged_files_are_reported_and_made_again(
    tiny_of_one_head, home, monkeypatch, caplog, harm, said, file
):
    from tadqiq.embed import loading

    before = load_e5(tiny_of_one_head, cache_dir=home, backend="amx").encode(["باب", "ab"])
    folders = [one for one in (home / "models").glob("*-amx*") if (one / file).exists()]
    other = home / "other.bin"  # a file in use is not written to
    other.write_bytes(harm((folders[0] / file).read_bytes()))
    other.replace(folders[0] / file)
    loading._kernels.cache_clear()  # a process keeps what it has loaded
    after = load_e5(tiny_of_one_head, cache_dir=home, backend="amx").encode(["باب", "ab"])
    assert f"damaged model ({file}: " in caplog.text
    assert said in caplog.text
    assert (before == after).all()
    assert damage(folders[0]) is None


def test_a_machine_without_matrix_units_says_so(monkeypatch, tmp_path):
    monkeypatch.setattr(library, "_processor", lambda: frozenset({"sse2"}))
    with pytest.raises(ModelError, match=r"no matrix units.*choose the backend openvino"):
        library.library(SHAPE, tmp_path)


def test_a_machine_without_a_compiler_says_what_to_install(monkeypatch, tmp_path):
    monkeypatch.setattr(library, "_lacking", lambda shape: "")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ModelError, match=r"no C compiler.*install gcc"):
        library.library(SHAPE, tmp_path)


def test_a_compiler_that_does_not_know_the_processor_is_quoted(monkeypatch, tmp_path):
    compiler = tmp_path / "old-cc"
    compiler.write_text("#!/bin/sh\necho 'unknown value for -march' >&2\nexit 1\n")
    compiler.chmod(0o755)
    monkeypatch.setattr(library, "_lacking", lambda shape: "")
    monkeypatch.setenv("CC", str(compiler))
    with pytest.raises(ModelError, match=r"old-cc cannot build its kernels \(unknown value"):
        library.library(SHAPE, tmp_path)
    assert not list((tmp_path / "models").glob("*/encoder.so"))


def test_code_that_somebody_else_could_have_written_is_not_run(tiny_of_one_head, home, monkeypatch):
    from tadqiq.embed import loading

    load_e5(tiny_of_one_head, cache_dir=home, backend="amx")
    (code,) = (home / "models").glob("*-amx-code/encoder.so")
    code.chmod(0o777)
    loading._kernels.cache_clear()
    with pytest.raises(ModelError, match="could be written by somebody else"):
        load_e5(tiny_of_one_head, cache_dir=home, backend="amx")
    code.chmod(0o755)


def test_kernels_are_made_where_groups_share_their_files(tiny_of_one_head, amx, tmp_path):
    before = os.umask(0o002)
    try:
        vectors = load_e5(tiny_of_one_head, cache_dir=tmp_path, backend="amx").encode(["باب"])
    finally:
        os.umask(before)
    assert vectors.shape == (1, 32)


def test_a_model_with_other_heads_is_refused(amx, tiny, tmp_path):
    with pytest.raises(ModelError, match="heads do not hold 32 values"):
        load_e5(tiny, cache_dir=tmp_path, backend="amx")


@pytest.mark.parametrize(
    "lengths", [[], [5], [512], [40] * 100, [1] * 7, [512, 3, 512, 3], [300] * 5]
)
@pytest.mark.parametrize("cores", [1, 2, 16])
def test_cores_get_whole_rows_in_order_and_about_as_many_tokens(lengths, cores):
    parts = list(portions(lengths, 512, cores))
    assert [row for part in parts for row in lengths[part]] == lengths
    assert all(one.stop == other.start for one, other in pairwise(parts))
    held = [sum(lengths[part]) for part in parts]
    assert all(0 < count <= 512 for count in held)
    if lengths == [40] * 100:
        assert len(parts) % cores == 0
        assert max(held) - min(held) <= 80
