"""A cross-encoder for natural language inference, from any folder, as a second opinion."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from ..errors import ModelError
from .opinion import SecondOpinion

if TYPE_CHECKING:
    from sentence_transformers import CrossEncoder

_CONTRADICTION = "contradiction"
_BATCH = 32


def load(path: str) -> SecondOpinion:
    """The model in the folder ``path``: a sequence classifier, one label of which is
    "contradiction" (as all models trained on MNLI and XNLI have).

    Weights are read from safetensors only, no code that comes with a model is run, nothing is
    fetched. Raises ModelError, with the cause.
    """
    folder = Path(path).expanduser()
    if not folder.is_dir():
        raise ModelError(
            f"second opinion {path!r}: no such folder; give the folder of a downloaded "
            "cross-encoder for natural language inference"
        )
    model = _opened(folder, path)
    named = getattr(model.config, "id2label", None) or {}
    labels = {str(name).lower(): int(number) for number, name in named.items()}
    if _CONTRADICTION not in labels or len(labels) < 2:
        raise ModelError(
            f"second opinion {path!r}: its labels are {sorted(labels)}; a model for natural "
            f'language inference has one called "{_CONTRADICTION}"'
        )
    return _CrossEncoderOpinion(model, labels[_CONTRADICTION], _digest(folder))


def _opened(folder: Path, name: str) -> CrossEncoder:
    try:
        from sentence_transformers import CrossEncoder

        model: CrossEncoder = CrossEncoder(
            str(folder),
            device="cpu",
            local_files_only=True,
            trust_remote_code=False,
            model_kwargs={"use_safetensors": True},
        )
        return model
    except Exception as error:  # the libraries below raise whatever went wrong; the cause is kept
        lines = str(error).strip().splitlines() or [""]
        raise ModelError(
            f"second opinion {name!r} cannot be loaded: {type(error).__name__}: {lines[0]}; "
            "give the folder of a cross-encoder with weights as safetensors"
        ) from error


def _digest(folder: Path) -> str:
    """Over names and contents of the model's files."""
    digest = hashlib.sha256()
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        digest.update(str(file.relative_to(folder)).encode())
        with file.open("rb") as stream:
            digest.update(hashlib.file_digest(stream, "sha256").digest())
    return digest.hexdigest()[:16]


class _CrossEncoderOpinion:
    """A loaded classifier; ``label`` is the number of "contradiction"."""

    def __init__(self, model: CrossEncoder, label: int, digest: str) -> None:
        self._model = model
        self._label = label
        self._digest = digest

    @property
    def digest(self) -> str:
        return self._digest

    def contradictions(self, pairs: Sequence[tuple[str, str]]) -> tuple[float, ...]:
        if not pairs:
            return ()
        scores = self._model.predict(
            list(pairs), batch_size=_BATCH, apply_softmax=True, show_progress_bar=False
        )
        return tuple(round(float(row[self._label]), 4) for row in scores)
