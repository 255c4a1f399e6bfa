"""The fast encoder: true to the reference, and the same bits in any company."""

from __future__ import annotations

import subprocess
import sys

import numpy as np
import pytest

from tadqiq.embed import centre, checkpoint, load, onnx_graph, openvino_graph
from tadqiq.embed.background import sentences
from tadqiq.embed.fast import Facts, FastEncoder
from tadqiq.embed.loading import load_e5
from tadqiq.errors import ModelError
from tadqiq.neural.built import damage

OPENERS = {"openvino": openvino_graph.open_graph, "onnx": onnx_graph.open_graph}
TRICKY = ["نعم", "", "مَدْرَسَةٌ", "F-16 😀 中国", "a\tb\r\nc \ud800", "x" * 3000, "باب " * 700]
COLD_START = """
import sys
from pathlib import Path
from tadqiq.embed import load
encoder = load(cache_dir=Path(sys.argv[1]), backend=sys.argv[-1])
encoder.encode(["وقعت الوزارة اتفاقا"])
heavy = {"torch", "sentence_transformers", "transformers", "openvino_telemetry", "onnx"}
print(sorted(name for name in heavy if sys.modules.get(name)))
"""

FIRST_START = COLD_START.replace(
    "load(cache_dir=Path(sys.argv[1])", "load_e5(Path(sys.argv[1]), cache_dir=Path(sys.argv[2])"
).replace("embed import load", "embed.loading import load_e5")


@pytest.fixture(scope="module", params=["openvino", "onnx"])
def backend(request):
    """Every way to run a graph that is installed."""
    pytest.importorskip(request.param, reason="needs the extra fast or onnx")
    return request.param


@pytest.fixture(scope="module")
def fast(cache_dir, backend):
    """The bundled default model as a graph."""
    encoder = load(cache_dir=cache_dir, backend=backend)
    assert len(encoder.background) == 384
    return encoder


@pytest.fixture(scope="module")
def light(cache_dir, fast, backend):
    """The same, opened from its folder."""
    return FastEncoder(
        cache_dir / "models" / f"{fast.digest}-{backend}",
        digest=fast.digest,
        precision=fast.precision,
        home=cache_dir,
        opener=OPENERS[backend],
    )


@pytest.fixture(scope="module")
def home(tmp_path_factory, backend):
    return tmp_path_factory.mktemp(backend)


@pytest.fixture(scope="module")
def loaded(tiny, home, backend):
    """What a process has loaded that had a graph made: packages, as a list."""
    command = [sys.executable, "-c", FIRST_START, str(tiny), str(home), backend]
    return subprocess.check_output(command, text=True).strip()


@pytest.fixture(scope="module")
def small(tiny, home, loaded, backend):
    return load_e5(tiny, cache_dir=home, backend=backend)


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


def test_a_sentence_transformer_hosts_the_same_graph_to_the_bit(light, fast):
    from tadqiq.embed.hosted import sentence_transformer

    texts = [*sentences()[:30], "نعم", ""]
    hosted = sentence_transformer(light).encode(texts, normalize_embeddings=True)
    assert abs(hosted - fast.encode(texts)).max() < 1e-6


def test_a_hosted_graph_says_what_to_save_instead(light, tmp_path):
    from tadqiq.embed.hosted import sentence_transformer

    with pytest.raises(ModelError, match="save the checkpoint"):
        sentence_transformer(light).save(str(tmp_path / "copy"))


def test_a_cold_start_imports_no_model_host_and_no_telemetry(cache_dir, fast, backend):
    command = [sys.executable, "-c", COLD_START, str(cache_dir), backend]
    assert subprocess.check_output(command, text=True).strip() == "[]"


def test_the_first_run_makes_the_graph_without_loading_the_model_host_itself(loaded):
    """Which would take a gigabyte that nothing gives back."""
    assert loaded == "[]"


def test_nothing_in_nothing_out(small):
    assert small.encode([]).shape == (0, 32)


def test_digest_and_precision_tell_the_backends_apart(fast, encoder, backend):
    assert fast.digest != encoder.digest
    assert encoder.precision == "fp32"
    assert fast.precision in {f"bf16-{backend}", f"fp32-{backend}"} - {"bf16-onnx"}


# How a graph's weights are harmed, and what is said of it: one way by runtime, each takes seconds.
HARM = {
    "openvino": (lambda raw: b"?" + raw[1:], "its SHA-256"),
    "onnx": (lambda raw: raw[:100], "bytes instead of"),
}


def test_a_damaged_graph_is_reported_and_built_again(tiny, home, small, backend, caplog):
    harm, said = HARM[backend]
    before = small.encode(["باب", "ab"])
    (folder,) = (home / "models").glob(f"*-{backend}")
    other = home / "other.bin"  # a file in use is not written to: running graphs map it
    other.write_bytes(harm((folder / "graph.bin").read_bytes()))
    other.replace(folder / "graph.bin")
    after = load_e5(tiny, cache_dir=home, backend=backend).encode(["باب", "ab"])
    assert "damaged model (graph.bin: " in caplog.text
    assert said in caplog.text
    assert (before == after).all()
    assert damage(folder) is None


def test_a_graph_that_its_runtime_cannot_load_is_refused(backend, tmp_path):
    for module in (onnx_graph, openvino_graph):
        (tmp_path / module.FILE).write_text("no graph")
    with pytest.raises(ModelError, match=r"cannot load this graph.*choose the backend torch"):
        OPENERS[backend](tmp_path, Facts(prompt="", limit=64, padding=1, bf16=False))


def test_a_model_of_another_kind_is_no_onnx_graph(tiny, tmp_path):
    pytest.importorskip("onnx", reason="needs the extra onnx")
    folder = checkpoint.ensure(tiny, tmp_path)
    pooling = folder / "1_Pooling" / "config.json"
    pooling.write_text(pooling.read_text("utf-8").replace("mean_tokens", "cls_token"), "utf-8")
    with pytest.raises(ModelError, match="only BERT models with mean pooling"):
        load(str(folder), cache_dir=tmp_path, backend="onnx")
