"""A cache folder of a test's own, and a file that something is made of."""

from __future__ import annotations

from pathlib import Path

import pytest


@pytest.fixture
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("TADQIQ_CACHE", str(tmp_path / "cache"))
    return tmp_path / "cache" / "kept"


@pytest.fixture
def source(tmp_path: Path, cache: Path) -> Path:
    file = tmp_path / "words.toml"
    file.write_text("one", "utf-8")
    return file
