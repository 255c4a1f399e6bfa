"""BERT on sentences laid end to end, so that no padding is multiplied.

Whatever looks at one token alone (projections, feed-forward blocks, norms: nine tenths of the
multiplications) runs over the tokens of all sentences in one row, as in Zhai et al. 2023,
"ByteTransformer". Only attention sees sentences side by side, padded and masked.
"""

from __future__ import annotations

from typing import Any

import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import Normalize, Pooling, Transformer
from torch.nn import functional
from transformers import BertModel

_MASKED = -10_000.0  # added to a score: its exponential is 0 in any precision
EXAMPLE = {
    "ids": torch.ones(5, dtype=torch.int64),
    "positions": torch.arange(5),
    "places": torch.tensor([[0, 1, 2], [3, 4, 0]]),
    "mask": torch.tensor([[1.0, 1.0, 1.0], [1.0, 1.0, 0.0]]),
    "back": torch.arange(5),
}
"""Two sentences, of three tokens and of two."""

DYNAMIC = {
    "ids": {0: "tokens"},
    "positions": {0: "tokens"},
    "places": {0: "sentences", 1: "longest"},
    "mask": {0: "sentences", 1: "longest"},
    "back": {0: "tokens"},
    "vectors": {0: "sentences"},
}
"""Axes that are as long as the sentences make them."""


def packed(model: SentenceTransformer) -> torch.nn.Module | None:
    """The model as a module of ``EXAMPLE``'s inputs, None if it is no BERT with mean pooling.

    Shapes: ``ids`` and ``positions`` (tokens,), ``places`` (sentences, longest) says which token
    stands there, ``mask`` (sentences, longest) is 0 where none does, ``back`` (tokens,) where
    each token stands in the rows of ``places`` one after another. Gives (sentences, dimension).
    """
    modules = list(model)
    bert = getattr(modules[0], "auto_model", None)
    plain = (
        len(modules) == 3
        and isinstance(modules[0], Transformer)
        and isinstance(modules[1], Pooling)
        and modules[1].pooling_mode == "mean"
        and modules[1].include_prompt
        and isinstance(modules[2], Normalize)
    )
    if not plain or type(bert) is not BertModel or bert.config.is_decoder:
        return None
    return _Packed(bert)


class _Packed(torch.nn.Module):
    def __init__(self, bert: BertModel) -> None:
        super().__init__()
        self.embeddings = bert.embeddings
        self.layers = torch.nn.ModuleList(
            [_Layer(layer, bert.config) for layer in bert.encoder.layer]
        )

    def forward(
        self,
        ids: torch.Tensor,
        positions: torch.Tensor,
        places: torch.Tensor,
        mask: torch.Tensor,
        back: torch.Tensor,
    ) -> torch.Tensor:
        known = self.embeddings
        tokens = known.word_embeddings(ids) + known.position_embeddings(positions)
        tokens = known.LayerNorm(tokens + known.token_type_embeddings.weight[0])
        hidden = (1.0 - mask)[:, None, None, :] * _MASKED
        for layer in self.layers:
            tokens = layer(tokens, places, hidden, back)
        means = (tokens[places] * mask[:, :, None]).sum(1) / mask.sum(1, keepdim=True)
        return functional.normalize(means, dim=-1)


class _Layer(torch.nn.Module):
    """A layer whose queries, keys and values are one product; queries are scaled beforehand."""

    def __init__(self, layer: Any, config: Any) -> None:
        super().__init__()
        inner = layer.attention.self
        self.heads = config.num_attention_heads
        self.width = config.hidden_size // self.heads
        scale = self.width**-0.5
        parts = ((inner.query, scale), (inner.key, 1.0), (inner.value, 1.0))
        self.joined = torch.nn.Linear(config.hidden_size, 3 * config.hidden_size)
        self.joined.weight.data = torch.cat([part.weight * by for part, by in parts]).detach()
        self.joined.bias.data = torch.cat([part.bias * by for part, by in parts]).detach()
        self.attention = layer.attention.output
        self.inner = layer.intermediate
        self.outer = layer.output

    def forward(
        self, tokens: torch.Tensor, places: torch.Tensor, hidden: torch.Tensor, back: torch.Tensor
    ) -> torch.Tensor:
        rows, longest = places.shape
        joined = self.joined(tokens)[places].view(rows, longest, 3, self.heads, self.width)
        query, key, value = joined.permute(2, 0, 3, 1, 4)
        shares = torch.softmax(query @ key.transpose(-1, -2) + hidden, -1)
        seen = (shares @ value).permute(0, 2, 1, 3)
        seen = seen.reshape(rows * longest, self.heads * self.width)[back]
        tokens = self.attention.LayerNorm(self.attention.dense(seen) + tokens)
        found: torch.Tensor = self.outer.LayerNorm(self.outer.dense(self.inner(tokens)) + tokens)
        return found
