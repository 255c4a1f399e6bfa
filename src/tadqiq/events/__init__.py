"""Vectors, days, names, numbers and rare words to events: who reports the same happening."""

from .explain import explain, links
from .link import link
from .linker import Linker
from .traits import FloatMatrix, Marks, Traits, traits
from .voices import echoes

__all__ = [
    "FloatMatrix",
    "Linker",
    "Marks",
    "Traits",
    "echoes",
    "explain",
    "link",
    "links",
    "traits",
]
