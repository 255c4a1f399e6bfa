"""Words that a partner makes doubtful, each with the forms that would fit; told by a model only."""

from .doubt import Doubt, Doubting, Guess

__all__ = ["Doubt", "Doubting", "Guess"]
