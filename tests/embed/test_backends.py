"""Which way of running a model this machine gets."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError

import pytest

from tadqiq.embed import backends, load
from tadqiq.errors import ModelError


def test_an_unknown_backend_is_refused_with_the_ones_there_are():
    with pytest.raises(ModelError, match="choose one of auto, torch"):
        backends.choose("cuda9", default_model=True)


@pytest.mark.parametrize(
    ("installed", "taken"),
    [
        ({"openvino", "onnxruntime", "onnx"}, "openvino"),
        ({"openvino"}, "openvino"),
        ({"onnxruntime", "onnx"}, "onnx"),
        ({"onnxruntime"}, "torch"),
        (set(), "torch"),
    ],
)
def test_auto_takes_the_fastest_that_is_installed_for_the_default_model(
    monkeypatch, installed, taken
):
    def found(package):
        if package not in {"torch", *installed}:
            raise PackageNotFoundError(package)
        return "1.0+cpu"

    monkeypatch.setattr(backends, "version", found)
    assert backends.choose("auto", default_model=True).name == taken
    assert backends.choose("auto", default_model=False).name == "torch"


def test_auto_takes_a_card_where_there_is_one_and_torch_is_built_for_it(monkeypatch, tmp_path):
    card = tmp_path / "nvidiactl"
    monkeypatch.setattr(backends, "_CARD", card)
    monkeypatch.setattr(backends, "version", lambda name: "2.9.0")
    assert backends.choose("auto", default_model=True).name != "cuda"
    card.touch()
    assert [backends.choose("auto", default_model=own).name for own in (True, False)] == [
        "cuda",
        "cuda",
    ]
    monkeypatch.setattr(backends, "version", lambda name: "2.9.0+cpu")
    assert backends.choose("auto", default_model=True).name != "cuda"


def test_a_card_that_is_asked_for_and_not_there_is_said_to_be_missing(cache_dir):
    torch = pytest.importorskip("torch")
    if torch.cuda.is_available():
        pytest.skip("this machine has a card")
    with pytest.raises(ModelError, match="sees no CUDA device"):
        load(cache_dir=cache_dir, backend="cuda").encode(["وصل الوفد."])


def test_a_model_of_ones_own_runs_on_the_reference_unless_asked_otherwise():
    assert backends.choose("auto", default_model=False).name == "torch"


@pytest.mark.parametrize(("backend", "extra"), [("openvino", "fast"), ("onnx", "onnx")])
def test_a_backend_that_is_not_installed_says_what_to_install(monkeypatch, backend, extra):
    needed = dict.fromkeys(("openvino", "onnx"), ("no-such-package-as-this",))
    monkeypatch.setattr(backends, "_NEEDED", needed)
    with pytest.raises(ModelError, match=rf"no-such-package-as-this.*tadqiq\[{extra}\]"):
        backends.choose(backend, default_model=True)
    assert backends.choose("auto", default_model=True).name == "torch"


def test_auto_takes_the_matrix_units_for_the_default_model_where_they_can_be_used():
    def refused():
        raise ModelError("backend amx: there is no C compiler")

    slower = backends.choose("auto", default_model=True)
    if slower.name == "cuda":
        pytest.skip("this machine has a card")
    way = backends.choose("auto", default_model=True, kernels=lambda: "0123")
    assert (way.name, way.key) == ("amx", "amx bf16-amx kernels 0123")
    assert backends.choose("auto", default_model=True, kernels=refused) == slower
    with pytest.raises(ModelError, match="no C compiler"):
        backends.choose("amx", default_model=True, kernels=refused)


def test_the_matrix_units_are_refused_for_a_model_of_ones_own():
    with pytest.raises(ModelError, match="runs the default model alone"):
        backends.choose("amx", default_model=False)


def test_every_way_has_a_key_of_its_own():
    ways = [backends.choose(name, default_model=True) for name in ("torch", "torch-bf16", "cuda")]
    assert [way.key == "" for way in ways] == [True, False, False]
