"""Bytes -> articles; what can't be read becomes a rejection with its reason."""

from .reading import read

__all__ = ["read"]
