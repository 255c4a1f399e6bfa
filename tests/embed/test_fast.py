"""The fast encoder: true to the reference, and the same bits in any company."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from tadqiq.embed import centre, load
from tadqiq.embed.background import sentences
from tadqiq.embed.loading import load_e5
from tadqiq.errors import ModelError
from tadqiq.neural.built import damage

pytest.importorskip("openvino", reason="needs the extra: pip install 'tadqiq[fast]'")

TRICKY = ["نعم", "", "مَدْرَسَةٌ", "F-16 😀 中国", "a\tb\r\nc \ud800", "x" * 3000, "باب " * 700]
COLD_START = """
import sys
from pathlib import Path
from tadqiq.embed import load
encoder = load(cache_dir=Path(sys.argv[1]), backend="openvino")
encoder.encode(["وقعت الوزارة اتفاقا"])
heavy = {"torch", "sentence_transformers", "transformers", "openvino_telemetry"}
print(sorted(name for name in heavy if sys.modules.get(name)))
"""

FIRST_START = COLD_START.replace(
    "load(cache_dir=Path(sys.argv[1])", "load_e5(Path(sys.argv[1]), cache_dir=Path(sys.argv[2])"
).replace("embed import load", "embed.loading import load_e5")


@pytest.fixture(scope="module")
def fast(cache_dir):
    """The bundled default model as an OpenVINO graph."""
    encoder = load(cache_dir=cache_dir, backend="openvino")
    assert len(encoder.background) == 384
    return encoder


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return tmp_path_factory.mktemp("fast")


@pytest.fixture(scope="module")
def loaded(tiny, home):
    """What a process has loaded that had a graph made: packages, as a list."""
    command = [sys.executable, "-c", FIRST_START, str(tiny), str(home)]
    return subprocess.check_output(command, text=True).strip()


@pytest.fixture(scope="module")
def small(tiny, home, loaded):
    return load_e5(tiny, cache_dir=home, backend="openvino")


def test_vectors_are_those_of_the_reference_in_every_language(fast, encoder):
    texts = [*sentences()[::3], *TRICKY]
    cosines = (fast.encode(texts) * encoder.encode(texts)).sum(axis=1)
    assert cosines.min() >= 0.998


def test_likeness_of_sentences_does_not_depend_on_the_backend(fast, encoder):
    texts = sentences()[:60]
    alike = []
    for one in (fast, encoder):
        rows = centre(one.encode(texts), one.background)
        alike.append(rows @ rows.T)
    assert abs(alike[0] - alike[1]).max() < 0.01


def test_a_sentence_has_the_same_bits_alone_and_in_any_batch(fast):
    texts = [*sentences()[:50], *TRICKY]
    together = fast.encode(texts)
    backwards = fast.encode(texts[::-1])[::-1]
    alone = np.concatenate([fast.encode([text]) for text in texts])
    assert (together == backwards).all()
    assert (together == alone).all()


def test_a_sentence_transformer_hosts_the_same_graph_to_the_bit(cache_dir, fast):
    from tadqiq.embed.fast import FastEncoder
    from tadqiq.embed.hosted import sentence_transformer

    folder = cache_dir / "models" / f"{fast.digest}-openvino"
    light = FastEncoder(folder, digest=fast.digest, precision=fast.precision, home=cache_dir)
    texts = [*sentences()[:30], "نعم", ""]
    hosted = sentence_transformer(light).encode(texts, normalize_embeddings=True)
    assert abs(hosted - fast.encode(texts)).max() < 1e-6


def test_a_hosted_graph_says_what_to_save_instead(cache_dir, fast, tmp_path):
    from tadqiq.embed.fast import FastEncoder
    from tadqiq.embed.hosted import sentence_transformer

    folder = cache_dir / "models" / f"{fast.digest}-openvino"
    light = FastEncoder(folder, digest=fast.digest, precision=fast.precision, home=cache_dir)
    with pytest.raises(ModelError, match="save the checkpoint"):
        sentence_transformer(light).save(str(tmp_path / "copy"))


def test_a_cold_start_imports_no_model_host_and_no_telemetry(cache_dir, fast):
    command = [sys.executable, "-c", COLD_START, str(cache_dir)]
    assert subprocess.check_output(command, text=True).strip() == "[]"


def test_the_first_run_makes_the_graph_without_loading_the_model_host_itself(loaded):
    """Which would take a gigabyte that nothing gives back."""
    assert loaded == "[]"


def test_nothing_in_nothing_out(small):
    assert small.encode([]).shape == (0, 32)


def test_digest_and_precision_tell_the_backends_apart(fast, encoder):
    assert fast.digest != encoder.digest
    assert encoder.precision == "fp32"
    assert fast.precision in {"bf16-openvino", "fp32-openvino"}


@pytest.mark.parametrize(
    ("harm", "said"),
    [(lambda raw: raw[:100], "bytes instead of"), (lambda raw: b"?" + raw[1:], "its SHA-256")],
    ids=["cut", "changed"],
)
def test_a_damaged_graph_is_reported_and_built_again(tiny, home, small, caplog, harm, said):
    before = small.encode(["باب", "ab"])
    (folder,) = (home / "models").glob("*-openvino")
    other = home / "other.bin"  # a file in use is not written to: running graphs map it
    other.write_bytes(harm((folder / "graph.bin").read_bytes()))
    other.replace(folder / "graph.bin")
    after = load_e5(tiny, cache_dir=home, backend="openvino").encode(["باب", "ab"])
    assert "damaged model (graph.bin: " in caplog.text
    assert said in caplog.text
    assert (before == after).all()
    assert damage(folder) is None
