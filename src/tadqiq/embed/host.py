"""The model host: sentence-transformers, imported when a model is really needed."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import ModelError

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer


def import_host() -> None:
    """Import sentence-transformers (3 s); raises ModelError if it cannot be."""
    try:
        import sentence_transformers  # noqa: F401
    except ImportError as error:
        raise ModelError(
            f"the package sentence-transformers cannot be imported ({error}); reinstall tadqiq"
        ) from error


def host(
    folder: Path, name: str, *, dtype: str = "float32", device: str = "cpu"
) -> SentenceTransformer:
    """The model in ``folder``, which the user calls ``name``, computing in ``dtype``.

    ``device`` is cpu or cuda. Weights are read from safetensors only, no code that comes with a
    model is run. Raises ModelError, with the cause.
    """
    import_host()
    _require(device)
    from sentence_transformers import SentenceTransformer

    try:
        with quiet():
            return SentenceTransformer(
                str(folder),
                device=device,
                local_files_only=True,
                trust_remote_code=False,
                model_kwargs={"use_safetensors": True, "dtype": dtype},
            )
    except Exception as error:  # transformers raises whatever went wrong below; the cause is kept
        lines = str(error).strip().splitlines() or [""]
        raise ModelError(
            f"model {name!r} cannot be loaded from {folder}: "
            f"{type(error).__name__}: {lines[0]}; give a folder that SentenceTransformer can "
            "load, with weights as safetensors, or leave --model out for the default"
        ) from error


def _require(device: str) -> None:
    import torch

    if device == "cuda" and not torch.cuda.is_available():
        raise ModelError(
            f"backend cuda: torch {torch.__version__} sees no CUDA device; install a torch built "
            "for the card and its driver, or choose the backend openvino or torch"
        )


@contextmanager
def quiet() -> Iterator[None]:
    """No progress bars and no advice from the libraries below while a model loads."""
    from transformers.utils import logging as host_logging

    loggers = [logging.getLogger(name) for name in ("sentence_transformers", "transformers")]
    levels = [logger.level for logger in loggers]
    bars = host_logging.is_progress_bar_enabled()
    host_logging.disable_progress_bar()  # type: ignore[no-untyped-call]
    for logger in loggers:
        logger.setLevel(logging.ERROR)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
        if bars:
            host_logging.enable_progress_bar()  # type: ignore[no-untyped-call]
