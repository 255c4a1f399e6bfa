"""OpenVINO, which computes the graphs."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path
from typing import Any

from ..errors import ModelError


@cache
def openvino() -> Any:
    """The package, without its telemetry: nothing about a newsroom leaves it.

    OpenVINO itself goes on without the package openvino_telemetry where that is missing.
    """
    sys.modules.setdefault("openvino_telemetry", None)  # type: ignore[arg-type]
    import openvino

    return openvino


def compiled_on_cpu(path: Path, options: dict[str, str]) -> Any:
    """The graph in ``path``, ready to run. Raises ModelError for one that cannot be loaded."""
    core = openvino().Core()
    try:
        # Attention as single operations is 8-10 % faster than as one generated kernel.
        return core.compile_model(str(path), "CPU", {**options, "SNIPPETS_MODE": "DISABLE"})
    except RuntimeError as unknown:
        # The option is not among the documented ones; a release may do without it.
        try:
            return core.compile_model(str(path), "CPU", options)
        except RuntimeError as error:
            said = (str(error).strip().splitlines() or [repr(unknown)])[-1]
            raise ModelError(
                f"{path}: OpenVINO cannot load this graph ({said}); choose the backend torch"
            ) from error
