"""Gemma 3 (Gemma Team 2025, "Gemma 3 Technical Report") as far as scoring a text needs it.

Written out here because the runtime's kernels want it in this shape: the four heads of a query,
which share one key, as rows of one matrix product, and the gate of the feed-forward layer halved.
"""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor, nn
from torch.nn import functional

LONGEST = 512
"""Tokens: up to here sliding windows and whole attention are one."""

LAYERS = 18
HIDDEN = -1e4
"""Added to the score of what a token must not see."""

_HEADS, _WIDTH = 4, 256
_GLOBAL_EVERY = 6
_BASES = {True: 1e6, False: 1e4}  # of the rotary embedding: of global layers and of local ones
_EPSILON = 1e-6

Weights = Mapping[str, Tensor]


class Scorer(nn.Module):
    """``ids``: int64, texts × tokens. Gives float32, texts × (tokens - 1): the natural logarithm
    of the probability of each token but the first."""

    def __init__(self, weights: Weights) -> None:
        super().__init__()
        self.stack = Stack(weights, range(LAYERS))
        self.norm = Norm(weights["output_norm.weight"])

    def forward(self, ids: Tensor) -> Tensor:
        state = self.stack(self.stack.embedded(ids), self.stack.causal(ids.shape[1]))
        scores = torch.matmul(self.norm(state)[:, :-1], self.stack.embedding.t())
        said = torch.gather(scores, 2, ids[:, 1:, None])[..., 0]
        return said - torch.logsumexp(scores, -1)


class Stack(nn.Module):
    """The layers numbered ``indices``, one after another."""

    def __init__(self, weights: Weights, indices: range) -> None:
        super().__init__()
        self.embedding = _fixed(weights["token_embd.weight"])
        self.layers = nn.ModuleList(_Layer(weights, f"blk.{index}") for index in indices)
        self._global = [(index + 1) % _GLOBAL_EVERY == 0 for index in indices]
        for name, base in _BASES.items():
            angles = _angles(base)
            self.register_buffer(f"cos_{name}", angles.cos())
            self.register_buffer(f"sin_{name}", angles.sin())

    def embedded(self, ids: Tensor) -> Tensor:
        """The state before the first layer: texts × tokens × width."""
        state: Tensor = functional.embedding(ids, self.embedding) * self.embedding.shape[1] ** 0.5
        return state

    @staticmethod
    def causal(length: int) -> Tensor:
        """What hides from every token those after it, a row for each head of each token."""
        return torch.triu(torch.full((length, length), HIDDEN), 1).repeat_interleave(_HEADS, 0)

    @staticmethod
    def padding(lengths: Tensor, width: int) -> Tensor:
        """What hides only the places behind each text's end; ``lengths``: int64, texts."""
        behind = torch.arange(width)[None] >= lengths[:, None]
        return (behind * HIDDEN)[:, None]

    def forward(self, state: Tensor, mask: Tensor) -> Tensor:
        length = state.shape[1]
        for layer, name in zip(self.layers, self._global, strict=True):
            cos, sin = getattr(self, f"cos_{name}"), getattr(self, f"sin_{name}")
            state = layer(state, cos[:length], sin[:length], mask)
        return state


class _Layer(nn.Module):
    def __init__(self, weights: Weights, name: str) -> None:
        super().__init__()

        def linear(part: str, factor: float = 1.0) -> nn.Linear:
            return _linear(weights[f"{name}.{part}.weight"] * factor)

        def norm(part: str) -> Norm:
            return Norm(weights[f"{name}.{part}.weight"])

        self.query, self.key, self.value = linear("attn_q"), linear("attn_k"), linear("attn_v")
        self.out = linear("attn_output")
        self.query_norm, self.key_norm = norm("attn_q_norm"), norm("attn_k_norm")
        self.before_attention, self.after_attention = norm("attn_norm"), norm("post_attention_norm")
        self.before_forward, self.after_forward = norm("ffn_norm"), norm("post_ffw_norm")
        # Halved and doubled: the runtime's own kernel for a gated layer dies on these sizes
        # (a division by zero in OpenVINO 2026.4), and a factor between keeps it away.
        self.gate, self.up, self.down = linear("ffn_gate"), linear("ffn_up"), linear("ffn_down", 2)

    def forward(self, state: Tensor, cos: Tensor, sin: Tensor, mask: Tensor) -> Tensor:
        attended = self.after_attention(
            self._attention(self.before_attention(state), cos, sin, mask)
        )
        state = state + attended
        seen = self.before_forward(state)
        gated = functional.gelu(self.gate(seen), approximate="tanh") * 0.5 * self.up(seen)
        passed: Tensor = state + self.after_forward(self.down(gated))
        return passed

    def _attention(self, seen: Tensor, cos: Tensor, sin: Tensor, mask: Tensor) -> Tensor:
        texts, length, _ = seen.shape
        heads = self.query_norm(self.query(seen).view(texts, length, _HEADS, _WIDTH))
        query = _turned(heads, cos[:, None], sin[:, None])
        key = _turned(self.key_norm(self.key(seen)), cos, sin)
        flat = query.reshape(texts, length * _HEADS, _WIDTH)
        weight = torch.softmax(torch.matmul(flat, key.transpose(1, 2)) * _WIDTH**-0.5 + mask, -1)
        mixed = torch.matmul(weight, self.value(seen))
        found: Tensor = self.out(mixed.reshape(texts, length, _HEADS * _WIDTH))
        return found


class Norm(nn.Module):
    """Root mean square normalisation."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        self.weight = _fixed(weight)

    def forward(self, state: Tensor) -> Tensor:
        mean = state.pow(2).mean(-1, keepdim=True)
        return state * torch.rsqrt(mean + _EPSILON) * self.weight


def _linear(weight: Tensor) -> nn.Linear:
    layer = nn.Linear(weight.shape[1], weight.shape[0], bias=False)
    layer.weight = _fixed(weight)
    return layer


def _fixed(weight: Tensor) -> nn.Parameter:
    return nn.Parameter(weight, requires_grad=False)


def _angles(base: float) -> Tensor:
    steps = 1 / base ** (torch.arange(0, _WIDTH, 2).float() / _WIDTH)
    half = torch.outer(torch.arange(LONGEST).float(), steps)
    return torch.cat((half, half), -1)


def _turned(state: Tensor, cos: Tensor, sin: Tensor) -> Tensor:
    first, second = state.chunk(2, -1)
    return state * cos + torch.cat((-second, first), -1) * sin
