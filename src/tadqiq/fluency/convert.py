"""From the model file to a folder with the graphs and the tokenizer of the Arabic part."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from ..errors import ModelError
from ..neural.built import Progress
from ..neural.runtime import openvino
from . import vocabulary, wheel

if TYPE_CHECKING:
    import torch

GRAPH, MARKS, TOKENIZER = "graph.xml", "marks.xml", "tokenizer.json"
_EMBEDDING = "token_embd.weight"


def write_model(target: Path, progress: Progress) -> None:
    """Fill ``target``. Raises ModelError for a model file that cannot be read, OSError."""
    import torch

    from .marker import Marker, learned
    from .network import Scorer

    progress("language model", 0, 2)
    pieces, weights = read_model(target)
    vocabulary.write_tokenizer(pieces, target / TOKENIZER)
    ids = torch.ones(2, 16, dtype=torch.int64)
    _write(Scorer(weights), (ids,), target / GRAPH)
    progress("language model", 1, 2)
    _write(Marker(weights, learned()), (ids, torch.zeros(2, 16), ids[:, 0]), target / MARKS)
    progress("language model", 2, 2)


def read_model(folder: Path) -> tuple[list[str], dict[str, torch.Tensor]]:
    """The pieces of the vocabulary that are kept, in order of rank, and the weights by name.

    The model file lies in ``folder`` meanwhile. Raises as ``write_model`` does.
    """
    whole = folder / "whole.gguf"
    wheel.write_whole(whole)
    try:
        return _read(whole)
    except (ValueError, KeyError, IndexError) as error:
        raise ModelError(
            f"the language model's file cannot be read ({error}); reinstall the extra fluency"
        ) from error
    finally:
        whole.unlink()


def _write(network: torch.nn.Module, example: tuple[torch.Tensor, ...], path: Path) -> None:
    import torch

    ov = openvino()
    shapes = [ov.PartialShape([-1] * one.ndim) for one in example]
    with torch.inference_mode(), warnings.catch_warnings(action="ignore"):
        graph = ov.convert_model(network.eval(), example_input=example, input=shapes)
    ov.save_model(graph, str(path), compress_to_fp16=True)


def _read(path: Path) -> tuple[list[str], dict[str, torch.Tensor]]:
    """The pieces kept, and all tensors, the embedding's rows only theirs."""
    import torch
    from gguf import GGUFReader
    from gguf.quants import dequantize

    reader = GGUFReader(path)
    known = reader.fields["tokenizer.ggml.tokens"].contents()
    kept = vocabulary.kept(known)
    weights = {}
    for tensor in reader.tensors:
        data = tensor.data[kept] if tensor.name == _EMBEDDING else tensor.data
        values = np.array(dequantize(data, tensor.tensor_type), np.float32)
        weights[tensor.name] = torch.from_numpy(values)
    return [known[place] for place in kept], weights
