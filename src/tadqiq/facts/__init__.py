"""What a text states, read off without a model: words, quantities, days, names.

The ground that events and drift stand on. It knows the model alone, and every word of a
language comes from the profile's lexis.
"""

from .bydocument import once_a_document
from .days import Day, days
from .quantities import Quantity, quantities
from .skeleton import skeleton
from .terms import Term, of_form, terms
from .words import Word, read

__all__ = [
    "Day",
    "Quantity",
    "Term",
    "Word",
    "days",
    "of_form",
    "once_a_document",
    "quantities",
    "read",
    "skeleton",
    "terms",
]
