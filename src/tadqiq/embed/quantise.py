"""Eight-bit matrices by post-training quantisation (NNCF), refused where they hurt."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from contextlib import redirect_stdout
from io import StringIO
from typing import Any

import numpy as np

from ..errors import ModelError
from ..neural.built import Progress
from ..neural.runtime import openvino
from .feeds import padded

LEAST_COSINE = 0.998
"""To the same model unquantised; a model below on any checked sentence is refused."""

# In int8 the worst of 124 sentences in ten languages had cosine 0.915 to fp32 with every matrix,
# 0.992 without attention, 0.998 without the second matrix of the feed-forward blocks, whose
# inputs have outliers.
_KEPT = (r".*scaled_dot_product_attention.*", r".*layer\.\d+\.output\.dense.*")
_CHECKED_EVERY = 9


def quantised(graph: Any, samples: Sequence[Sequence[int]], tell: Progress) -> Any:
    """``graph`` in int8, calibrated on token ids.

    Raises ModelError if vectors of the samples depart from those of ``graph``.
    """
    with redirect_stdout(StringIO()):  # it paints its own progress, whatever the terminal is
        nncf = _nncf()
        checked = [_feed(ids) for ids in samples[::_CHECKED_EVERY]]
        before = _vectors(graph, checked)
        done = 0

        def sample(ids: Sequence[int]) -> dict[str, Any]:
            nonlocal done
            done += 1  # several passes; their number is NNCF's affair
            tell("calibrating", min(done, 2 * len(samples)), 2 * len(samples))
            return _feed(ids)

        found = nncf.quantize(
            graph,
            nncf.Dataset(samples, sample),
            model_type=nncf.ModelType.TRANSFORMER,
            subset_size=len(samples),
            ignored_scope=nncf.IgnoredScope(patterns=list(_KEPT), validate=False),
        )
    worst = float((_vectors(found, checked) * before).sum(axis=1).min())
    if worst < LEAST_COSINE:
        raise ModelError(
            f"this model loses too much in int8 (cosine {worst:.4f} to itself, "
            f"{LEAST_COSINE} wanted); choose the backend openvino or torch"
        )
    return found


def _nncf() -> Any:
    openvino()  # first, for it shuts the telemetry off
    import nncf

    nncf.set_log_level(logging.ERROR)
    return nncf


def _feed(ids: Sequence[int]) -> dict[str, Any]:
    return padded([ids], len(ids), 0)


def _vectors(graph: Any, feeds: Sequence[dict[str, Any]]) -> Any:
    compiled = openvino().Core().compile_model(graph, "CPU", {"INFERENCE_PRECISION_HINT": "f32"})
    rows = np.concatenate([compiled(feed)[0] for feed in feeds])
    return rows / np.linalg.norm(rows, axis=1, keepdims=True)
