"""Vectors, days, names, numbers and rare words to events: who reports the same happening."""

from .link import FloatMatrix, link

__all__ = ["FloatMatrix", "link"]
