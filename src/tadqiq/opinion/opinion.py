"""The contract of a second opinion."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class SecondOpinion(Protocol):
    """Reads two sentences together, which the encoder of vectors never does.

    ``digest`` changes with the model, so that a result can say what it rests on.
    """

    @property
    def digest(self) -> str:
        """Sixteen hexadecimal digits."""

    def contradictions(self, pairs: Sequence[tuple[str, str]]) -> tuple[float, ...]:
        """For every pair (premise, hypothesis), in order: 0–1, how likely the hypothesis
        contradicts the premise."""
