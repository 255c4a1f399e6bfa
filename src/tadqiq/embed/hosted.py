"""The fast graph inside a SentenceTransformer, for whoever works with one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.base.modules import InputModule

from ..errors import ModelError
from .fast import FastEncoder


class GraphModule(InputModule):
    """Tokenizer and graph as the one module of a SentenceTransformer."""

    save_in_root = True

    def __init__(self, encoder: FastEncoder) -> None:
        super().__init__()  # type: ignore[no-untyped-call]
        self._encoder = encoder
        self.tokenizer = encoder.tokenizer
        self.max_seq_length = encoder.facts.limit

    def preprocess(
        self, inputs: Sequence[Any], prompt: str | None = None, **kwargs: Any
    ) -> dict[str, torch.Tensor | Any]:
        """Token ids and mask of texts, cut at the model's limit."""
        coded = self.tokenizer.encode_batch([(prompt or "") + str(text) for text in inputs])
        rows = [part.ids[: self.max_seq_length] for part in coded]
        width = max(map(len, rows))
        ids = np.full((len(rows), width), self._encoder.facts.padding, np.int64)
        mask = np.zeros_like(ids)
        for line, row in enumerate(rows):
            ids[line, : len(row)] = row
            mask[line, : len(row)] = 1
        return {"input_ids": torch.from_numpy(ids), "attention_mask": torch.from_numpy(mask)}

    def forward(
        self, features: dict[str, torch.Tensor | Any], **kwargs: Any
    ) -> dict[str, torch.Tensor | Any]:
        """Adds the sentence vectors."""
        lengths = features["attention_mask"].sum(dim=1).tolist()
        rows = [
            ids[:length].tolist()
            for ids, length in zip(features["input_ids"], lengths, strict=True)
        ]
        features["sentence_embedding"] = torch.from_numpy(self._encoder.network.vectors(rows))
        return features

    def get_sentence_embedding_dimension(self) -> int:
        """Length of a vector."""
        return self._encoder.dimension

    def save(self, output_path: str, *args: Any, **kwargs: Any) -> None:
        """Raises ModelError: a graph is a copy, and its checkpoint is what to save."""
        raise ModelError(
            f"{output_path}: a compiled graph cannot be saved; save the checkpoint it was made of"
        )


def sentence_transformer(encoder: FastEncoder) -> SentenceTransformer:
    """A SentenceTransformer that computes with the graph of ``encoder``, prompt included."""
    return SentenceTransformer(
        modules=[GraphModule(encoder)],
        device="cpu",
        prompts={"default": encoder.facts.prompt},
        default_prompt_name="default",
    )
