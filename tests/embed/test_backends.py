"""Which way of running a model this machine gets."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version

import pytest

from tadqiq.embed import backends
from tadqiq.errors import ModelError


def _has(package):
    try:
        version(package)
    except PackageNotFoundError:
        return False
    return True


def test_an_unknown_backend_is_refused_with_the_ones_there_are():
    with pytest.raises(ModelError, match="choose one of auto, torch"):
        backends.choose("cuda9", default_model=True)


def test_auto_takes_openvino_for_the_default_model_where_it_is_installed():
    expected = "openvino" if _has("openvino") else "torch"
    assert backends.choose("auto", default_model=True).name == expected


def test_a_model_of_ones_own_runs_on_the_reference_unless_asked_otherwise():
    assert backends.choose("auto", default_model=False).name == "torch"


def test_a_backend_that_is_not_installed_says_what_to_install(monkeypatch):
    monkeypatch.setattr(backends, "_NEEDED", {"openvino": ("no-such-package-as-this",)})
    with pytest.raises(ModelError, match=r"no-such-package-as-this.*tadqiq\[fast\]"):
        backends.choose("openvino", default_model=True)
    assert backends.choose("auto", default_model=True).name == "torch"


def test_every_way_has_a_key_of_its_own():
    ways = [backends.choose(name, default_model=True) for name in ("torch", "torch-bf16")]
    assert [way.key == "" for way in ways] == [True, False]
