"""What a text states, read off without a model: words, quantities, days, names.

The ground that events and drift stand on. It knows the model alone, and every word of a
language comes from the profile's lexis.
"""

from .days import Day, days
from .quantities import Quantity, quantities
from .skeleton import skeleton
from .terms import Term, terms
from .words import Word, read

__all__ = ["Day", "Quantity", "Term", "Word", "days", "quantities", "read", "skeleton", "terms"]
