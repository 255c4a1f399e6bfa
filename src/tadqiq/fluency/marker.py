"""The network that says of every token how surely it is part of an error.

Word-level quality estimation without the source (Specia et al. 2018, "Quality Estimation for
Machine Translation"): the language model's own lower layers, its upper ones tuned by low-rank
matrices (Hu et al. 2022, "LoRA") and made to look both ways (Dukić and Šnajder 2024, "Looking
Right is Sometimes Right"), and a small head that sees each token's likelihood, too. What was
learned lies beside this file; ``benchmarks/fit_marks.py`` learns it.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib.resources import files
from io import BytesIO

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional

from .loading import LEARNED
from .network import LAYERS, Norm, Stack, Weights

CUT = 9
"""Layers that stay as they are."""

WINDOW = (-1, 0, 1, 2, 3)
"""Tokens whose likelihoods the head sees, by their distance."""

_NATS = 5.0
PARTS = {
    "query": "attn_q",
    "key": "attn_k",
    "value": "attn_v",
    "out": "attn_output",
    "gate": "ffn_gate",
    "up": "ffn_up",
    "down": "ffn_down",
}
FACTORS = {"down": 2.0}  # by which a layer multiplies its weights


class Marker(nn.Module):
    """``ids``: int64, texts × tokens; ``said``: float32, the same shape, the logarithm of each
    token's probability, 0 for the first and for padding; ``lengths``: int64, texts. Gives
    float32, texts × tokens: the logarithm of the odds that the token is part of an error."""

    def __init__(self, weights: Weights, learned: Weights) -> None:
        super().__init__()
        self.lower = Stack(weights, range(CUT))
        self.upper = Stack(tuned(weights, learned), range(CUT, LAYERS))
        self.norm = Norm(weights["output_norm.weight"])
        self.head = Head()
        self.head.load_state_dict(
            {name: learned[f"head.{name}"] for name in self.head.state_dict()}
        )

    def forward(self, ids: Tensor, said: Tensor, lengths: Tensor) -> Tensor:
        width = ids.shape[1]
        state = self.lower(self.lower.embedded(ids), self.lower.causal(width))
        state = self.upper(state, self.upper.padding(lengths, width))
        marks: Tensor = self.head(self.norm(state), said)
        return marks


class Head(nn.Module):
    """From a token's state and the likelihoods around it to one number."""

    def __init__(self, width: int = 640, hidden: int = 96) -> None:
        super().__init__()
        self.narrow = nn.Linear(width, hidden)
        self.first = nn.Linear(hidden + len(WINDOW), hidden)
        self.last = nn.Linear(hidden, 1)

    def forward(self, state: Tensor, said: Tensor) -> Tensor:
        width = said.shape[1]
        padded = functional.pad(said, (-WINDOW[0], WINDOW[-1]))
        near = [padded[:, start : start + width] / _NATS for start in range(len(WINDOW))]
        seen = torch.cat([functional.gelu(self.narrow(state)), torch.stack(near, -1)], -1)
        odds: Tensor = self.last(functional.gelu(self.first(seen)))[..., 0]
        return odds


def tuned(weights: Weights, learned: Weights) -> dict[str, Tensor]:
    """The weights with what was learned added to those of the upper layers."""
    changed = dict(weights)
    for index in range(CUT, LAYERS):
        for part, name in PARTS.items():
            key = f"blk.{index}.{name}.weight"
            low = learned[f"{index}.{part}.b"] @ learned[f"{index}.{part}.a"]
            changed[key] = weights[key] + low / FACTORS.get(part, 1.0)
    return changed


def learned() -> Mapping[str, Tensor]:
    """What was learned, as float32."""
    with np.load(BytesIO(files(__package__).joinpath(LEARNED).read_bytes())) as kept:
        return {name: torch.from_numpy(kept[name].astype(np.float32)) for name in kept.files}
