"""An article beside its siblings: sentences aligned, and what departs read off them."""

from .kinds import DepartureKind, kinds
from .measure import FloatMatrix, measure
from .second import second_opinion
from .spoiling import SPOILINGS

__all__ = ["SPOILINGS", "DepartureKind", "FloatMatrix", "kinds", "measure", "second_opinion"]
