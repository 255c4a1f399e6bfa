"""From a sentence-transformers model to the folder of its OpenVINO graph."""

from __future__ import annotations

import warnings
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import ModelError
from ..neural.built import Progress
from ..neural.runtime import openvino
from .background import sentences
from .fast import TOKENIZER, Facts
from .graph import FILE
from .host import quiet

if TYPE_CHECKING:
    import torch
    from sentence_transformers import SentenceTransformer


def write_graph(
    model: SentenceTransformer,
    target: Path,
    progress: Progress | None,
    *,
    bf16: bool,
    int8: bool,
) -> None:
    """Write ``model`` as a graph into ``target``: weights in fp16, or int8 where asked for.

    ``progress`` gets (stage, done, total). Raises ModelError for a model that cannot be
    converted, or that departs from itself in int8.
    """
    tokenizer: Any = model.tokenizer
    limit = model.max_seq_length
    if not limit or not getattr(tokenizer, "is_fast", False):
        raise ModelError(
            "this model has no limit in tokens or no fast tokenizer; choose the backend torch"
        )
    name = model.default_prompt_name
    facts = Facts(
        prompt=str(model.prompts[name]) if name else "",
        limit=int(limit),
        padding=int(tokenizer.pad_token_id or 0),
        bf16=bf16,
    )
    tell = progress or (lambda stage, done, total: None)
    tell("fast model", 0, 1)
    if not int8:
        graph = _traced(model)
    else:
        from .quantise import quantised

        graph = _padded(model)
        samples = [tokenizer(facts.prompt + text)["input_ids"][:limit] for text in _samples()]
        graph = quantised(graph, samples, tell)
    openvino().save_model(graph, str(target / FILE), compress_to_fp16=True)
    tokenizer.backend_tokenizer.save(str(target / TOKENIZER), pretty=False)
    facts.write(target)
    tell("fast model", 1, 1)


def _traced(model: SentenceTransformer) -> Any:
    """Without padding where the model is of a kind that we know how to write so."""
    from .packed import EXAMPLE, packed

    whole = packed(model)
    return _padded(model) if whole is None else _graph(whole, EXAMPLE)


def _padded(model: SentenceTransformer) -> Any:
    import torch

    class Whole(torch.nn.Module):
        """All modules of the model, from token ids to the vector."""

        def __init__(self) -> None:
            super().__init__()
            self.inside = model

        def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor) -> torch.Tensor:
            features = {"input_ids": input_ids, "attention_mask": attention_mask}
            found: torch.Tensor = self.inside(features)["sentence_embedding"]
            return found

    ids = torch.ones(2, 16, dtype=torch.int64)
    return _graph(Whole(), {"input_ids": ids, "attention_mask": torch.ones_like(ids)})


def _graph(module: torch.nn.Module, example: Mapping[str, torch.Tensor]) -> Any:
    import torch

    try:
        # Tracing warns of every branch it fixes; the graph is tested against the model.
        with torch.inference_mode(), quiet(), warnings.catch_warnings(action="ignore"):
            return openvino().convert_model(module.eval(), example_input=dict(example))
    except Exception as error:  # the tracer raises whatever the model's own code does
        raise ModelError(
            f"this model cannot be made an OpenVINO graph ({type(error).__name__}: "
            f"{str(error).strip().splitlines()[:1]}); choose the backend torch"
        ) from error


def _samples() -> list[str]:
    """Text to calibrate on: made-up news sentences, their beginnings, and pairs of them."""
    known = sentences()
    beginnings = [" ".join(text.split()[:words]) for words in (1, 3) for text in known]
    following = [*known[1:], known[0]]
    return [
        *known,
        *beginnings,
        *(f"{one} {other}" for one, other in zip(known, following, strict=True)),
    ]
