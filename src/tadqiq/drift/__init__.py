"""An article beside its siblings: sentences aligned, and what departs read off them."""

from .measure import FloatMatrix, measure

__all__ = ["FloatMatrix", "measure"]
