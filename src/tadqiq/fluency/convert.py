"""From the model file to a folder with the graph and the tokenizer of the Arabic part."""

from __future__ import annotations

import warnings
from pathlib import Path
from typing import Any

import numpy as np

from ..errors import ModelError
from ..neural.built import Progress
from ..neural.runtime import openvino
from . import vocabulary, wheel

GRAPH, TOKENIZER = "graph.xml", "tokenizer.json"
_EMBEDDING = "token_embd.weight"


def write_model(target: Path, progress: Progress) -> None:
    """Fill ``target``. Raises ModelError for a model file that cannot be read, OSError."""
    import torch

    from .network import Scorer

    progress("language model", 0, 1)
    whole = target / "whole.gguf"
    wheel.write_whole(whole)
    try:
        pieces, weights = _read(whole)
    except (ValueError, KeyError, IndexError) as error:
        raise ModelError(
            f"the language model's file cannot be read ({error}); reinstall the extra fluency"
        ) from error
    finally:
        whole.unlink()
    vocabulary.write_tokenizer(pieces, target / TOKENIZER)
    scorer = Scorer(weights).eval()
    example = torch.ones(2, 16, dtype=torch.int64)
    ov = openvino()
    with torch.inference_mode(), warnings.catch_warnings(action="ignore"):
        shape = [ov.PartialShape([-1, -1])]
        graph = ov.convert_model(scorer, example_input=example, input=shape)
    ov.save_model(graph, str(target / GRAPH), compress_to_fp16=True)
    progress("language model", 1, 1)


def _read(path: Path) -> tuple[list[str], dict[str, Any]]:
    """The pieces kept, in order of rank, and all tensors, the embedding's rows only theirs."""
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
