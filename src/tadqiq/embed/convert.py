"""From a sentence-transformers model to the folder of its graph."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from ..errors import ModelError
from ..neural.built import Progress
from ..neural.runtime import openvino
from . import onnx_graph, openvino_graph
from .backends import Backend
from .background import sentences
from .fast import TOKENIZER, Facts
from .host import quiet

if TYPE_CHECKING:
    import torch
    from sentence_transformers import SentenceTransformer


_OPSET = 18  # of the operations in an ONNX graph


def write_graph(
    model: SentenceTransformer, target: Path, progress: Progress | None, backend: Backend
) -> None:
    """Write ``model`` into ``target`` as the graph that ``backend`` runs.

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
        bf16="fp32" not in backend.precision,
    )
    tell = progress or (lambda stage, done, total: None)
    tell("fast model", 0, 1)
    if backend.name == "onnx":
        _save_onnx(model, target)
    else:
        if backend.name == "openvino-int8":
            from .quantise import quantised

            samples = [tokenizer(facts.prompt + text)["input_ids"][:limit] for text in _samples()]
            graph = quantised(_padded(model), samples, tell)
        else:
            graph = _unpadded(model)
        openvino().save_model(graph, str(target / openvino_graph.FILE), compress_to_fp16=True)
    tokenizer.backend_tokenizer.save(str(target / TOKENIZER), pretty=False)
    facts.write(target)
    tell("fast model", 1, 1)


def _save_onnx(model: SentenceTransformer, target: Path) -> None:
    from .packed import packed

    whole = packed(model)
    if whole is None:
        raise ModelError(
            "the backend onnx runs only BERT models with mean pooling; choose openvino or torch"
        )
    _traced("an ONNX graph", partial(_export, whole.eval(), target))


def _export(module: torch.nn.Module, target: Path) -> None:
    """The graph and its weights as two files of ``onnx_graph``."""
    import onnx
    import torch

    from .packed import DYNAMIC, EXAMPLE

    path = target / onnx_graph.FILE
    torch.onnx.export(
        module,
        tuple(EXAMPLE.values()),
        path,
        input_names=list(EXAMPLE),
        output_names=["vectors"],
        dynamic_axes=DYNAMIC,
        opset_version=_OPSET,
        dynamo=False,  # the newer exporter wants onnxscript besides
        export_params=False,  # it would copy them several times; so the graph asks for them
        do_constant_folding=False,  # it gives what it folds names of its own
    )
    whole, weights = onnx.load(path), module.state_dict()
    with (target / onnx_graph.WEIGHTS).open("wb") as file:
        for asked in [one for one in whole.graph.input if one.name not in EXAMPLE]:
            values = weights[asked.name].numpy()
            facts = {"location": onnx_graph.WEIGHTS, "offset": file.tell(), "length": values.nbytes}
            known = whole.graph.initializer.add(name=asked.name, dims=values.shape)
            known.data_type = asked.type.tensor_type.elem_type
            known.data_location = onnx.TensorProto.EXTERNAL
            for key, value in facts.items():
                known.external_data.add(key=key, value=str(value))
            values.tofile(file)
            whole.graph.input.remove(asked)
    onnx.save_model(whole, path)


def _unpadded(model: SentenceTransformer) -> Any:
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
    convert = partial(openvino().convert_model, module.eval(), example_input=dict(example))
    return _traced("an OpenVINO graph", convert)


def _traced(made: str, trace: Callable[[], Any]) -> Any:
    import torch

    try:
        # Tracing warns of every branch it fixes, and torch that it has a newer way; the graph is
        # tested against the model.
        with torch.inference_mode(), quiet(), warnings.catch_warnings(action="ignore"):
            return trace()
    except Exception as error:  # the tracer raises whatever the model's own code does
        raise ModelError(
            f"this model cannot be made {made} ({type(error).__name__}: "
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
