"""What unreported evidence weighs in the drift score, as fitted."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from functools import cache
from importlib.resources import files


@cache
def fitted() -> Mapping[str, Mapping[str, float]]:
    """The tables of weights.toml: ``strange`` has coefficients (log-odds), ``right`` shares by
    code. `benchmarks/drift_weights.py` fits them."""
    text = files(__package__).joinpath("weights.toml").read_text("utf-8")
    tables: dict[str, dict[str, float]] = tomllib.loads(text)
    return tables
